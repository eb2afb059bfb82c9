//! Files of others, and files that are made to exhaust a reader.

use std::io::Write as _;
use std::time::{Duration, Instant};

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Document, Object, Stream, dictionary};
use trede::report::reading::ReadingError;
use trede::signing::inspect;
use trede::verification::{Reason, Verification, embedded_exchange, readable, verify};

use super::foreign_pdf;
use crate::example::REPORT;

#[track_caller]
fn quickly(pdf: &[u8]) -> Verification {
    let started = Instant::now();
    let found = verify(pdf, None);
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    assert!(!found.is_intact() && !found.reasons.is_empty() && found.recomputed.is_none());
    found
}

/// A PDF of another program, with the signature of one of our reports in a field of its own.
fn foreign_signed() -> Vec<u8> {
    let mark = b"/Contents<";
    let start = REPORT.windows(mark.len()).rposition(|window| window == mark).unwrap() + mark.len();
    let digits = std::str::from_utf8(&REPORT[start..start + 12_288]).unwrap();
    let foreign = foreign_pdf(false);
    let object = format!("90 0 obj\n<</Type/Sig/Contents <{digits}>/ByteRange[0 1 2 3]>>\nendobj\n");
    let at = foreign.windows(4).rposition(|window| window == b"xref").unwrap();
    let at = foreign[..at].windows(4).rposition(|window| window == b"xref").unwrap_or(at);
    [&foreign[..at], object.as_bytes(), &foreign[at..]].concat()
}

#[test]
fn who_claims_to_have_signed_a_foreign_file_is_named_as_unchecked() {
    assert_eq!(trede::signing::claimed_signers(&foreign_signed()), ["A. Voorbeeld"]);
    assert_eq!(trede::signing::claimed_signers(&foreign_pdf(false)), [""; 0]);
    let compressed = b"%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Length 4>>\nstream\n....\nendstream\nendobj\n";
    let found = quickly(&[compressed.repeat(5), foreign_signed()].concat());
    assert!(matches!(found.reasons[0], Reason::NotAReport), "{:?}", found.reasons);
    assert_eq!(found.claimed, ["A. Voorbeeld"]);
    assert!(found.inspection.signatures.is_empty(), "nobody is called a signer of it");
    // In a report of ours the signers stand under the signatures, checked.
    assert_eq!(verify(&REPORT, None).claimed, [""; 0]);
}

#[test]
fn a_foreign_file_is_called_no_report_also_when_it_is_encrypted_or_compressed() {
    for pdf in [foreign_pdf(false), foreign_pdf(true)] {
        let found = quickly(&pdf);
        assert!(matches!(found.reasons[0], Reason::NotAReport), "{:?}", found.reasons);
        assert!(found.reasons.len() <= 2, "one clear sentence: {:?}", found.reasons);
    }
    assert!(quickly(&foreign_pdf(true)).reasons.iter().any(|reason| matches!(reason, Reason::Reading(_))));
}

/// A page whose content, and as many attachments, each grow to `megabytes` when unpacked.
fn bomb(megabytes: usize, attachments: usize) -> Vec<u8> {
    let mut pdf = Document::with_version("1.7");
    let pages = pdf.new_object_id();
    let mut stream = Stream::new(dictionary! {}, vec![b' '; megabytes << 20]);
    stream.compress().unwrap();
    assert!(stream.content.len() < megabytes << 12);
    let content = pdf.add_object(stream);
    let page = pdf.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
    pdf.set_object(pages, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()] });
    let names = (0..attachments).flat_map(|number| {
        let name = Object::string_literal(format!("{number}.ron"));
        let files = dictionary! { "F" => content };
        [name.clone(), dictionary! { "Type" => "Filespec", "F" => name, "EF" => files }.into()]
    });
    let names = dictionary! { "Names" => names.collect::<Vec<Object>>() };
    let names = dictionary! { "EmbeddedFiles" => names };
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "Names" => names });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn files_made_to_exhaust_a_reader_are_refused_in_bounded_time() {
    let head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n".to_vec();
    let xref = |table: &str| {
        let end = format!("{table}trailer\n<</Size 2/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", head.len());
        [head.as_slice(), end.as_bytes()].concat()
    };
    let deep = "[".repeat(1 << 20);
    let loops = "/Type/Pages/Count 1/Kids[1 0 R]";
    for (name, pdf) in [
        ("a table of a billion entries", xref("xref\n0 1000000000\n0000000000 65535 f \n")),
        ("a table that begins at a billion", xref("xref\n1000000000 1\n0000000009 00000 n \n")),
        (
            "a size of four billion",
            [
                head.as_slice(),
                b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4294967295/Root 1 0 R>>\nstartxref\n43\n%%EOF\n",
            ]
            .concat(),
        ),
        ("a deflate bomb", bomb(200, 1)),
        ("one large stream attached sixty times", bomb(15, 60)),
        ("deep nesting", [b"%PDF-1.7\n1 0 obj\n", deep.as_bytes()].concat()),
        ("deep dictionaries", [b"%PDF-1.7\n1 0 obj\n".to_vec(), b"<</A".repeat(1 << 18)].concat()),
        ("a stream of nine billion bytes", b"%PDF-1.7\n1 0 obj\n<</Length 9999999999>>\nstream\n".to_vec()),
        ("pages in a loop", xref("").iter().copied().chain(loops.bytes()).collect()),
        ("a million slashes", [b"%PDF-1.7\n".to_vec(), vec![b'/'; 1 << 20]].concat()),
        ("a million signatures", [b"%PDF-1.7\n/ObjStm ".to_vec(), b"/Contents<".repeat(1 << 17)].concat()),
    ] {
        let found = quickly(&pdf);
        if name.contains("bomb") || name.contains("sixty") {
            assert!(matches!(found.reasons[0], Reason::Reading(ReadingError::TooLarge)), "{name}: {:?}", found.reasons);
        }
        let reported = found.reasons.len();
        assert!(reported <= 5, "{name}: {reported} reasons");
        assert!(!matches!(embedded_exchange(&pdf), Ok(Some(_))), "{name}");
    }
}

