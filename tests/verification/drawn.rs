//! The right words in another drawing, validly signed.

use lopdf::{Object, dictionary};
use trede::report::{Document, write};
use trede::verification::{Reason, verify};

use super::{OLDER, honest, of_program, only_reason};
use crate::example::{ASSESSOR, EXCHANGE, TEXT, pages, signed, signed_by};

/// A document after a change to its PDF objects, validly signed.
pub fn redrawn(document: &Document, change: impl FnOnce(&mut lopdf::Document)) -> Vec<u8> {
    let mut pdf = lopdf::Document::load_mem(&write(document).unwrap()).unwrap();
    change(&mut pdf);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    signed_by(&ASSESSOR, &bytes)
}

pub fn change_first_page(pdf: &mut lopdf::Document, change: impl FnOnce(String) -> String) {
    let page = pdf.page_iter().next().unwrap();
    let content = change(String::from_utf8(pdf.get_page_content(page)).unwrap());
    pdf.change_page_content(page, content.into_bytes()).unwrap();
}

fn cover_with_white(pdf: &mut lopdf::Document) {
    change_first_page(pdf, |content| format!("{content}\nq 1 1 1 rg 0 0 600 850 re f Q"));
}

fn move_text_off_the_page(pdf: &mut lopdf::Document) {
    change_first_page(pdf, |content| content.replacen("BT", "q 1 0 0 1 9000 0 cm BT", 1).replacen("ET", "ET Q", 1));
}

fn write_white_on_white(pdf: &mut lopdf::Document) {
    change_first_page(pdf, |content| content.replacen("BT", "BT 1 1 1 rg", 1));
}

fn shrink_the_page(pdf: &mut lopdf::Document) {
    let page = pdf.page_iter().next().unwrap();
    let tiny: Vec<Object> = [0, 0, 20, 20].into_iter().map(Object::from).collect();
    pdf.get_dictionary_mut(page).unwrap().set("CropBox", tiny);
}

/// The letters of every font, exchanged for those of another font: the codes still tell the same characters.
fn swap_letters(pdf: &mut lopdf::Document) {
    let fonts: Vec<_> = pdf
        .objects
        .iter()
        .filter(|(_, object)| object.as_dict().is_ok_and(|entries| entries.has(b"FontFile2")))
        .map(|(id, _)| *id)
        .collect();
    let file = |pdf: &lopdf::Document, id| pdf.get_dictionary(id).unwrap().get(b"FontFile2").unwrap().clone();
    let (first, second) = (file(pdf, fonts[0]), file(pdf, fonts[1]));
    pdf.get_dictionary_mut(fonts[0]).unwrap().set("FontFile2", second);
    pdf.get_dictionary_mut(fonts[1]).unwrap().set("FontFile2", first);
}

fn link_elsewhere(pdf: &mut lopdf::Document) {
    let action = dictionary! { "S" => "URI", "URI" => Object::string_literal("https://example.org/") };
    let page = pdf.page_iter().next().unwrap();
    let link = dictionary! {
        "Type" => "Annot", "Subtype" => "Link", "A" => action,
        "Rect" => vec![Object::from(0), 0.into(), 600.into(), 800.into()],
    };
    let link = pdf.add_object(link);
    pdf.get_dictionary_mut(page).unwrap().set("Annots", vec![Object::Reference(link)]);
}

#[test]
fn the_right_words_in_another_drawing_are_never_intact_whatever_version_is_claimed() {
    type Attack = fn(&mut lopdf::Document);
    let attacks: [(&str, Attack); 6] = [
        ("white rectangle", cover_with_white),
        ("text off the page", move_text_off_the_page),
        ("white text", write_white_on_white),
        ("small page", shrink_the_page),
        ("other letters", swap_letters),
        ("link", link_elsewhere),
    ];
    for (name, attack) in attacks {
        let found = verify(&redrawn(&honest(), attack), None);
        assert!(matches!(only_reason(&found), Reason::Drawing), "{name}: {:?}", found.reasons);
    }
    for (name, attack) in [attacks[0], attacks[4]] {
        let found = verify(&redrawn(&pages(TEXT, &EXCHANGE, &of_program(OLDER)), attack), None);
        assert!(matches!(only_reason(&found), Reason::OtherProgram { program } if program == OLDER), "{name}");
        assert!(!found.recomputed.unwrap().drawing_compared);
    }
}

#[test]
fn a_report_of_another_version_that_is_drawn_alike_is_intact() {
    let found = verify(&signed(&pages(TEXT, &EXCHANGE, &of_program(OLDER))), None);
    assert!(found.is_intact(), "{:?}", found.reasons);
    assert!(found.recomputed.unwrap().drawing_compared);
}
