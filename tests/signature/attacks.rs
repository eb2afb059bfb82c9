//! The attack classes that are known for signed PDFs, each made here.

use trede::signing::{Fault, FieldRole, inspect, sign};

use super::fixture::{
    ASSESSOR, SECOND_READER, SIGNED_ONCE, SIGNED_TWICE, assert_refused, bytes_of, document, replaced, request, unsigned,
};

const BYTE_RANGE: &[u8] = b"/ByteRange[";
const CONTENTS: &[u8] = b"/Contents<";

#[track_caller]
fn find(pdf: &[u8], text: &[u8]) -> usize {
    pdf.windows(text.len()).rposition(|window| window == text).expect("text to find")
}

/// The report with something else in the place of the whole entry with the byte range, of the same length.
fn with_byte_range(entry: &str) -> Vec<u8> {
    let at = find(&SIGNED_ONCE, BYTE_RANGE);
    let length = b"/ByteRange".len() + 40;
    assert!(entry.len() <= length, "{entry}");
    let mut pdf = SIGNED_ONCE.clone();
    pdf[at..at + length].copy_from_slice(format!("{entry:<length$}").as_bytes());
    pdf
}

/// The report with something else in the place of the whole entry with the contents, of the same length.
fn with_contents(entry: &str) -> Vec<u8> {
    let at = find(&SIGNED_ONCE, CONTENTS);
    let length = CONTENTS.len() + 12_288 + 1;
    let mut pdf = SIGNED_ONCE.clone();
    pdf[at..at + length].copy_from_slice(format!("{entry:<length$}").as_bytes());
    pdf
}

/// The four numbers of the byte range.
fn numbers() -> [usize; 4] {
    let start = find(&SIGNED_ONCE, CONTENTS) + CONTENTS.len() - 1;
    let end = start + 12_288 + 2;
    [0, start, end, SIGNED_ONCE.len() - end]
}

#[test]
fn universal_forgery_by_the_byte_range_is_refused() {
    let [_, start, end, rest] = numbers();
    let size = SIGNED_ONCE.len();
    for (entry, code) in [
        (String::new(), "byte-range"),
        ("/ByteRange null".into(), "byte-range"),
        ("/ByteRange[]".into(), "byte-range"),
        ("/ByteRange 0".into(), "byte-range"),
        ("/ByteRange/None".into(), "byte-range"),
        ("/ByteRange(0 1 2 3)".into(), "byte-range"),
        ("/ByteRange 9 0 R".into(), "byte-range"),
        ("/ByteRange[null null null null]".into(), "byte-range"),
        (format!("/ByteRange[0 {start} {end}]"), "byte-range"),
        (format!("/ByteRange[0 {start} {end} {rest} 0]"), "byte-range"),
        (format!("/ByteRange[0 {start} {end} -{rest}]"), "byte-range"),
        (format!("/ByteRange[-1 {start} {end} {rest}]"), "byte-range"),
        (format!("/ByteRange[0 {start} 0 {start}]"), "byte-range"),
        (format!("/ByteRange[0 {end} {start} {rest}]"), "byte-range"),
        (format!("/ByteRange[0 {size} {size} 0]"), "byte-range"),
        ("/ByteRange[0 0 0 0]".into(), "byte-range"),
        (format!("/ByteRange[0 {start} {end} 9999999999]"), "byte-range"),
        (format!("/ByteRange[0 {start}. {end} {rest}]"), "byte-range"),
        (format!("/ByteRange[0 {start} {end} 99999999999999999999]"), "syntax"),
        (format!("/ByteRange[+0 {start} {end} {rest}]"), "update-differs"),
        (format!("/ByteRangf[0 {start} {end} {rest}]"), "byte-range"),
    ] {
        assert_refused(&with_byte_range(&entry), code);
    }
}

