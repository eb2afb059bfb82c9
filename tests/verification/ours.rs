//! Attacks of our own on whole reports. Those of the first kind are validly signed: somebody makes a lying report with a
//! key of his own, and every signature viewer is content. The others change a report after it was signed.

use std::sync::LazyLock;

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary};
use trede::report::content::{ASSESSMENT_FILE, FRAMEWORK_FILE};
use trede::report::fonts::legible::legible_line;
use trede::report::write;
use trede::signing::{FieldRole, SignRequest, sign};
use trede::verification::{Reason, Verification, embedded_exchange, verify};
use trede::wording::Wording;

use super::{change_first_page, honest, only_reason};
use crate::example::{ASSESSOR, EXCHANGE, REPORT, at, signed_by};

fn first_page(pdf: &lopdf::Document) -> ObjectId {
    pdf.page_iter().next().unwrap()
}

fn catalog(pdf: &mut lopdf::Document) -> &mut Dictionary {
    pdf.catalog_mut().unwrap()
}

/// The first object for which this holds.
fn object(pdf: &lopdf::Document, fits: impl Fn(&Object) -> bool) -> ObjectId {
    *pdf.objects.iter().find(|(_, object)| fits(object)).unwrap().0
}

fn is_type(object: &Object, kind: &str) -> bool {
    let entries = object.as_dict().or_else(|_| object.as_stream().map(|stream| &stream.dict));
    entries
        .is_ok_and(|entries| entries.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == kind.as_bytes()))
}

/// The specification of an attachment.
fn file_named(pdf: &lopdf::Document, name: &str) -> ObjectId {
    let named = |object: &Object| {
        let entries = object.as_dict().ok();
        entries.and_then(|entries| entries.get(b"F").and_then(Object::as_str).ok()) == Some(name.as_bytes())
    };
    object(pdf, |object| is_type(object, "Filespec") && named(object))
}

fn no_reason_is_without_words(found: &Verification, name: &str) {
    assert!(!found.is_intact(), "{name}");
    for language in trede::domain::text::Language::ALL {
        let words = Wording::new(language);
        for reason in &found.reasons {
            let text = words.reason(reason);
            assert!(!text.is_empty() && !text.contains('['), "{name}: {text}");
        }
    }
}

/// Two letters change places in what is drawn, and the character map of a second font with the same letters changes them
/// back: what is seen is false, what is copied or read aloud is true.
fn lie_about_letters(pdf: &mut lopdf::Document) {
    let page = first_page(pdf);
    let content = String::from_utf8(pdf.get_page_content(page)).unwrap();
    let begin = content.find("BT").unwrap();
    let end = begin + content[begin..].find("ET").unwrap();
    let block = &content[begin..end];
    let name = block[..block.find(" Tf").unwrap()].rsplit_once('/').unwrap().1.split(' ').next().unwrap();
    let digits = block[block.find('<').unwrap() + 1..].split('>').next().unwrap();
    let codes: Vec<&str> = (0..digits.len()).step_by(4).map(|at| &digits[at..at + 4]).collect();
    let other = *codes.iter().find(|code| **code != codes[0]).unwrap();
    let exchange = |text: &str| text.replace(codes[0], "?").replace(other, codes[0]).replace('?', other);

    let mut font = (*pdf.get_page_fonts(page).unwrap().get(name.as_bytes()).unwrap()).clone();
    let map = font.get(b"ToUnicode").and_then(Object::as_reference).unwrap();
    let map = pdf.get_object(map).and_then(Object::as_stream).unwrap().get_plain_content().unwrap();
    let map = String::from_utf8(map).unwrap();
    let is_own = |line: &str| [codes[0], other].iter().any(|code| line.starts_with(&format!("<{code}>")));
    let lines = map.lines().map(|line| if is_own(line) { exchange(&line[..6]) + &line[6..] } else { line.to_owned() });
    let lying = lines.collect::<Vec<_>>().join("\n");
    assert_ne!(lying, map);
    let map = pdf.add_object(Stream::new(Dictionary::new(), lying.into_bytes()));
    font.set("ToUnicode", map);
    let font = pdf.add_object(font);
    let resources = pdf.get_dictionary(page).unwrap().get(b"Resources").unwrap().clone();
    let resources = match resources {
        Object::Reference(id) => pdf.get_dictionary_mut(id).unwrap(),
        _ => pdf.get_dictionary_mut(page).unwrap().get_mut(b"Resources").and_then(Object::as_dict_mut).unwrap(),
    };
    let fonts = resources.get(b"Font").unwrap().clone();
    let fonts = match fonts {
        Object::Reference(id) => pdf.get_dictionary_mut(id).unwrap(),
        _ => resources.get_mut(b"Font").and_then(Object::as_dict_mut).unwrap(),
    };
    fonts.set("Lie", font);
    let block = exchange(block).replacen(&format!("/{name} "), "/Lie ", 1);
    let content = format!("{}{block}{}", &content[..begin], &content[end..]);
    pdf.change_page_content(page, content.into_bytes()).unwrap();
}

