//! Files that are attached to findings: kept inside the assessment, named everywhere, never let loose.

mod commands;
mod kept;
mod told;

use std::path::{Path, PathBuf};

use trede::domain::{Attachment, Command, Cover, NormId, Perspective};
use trede::session::{Headway, Session, SessionError, Stamp};
use trede::storage::{Access, shipped};

const SIDE: Perspective = Perspective::Supervisor;

fn stamp() -> Stamp {
    Stamp { at: "2026-09-14T10:00:00+02:00".to_owned(), actor: "A. Voorbeeld".to_owned() }
}

fn cover() -> Cover {
    Cover { subject: "Voorbeeldbank N.V.".to_owned(), kvk: Some("00000000".to_owned()), period: "2026".to_owned() }
}

/// A new assessment, and a folder with something to attach.
struct Desk {
    folder: tempfile::TempDir,
    session: Session,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let text = shipped::ALL[0].text.as_bytes();
        let session = Session::create(&folder.path().join("a.trede"), text, cover(), &stamp()).unwrap();
        Desk { folder, session }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    fn attach(&mut self, norm: &str, paths: &[PathBuf]) -> Result<Vec<Attachment>, SessionError> {
        attach(&mut self.session, norm, paths)
    }

    fn execute(&mut self, command: Command) {
        self.session.execute(command, &stamp()).unwrap();
    }

    fn named(&self, norm: &str) -> Vec<Attachment> {
        self.session.sheet(SIDE).finding(norm).attached
    }

    /// Closes the assessment and opens it again.
    fn again(self, access: Access) -> Desk {
        let Desk { folder, session } = self;
        let path = session.path().to_owned();
        drop(session);
        Desk { session: open(&path, access), folder }
    }
}

fn open(path: &Path, access: Access) -> Session {
    Session::open(path, access, "A. Voorbeeld").unwrap()
}

fn attach(session: &mut Session, norm: &str, paths: &[PathBuf]) -> Result<Vec<Attachment>, SessionError> {
    let norm = NormId::new(norm);
    let kept = session.gathering(SIDE, &norm)?.bring(paths, &Headway::default(), &|| {})?;
    session.attach(SIDE, &norm, &kept, &stamp())?;
    session.flush()?;
    Ok(kept.iter().map(|kept| kept.attachment().clone()).collect())
}