#[test]
fn universal_forgery_by_the_contents_is_refused() {
    for (entry, code) in [
        ("", "cms-unreadable"),
        ("/Contents null", "cms-unreadable"),
        ("/Contents<>", "cms-unreadable"),
        ("/Contents()", "cms-unreadable"),
        ("/Contents<00>", "cms-unreadable"),
        ("/Contents 0", "cms-unreadable"),
        ("/Contents/None", "cms-unreadable"),
        ("/Contents[<00>]", "cms-unreadable"),
        ("/Contents 9 0 R", "cms-unreadable"),
        ("/Contents<3000>", "cms-unreadable"),
        ("/Contents<3080>", "cms-unreadable"),
    ] {
        assert_refused(&with_contents(entry), code);
    }
    // The same message as a string in parentheses is the same signature to a lenient reader.
    let at = find(&SIGNED_ONCE, CONTENTS) + CONTENTS.len();
    let digits = String::from_utf8(SIGNED_ONCE[at..at + 12_288].to_vec()).unwrap();
    let octal: String = (0..1_000)
        .map(|pair| format!("\\{:03o}", u8::from_str_radix(&digits[pair * 2..pair * 2 + 2], 16).unwrap()))
        .collect();
    assert_refused(&with_contents(&format!("/Contents({octal})")), "contents");
}

/// A well-formed update: these objects, their table, and this trailer besides size and previous table.
fn updated(pdf: &[u8], objects: &[(u32, &str)], trailer: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(pdf);
    let previous = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap();
    let mut bytes = pdf.to_vec();
    let mut table = String::from("xref\n");
    for (number, body) in objects {
        table += &format!("{number} 1\n{:010} 00000 n \n", bytes.len());
        bytes.extend(format!("{number} 0 obj\n{body}\nendobj\n").bytes());
    }
    let xref = bytes.len();
    bytes.extend(format!("{table}trailer\n<</Size 14{trailer}/Prev {previous}>>\nstartxref\n{xref}\n%%EOF\n").bytes());
    bytes
}

/// The added revision is the fault; the first signature is and stays sound, so that is not what gives the attack away.
#[track_caller]
fn assert_addition_refused(pdf: &[u8], name: &str) {
    let found = inspect(pdf);
    let codes: Vec<&str> = found.all_faults().iter().map(Fault::code).collect();
    assert!(
        codes.iter().any(|code| ["no-signature", "signature-entry", "bytes-after-end"].contains(code)),
        "{name}: {codes:?}"
    );
    assert!(!found.is_intact() && found.signatures[0].faults.is_empty(), "{name}");
}

const EVIL_PAGE: &str = "<</Type/Page/Parent 2 0 R/Contents 11 0 R/MediaBox[0 0 595 842]/Resources<<>>>>";
const EVIL_CONTENT: &str = "<</Length 3>>\nstream\n0 g\nendstream";
const ROOT: &str = "/Root 1 0 R";

#[test]
fn incremental_saving_is_refused() {
    let pdf = &*SIGNED_ONCE;
    let catalog = "<</Type/Catalog/Pages 12 0 R>>";
    let pages = "<</Type/Pages/Count 1/Kids[3 0 R]>>";
    for (name, attack) in [
        ("page swapped", updated(pdf, &[(3, EVIL_PAGE), (11, EVIL_CONTENT)], ROOT)),
        ("content swapped", updated(pdf, &[(4, EVIL_CONTENT)], ROOT)),
        ("catalog swapped", updated(pdf, &[(1, catalog), (12, pages)], ROOT)),
        ("another root", updated(pdf, &[(11, catalog), (12, pages)], "/Root 11 0 R")),
        ("nothing but a new end", updated(pdf, &[], ROOT)),
    ] {
        assert_addition_refused(&attack, name);
    }
    // Without a table, a trailer or an end mark: some viewers repair such a file and show the new page.
    let whole = updated(pdf, &[(3, EVIL_PAGE), (11, EVIL_CONTENT)], ROOT);
    for end in [b"xref\n11".as_slice(), b"xref\n3 1", b"trailer", b"startxref", b"%%EOF"] {
        let Some(cut) = whole.windows(end.len()).rposition(|window| window == end).filter(|cut| *cut > pdf.len())
        else {
            continue;
        };
        assert_refused(&whole[..cut], "syntax");
    }
    // The table of the first revision named again instead of one of its own.
    let previous = find(&whole, b"startxref\n");
    let first = String::from_utf8_lossy(&unsigned()).rsplit("startxref\n").next().unwrap().to_owned();
    assert_refused(&[&whole[..previous], b"startxref\n", first.as_bytes()].concat(), "syntax");
    // An update that copies the signature along, so that the last revision holds one.
    let at = find(pdf, b"10 0 obj\n");
    let own =
        String::from_utf8_lossy(&pdf[at + 9..at + 9 + pdf[at..].windows(6).position(|w| w == b"endobj").unwrap() - 9]);
    let copied = updated(pdf, &[(3, EVIL_PAGE), (11, own.trim_end())], ROOT);
    assert_refused(&copied, "byte-range");
}

