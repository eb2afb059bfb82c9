//! A password on an assessment: nothing of it is readable without, wherever it is written, and no moment loses anything.

use crate::cli::desk::Desk;

/// A file that may be an assessment with a password, and is none.
fn scrambled(desk: &Desk) {
    let mut bytes = vec![0_u8; 8192];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for byte in &mut bytes {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *byte = (state >> 56) as u8;
    }
    desk.write("x.trede", &bytes);
}

#[cfg(not(feature = "encryption"))]
#[test]
fn a_build_without_encryption_says_so() {
    let desk = Desk::with_example();
    scrambled(&desk);
    for arguments in [&["score", "x.trede"][..], &["log", "x.trede"], &["password", "change", "x.trede"]] {
        let said = desk.refused(arguments, "password-unsupported");
        assert!(said.contains("heeft een wachtwoord"), "{said}");
    }
    desk.refused(&["password", "set", "a.trede", "--new-password-env", "ZIN"], "password-unsupported");
}

#[cfg(feature = "encryption")]
mod encrypted {
    use std::fs;
    use std::path::Path;

    use serde_json::json;
    use trede::domain::{Command, Finding, NormId, Perspective, Verdict};
    use trede::session::{Session, SessionError, Stamp};
    use trede::storage::salvage::salvage;
    use trede::storage::{Access, FileError, Password, TredeFile};

    use super::*;
    use crate::cli::killed::{Fate, at_each};

    const MARKER: &str = "merkteken-qz-merkteken";
    const SIDE: Perspective = Perspective::Supervisor;
    const FIRST: &str = "een lange wachtzin";
    const OTHER: &str = "it's een \"ander\" wächtwoord; --";

    fn password(text: &str) -> Password {
        Password::typed(text.to_owned()).unwrap()
    }

    fn stamp() -> Stamp {
        Stamp { at: "2026-11-26T09:00:00+01:00".to_owned(), actor: "A. Voorbeeld".to_owned() }
    }

    fn write(session: &mut Session, times: usize) {
        for time in 0..times {
            let finding = Finding::because(Verdict::Holds, &format!("{MARKER} {time}"));
            let norm = NormId::new("I.3.1");
            session.execute(Command::Find { perspective: SIDE, norm, finding, continues: false }, &stamp()).unwrap();
        }
        session.flush().unwrap();
    }

