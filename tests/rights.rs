//! What is written is for its owner only, whatever the system would give others.

use std::os::unix::fs::PermissionsExt as _;

use trede::domain::{Command, Finding, NormId, Perspective, Verdict};
use trede::session::{Session, Stamp};
use trede::storage::Access;

use crate::cli::desk::Desk;

fn rights(desk: &Desk) -> Vec<(String, u32)> {
    let mode = |name: String| {
        let mode = std::fs::metadata(desk.path(&name)).unwrap().permissions().mode() & 0o777;
        (name, mode)
    };
    desk.names().into_iter().filter(|name| name != "voorbeeld.ron").map(mode).collect()
}

#[test]
fn an_assessment_and_what_lies_beside_it_while_it_is_open() {
    let desk = Desk::with_example();
    let mut session = Session::open(&desk.path("a.trede"), Access::Write, "A").unwrap();
    let (norm, finding) = (NormId::new("I.3.1"), Finding::because(Verdict::Fails, "Toch niet."));
    let stamp = Stamp { at: "2026-11-26T09:00:00+01:00".to_owned(), actor: "A".to_owned() };
    session
        .execute(Command::Find { perspective: Perspective::Supervisor, norm, finding, continues: false }, &stamp)
        .unwrap();
    session.flush().unwrap();
    let found = rights(&desk);
    for name in ["a.trede", "a.trede-wal", "a.trede-shm", "a.trede.lock"] {
        assert!(found.contains(&(name.to_owned(), 0o600)), "{found:?}");
    }
}

#[test]
fn what_goes_out_and_keys() {
    let desk = Desk::with_example();
    for form in ["ron", "json", "csv", "xlsx"] {
        desk.done(&["export", "a.trede", "--format", form, "--out", &format!("uit.{form}")]);
    }
    desk.done(&["report", "a.trede", "--unsigned", "--out", "rapport.pdf"]);
    desk.done(&["identity", "new", "A. Proef", "--passphrase-env", "ZIN"]);
    desk.done(&["identity", "export", "A. Proef", "--out", "a.pem"]);
    let found = rights(&desk);
    assert!(found.len() > 6 && found.iter().all(|(_, mode)| *mode == 0o600), "{found:?}");
    let mut folders = vec![desk.path("home")];
    let mut keys = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
                continue;
            }
            keys += 1;
            assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", entry.path());
        }
    }
    assert!(keys > 0);
}
