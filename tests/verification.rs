//! Attacks on reports: validly signed pages that say something else than the assessment inside, and files that are none.

mod drawn;
mod foreign;
mod ours;

use lopdf::{Dictionary, Object, Stream, dictionary};
use trede::domain::{Command, Cover, Finding, Language, Level, PartId, PartScore, Perspective, Settlement};
use trede::report::block::{Block, CellContent};
use trede::report::content::{ASSESSMENT_FILE, FRAMEWORK_FILE, LAYOUT, PARAMETERS_FILE, Parameters, ParametersError};
use trede::report::{AttachedFile, Document, Relationship, write};
use trede::session::{Session, Stamp};
use trede::signing::{FieldRole, SignRequest, sign};
use trede::storage::framework_file;
use trede::storage::problem::Code;
use trede::verification::{Confirmation, Reason, Verification, embedded_exchange, verify};

use drawn::{change_first_page, redrawn};

use crate::example::{
    ASSESSOR, EXCHANGE, REPORT, STRANGER, TEXT, at, changed, job, pages, parameters, signed, signed_at, signed_by,
};

const OLDER: &str = "Trede 0.0.9";

fn honest() -> Document {
    pages(TEXT, &EXCHANGE, &parameters(Some(&ASSESSOR)))
}

fn of_program(program: &str) -> Parameters {
    Parameters { program: program.to_owned(), ..parameters(Some(&ASSESSOR)) }
}

#[track_caller]
fn only_reason(found: &Verification) -> &Reason {
    let [reason] = found.reasons.as_slice() else { panic!("{:?}", found.reasons) };
    reason
}

#[track_caller]
fn page_reason(pdf: &[u8]) -> (usize, String, String) {
    let found = verify(pdf, None);
    assert!(!found.is_intact());
    let reason = found.reasons.iter().find_map(|reason| match reason {
        Reason::Page { page, found, expected } => Some((*page, found.clone(), expected.clone())),
        _ => None,
    });
    reason.unwrap_or_else(|| panic!("{:?}", found.reasons))
}

#[test]
fn an_honest_report_is_intact_and_recomputed() {
    let found = verify(&REPORT, None);
    assert!(found.is_intact(), "{:?}", found.reasons);
    assert_eq!(found.confirmation, Confirmation::NotAsked);
    let recomputed = found.recomputed.unwrap();
    assert!(recomputed.framework_on_board && recomputed.drawing_compared && recomputed.parameters.is_final);
    assert_eq!(recomputed.score.total.unwrap().only().unwrap().as_fraction(), "57/20");
    assert_eq!(recomputed.log_head.unwrap().count, 3);
    assert_eq!(recomputed.exchange, EXCHANGE.as_bytes());
    assert!(signed(&honest()).len() == REPORT.len(), "the tests write what the program writes");
}

#[test]
fn who_signed_is_a_question_apart() {
    let ours = ASSESSOR.certificate().clone();
    assert_eq!(verify(&REPORT, Some(std::slice::from_ref(&ours))).confirmation, Confirmation::Confirmed);
    assert_eq!(verify(&REPORT, Some(&[])).confirmation, Confirmation::Stranger);
    // A changed assessment, all in order, by somebody who calls himself the same.
    let other =
        changed("\"VI.3.2\": (\n            verdict: \"holds\"", "\"VI.3.2\": (\n            verdict: \"fails\"");
    let forged = job(&other, true).make(Some(&STRANGER)).unwrap();
    let found = verify(&forged, Some(std::slice::from_ref(&ours)));
    assert!(found.is_intact(), "{:?}", found.reasons);
    assert_eq!(found.confirmation, Confirmation::Stranger);
    assert_eq!(verify(&forged, None).confirmation, Confirmation::NotAsked);
    // The second reader counts too.
    let request = SignRequest { field: FieldRole::SecondReader, reason: "x".to_owned(), location: None, at: at() };
    let twice = sign(&REPORT, &request, &STRANGER).unwrap();
    let both = [ours.clone(), STRANGER.certificate().clone()];
    assert!(verify(&twice, None).is_intact());
    assert_eq!(verify(&twice, Some(&[ours])).confirmation, Confirmation::Stranger);
    assert_eq!(verify(&twice, Some(&both)).confirmation, Confirmation::Confirmed);
}

#[test]
fn a_report_that_nobody_signed_says_only_that() {
    let found = verify(&job(&EXCHANGE, true).make(None).unwrap(), None);
    assert!(matches!(only_reason(&found), Reason::Unsigned));
    assert!(found.recomputed.is_some());
}

