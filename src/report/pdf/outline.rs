//! Bookmarks: the headings as a tree.

use lopdf::{Object, ObjectId, dictionary};

use super::text_string;
use crate::report::layout::{Place, style::PAGE_HEIGHT};

struct Entry<'a> {
    place: &'a Place,
    id: ObjectId,
    parent: Option<usize>,
}

/// Adds the outline of the headings; `None` when there are none. The upper level is open, those below it are closed.
pub(super) fn add(pdf: &mut lopdf::Document, pages: &[ObjectId], places: &[Place]) -> Option<ObjectId> {
    if places.is_empty() {
        return None;
    }
    let root = pdf.new_object_id();
    let mut entries: Vec<Entry<'_>> = Vec::new();
    // The headings that are still open, outermost first.
    let mut open: Vec<usize> = Vec::new();
    for place in places {
        while open
            .last()
            .and_then(|last| entries.get(*last))
            .is_some_and(|last| last.place.bookmark.depth >= place.bookmark.depth)
        {
            open.pop();
        }
        let id = pdf.new_object_id();
        let parent = open.last().copied();
        open.push(entries.len());
        entries.push(Entry { place, id, parent });
    }

    let mut children: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
    let mut top = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        match entry.parent.and_then(|parent| children.get_mut(parent)) {
            Some(siblings) => siblings.push(number),
            None => top.push(number),
        }
    }
    let id = |number: &usize| entries.get(*number).map_or(Object::Null, |entry| Object::Reference(entry.id));
    let mut shown = top.len();
    for (parent, siblings) in [(None, &top)].into_iter().chain((0..).map(Some).zip(&children)) {
        let parent_id = parent.and_then(|parent: usize| entries.get(parent)).map_or(root, |entry| entry.id);
        for (index, number) in siblings.iter().enumerate() {
            let Some(entry) = entries.get(*number) else { continue };
            let own = children.get(*number).map(Vec::as_slice).unwrap_or_default();
            let page = pages.get(entry.place.page).map_or(Object::Null, |page| Object::Reference(*page));
            let height = Object::Real((PAGE_HEIGHT - entry.place.y).round());
            let mut item = dictionary! {
                "Title" => text_string(&entry.place.bookmark.title),
                "Parent" => Object::Reference(parent_id),
                "Dest" => vec![page, "XYZ".into(), Object::Integer(0), height, Object::Null],
            };
            if let Some(previous) = index.checked_sub(1).and_then(|index| siblings.get(index)) {
                item.set("Prev", id(previous));
            }
            if let Some(next) = siblings.get(index + 1) {
                item.set("Next", id(next));
            }
            if let (Some(first), Some(last)) = (own.first(), own.last()) {
                let count = i64::try_from(own.len()).unwrap_or(i64::MAX);
                item.set("First", id(first));
                item.set("Last", id(last));
                // A negative count says that the entry is closed.
                item.set("Count", if parent.is_none() { count } else { -count });
                shown += if parent.is_none() { own.len() } else { 0 };
            }
            pdf.objects.insert(entry.id, Object::Dictionary(item));
        }
    }
    let mut outline = dictionary! { "Type" => "Outlines", "Count" => i64::try_from(shown).unwrap_or(i64::MAX) };
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        outline.set("First", id(first));
        outline.set("Last", id(last));
    }
    pdf.objects.insert(root, Object::Dictionary(outline));
    Some(root)
}