/// What the general reader would keep a hundred bytes of for each value, or read again for each entry that points at it.
#[test]
fn what_is_not_read_strictly_never_reaches_a_reader_that_follows_pointers() {
    let object = |number: u32, keys: &str, data: &[u8]| {
        let head = format!("{number} 0 obj\n<<{keys}/Length {}>>\nstream\n", data.len());
        [head.as_bytes(), data, b"\nendstream\nendobj\n"].concat()
    };
    let packed = |content: String| {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(format!("2 0 {content} ").as_bytes()).unwrap();
        object(3, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &encoder.finish().unwrap())
    };
    let head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n".to_vec();
    let ended = |objects: &[Vec<u8>], entries: &[[u32; 3]], index: &str, more: &str| {
        let mut bytes = [head.clone(), objects.concat()].concat();
        let offset = bytes.len() as u32;
        let entries = entries.iter().copied().chain([[1, offset, 0]]);
        let table: Vec<u8> = entries
            .flat_map(|[kind, place, index]| {
                [&[kind as u8], place.to_be_bytes().as_slice(), &(index as u16).to_be_bytes()].concat()
            })
            .collect();
        bytes.extend(object(4, &format!("/Type/XRef/Size 5/W[1 4 2]/Index[{index} 4 1]/Root 1 0 R{more}"), &table));
        bytes.extend(format!("startxref\n{offset}\n%%EOF\n").bytes());
        bytes
    };
    let offset = head.len() as u32;
    let three = [[1, 9, 0], [2, 3, 0], [1, offset, 0]];
    let file = |content: String| ended(&[packed(content)], &three, "1 3", "");
    let few = file("[0 0 0]".to_owned());
    assert!(readable(&few, &inspect(&few)).is_some(), "{:?}", inspect(&few).faults);
    let many = file(format!("[{}]", "0 ".repeat(3_000_000)));
    assert!(many.len() < 100_000);
    let again = [[1, 9, 0], [2, 3, 0], [1, offset, 0], [1, 9, 0], [1, 9, 0]];
    let again = ended(&[packed("[0]".to_owned())], &again, "1 3 5 2", "");
    let elsewhere = ended(&[packed("[0]".to_owned())], &three, "1 3", "/Prev 9");
    let beside = ended(&[packed("[0]".to_owned())], &three, "1 3", "/XRefStm 9");
    for (name, pdf) in [("many values", many), ("one object again", again), ("Prev", elsewhere), ("XRefStm", beside)] {
        assert!(readable(&pdf, &inspect(&pdf)).is_none(), "{name}");
        assert!(matches!(quickly(&pdf).reasons[0], Reason::NotAReport), "{name}");
    }
}

#[test]
fn a_report_that_broke_off_while_it_was_sent_is_called_damaged_and_not_foreign() {
    for length in [REPORT.len() / 10, REPORT.len() / 2, REPORT.len() - 10_000] {
        let found = verify(&REPORT[..length], None);
        assert!(!found.is_intact() && !found.reasons.is_empty(), "{length}");
        let is_called_foreign = found.reasons.iter().any(|reason| matches!(reason, Reason::NotAReport));
        assert!(!is_called_foreign, "{length}: {:?}", found.reasons);
    }
}