#[test]
fn another_total_on_the_page_is_named_with_its_page() {
    for program in [trede::report::content::PROGRAM, OLDER] {
        let mut document = pages(TEXT, &EXCHANGE, &of_program(program));
        let total = document.blocks.iter_mut().find_map(|block| match block {
            Block::Total { number, .. } => Some(number),
            _ => None,
        });
        "3,9".clone_into(total.unwrap());
        assert_eq!(page_reason(&signed(&document)), (1, "3,9".to_owned(), "2,9".to_owned()));
    }
}

#[test]
fn another_rationale_on_a_later_page_is_shown_where_it_differs() {
    let mut document = honest();
    let span = document.blocks.iter_mut().find_map(|block| {
        let Block::Table(table) = block else { return None };
        let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
        let mut spans = cells.flat_map(|cell| match &mut cell.content {
            CellContent::Text(spans) => spans.as_mut_slice(),
            CellContent::Chip(_) => &mut [],
        });
        spans.find(|span| span.text.contains("de schade 14 euro"))
    });
    let span = span.unwrap();
    span.text = span.text.replace("de schade 14 euro", "de schade 24 euro");
    let (page, found, expected) = page_reason(&signed(&document));
    assert!(page > 5, "{page}");
    assert!(found.contains("de schade 24 euro") && expected.contains("de schade 14 euro"), "{found} / {expected}");
    assert!(found.chars().count() < 200);
}

#[test]
fn pages_of_one_assessment_around_another_are_not_intact() {
    let other = changed("\"I.5.4\": (\n            verdict: \"fails\"", "\"I.5.4\": (\n            verdict: \"holds\"");
    let mut document = honest();
    document.attachments[0].bytes = other.into_bytes();
    let (page, found, expected) = page_reason(&signed(&document));
    assert_eq!(page, 1);
    assert_ne!(found, expected);
}

#[test]
fn a_draft_cannot_lose_its_mark() {
    let draft = Parameters { is_final: false, ..parameters(Some(&ASSESSOR)) };
    let mut document = pages(TEXT, &EXCHANGE, &draft);
    assert!(verify(&signed(&document), None).is_intact());
    document.concept = None;
    assert_eq!(page_reason(&signed(&document)).2, "CONCEPT");
}

#[test]
fn an_incomplete_assessment_cannot_be_called_final() {
    let open = changed("\"I.3.4\": \"holds\",", "");
    let bare = changed("Alleen klanten in de hoogste risicoklasse", "Alleen klanten in de hoogste risicoklasse!");
    let unreasoned = {
        let start = EXCHANGE.find("\"V.3.3\"").unwrap();
        let end = start + EXCHANGE[start..].find("\n        ),").unwrap();
        format!("{}\"V.3.3\": (verdict: \"fails\"{}", &EXCHANGE[..start], &EXCHANGE[end..])
    };
    for (exchange, is_sound) in [(open, false), (unreasoned, false), (bare, true)] {
        let document = pages(TEXT, &exchange, &parameters(Some(&ASSESSOR)));
        let found = verify(&signed(&document), None);
        assert_eq!(found.is_intact(), is_sound, "{:?}", found.reasons);
        assert!(is_sound || matches!(only_reason(&found), Reason::NotFinal));
    }
}

#[test]
fn the_page_names_the_signer_and_the_time_of_the_signature() {
    let pdf = write(&honest()).unwrap();
    assert!(matches!(only_reason(&verify(&signed_by(&STRANGER, &pdf), None)), Reason::OtherSigner { .. }));
    let later = at() + chrono::Duration::seconds(1);
    assert!(matches!(only_reason(&verify(&signed_at(&ASSESSOR, &pdf, later), None)), Reason::OtherTime { .. }));
    let mut named = parameters(Some(&ASSESSOR));
    named.signer.as_mut().unwrap().name = "B. Toezicht".to_owned();
    let found = verify(&signed(&pages(TEXT, &EXCHANGE, &named)), Some(&[ASSESSOR.certificate().clone()]));
    assert!(matches!(only_reason(&found), Reason::OtherSigner { named, .. } if named.starts_with("B. Toezicht")));
    let found = verify(&signed(&pages(TEXT, &EXCHANGE, &parameters(None))), None);
    assert!(matches!(only_reason(&found), Reason::OtherSigner { named, .. } if named.is_empty()));
}

