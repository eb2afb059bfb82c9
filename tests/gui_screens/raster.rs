//! Pages as they are drawn: letters on white paper, and nothing of what no report has.

use std::fs;
use std::path::Path;

use trede::gui::preview::raster::Opened;
use trede::gui::preview::refusal::Refusal;
use trede::gui::preview::subject::{Standing, Subject};

use crate::example::REPORT;

fn opened(bytes: &[u8]) -> Result<Opened, Refusal> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    fs::write(&path, bytes).unwrap();
    Opened::open(&Subject::File(path))
}

/// The share of dark pixels, in thousandths, within these parts of the width and height of a page.
fn dark(opened: &Opened, page: usize, from: [usize; 2], to: [usize; 2]) -> usize {
    let picture = opened.pen().draw(page, [620, 877]).expect("a picture");
    let [width, height] = picture.size;
    assert_eq!([width, height], [620, 877]);
    let rows = height * from[1] / 100..height * to[1] / 100;
    let columns = width * from[0] / 100..width * to[0] / 100;
    let all = rows.len() * columns.len();
    let is_dark = |row: usize, column: usize| u32::from(picture.pixels[row * width + column].r()) < 128;
    let found = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
    found.filter(|(row, column)| is_dark(*row, *column)).count() * 1000 / all
}

#[test]
fn every_page_has_letters_on_white_paper() {
    let opened = opened(&REPORT).unwrap();
    assert_eq!(opened.standing(), Standing::Intact);
    for page in 0..opened.leaves.len() {
        let [middle, margin] = [dark(&opened, page, [10, 5], [90, 95]), dark(&opened, page, [0, 0], [3, 100])];
        assert!((1..400).contains(&middle), "page {}: {middle}", page + 1);
        assert_eq!(margin, 0, "page {}", page + 1);
    }
}

/// The report with its first page changed by this.
fn altered(change: impl FnOnce(&mut lopdf::Document, lopdf::ObjectId)) -> Vec<u8> {
    let mut pdf = lopdf::Document::load_mem(&REPORT).unwrap();
    let first = pdf.page_iter().next().unwrap();
    change(&mut pdf, first);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn what_no_report_has_on_a_page_is_not_drawn() {
    use lopdf::{Object, Stream, dictionary};
    let resources = |pdf: &mut lopdf::Document, page: lopdf::ObjectId, key: &str, value: lopdf::Dictionary| {
        let page = pdf.get_dictionary_mut(page).unwrap();
        let mut resources = match page.get(b"Resources").unwrap().clone() {
            Object::Dictionary(resources) => resources,
            other => {
                let id = other.as_reference().unwrap();
                pdf.get_dictionary(id).unwrap().clone()
            }
        };
        resources.set(key, value);
        resources
    };
    let picture = altered(|pdf, page| {
        let picture = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 60_000, "Height" => 60_000,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
        };
        let picture = pdf.add_object(Stream::new(picture, vec![0; 10]));
        let with = resources(pdf, page, "XObject", dictionary! { "P" => picture });
        pdf.get_dictionary_mut(page).unwrap().set("Resources", with);
    });
    let letters_that_are_programs = altered(|pdf, page| {
        let font = pdf.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type3" });
        let with = resources(pdf, page, "Font", dictionary! { "F" => font });
        pdf.get_dictionary_mut(page).unwrap().set("Resources", with);
    });
    let two_contents = altered(|pdf, page| {
        let content = pdf.get_page_contents(page);
        let parts: Vec<Object> = content.iter().chain(&content).map(|id| Object::Reference(*id)).collect();
        pdf.get_dictionary_mut(page).unwrap().set("Contents", parts);
    });
    for (what, bytes) in [("picture", picture), ("font", letters_that_are_programs), ("contents", two_contents)] {
        let found = opened(&bytes).map(|opened| opened.standing());
        // The reader of the texts may see it first.
        let refused = matches!(found, Err(Refusal::Unusual { page: 1 } | Refusal::Reading(_)));
        assert!(refused, "{what}: {found:?}");
    }
    let untouched = altered(|_, _| {});
    assert_eq!(opened(&untouched).map(|opened| opened.standing()).unwrap(), Standing::Doubtful);
}

#[test]
fn damaged_bytes_never_end_the_drawing() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut drawn = 0;
    // Most damage is refused before anything is drawn; that in the letters of a font is not.
    let font = REPORT.windows(8).position(|window| window == b"/Length1").unwrap() + 60;
    for round in 0..12 {
        let mut bytes = REPORT.clone();
        let (from, length) = if round % 2 == 0 { (0, bytes.len()) } else { (font, 4_000) };
        for _ in 0..3 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let at = from + usize::try_from(state % length as u64).unwrap();
            bytes[at] = state.to_be_bytes()[0];
        }
        match opened(&bytes) {
            Ok(opened) => {
                drawn += 1;
                assert!((0..opened.leaves.len()).step_by(5).all(|page| opened.pen().draw(page, [200, 283]).is_some()));
            }
            Err(refusal) => assert!(!matches!(refusal, Refusal::Lost), "{refusal}"),
        }
    }
    assert!(drawn > 0);
    assert!(matches!(opened(&[]), Err(Refusal::NotAReport)));
    let gone = Opened::open(&Subject::File(Path::new("there-is-none.pdf").to_owned()));
    assert!(matches!(gone.err(), Some(Refusal::File(_))));
}
