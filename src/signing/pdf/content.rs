//! What may not be in a report at all: scripts, actions, foreign annotations, hidden signatures.

use std::collections::BTreeSet;

use super::super::fault::Fault;
use super::super::plain_text::shown_line;
use super::form::Frame;
use super::revision::Revision;
use super::scanner::{Dictionary, Value};

/// Enough to know that a file is hostile.
const MAX_FAULTS: usize = 50;
/// Keys that only active or rich content has.
const FORBIDDEN_KEYS: [&str; 8] =
    ["JS", "JavaScript", "AA", "XFA", "NeedAppearances", "RichMediaContent", "FFilter", "Requirements"];
/// Action and stream types that do something, or hide objects from a reader of plain syntax.
const FORBIDDEN_NAMES: [&str; 17] = [
    "JavaScript",
    "Launch",
    "SubmitForm",
    "ImportData",
    "ResetForm",
    "GoToR",
    "GoToE",
    "Rendition",
    "Movie",
    "Sound",
    "Hide",
    "SetOCGState",
    "Trans",
    "GoTo3DView",
    "RichMediaExecute",
    "ObjStm",
    "XRef",
];

/// Looks at every object of revision 0 and names what does not belong there.
pub(in super::super) fn check(report: &Revision, frame: &Frame) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut lists_seen = BTreeSet::new();
    for (number, object) in &report.objects {
        let mut visitor = Visitor { report, frame, object: *number, lists_seen: &mut lists_seen, faults: &mut faults };
        visitor.value(&object.value);
        // A stream that takes its data from another file shows what was never signed.
        if object.is_stream && object.value.dictionary().is_some_and(|entries| entries.contains_key(b"F".as_slice())) {
            visitor.active(b"F");
        }
        if faults.len() >= MAX_FAULTS {
            break;
        }
    }
    faults
}

struct Visitor<'a> {
    report: &'a Revision,
    frame: &'a Frame,
    object: u32,
    /// Lists of annotations that were looked at: a hostile file can name a long one from a million places.
    lists_seen: &'a mut BTreeSet<u32>,
    faults: &'a mut Vec<Fault>,
}

impl Visitor<'_> {
    fn value(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.value(item)),
            Value::Dictionary(entries) => self.dictionary(entries),
            _ => {}
        }
    }

    fn dictionary(&mut self, entries: &Dictionary) {
        for (key, value) in entries {
            if FORBIDDEN_KEYS.iter().any(|forbidden| forbidden.as_bytes() == key) {
                self.active(key);
            }
            if key == b"Annots" {
                self.annotations(value);
            }
            if let (b"S" | b"Type", Value::Name(name)) = (key.as_slice(), value)
                && FORBIDDEN_NAMES.iter().any(|forbidden| forbidden.as_bytes() == name)
            {
                self.active(name);
            }
            self.value(value);
        }
        let is = |key: &[u8], name: &[u8]| entries.get(key).is_some_and(|value| value.is_name(name));
        if is(b"Type", b"Sig") || entries.contains_key(b"ByteRange".as_slice()) {
            self.faults.push(Fault::SignatureInReport { object: self.object });
        }
        if is(b"Type", b"Annot") && !self.is_allowed_annotation(self.object, entries) {
            self.faults.push(Fault::ForeignAnnotation { object: self.object });
        }
    }

    /// Each must be an object of its own, so that its number tells whether it is one of our two fields.
    fn annotations(&mut self, value: &Value) {
        let list = match value {
            Value::Reference(number) if !self.lists_seen.insert(*number) => return,
            Value::Reference(number) => self.report.objects.get(number).map(|object| &object.value),
            direct => Some(direct),
        };
        let Some(items) = list.and_then(Value::array) else {
            self.faults.push(Fault::ForeignAnnotation { object: self.object });
            return;
        };
        for item in items {
            let target = item.reference();
            let entries = target.and_then(|number| self.report.objects.get(&number)?.value.dictionary());
            let allowed =
                entries.zip(target).is_some_and(|(entries, number)| self.is_allowed_annotation(number, entries));
            if !allowed {
                self.faults.push(Fault::ForeignAnnotation { object: target.unwrap_or(self.object) });
            }
        }
    }

    fn is_allowed_annotation(&self, number: u32, entries: &Dictionary) -> bool {
        let is = |name: &[u8]| entries.get(b"Subtype".as_slice()).is_some_and(|kind| kind.is_name(name));
        is(b"Link") || (is(b"Widget") && self.frame.is_field(number))
    }

    fn active(&mut self, name: &[u8]) {
        self.faults
            .push(Fault::ActiveContent { object: self.object, name: shown_line(&String::from_utf8_lossy(name)) });
    }
}