fn hide_in_a_layer(pdf: &mut lopdf::Document) {
    let layer = pdf.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("Score") });
    let off = dictionary! { "OFF" => vec![Object::Reference(layer)] };
    catalog(pdf).set("OCProperties", dictionary! { "OCGs" => vec![Object::Reference(layer)], "D" => off });
    change_first_page(pdf, |content| format!("/OC /L BDC\n{content}\nEMC"));
}

fn cover_by_a_link(pdf: &mut lopdf::Document) {
    let form = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 600.into(), 800.into()] };
    let white = pdf.add_object(Stream::new(form, b"1 g 0 0 600 800 re f".to_vec()));
    let link = dictionary! {
        "Type" => "Annot", "Subtype" => "Link", "Rect" => vec![0.into(), 0.into(), 600.into(), 800.into()],
        "AP" => dictionary! { "N" => white },
    };
    let link = pdf.add_object(link);
    let page = first_page(pdf);
    pdf.get_dictionary_mut(page).unwrap().set("Annots", vec![Object::Reference(link)]);
}

fn spread_a_field_over_the_page(pdf: &mut lopdf::Document) {
    let field = object(pdf, |object| object.as_dict().is_ok_and(|entries| entries.has(b"FT")));
    let page: Vec<Object> = [0, 0, 600, 850].into_iter().map(Object::from).collect();
    pdf.get_dictionary_mut(field).unwrap().set("Rect", page);
}

fn swap_fonts(pdf: &mut lopdf::Document) {
    change_first_page(pdf, |content| content.replacen("/F", "/F ", 0).replacen(" Tf", ".5 Tf", 1));
}

fn on_page(key: &'static str, value: Object) -> impl FnOnce(&mut lopdf::Document) {
    move |pdf| {
        let page = first_page(pdf);
        pdf.get_dictionary_mut(page).unwrap().set(key, value);
    }
}

fn in_catalog(key: &'static str, value: Object) -> impl FnOnce(&mut lopdf::Document) {
    move |pdf| catalog(pdf).set(key, value)
}

type Attack = Box<dyn FnOnce(&mut lopdf::Document)>;