#[test]
fn files_inside_that_are_missing_foreign_or_swapped_are_named() {
    let names = |pdf: &[u8]| -> Vec<String> {
        let found = verify(pdf, None);
        assert!(!found.is_intact());
        found
            .reasons
            .iter()
            .filter_map(|reason| match reason {
                Reason::Attachment(name) => Some(name.clone()),
                _ => None,
            })
            .collect()
    };
    for (index, name) in [ASSESSMENT_FILE, FRAMEWORK_FILE, PARAMETERS_FILE].into_iter().enumerate() {
        let mut document = honest();
        document.attachments.remove(index);
        assert_eq!(names(&signed(&document)), [name]);
    }
    let mut document = honest();
    document.attachments.push(AttachedFile {
        name: "extra.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        description: String::new(),
        relationship: Relationship::Data,
        bytes: Vec::new(),
    });
    assert_eq!(names(&signed(&document)), ["extra.txt"]);

    let doubled = redrawn(&honest(), |pdf| {
        let root = pdf.trailer.get(b"Root").unwrap().as_reference().unwrap();
        let names = pdf.get_dictionary(root).unwrap().get_deref(b"Names", pdf).unwrap().as_dict().unwrap();
        let files = names.get_deref(b"EmbeddedFiles", pdf).unwrap().as_dict().unwrap();
        let mut list = files.get_deref(b"Names", pdf).unwrap().as_array().unwrap().clone();
        list.extend_from_within(..2);
        pdf.get_dictionary_mut(root)
            .unwrap()
            .set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => list } });
    });
    assert_eq!(names(&doubled), [ASSESSMENT_FILE]);

    let mut document = honest();
    let (first, second) = (document.attachments[0].bytes.clone(), document.attachments[1].bytes.clone());
    (document.attachments[0].bytes, document.attachments[1].bytes) = (second, first);
    let found = verify(&signed(&document), None);
    assert!(matches!(only_reason(&found), Reason::Framework(problems) if !problems.is_empty()));
    assert!(found.recomputed.is_none());
}

#[test]
fn an_assessment_inside_that_is_not_in_order_is_refused() {
    let mut document = honest();
    let broken = EXCHANGE.replacen("\"holds\"", "\"hodls\"", 1);
    document.attachments[0].bytes = broken.into_bytes();
    let found = verify(&signed(&document), None);
    assert!(matches!(only_reason(&found), Reason::Assessment(problems) if problems[0].code == Code::UnknownValue));
}

#[test]
fn parameters_that_are_broken_or_of_another_layout_are_refused() {
    let with = |text: String| {
        let mut document = honest();
        document.attachments[2].bytes = text.into_bytes();
        verify(&signed(&document), None)
    };
    let json = parameters(Some(&ASSESSOR)).to_json();
    let layout = |number: u32| format!("\"layout\": {number}");
    for broken in ["", "{", "[]", &format!("{{{}}}", layout(LAYOUT)), "null"] {
        let found = with(broken.to_owned());
        assert!(matches!(only_reason(&found), Reason::Parameters(ParametersError::Unreadable(_))), "{broken}");
    }
    let found = with(json.replace(&layout(LAYOUT), &layout(LAYOUT + 1)));
    let Reason::Parameters(ParametersError::Layout { found, known }) = only_reason(&found) else { panic!("{found:?}") };
    assert_eq!((*found, *known), (LAYOUT + 1, LAYOUT));
    let found = with(json.replace("\"final\"", "\"more\": 1, \"final\""));
    assert!(matches!(only_reason(&found), Reason::Parameters(ParametersError::Unreadable(_))));
    // The same values in another spelling would be another report.
    assert!(!with(json.replace("\"layout\": ", "\"layout\":  ")).is_intact());
}

#[test]
fn a_report_on_other_weights_says_that_its_framework_is_not_ours() {
    let other = TEXT.replacen("\"3/10\"", "\"5/10\"", 1).replacen("\"7/10\"", "\"5/10\"", 1);
    assert_ne!(other, TEXT);
    let sha256 = trede::storage::framework_file::sha256(other.as_bytes());
    let exchange = EXCHANGE.replace(&trede::storage::framework_file::sha256(TEXT.as_bytes()), &sha256);
    let found = verify(&signed(&pages(&other, &exchange, &parameters(Some(&ASSESSOR)))), None);
    assert!(found.is_intact(), "{:?}", found.reasons);
    let recomputed = found.recomputed.unwrap();
    assert!(!recomputed.framework_on_board);
    assert_eq!(recomputed.framework.id, "afm-betalingsachterstanden-hypotheken");
    assert_ne!(recomputed.score.total.unwrap().only().unwrap().as_fraction(), "57/20");
    // With our framework around an assessment of the other it does not even read.
    let mut document = honest();
    document.attachments[0].bytes = exchange.into_bytes();
    assert!(!verify(&signed(&document), None).is_intact());
}

#[test]
fn damage_anywhere_is_found_and_never_a_panic() {
    let pdf = &*REPORT;
    for tail in [b"\n".as_slice(), b"%%EOF\n", b"\0"] {
        assert!(!verify(&[pdf, tail].concat(), None).is_intact());
    }
    let mut state = 0x2545_f491_u64;
    for _ in 0..10 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (at, bit) = ((state >> 33) as usize % pdf.len(), state >> 61);
        let mut damaged = pdf.clone();
        damaged[at] ^= 1 << bit;
        assert!(!verify(&damaged, None).is_intact(), "bit {bit} of byte {at}");
        assert!(!verify(&pdf[..at], None).is_intact(), "the first {at} bytes");
    }
}