    /// The names of the files in which something readable stands: the marker, a word of the framework or of SQL.
    fn readable(folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if entry.file_type().unwrap().is_dir() {
                // The backups count as much.
                if name.ends_with("-backups") {
                    found.extend(readable(&entry.path()));
                }
                continue;
            }
            let bytes = fs::read(entry.path()).unwrap();
            let holds = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
            if [MARKER, "bevinding-bijlage", "CREATE TABLE", "Voorbeeldbank", "perspective"].into_iter().any(holds) {
                found.push(name);
            }
        }
        found.sort();
        found
    }

    fn protected() -> Desk {
        let desk = Desk::with_example();
        fs::remove_file(desk.path("voorbeeld.ron")).unwrap();
        let mut session = Session::open(&desk.path("a.trede"), Access::Write, "A").unwrap();
        write(&mut session, 3);
        drop(session);
        assert!(readable(desk.folder.path()).len() > 1, "the file, and a backup of before");
        desk.done(&["password", "set", "a.trede", "--new-password-env", "ZIN"]);
        desk
    }

    fn open(desk: &Desk, name: &str, text: &str) -> Result<Session, SessionError> {
        Session::open_with(&desk.path(name), Access::Write, "A", Some(&password(text)))
    }

    #[test]
    fn nothing_is_readable_while_it_is_open_nor_after_a_kill() {
        let desk = protected();
        assert_eq!(readable(desk.folder.path()), [""; 0]);
        desk.write("bijlage.txt", b"bevinding-bijlage");
        desk.done(&["attach", "a.trede", "I.3.1", "bijlage.txt", "--file-password-env", "ZIN"]);
        fs::remove_file(desk.path("bijlage.txt")).unwrap();
        let mut session = open(&desk, "a.trede", FIRST).unwrap();
        write(&mut session, 40);
        assert!(desk.names().contains(&"a.trede-wal".to_owned()), "{:?}", desk.names());
        assert_eq!(readable(desk.folder.path()), [""; 0]);
        // The files as a kill would leave them, at another place.
        let after = Desk::new();
        for name in desk.names().into_iter().filter(|name| name.starts_with("a.trede") && !name.ends_with(".lock")) {
            fs::copy(desk.path(&name), after.path(&name)).unwrap();
        }
        let events = session.log().len();
        drop(session);
        let mut recovered = open(&after, "a.trede", FIRST).unwrap();
        assert_eq!(recovered.log().len(), events);
        write(&mut recovered, 1);
        assert_eq!(readable(after.folder.path()), [""; 0]);
        drop(recovered);
        assert_eq!(readable(after.folder.path()), [""; 0]);
        assert_eq!(desk.names(), ["a.trede"]);
    }

    #[test]
    fn a_password_is_set_changed_and_removed_and_the_log_stays() {
        let mut desk = protected();
        desk.environment.push(("NIEUW", OTHER.into()));
        let log = |desk: &Desk, variable: &str| desk.json(&["log", "a.trede", "--file-password-env", variable]).1;
        let before = log(&desk, "ZIN");
        desk.refused(&["password", "set", "a.trede", "--new-password-env", "NIEUW"], "usage");
        desk.done(&["password", "change", "a.trede", "--file-password-env", "ZIN", "--new-password-env", "NIEUW"]);
        assert_eq!(readable(desk.folder.path()), [""; 0]);
        assert_eq!(desk.names(), ["a.trede"]);
        desk.refused(&["score", "a.trede", "--file-password-env", "ZIN"], "password-wrong");
        assert_eq!(log(&desk, "NIEUW"), before);
        let said = desk.json(&["password", "remove", "a.trede", "--file-password-env", "NIEUW"]).1;
        assert_eq!(said, json!({"file": "a.trede", "password": false}));
        assert_eq!(desk.json(&["log", "a.trede"]).1, before);
        assert_eq!(readable(desk.folder.path()), ["a.trede"]);
        desk.refused(&["password", "remove", "a.trede"], "usage");
    }

    #[test]
    fn every_command_asks_for_it_and_tells_a_wrong_one() {
        let desk = protected();
        desk.write("voorbeeld.ron", trede::cli::EXAMPLE.as_bytes());
        let before = desk.read("a.trede");
        for arguments in [
            &["score", "a.trede"][..],
            &["log", "a.trede", "--verify"],
            &["export", "a.trede", "--format", "json"],
            &["report", "a.trede", "--unsigned", "--out", "r.pdf"],
            &["attached", "a.trede"],
            &["import", "a.trede", "voorbeeld.ron"],
            &["finalize", "a.trede", "--perspective", "supervisor"],
            &["password", "remove", "a.trede"],
        ] {
            desk.refused(arguments, "password-needed");
            desk.refused(&[arguments, &["--file-password-env", "ANDERE"]].concat(), "password-wrong");
            desk.refused(&[arguments, &["--file-password-env", "NIETS"]].concat(), "usage");
        }
        assert_eq!(desk.read("a.trede"), before);
        desk.done(&["report", "a.trede", "--unsigned", "--out", "r.pdf", "--file-password-env", "ZIN"]);
        desk.done(&["new", "b.trede", "--framework", crate::cli::desk::FRAMEWORK, "--subject", "Voorbeeldbank N.V."]);
        desk.refused(&["propose", "b.trede", "--from", "a.trede"], "password-needed");
        desk.done(&["propose", "b.trede", "--from", "a.trede", "--from-password-env", "ZIN"]);
        scrambled(&desk);
        desk.refused(&["score", "x.trede", "--file-password-env", "ZIN"], "password-wrong");
        let short = ["password", "set", "b.trede", "--new-password-env", "KORT"];
        assert!(desk.refused(&short, "usage").contains("10 tekens"));
        // A new one can be made with a password from the start.
        let new = [
            "new",
            "c.trede",
            "--framework",
            crate::cli::desk::FRAMEWORK,
            "--subject",
            "B",
            "--file-password-env",
            "ZIN",
        ];
        desk.done(&new);
        desk.refused(&["score", "c.trede"], "password-needed");
    }

    #[test]
    fn a_change_that_was_cut_off_leaves_nothing_behind() {
        let desk = protected();
        // A plain copy, as one that was killed while removing the password leaves it.
        desk.write("a.trede.password.part", MARKER.as_bytes());
        desk.write("a.trede.password.part-journal", MARKER.as_bytes());
        drop(open(&desk, "a.trede", FIRST).unwrap());
        assert_eq!(desk.names(), ["a.trede"]);
        // While somebody works in it nothing is changed.
        let session = open(&desk, "a.trede", FIRST).unwrap();
        let refused = TredeFile::change_password(&desk.path("a.trede"), Some(&password(FIRST)), None, "B").unwrap_err();
        assert!(matches!(refused, FileError::Locked { .. }), "{refused}");
        drop(session);
        let refused = TredeFile::change_password(&desk.path("a.trede"), Some(&password(OTHER)), None, "B").unwrap_err();
        assert!(matches!(refused, FileError::PasswordWrong(_)), "{refused}");
        assert_eq!(readable(desk.folder.path()), [""; 0]);
        assert_eq!(desk.names(), ["a.trede"]);
    }

    /// Once the password is another, a backup under the old one must not be there any more.
    #[test]
    fn killed_or_without_room_while_the_password_changes_it_is_the_old_one_or_no_backup_has_that_any_more() {
        let ready = || {
            let mut desk = protected();
            desk.environment.push(("NIEUW", OTHER.into()));
            desk.done(&["backup", "a.trede", "--file-password-env", "ZIN"]);
            desk
        };
        let change = ["password", "change", "a.trede", "--file-password-env", "ZIN", "--new-password-env", "NIEUW"];
        for of in [("unlink", 1, 9, Fate::Kill), ("unlink", 1, 3, Fate::NoRoom), ("pwrite64", 1, 9, Fate::NoRoom)] {
            let unwell = at_each(of, &change, &ready, &mut |desk, at| {
                let backups = trede::storage::backup::list(&desk.path("a.trede")).len();
                let opens = |text| open(desk, "a.trede", text).map(|mut session| session.log().len());
                match (opens(FIRST), opens(OTHER)) {
                    (Ok(_), Err(_)) => {}
                    (Err(_), Ok(_)) => assert_eq!(backups, 0, "{} {at}", of.0),
                    other => panic!("{} {at}: {other:?}", of.0),
                }
            });
            assert!(unwell.is_none_or(|unwell| unwell > 1), "{}: {unwell:?}", of.0);
        }
    }

    #[test]
    fn what_is_made_from_it_has_the_same_password() {
        let desk = protected();
        let mut session = open(&desk, "a.trede", FIRST).unwrap();
        session.go_on_in(&desk.path("kopie.trede"), "A");
        let moved = loop {
            if let Some(moved) = session.take_moved() {
                break moved;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        };
        moved.unwrap();
        write(&mut session, 1);
        drop(session);
        assert_eq!(readable(desk.folder.path()), [""; 0]);
        drop(open(&desk, "kopie.trede", FIRST).unwrap());
        let text = trede::storage::shipped::ALL[0].text.replacen("version: \"1.0.0\"", "version: \"1.1.0\"", 1);
        desk.write("nieuw.ron", text.as_bytes());
        let migrate = ["migrate", "a.trede", "--to", "nieuw.ron", "--out", "b.trede", "--file-password-env", "ZIN"];
        assert!(desk.run(&migrate).code < 2);
        fs::remove_file(desk.path("nieuw.ron")).unwrap();
        assert_eq!(readable(desk.folder.path()), [""; 0]);
        drop(open(&desk, "b.trede", FIRST).unwrap());
    }

    #[test]
    fn backups_are_protected_as_the_file_and_come_back_with_its_password() {
        let desk = protected();
        let mut session = open(&desk, "a.trede", FIRST).unwrap();
        write(&mut session, 2);
        let events = session.log().len();
        drop(session);
        let backups = trede::storage::backup::list(&desk.path("a.trede"));
        assert_eq!(backups.iter().map(|backup| backup.count).collect::<Vec<_>>(), [events as u64]);
        assert_eq!(readable(desk.folder.path()), [""; 0]);
        let mut bytes = desk.read("a.trede");
        bytes[3 * 4096..4 * 4096].fill(0xAA);
        desk.write("a.trede", &bytes);
        desk.refused(&["restore", "a.trede"], "password-needed");
        let out = desk.done(&["salvage", "a.trede", "--out", "gered.trede", "--file-password-env", "ZIN"]);
        assert!(out.contains(&format!("met {events} gebeurtenissen")), "{out}");
        desk.done(&["restore", "a.trede", "--file-password-env", "ZIN"]);
        for name in ["a.trede", "gered.trede"] {
            assert_eq!(open(&desk, name, FIRST).unwrap().log().len(), events);
        }
        assert_eq!(readable(desk.folder.path()), [""; 0]);
    }

    #[test]
    fn a_page_that_cannot_be_decrypted_costs_no_more_than_what_stands_on_it() {
        let desk = protected();
        let mut session = open(&desk, "a.trede", FIRST).unwrap();
        write(&mut session, 60);
        let events = session.log().len() as u64;
        drop(session);
        fs::remove_dir_all(desk.path("a.trede-backups")).unwrap();
        let whole = desk.read("a.trede");
        let pages = whole.len() / 4096;
        let (mut saved, mut parted) = (0, 0);
        for page in (1..pages).rev().step_by(12) {
            let mut bytes = whole.clone();
            bytes[page * 4096 + 700] ^= 1;
            desk.write("a.trede", &bytes);
            let out = desk.path(&format!("gered-{page}.trede"));
            let Ok(done) = salvage(&desk.path("a.trede"), &out, Some(&password(FIRST))) else { continue };
            let log = open(&desk, &format!("gered-{page}.trede"), FIRST).unwrap().log().len() as u64;
            assert_eq!(log, done.kept);
            if done.is_whole() {
                assert_eq!(done.kept, events);
                saved += 1;
            } else {
                assert!(done.kept <= events, "page {page}: {done:?}");
                if done.end_seen {
                    assert_eq!(done.lost, (done.kept + 1..=events).collect::<Vec<_>>(), "page {page}");
                }
                parted += 1;
            }
        }
        assert!(saved > pages / 24 && parted > 0, "{saved} whole and {parted} in part, of {pages} pages");
    }

    #[test]
    fn a_single_changed_bit_is_found() {
        let desk = protected();
        let whole = desk.read("a.trede");
        for place in [20, whole.len() / 2, whole.len() - 1] {
            let mut bytes = whole.clone();
            bytes[place] ^= 1;
            desk.write("a.trede", &bytes);
            let said = desk.run(&["score", "a.trede", "--file-password-env", "ZIN"]);
            assert!(said.code == 2 && said.err.contains("a.trede"), "{said:?}");
        }
    }
}