/// Everything that a viewer could show, read aloud or do otherwise, while the texts of the pages stay as they are.
fn drawings() -> Vec<(&'static str, Attack)> {
    let numbers = |numbers: [i64; 4]| Object::Array(numbers.map(Object::from).to_vec());
    let text = |text: &str| Object::string_literal(text);
    let info = |pdf: &mut lopdf::Document| {
        let info = pdf.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
        pdf.get_dictionary_mut(info).unwrap().set("Title", Object::string_literal("Rapport: score 5"));
    };
    let metadata = |pdf: &mut lopdf::Document| {
        let id = object(pdf, |object| is_type(object, "Metadata"));
        let stream = pdf.get_object_mut(id).and_then(Object::as_stream_mut).unwrap();
        let xml = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
        assert!(xml.contains("Voorbeeldbank"));
        stream.set_plain_content(xml.replace("Voorbeeldbank", "Andere bank").into_bytes());
    };
    let outline = |pdf: &mut lopdf::Document| {
        let id =
            object(pdf, |object| object.as_dict().is_ok_and(|entries| entries.has(b"Dest") && entries.has(b"Title")));
        pdf.get_dictionary_mut(id).unwrap().set("Title", Object::string_literal("Score 5"));
    };
    let spoken = |pdf: &mut lopdf::Document| {
        let id = object(pdf, |object| is_type(object, "StructElem"));
        pdf.get_dictionary_mut(id).unwrap().set("ActualText", Object::string_literal("Score 5"));
    };
    let identifier = |pdf: &mut lopdf::Document| {
        let id = Object::String(vec![7; 16], StringFormat::Hexadecimal);
        pdf.trailer.set("ID", vec![id.clone(), id]);
    };
    let two_names = |pdf: &mut lopdf::Document| {
        let file = file_named(pdf, ASSESSMENT_FILE);
        pdf.get_dictionary_mut(file).unwrap().set("F", Object::string_literal("rapport.exe"));
    };
    let two_contents = |pdf: &mut lopdf::Document| {
        let file = file_named(pdf, ASSESSMENT_FILE);
        let other = pdf.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"()".to_vec()));
        let files = pdf.get_dictionary_mut(file).unwrap().get_mut(b"EF").and_then(Object::as_dict_mut).unwrap();
        files.set("UF", other);
    };
    vec![
        ("character map", Box::new(lie_about_letters)),
        ("layer", Box::new(hide_in_a_layer)),
        ("appearance of a link", Box::new(cover_by_a_link)),
        ("field over the page", Box::new(spread_a_field_over_the_page)),
        ("size of the letters", Box::new(swap_fonts)),
        ("media box", Box::new(on_page("MediaBox", numbers([0, 400, 595, 842])))),
        ("art box", Box::new(on_page("ArtBox", numbers([0, 0, 9, 9])))),
        ("rotation", Box::new(on_page("Rotate", 180.into()))),
        ("unit", Box::new(on_page("UserUnit", 9.into()))),
        ("transparency group", Box::new(on_page("Group", dictionary! { "S" => "Transparency", "K" => true }.into()))),
        ("thumbnail", Box::new(on_page("Thumb", Object::Null))),
        ("opening page", Box::new(in_catalog("OpenAction", numbers([3, 0, 0, 0])))),
        ("page labels", Box::new(in_catalog("PageLabels", dictionary! { "Nums" => Vec::<Object>::new() }.into()))),
        ("language", Box::new(in_catalog("Lang", text("en")))),
        ("title of the document", Box::new(info)),
        ("metadata", Box::new(metadata)),
        ("bookmark", Box::new(outline)),
        ("what is read aloud", Box::new(spoken)),
        ("file identifier", Box::new(identifier)),
        ("version", Box::new(|pdf| pdf.version = "1.4".to_owned())),
        ("version in the catalog", Box::new(in_catalog("Version", "2.0".into()))),
        ("two names of one attachment", Box::new(two_names)),
        ("two contents of one attachment", Box::new(two_contents)),
        ("an object that nothing names", Box::new(|pdf| _ = pdf.add_object(Object::string_literal("Score 5")))),
    ]
}

static HONEST: LazyLock<Vec<u8>> = LazyLock::new(|| write(&honest()).unwrap());

/// The honest report after a change to its PDF objects, validly signed.
fn changed(attack: impl FnOnce(&mut lopdf::Document)) -> Vec<u8> {
    let mut pdf = lopdf::Document::load_mem(&HONEST).unwrap();
    attack(&mut pdf);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    signed_by(&ASSESSOR, &bytes)
}

