//! What the targets share.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use trede::domain::command::Import;
use trede::domain::{Assessment, Command, Framework, History, Perspective, decide, score};
use trede::session::Session;
use trede::storage::exchange_write::{self, ExchangeFormat};
use trede::storage::{Access, Exchange, exchange_file, framework_file};

/// The small framework of the tests, which the exchange files and overlays among the fixtures are about.
pub static FRAMEWORK: LazyLock<Framework> = LazyLock::new(|| {
    framework_file::load(include_bytes!("../../tests/fixtures/frameworks/good.ron")).expect("it is good")
});

/// An assessment file that an earlier version of the program wrote.
pub const ASSESSMENT: &[u8] = include_bytes!("../../tests/fixtures/formats/1.trede");

/// A folder of this process, in memory where the system has such a place.
pub static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = Path::new("/dev/shm");
    let made = match memory.is_dir() {
        true => tempfile::Builder::new().prefix("trede-fuzz-").tempdir_in(memory),
        false => tempfile::tempdir(),
    };
    made.expect("there is a place for files").keep()
});

/// Opens an assessment file as a user would, to look at and to write, and asks all that the window asks of it.
pub fn open(path: &Path) {
    for access in [Access::Read, Access::Write] {
        let Ok(mut session) = Session::open(path, access, "A. Proef") else { continue };
        for perspective in Perspective::ALL {
            session.score(perspective);
        }
        let entries = session.log().len();
        assert!(entries > 0, "a log without entries was accepted");
    }
}

/// Scores a framework without findings: every set of answers is still possible, which is the most work.
pub fn score_all_open(framework: &Framework) {
    let sheet = trede::domain::Sheet::empty(framework);
    let scored = score(framework, &sheet);
    assert_eq!(scored.parts.len(), framework.parts().count());
}

/// Takes an exchange file in as the program does, scores it, and writes it in both forms: what was read has to come back.
pub fn written_again(read: &Exchange) {
    let framework = &*FRAMEWORK;
    let mut assessment = Assessment { cover: read.cover.clone(), ..Assessment::default() };
    let import = Command::Import(Box::new(Import::from(read.clone())));
    if let Ok(event) = decide(framework, &assessment, &History::default(), import) {
        assessment.apply(framework, &event);
    }
    score(framework, &assessment.sheet(framework, read.perspective));
    for format in [ExchangeFormat::Ron, ExchangeFormat::Json] {
        let (cover, perspective, sheet) = (&read.cover, read.perspective, &read.sheet);
        let text = exchange_write::write(framework, cover, perspective, sheet, read.log_head.as_ref(), format)
            .expect("what was read can be written");
        let again = exchange_file::read(text.as_bytes(), framework).expect("what was written can be read");
        assert_eq!(again, Exchange { states_policy: again.states_policy, ..read.clone() });
    }
}

/// An exchange file over [`FRAMEWORK`] with a place for one finding.
pub const EXCHANGE: &str = r#"{"format": 1, "framework": "klein", "subject": {"name": "Voorbeeldbank N.V."}, "period": "2026",
    "perspective": "self", "answers": {"I.5.1": "FINDING"}}"#;