fn foreign_pdf(encrypted: bool) -> Vec<u8> {
    let mut pdf = lopdf::Document::with_version("1.7");
    let pages = pdf.new_object_id();
    let content = pdf.add_object(Stream::new(Dictionary::new(), b"0 0 9 9 re f".to_vec()));
    let page = pdf.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
    pdf.set_object(pages, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()] });
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    pdf.trailer.set("Root", catalog);
    if encrypted {
        let id = Object::string_literal("0123456789abcdef");
        pdf.trailer.set("ID", vec![id.clone(), id]);
        let state = lopdf::EncryptionState::try_from(lopdf::EncryptionVersion::V2 {
            document: &pdf,
            owner_password: "eigenaar",
            user_password: "lezer",
            key_length: 128,
            permissions: lopdf::Permissions::all(),
        });
        pdf.encrypt(&state.unwrap()).unwrap();
    }
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn files_that_are_no_reports_are_said_to_be_none() {
    let noise: Vec<u8> = (0..50_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let cases: [(&str, &[u8]); 7] = [
        ("foreign", &foreign_pdf(false)),
        ("encrypted", &foreign_pdf(true)),
        ("empty", b""),
        ("text", b"Beste lezer,\n\nhierbij het rapport.\n"),
        ("noise", &noise),
        ("noisy PDF", &[b"%PDF-1.7\n".as_slice(), &noise].concat()),
        ("header only", b"%PDF-1.7\n%%EOF\n"),
    ];
    for (name, bytes) in cases {
        let found = verify(bytes, None);
        assert!(!found.is_intact() && found.recomputed.is_none(), "{name}");
        assert!(!matches!(embedded_exchange(bytes), Ok(Some(_))), "{name}");
    }
    assert!(matches!(verify(&foreign_pdf(false), None).reasons[0], Reason::NotAReport));
}

#[test]
fn reports_on_other_frameworks_with_parts_that_the_assessor_settled_verify() {
    for (text, settled) in [
        (include_str!("fixtures/frameworks/good.eight-parts.ron"), &["3", "7"][..]),
        (include_str!("fixtures/frameworks/good.all-rungs.ron"), &["R1"]),
    ] {
        let framework = framework_file::load(text.as_bytes()).unwrap();
        let assessed: Vec<&str> =
            framework.parts().filter(|part| !part.rule.is_stepped()).map(|part| part.id.as_str()).collect();
        assert_eq!(assessed, settled);
        let folder = tempfile::tempdir().unwrap();
        let stamp = Stamp { at: at().to_rfc3339(), actor: "A. Voorbeeld".to_owned() };
        let cover = Cover { subject: "Voorbeeldbank".to_owned(), kvk: None, period: "2026".to_owned() };
        let path = folder.path().join("a.trede");
        let mut session = Session::create(&path, text.as_bytes(), cover, &stamp).unwrap();
        let perspective = Perspective::Supervisor;
        for norm in framework.norms().filter(|norm| norm.twin.is_none()) {
            let finding = Finding::bare(norm.rung.good());
            let find = Command::Find { perspective, norm: norm.id.clone(), finding, continues: false };
            session.execute(find, &stamp).unwrap();
        }
        for part in settled {
            let settlement = Settlement { level: Level::FOUR, rationale: "Het gebeurt bijna overal.".to_owned() };
            let part = PartId::new(part);
            session.execute(Command::Settle { perspective, part, settlement: Some(settlement) }, &stamp).unwrap();
        }
        // What no norm of rung 5 decides is settled too.
        for part in session.score(perspective).clone().parts.iter().filter(|part| part.score().is_none()) {
            let level = part.highest().unwrap();
            let settlement = Some(Settlement { level, rationale: "Zo is het.".to_owned() });
            session.execute(Command::Settle { perspective, part: part.part.clone(), settlement }, &stamp).unwrap();
        }
        session.execute(Command::Finalize(perspective), &stamp).unwrap();
        let job = session.report_job(perspective, at(), Language::Dutch).unwrap();
        let report = job.make(Some(&ASSESSOR)).unwrap();
        let found = verify(&report, Some(&[ASSESSOR.certificate().clone()]));
        assert!(found.is_intact(), "{:?}", found.reasons);
        assert_eq!(found.confirmation, Confirmation::Confirmed);
        let recomputed = found.recomputed.unwrap();
        assert!(recomputed.drawing_compared && !recomputed.framework_on_board);
        assert_eq!(recomputed.score, **session.score(perspective));
        assert_eq!(recomputed.score.part(settled[0]).and_then(PartScore::score), Some(Level::FOUR));
    }
}