/// What a reader hashes who believes this byte range.
fn hashed(pdf: &[u8], [_, first, second, length]: [usize; 4]) -> Vec<u8> {
    [&pdf[..first], &pdf[second..second + length]].concat()
}

#[test]
fn signature_wrapping_is_refused() {
    let pdf = &*SIGNED_ONCE;
    let [_, start, end, rest] = numbers();
    let digits = 2 * 1_000;
    let cms = std::str::from_utf8(&pdf[start..start + 1 + digits]).unwrap();
    let inserted = format!(">>\nendobj\n4 0 obj\n{EVIL_CONTENT}\nendobj\n11 0 obj\n<</Length 0");
    for (name, between, code) in
        [("moved within the gap", String::new(), "syntax"), ("moved behind an object in the gap", inserted, "syntax")]
    {
        // The signed bytes that followed the gap are moved further back; a second byte range, inside the gap, finds them.
        let moved = end + 400;
        let mut gap = format!("{cms}>/ByteRange[0 {start} {moved} {rest}]{between}");
        assert!(gap.len() < moved - start, "{name}");
        gap = format!("{gap:<width$}", width = moved - start);
        let forged = [&pdf[..start], gap.as_bytes(), &pdf[end..]].concat();
        assert!(
            hashed(&forged, [0, start, moved, rest]) == hashed(pdf, numbers()),
            "{name}: the hash is that of the report"
        );
        assert_refused(&forged, code);
    }
    // The same with the key spelled so that a strict comparison of names misses it.
    let gap = format!("{cms}>/Byte#52ange[0 {start} {end} {rest}]");
    let forged = [&pdf[..start], format!("{gap:<width$}", width = end - start).as_bytes(), &pdf[end..]].concat();
    assert_refused(&forged, "syntax");
    // The whole signed report as a stream inside another file.
    let wrapped = format!("%PDF-1.7\n1 0 obj\n<</Length {}>>\nstream\n", pdf.len());
    let wrapped = [wrapped.as_bytes(), pdf, b"\nendstream\nendobj\n"].concat();
    assert!(!inspect(&wrapped).is_intact() && inspect(&wrapped).signatures.is_empty());
}

