//! The example of the program as a report, with keys to sign it.

use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset};
use getrandom::SysRng;
use trede::cli::EXAMPLE;
use trede::domain::text::Language;
use trede::domain::{Command, Framework, Perspective, score};
use trede::report::content::{LAYOUT, Literal, PROGRAM, Parameters, SignerFacts, Source, document};
use trede::report::{Document, write};
use trede::session::{ReportJob, Session, Stamp};
use trede::signing::{FieldRole, Identity, Passphrase, SignRequest, Signer, sign};
use trede::storage::exchange_write::ExchangeFormat;
use trede::storage::{exchange_file, framework_file, overlay_file, shipped};
use trede::wording::Wording;

pub const TEXT: &str = shipped::ALL[0].text;

pub fn framework() -> Framework {
    shipped::ALL[0].load().unwrap()
}

pub fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T14:03:00+01:00").unwrap()
}

fn signer(name: &str) -> Signer {
    let passphrase = Passphrase::new("alleen voor de proef".to_owned()).unwrap();
    let from = "2026-01-01T00:00:00Z".parse().unwrap();
    Identity::generate(name, &passphrase, from, &mut SysRng).unwrap().unlock(&passphrase).unwrap()
}

/// Making and unlocking keys is slow on purpose: once for all tests.
pub static ASSESSOR: LazyLock<Signer> = LazyLock::new(|| signer("A. Voorbeeld"));
pub static STRANGER: LazyLock<Signer> = LazyLock::new(|| signer("A. Voorbeeld"));

/// The example after its way through an assessment file: with policies and the head of its log.
pub static EXCHANGE: LazyLock<String> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let read = exchange_file::read(EXAMPLE.as_bytes(), &framework()).unwrap();
    let stamp = Stamp { at: at().to_rfc3339(), actor: "A. Voorbeeld".to_owned() };
    let path = folder.path().join("a.trede");
    let mut session = Session::create(&path, TEXT.as_bytes(), read.cover.clone(), &stamp).unwrap();
    session.execute(Command::Import(Box::new(read.into())), &stamp).unwrap();
    session.execute(Command::Finalize(Perspective::Supervisor), &stamp).unwrap();
    session.export(Perspective::Supervisor, ExchangeFormat::Ron).unwrap()
});

/// The exchange file with one piece of text replaced, which has to be in it once.
#[track_caller]
pub fn changed(from: &str, to: &str) -> String {
    assert_eq!(EXCHANGE.matches(from).count(), 1, "{from}");
    EXCHANGE.replace(from, to)
}

pub fn parameters(signer: Option<&Signer>) -> Parameters {
    let facts = |signer: &Signer| SignerFacts {
        name: signer.certificate().name().to_owned(),
        fingerprint: signer.certificate().fingerprint(),
    };
    Parameters {
        layout: LAYOUT,
        program: PROGRAM.to_owned(),
        language: Language::Dutch,
        at: at(),
        is_final: true,
        signer: signer.map(facts),
    }
}

/// What the report says, to be changed before it is written.
pub fn pages(framework_text: &str, exchange: &str, parameters: &Parameters) -> Document {
    pages_quoting(framework_text, exchange, None, parameters)
}

/// What a report says that quotes the literal words of this overlay.
pub fn pages_quoting(
    framework_text: &str,
    exchange: &str,
    overlay: Option<&[u8]>,
    parameters: &Parameters,
) -> Document {
    let framework = framework_file::load(framework_text.as_bytes()).unwrap();
    let read = exchange_file::read(exchange.as_bytes(), &framework).unwrap();
    let scored = score(&framework, &read.sheet);
    let words = overlay.map(|file| overlay_file::read(file, &framework).unwrap());
    let source = Source {
        framework: &framework,
        framework_text: framework_text.as_bytes(),
        cover: &read.cover,
        perspective: read.perspective,
        sheet: &read.sheet,
        score: &scored,
        log_head: read.log_head.as_ref(),
        exchange,
        literal: words.as_ref().zip(overlay).map(|(overlay, file)| Literal { overlay, file }),
        parameters,
    };
    document(&source, &Wording::new(parameters.language))
}

pub fn job(exchange: &str, is_final: bool) -> ReportJob {
    ReportJob {
        framework: framework(),
        framework_text: TEXT.as_bytes().to_vec(),
        exchange: exchange.to_owned(),
        overlay: None,
        is_final,
        at: at(),
        language: Language::Dutch,
    }
}

/// A valid signature under whatever these bytes say.
pub fn signed_by(signer: &Signer, pdf: &[u8]) -> Vec<u8> {
    signed_at(signer, pdf, at())
}

pub fn signed_at(signer: &Signer, pdf: &[u8], at: DateTime<FixedOffset>) -> Vec<u8> {
    let request = SignRequest { field: FieldRole::Assessor, reason: "Beoordelaar".to_owned(), location: None, at };
    sign(pdf, &request, signer).unwrap()
}

/// A document, written and validly signed by the assessor.
pub fn signed(document: &Document) -> Vec<u8> {
    signed_by(&ASSESSOR, &write(document).unwrap())
}

pub static REPORT: LazyLock<Vec<u8>> = LazyLock::new(|| job(&EXCHANGE, true).make(Some(&ASSESSOR)).unwrap());