#[test]
fn a_lying_drawing_under_a_valid_signature_is_never_intact() {
    for (name, attack) in drawings() {
        let found = verify(&changed(attack), None);
        assert!(found.inspection.is_intact(), "{name}: it is the drawing that gives it away");
        assert!(matches!(only_reason(&found), Reason::Drawing), "{name}: {:?}", found.reasons);
        no_reason_is_without_words(&found, name);
    }
}

#[test]
fn pages_that_hide_what_they_say_are_refused() {
    for (name, from, to) in [
        ("invisible letters", "BT", "BT 3 Tr"),
        ("letters as a clip", "BT", "BT 7 Tr"),
        ("graphics state", "BT", "/G gs BT"),
        ("shading", "BT", "/S sh BT"),
        ("form", "BT", "/X Do BT"),
        ("image in the page", "BT", "BI /W 1 /H 1 ID 0 EI BT"),
        ("clipping", "BT", "0 0 1 1 re W n BT"),
        ("scaled letters", "BT", "BT 1 Tz"),
        ("raised letters", "BT", "BT 900 Ts"),
    ] {
        let pdf = changed(|pdf| change_first_page(pdf, |content| content.replacen(from, to, 1)));
        let found = verify(&pdf, None);
        assert!(matches!(only_reason(&found), Reason::Reading(_)), "{name}: {:?}", found.reasons);
        no_reason_is_without_words(&found, name);
    }
}

#[test]
fn what_acts_by_itself_is_not_even_signed() {
    let request = SignRequest { field: FieldRole::Assessor, reason: "x".to_owned(), location: None, at: at() };
    let script = || dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let attacks: Vec<(&str, Attack)> = vec![
        ("script when opened", Box::new(in_catalog("OpenAction", script().into()))),
        ("program when opened", Box::new(in_catalog("OpenAction", dictionary! { "S" => "Launch" }.into()))),
        ("script on a page", Box::new(on_page("AA", dictionary! { "O" => script() }.into()))),
        (
            "script among the names",
            Box::new(move |pdf| {
                let id = pdf.catalog().unwrap().get(b"Names").and_then(Object::as_reference);
                let list = vec![Object::string_literal("x"), script().into()];
                let tree: Object = dictionary! { "Names" => list }.into();
                match id {
                    Ok(id) => pdf.get_dictionary_mut(id).unwrap().set("JavaScript", tree),
                    Err(_) => {
                        let names = catalog(pdf).get_mut(b"Names").and_then(Object::as_dict_mut).unwrap();
                        names.set("JavaScript", tree);
                    }
                }
            }),
        ),
        (
            "rich form",
            Box::new(|pdf| {
                let id = object(pdf, |object| {
                    object.as_dict().is_ok_and(|entries| entries.has(b"SigFlags") || entries.has(b"AcroForm"))
                });
                pdf.get_dictionary_mut(id).unwrap().set("XFA", Object::string_literal("<xdp/>"));
            }),
        ),
    ];
    for (name, attack) in attacks {
        let mut pdf = lopdf::Document::load_mem(&HONEST).unwrap();
        attack(&mut pdf);
        let mut bytes = Vec::new();
        pdf.save_to(&mut bytes).unwrap();
        assert!(sign(&bytes, &request, &ASSESSOR).is_err(), "{name}");
        no_reason_is_without_words(&verify(&bytes, None), name);
    }
}

#[test]
fn an_attachment_whose_name_only_looks_right_is_none() {
    for name in [
        "beoordeling.rоn",
        "\u{202e}nor.gniledrooeb",
        "beoordeling.ron\u{200b}",
        "BEOORDELING.RON",
        "./beoordeling.ron",
        "",
    ] {
        let mut document = honest();
        document.attachments[0].name = name.to_owned();
        let found = verify(&crate::example::signed(&document), None);
        let named = |wanted: &str| {
            found.reasons.iter().any(|reason| matches!(reason, Reason::Attachment(found) if found == wanted))
        };
        // What cannot be seen in the name is shown.
        assert!(named(&legible_line(name)) && named(ASSESSMENT_FILE), "{name}: {:?}", found.reasons);
        assert!(found.recomputed.is_none());
    }
}