#[test]
fn shadow_attacks_are_refused() {
    // Hide: something covers the page when it is signed, and goes afterwards. Replace: a font or form that is drawn
    // otherwise afterwards. Both redefine, or free, an object that was there when it was signed.
    let free = {
        let whole = updated(&SIGNED_ONCE, &[(8, "null")], ROOT);
        let line = find(&whole, b" 00000 n \ntrailer");
        replaced(&whole, line, b" 00000 n ", b" 00001 f ")
    };
    assert!(!inspect(&free).is_intact());
    for (name, number, body) in [
        (
            "hide: the cover becomes nothing",
            7,
            "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Length 0>>\nstream\n\nendstream",
        ),
        (
            "replace: the appearance of a field",
            7,
            "<</Type/XObject/Subtype/Form/BBox[0 0 190 30]/Length 3>>\nstream\n1 g\nendstream",
        ),
        (
            "replace: the value of the field",
            6,
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(TweedeLezer)/V(Ja)/Rect[0 0 600 800]>>",
        ),
        ("replace: the font", 11, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"),
        ("hide: the link", 8, "null"),
    ] {
        assert_addition_refused(&updated(&SIGNED_ONCE, &[(number, body)], ROOT), name);
    }
    // Hide and replace: a second, unused page tree is signed along, and the update only points at it.
    let mut prepared = document();
    for (number, object) in [(11, 1), (12, 2), (13, 3)] {
        let copy = prepared.objects[&(object, 0)].clone();
        prepared.objects.insert((number, 0), copy);
    }
    prepared.max_id = 13;
    let signed = sign(&bytes_of(prepared), &request(FieldRole::Assessor), &ASSESSOR).unwrap();
    assert_addition_refused(&updated(&signed, &[], "/Root 11 0 R"), "hide and replace");
    let at = find(&signed, b"/Root 1 0 R");
    assert_refused(&replaced(&signed, at, b"/Root 1 0 R/Info 9 0 R", b"/Root 11 0 R/Info 9 0 R"), "update-differs");
}

#[test]
fn annotations_and_fields_that_come_after_signing_are_refused() {
    let page = "<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]/Resources<<>>/Annots[5 0 R 6 0 R 8 0 R 11 0 R]>>";
    let form = "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R 6 0 R 11 0 R]/SigFlags 3>>>>";
    for annotation in [
        "<</Type/Annot/Subtype/FreeText/Rect[0 0 600 800]/Contents(Score 5)/DA(/F 30 Tf)>>",
        "<</Type/Annot/Subtype/Stamp/Rect[0 0 600 800]/AP<</N 7 0 R>>>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(Score)/V(5)/Rect[0 0 600 800]>>",
        "<</Type/Annot/Subtype/Link/Rect[0 0 600 800]/AP<</N 7 0 R>>>>",
    ] {
        for objects in
            [&[(3, page), (11, annotation)][..], &[(1, form), (3, page), (11, annotation)], &[(8, annotation)]]
        {
            assert_addition_refused(&updated(&SIGNED_ONCE, objects, ROOT), annotation);
        }
    }
    // A signature in a field of its own, beside the two that a report has.
    let [_, start, end, _] = numbers();
    let contents = std::str::from_utf8(&SIGNED_ONCE[start..end]).unwrap();
    let signature = format!(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents{contents}\
         /M(D:20261123101112+01'00')/Name(A)/Reason(B)>>"
    );
    let field = "<</Type/Annot/Subtype/Widget/FT/Sig/T(Derde)/V 12 0 R/Rect[0 0 600 800]>>";
    let sneaky = updated(&SIGNED_ONCE, &[(1, form), (3, page), (11, field), (12, &signature)], ROOT);
    assert_addition_refused(&sneaky, "a field in the place of a signature");
    let in_place = updated(&SIGNED_ONCE, &[(1, form), (3, page), (11, &signature), (12, field)], ROOT);
    assert_refused(&in_place, "byte-range");
    // A third signature after both.
    assert_refused(&updated(&SIGNED_TWICE, &[(12, &signature)], ROOT), "bytes-after-end");
}

#[test]
fn whatever_is_appended_is_refused() {
    let whole = &*SIGNED_ONCE;
    for tail in
        [&b"\n"[..], b"\r", b"\0", b"0", b"%", b"%%EOF", b"%%EOF\n", b"startxref\n0\n%%EOF\n", whole, &unsigned()]
    {
        for pdf in [&*SIGNED_ONCE, &*SIGNED_TWICE] {
            assert!(!inspect(&[pdf, tail].concat()).is_intact(), "{} bytes", tail.len());
        }
    }
    // In front, where a viewer looks for the header in the first kilobyte.
    for head in [&b"\n"[..], b"\xef\xbb\xbf", b"MZ", b"%!PS-Adobe-3.0 PDF-1.7\n", b"%PDF-1.7\n"] {
        assert!(!inspect(&[head, whole].concat()).is_intact());
    }
}

#[test]
fn a_signature_of_another_report_does_not_pass() {
    let mut other = document();
    other
        .objects
        .get_mut(&(9, 0))
        .unwrap()
        .as_dict_mut()
        .unwrap()
        .set("Title", lopdf::Object::string_literal("Rapport (ander)"));
    let other = sign(&bytes_of(other), &request(FieldRole::Assessor), &ASSESSOR).unwrap();
    let other_twice = sign(&other, &request(FieldRole::SecondReader), &SECOND_READER).unwrap();
    assert_eq!((other.len(), other_twice.len()), (SIGNED_ONCE.len(), SIGNED_TWICE.len()), "the offsets fit");
    // The update of the first signer, of the second, and the message alone.
    let first = unsigned().len();
    let transplanted = [&SIGNED_ONCE[..first], &other[first..]].concat();
    if transplanted != *SIGNED_ONCE {
        assert_refused(&transplanted, "digest");
    }
    assert_refused(&[&SIGNED_ONCE[..], &other_twice[other.len()..]].concat(), "digest");
    let [_, start, end, _] = numbers();
    let mut message = SIGNED_ONCE.clone();
    message[start..end].copy_from_slice(&other[start..end]);
    assert_refused(&message, "digest");
    // The second reader alone, without the assessor, and the two in the wrong order.
    let second = &SIGNED_TWICE[SIGNED_ONCE.len()..];
    assert!(!inspect(&[&SIGNED_ONCE[..first], second].concat()).is_intact());
    assert!(!inspect(&[&SIGNED_ONCE[..first], second, &SIGNED_ONCE[first..]].concat()).is_intact());
}

#[test]
fn what_parsers_read_differently_is_refused() {
    let pdf = &*SIGNED_ONCE;
    let update = unsigned().len();
    for (name, from, to, after) in [
        ("hybrid table", &b"/Root 1 0 R"[..], &b"/XRefStm 9/Root 1 0 R"[..], update),
        ("table with a loop", b"/Prev ", b"/Prev 0", update),
        ("generation", b"10 0 obj", b"10 1 obj", update),
        ("generation in the table", b" 00000 n ", b" 00001 n ", update),
        ("comment before the gap", b"]/Contents<", b"]%\n/Contents<", update),
        ("comment in the dictionary", b"/Filter", b"%x\n/Filter", update),
        ("tab for a space", b"10 0 obj", b"10\t0 obj", update),
        ("carriage return", b"obj\n<</Type/Sig", b"obj\r<</Type/Sig", update),
        ("NUL as space", b"obj\n<</Type/Sig", b"obj\0<</Type/Sig", update),
        ("key twice", b"/Filter/Adobe", b"/Type/Sig/Filter/Adobe", update),
        ("key twice, escaped", b"/Filter/Adobe", b"/#54ype/Sig/Filter/Adobe", update),
        ("escaped key", b"/Contents<", b"/#43ontents<", update),
        ("escaped value", b"/Type/Sig/", b"/Type/#53ig/", update),
        ("empty name", b"/Filter/Adobe", b"/ 0/Filter/Adobe", update),
        ("space in the digits", b"/Contents<3", b"/Contents< 3", update),
        ("odd digits", b"0>/M(", b">/M(", update),
        ("string split over lines", b"/M(D:", b"/M(\\\nD:", update),
        ("octal in a string", b"/M(D:", b"/M(\\104:", update),
        ("object in a stream's shadow", b"endstream", b"endstream endstream", 0),
        ("object number reused", b"9 0 obj", b"8 0 obj", 0),
        ("other version", b"%PDF-1.7", b"%PDF-2.0", 0),
        ("binary mark", b"%\xbb", b"%\xbc", 0),
    ] {
        let forged = replaced(pdf, after, from, to);
        assert!(!inspect(&forged).is_intact(), "{name}");
        assert!(!inspect(&forged).all_faults().is_empty(), "{name} is refused without a reason");
    }
    // What would be signed again after such a change is no report any more.
    for (name, from, to) in [
        ("hybrid table", &b"/Root 1 0 R"[..], &b"/XRefStm 9/Root 1 0 R"[..]),
        ("encryption", b"/Root 1 0 R", b"/Encrypt 9 0 R/Root 1 0 R"),
        ("previous table", b"/Root 1 0 R", b"/Prev 9/Root 1 0 R"),
        ("key twice, escaped", b"/Type/Page/", b"/Type/Page/#54ype/Pages/"),
        ("length by reference", b"/Length ", b"/Length 9 0 R/L "),
    ] {
        let forged = replaced(&unsigned(), 0, from, to);
        assert!(sign(&forged, &request(FieldRole::Assessor), &ASSESSOR).is_err(), "{name}");
    }
}
