//! Reports as they are written since objects are packed: signed like others, and every way to hide something in them.

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};
use trede::signing::{FieldRole, SignError, inspect, sign};

use super::fixture::{ASSESSOR, SECOND_READER, assert_refused, replaced, request};

const FORM: &str = "<</Type/Catalog/Pages 2 0 R/AcroForm 9 0 R>>";
const FIELD: &str = "<</Type/Annot/Subtype/Widget/FT/Sig/T(NAME)/F 132/Rect[0 0 9 9]/P 3 0 R>>";

/// Changes the entries of the table: number, kind, place, index.
type ChangeTable = fn(&mut Vec<(u32, u8, u32, u16)>);

/// A file of packed objects, with all that an attack can bend.
#[derive(Clone)]
struct File {
    plain: Vec<(u32, String)>,
    packed: Vec<(u32, String)>,
    /// Keys in the dictionary of the stream of objects besides `Length`.
    stream_keys: fn(count: usize, first: usize) -> String,
    /// Text behind the packed objects.
    packed_tail: &'static str,
    /// Bytes behind the compressed data.
    data_tail: &'static [u8],
    table: ChangeTable,
    /// Keys of the table besides those for its storage, and `Size`.
    trailer: &'static str,
    widths: &'static str,
}

impl File {
    fn new() -> Self {
        let field = |name: &str| FIELD.replace("NAME", name);
        let object = |(number, text): (u32, &str)| (number, text.to_owned());
        Self {
            plain: vec![(1, FORM.to_owned()), (5, field("Beoordelaar")), (6, field("TweedeLezer"))],
            packed: [
                (2, "<</Type/Pages/Count 1/Kids[3 0 R]>>"),
                (3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[5 0 R 6 0 R]/Resources<<>>>>"),
                (9, "<</Fields[5 0 R 6 0 R]/SigFlags 3>>"),
            ]
            .map(object)
            .to_vec(),
            stream_keys: |count, first| format!("/Type/ObjStm/N {count}/First {first}/Filter/FlateDecode"),
            packed_tail: "",
            data_tail: b"",
            table: |_| {},
            trailer: "/Root 1 0 R/ID[<00><00>]",
            widths: "[1 4 2]",
        }
    }

    fn with(change: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut file = Self::new();
        change(&mut file);
        file.bytes(b"%PDF-1.7\n%\x80\x81\n", "")
    }

    /// The file after `before`, with more keys in the table.
    fn bytes(&self, before: &[u8], more: &str) -> Vec<u8> {
        let mut bytes = before.to_vec();
        let mut entries = Vec::new();
        for (number, text) in &self.plain {
            entries.push((*number, 1, bytes.len() as u32, 0));
            bytes.extend(format!("{number} 0 obj\n{text}\nendobj\n").bytes());
        }
        let container = 10;
        let (mut head, mut body) = (String::new(), String::new());
        for (index, (number, text)) in self.packed.iter().enumerate() {
            entries.push((*number, 2, container, index as u16));
            head += &format!("{number} {} ", body.len());
            body += &format!("{text} ");
        }
        entries.push((container, 1, bytes.len() as u32, 0));
        let mut data = deflated(format!("{head}{body}{}", self.packed_tail).as_bytes());
        data.extend(self.data_tail);
        let keys = (self.stream_keys)(self.packed.len(), head.len());
        stream(&mut bytes, container, &keys, &data);
        let offset = bytes.len();
        entries.push((11, 1, offset as u32, 0));
        entries.sort_unstable();
        (self.table)(&mut entries);
        let index: String = entries.iter().map(|(number, ..)| format!("{number} 1 ")).collect();
        let table: Vec<u8> = entries
            .iter()
            .flat_map(|(_, kind, place, index)| {
                [&[*kind], place.to_be_bytes().as_slice(), &index.to_be_bytes()].concat()
            })
            .collect();
        let keys = format!("/Type/XRef/Size 12/W{}/Index[{index}]{}{more}", self.widths, self.trailer);
        stream(&mut bytes, 11, &keys, &table);
        bytes.extend(format!("startxref\n{offset}\n%%EOF\n").bytes());
        bytes
    }
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn stream(bytes: &mut Vec<u8>, number: u32, keys: &str, data: &[u8]) {
    bytes.extend(format!("{number} 0 obj\n<<{keys}/Length {}>>\nstream\n", data.len()).bytes());
    bytes.extend(data);
    bytes.extend(b"\nendstream\nendobj\n");
}

fn signed() -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let unsigned = File::with(|_| {});
    let once = sign(&unsigned, &request(FieldRole::Assessor), &ASSESSOR).unwrap();
    let twice = sign(&once, &request(FieldRole::SecondReader), &SECOND_READER).unwrap();
    (unsigned, once, twice)
}

#[test]
fn a_packed_report_is_signed_twice_and_every_update_points_on_in_the_same_way() {
    let (unsigned, once, twice) = signed();
    assert!(inspect(&unsigned).is_unsigned() && once.starts_with(&unsigned) && twice.starts_with(&once));
    assert!(inspect(&once).is_intact() && inspect(&twice).is_intact());
    assert_eq!(inspect(&twice).signatures.len(), 2);
    assert!(!String::from_utf8_lossy(&twice).contains("trailer"), "no table beside the streams");
    // A reader that is not ours follows the pointers to the fields as signed last.
    let document = lopdf::Document::load_mem(&twice).unwrap();
    for field in [5, 6] {
        assert!(document.get_dictionary((field, 0)).unwrap().has(b"V"), "field {field}");
    }
    assert!(document.get_dictionary((3, 0)).unwrap().has(b"MediaBox"));
}

#[test]
fn a_changed_byte_of_a_packed_report_is_refused() {
    let (_, _, twice) = signed();
    // The zeros of the gaps and the digits of the messages are tried elsewhere, with a report of the older form.
    let structure = |position: &usize| !twice[*position].is_ascii_hexdigit() || position.is_multiple_of(11);
    let positions: Vec<usize> = (0..twice.len()).filter(structure).collect();
    let (zeros, others): (Vec<usize>, Vec<usize>) = positions.into_iter().partition(|at| twice[*at] == b'0');
    let tried: Vec<usize> = others.into_iter().step_by(3).chain(zeros.into_iter().step_by(40)).collect();
    assert!(tried.len() > 500, "{}", tried.len());
    for position in tried {
        let mut damaged = twice.clone();
        damaged[position] ^= 1 << (position % 8);
        assert!(!inspect(&damaged).is_intact(), "byte {position} may be changed");
    }
}

#[test]
fn a_table_that_does_not_fit_its_objects_is_refused() {
    let tables: [ChangeTable; 9] = [
        |entries| entries[0].2 += 1,
        |entries| entries.truncate(3),
        |entries| entries.push((7, 1, 15, 0)),
        |entries| entries.push((7, 2, 10, 0)),
        |entries| entries[1].3 += 1,
        |entries| entries[1].2 = 9,
        |entries| entries[0].1 = 3,
        |entries| entries[0].3 = 1,
        |entries| entries.swap(0, 1),
    ];
    for table in tables {
        assert_refused(&File::with(|file| file.table = table), "syntax");
    }
    for widths in ["[1 4 1]", "[1 3 2]", "[1 4]", "[1 4 2 0]", "7", "[1 4 -2]"] {
        assert_refused(&File::with(|file| file.widths = widths), "syntax");
    }
    // Numbers that are not used may be named as such, as other writers do.
    let free = File::with(|file| file.table = |entries| entries.insert(0, (0, 0, 0, 0xffff)));
    assert!(inspect(&free).is_unsigned());
}

#[test]
fn a_stream_of_objects_holds_what_it_says_and_nothing_else() {
    let keys: [fn(usize, usize) -> String; 9] = [
        |count, first| format!("/Type/ObjStm/N {}/First {first}/Filter/FlateDecode", count - 1),
        |count, first| format!("/Type/ObjStm/N {}/First {first}/Filter/FlateDecode", count + 1),
        |_, first| format!("/Type/ObjStm/N 4000000000/First {first}/Filter/FlateDecode"),
        |count, first| format!("/Type/ObjStm/N {count}/First {}/Filter/FlateDecode", first + 1),
        |count, _| format!("/Type/ObjStm/N {count}/First -1/Filter/FlateDecode"),
        |count, first| format!("/Type/ObjStm/N {count}/First {first}/Filter/FlateDecode/Extends 4 0 R"),
        |count, first| format!("/Type/ObjStm/N {count}/First {first}/Filter/FlateDecode/DecodeParms null"),
        |count, first| format!("/Type/ObjStm/N {count}/First {first}/Filter[/FlateDecode]"),
        |count, first| format!("/Type/ObjStm/N {count}/First {first}/Filter/LZWDecode"),
    ];
    for keys in keys {
        assert_refused(&File::with(|file| file.stream_keys = keys), "syntax");
    }
    assert_refused(&File::with(|file| file.packed_tail = "12 0 R "), "syntax");
    assert_refused(&File::with(|file| file.packed_tail = " "), "syntax");
    assert_refused(&File::with(|file| file.data_tail = b"x"), "syntax");
    assert_refused(&File::with(|file| file.packed.swap(0, 1)), "syntax");
    let twice = |file: &mut File| file.packed.push((9, "<</Fields[]/SigFlags 3>>".to_owned()));
    assert_refused(&File::with(twice), "syntax");
    let also_plain = |file: &mut File| file.packed.insert(0, (1, "<</Type/Catalog>>".to_owned()));
    assert_refused(&File::with(also_plain), "syntax");
    let its_own_number = |file: &mut File| file.packed.push((10, "null".to_owned()));
    assert_refused(&File::with(its_own_number), "syntax");
    let streams = |file: &mut File| file.packed[0].1 = "<</Length 0>>\nstream\n\nendstream".to_owned();
    assert_refused(&File::with(streams), "syntax");
}

#[test]
fn nothing_hides_in_packed_objects() {
    let page = |text: &'static str| File::with(move |file| file.packed[1].1 = text.to_owned());
    let script = "<</Type/Page/Parent 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>";
    assert_refused(&page(script), "active-content");
    assert_refused(&page("<</Type/Page/A<</S/#4aavaScript>>>>"), "active-content");
    assert_refused(&page("<</Type/Page/Annots[9 0 R]>>"), "foreign-annotation");
    assert_refused(&page("<</Type/Annot/Subtype/FreeText>>"), "foreign-annotation");
    assert_refused(&page("<</Type/Sig/ByteRange[0 1 2 3]>>"), "signature-in-report");
    assert_refused(&page("<</Type/ObjStm/N 1/First 0>>"), "active-content");
    assert_refused(&page("<</Type/XRef>>"), "active-content");
}

#[test]
fn what_signing_writes_again_stands_plainly() {
    for (number, code) in [(1, "trailer"), (5, "field-missing"), (6, "field-missing")] {
        let packed = |file: &mut File| {
            let place = file.plain.iter().position(|(each, _)| *each == number).unwrap();
            let object = file.plain.remove(place);
            file.packed.push(object);
            file.packed.sort();
        };
        let pdf = File::with(packed);
        assert_refused(&pdf, code);
        let error = sign(&pdf, &request(FieldRole::Assessor), &ASSESSOR).unwrap_err();
        assert!(matches!(error, SignError::NotAReport { .. }), "{error}");
    }
}

/// The added revision is a fault; the signature before it stays sound.
#[track_caller]
fn assert_addition_refused(signed: &[u8], addition: &[u8]) {
    let found = inspect(&[signed, addition].concat());
    assert!(!found.is_intact());
    assert_eq!(found.signatures.iter().filter(|signature| signature.faults.is_empty()).count(), 1);
}

#[test]
fn no_revision_hides_other_pages_behind_a_packed_report() {
    let (_, once, _) = signed();
    let text = String::from_utf8_lossy(&once);
    let previous = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap();
    // Another page in a stream of objects of its own, pointed at as the format wants it.
    let mut file = File::new();
    file.plain.clear();
    file.packed = vec![(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned())];
    file.trailer = "/Root 1 0 R";
    let longer = file.bytes(&once, &format!("/Prev {previous}"));
    assert_addition_refused(&once, &longer[once.len()..]);
    // The same as a table, and as a table with a stream beside it.
    let object = "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n";
    for hybrid in ["", "/XRefStm 15"] {
        let table = format!("xref\n3 1\n{:010} 00000 n \n", once.len());
        let trailer = format!("trailer\n<</Size 14/Root 1 0 R{hybrid}/Prev {previous}>>\n");
        let end = format!("startxref\n{}\n%%EOF\n", once.len() + object.len());
        assert_addition_refused(&once, format!("{object}{table}{trailer}{end}").as_bytes());
    }
}

#[test]
fn a_table_beside_packed_objects_is_refused() {
    let pdf = File::with(|_| {});
    let at = pdf.windows(8).position(|window| window == b"11 0 obj").unwrap();
    let offset = at;
    let table =
        format!("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 12/Root 1 0 R>>\nstartxref\n{offset}\n%%EOF\n");
    assert_refused(&[&pdf[..at], table.as_bytes()].concat(), "syntax");
}

#[test]
fn what_unpacks_without_end_is_bounded() {
    let bomb = deflated(&vec![b' '; 80 << 20]);
    assert!(bomb.len() < 100_000);
    let mut pdf = b"%PDF-1.7\n".to_vec();
    stream(&mut pdf, 1, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &bomb);
    assert_refused(&pdf, "syntax");
    let mut pdf = b"%PDF-1.7\n".to_vec();
    stream(&mut pdf, 1, "/Type/XRef/Size 2/W[1 4 2]/Root 1 0 R/Filter/FlateDecode", &bomb);
    assert_refused(&pdf, "syntax");
    // Many that are each within the bound.
    let part = deflated(&vec![b' '; 20 << 20]);
    let mut pdf = b"%PDF-1.7\n".to_vec();
    for number in 1..40 {
        stream(&mut pdf, number, "/Type/ObjStm/N 0/First 0/Filter/FlateDecode", &part);
    }
    assert_refused(&pdf, "syntax");
    let shorter = replaced(&File::with(|_| {}), 0, b"/N 3", b"/N 2");
    assert_refused(&shorter, "syntax");
}