/// An update with one stream more, as another program would append it to a signed report.
fn appended(pdf: &[u8], number: u32, keys: &str, data: &[u8]) -> Vec<u8> {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).unwrap().0;
    let tail = String::from_utf8_lossy(&pdf[pdf.len() - 60..]).into_owned();
    let previous = tail.rsplit("startxref\n").next().unwrap().lines().next().unwrap().to_owned();
    let table = document.max_id + 10;
    let mut bytes = pdf.to_vec();
    let offset = bytes.len();
    bytes.extend(format!("{number} 0 obj\n<<{keys}/Length {}>>\nstream\n", data.len()).bytes());
    bytes.extend([data, b"\nendstream\nendobj\n"].concat());
    let end = bytes.len();
    let keys = format!("/Type/XRef/W[1 4 2]/Index[{number} 1 {table} 1]/Size {}/Root {root} 0 R", table + 1);
    bytes.extend(format!("{table} 0 obj\n<<{keys}/Prev {previous}/Length 14>>\nstream\n").bytes());
    for offset in [offset, end] {
        bytes.extend([&[1], (offset as u32).to_be_bytes().as_slice(), &[0, 0]].concat());
    }
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{end}\n%%EOF\n").bytes());
    bytes
}

#[test]
fn an_attachment_or_a_page_that_is_swapped_after_signing_is_found_and_named() {
    let pdf = lopdf::Document::load_mem(&REPORT).unwrap();
    let stream_of = |name: &str| {
        let file = pdf.get_dictionary(file_named(&pdf, name)).unwrap();
        let files = file.get(b"EF").and_then(Object::as_dict).unwrap();
        files.get(b"F").and_then(Object::as_reference).unwrap()
    };
    let other = EXCHANGE.replacen(
        "\"I.5.4\": (\n            verdict: \"fails\"",
        "\"I.5.4\": (\n            verdict: \"holds\"",
        1,
    );
    assert_ne!(other, *EXCHANGE);
    let swapped = appended(&REPORT, stream_of(ASSESSMENT_FILE).0, "/Type/EmbeddedFile", other.as_bytes());
    assert_eq!(embedded_exchange(&swapped).unwrap().unwrap(), other.as_bytes(), "viewers take the new one");
    let found = verify(&swapped, None);
    assert!(found.reasons.iter().any(|reason| matches!(reason, Reason::Page { page: 1, .. })), "{:?}", found.reasons);
    assert!(found.reasons.iter().any(|reason| matches!(reason, Reason::Fault(_))));
    assert_eq!(found.inspection.signatures[0].faults, [], "the signature over the old part is sound");
    no_reason_is_without_words(&found, "attachment");

    let found = verify(&appended(&REPORT, stream_of(FRAMEWORK_FILE).0, "/Type/EmbeddedFile", b"()"), None);
    assert!(matches!(found.reasons[0], Reason::Framework(_)), "{:?}", found.reasons);

    // The score on the page, while the attachment stays.
    let page = first_page(&pdf);
    let content = pdf.get_page_contents(page)[0];
    let text = pdf.get_page_content(page);
    let text = String::from_utf8(text).unwrap();
    let digits = text.find("Tj").map(|at| &text[text[..at].rfind('<').unwrap()..at]).unwrap();
    let shown = text.replacen(digits, "<0001> ", 1);
    let found = verify(&appended(&REPORT, content.0, "", shown.as_bytes()), None);
    assert!(
        found.reasons.iter().any(|reason| matches!(reason, Reason::Page { page: 1, .. } | Reason::Reading(_))),
        "{:?}",
        found.reasons
    );
    assert!(found.reasons.iter().any(|reason| matches!(reason, Reason::Fault(_))));
    no_reason_is_without_words(&found, "page");
}
