//! Files that stand in the way.

use std::process::Stdio;

use trede::storage::{Access, TredeFile};

use super::desk::{Desk, FRAMEWORK};

/// Every command that reads an assessment.
fn on(file: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["score", file],
        vec!["log", file],
        vec!["log", file, "--verify"],
        vec!["export", file, "--format", "ron"],
        vec!["report", file, "--out", "r.pdf", "--unsigned"],
        vec!["import", file, "voorbeeld.ron"],
        vec!["finalize", file, "--perspective", "supervisor"],
        vec!["new", file, "--framework", FRAMEWORK, "--subject", "A", "--force"],
    ]
}

#[track_caller]
fn refused_by_all(desk: &Desk, file: &str, code: &str, left_out: &[&str]) {
    for arguments in on(file).iter().filter(|arguments| !left_out.contains(&arguments[0])) {
        desk.refused(arguments, code);
    }
    assert!(!desk.path("r.pdf").exists());
}

#[test]
fn files_that_are_missing_foreign_or_folders_are_told_apart() {
    let desk = Desk::with_example();
    refused_by_all(&desk, "nergens.trede", "missing", &["new"]);
    std::fs::create_dir(desk.path("map")).unwrap();
    refused_by_all(&desk, "map", "not-trede", &["score"]);
    desk.refused(&["score", "map"], "other");
    desk.write("brief.trede", b"Beste lezer, hierbij de beoordeling.");
    refused_by_all(&desk, "brief.trede", "not-trede", &["score"]);
    desk.refused(&["score", "brief.trede"], "syntax");
    let database = rusqlite::Connection::open(desk.path("ander.db")).unwrap();
    database.execute_batch("CREATE TABLE x (y)").unwrap();
    drop(database);
    refused_by_all(&desk, "ander.db", "not-trede", &[]);
    desk.write("leeg.trede", b"");
    refused_by_all(&desk, "leeg.trede", "not-trede", &["score"]);
}

#[test]
fn a_file_of_a_newer_version_is_left_alone() {
    let desk = Desk::with_example();
    let mut newer = desk.read("a.trede");
    newer[60..64].copy_from_slice(&4_i32.to_be_bytes());
    desk.write("nieuw.trede", &newer);
    refused_by_all(&desk, "nieuw.trede", "newer", &[]);
    assert_eq!(desk.read("nieuw.trede"), newer);
    desk.write("x.ron", trede::cli::EXAMPLE.replace("format: 1", "format: 2").as_bytes());
    desk.refused(&["score", "x.ron"], "newer-format");
}

#[test]
fn a_file_that_was_cut_off_is_refused_at_every_length() {
    let desk = Desk::with_example();
    let whole = desk.read("a.trede");
    for length in [20, 100, 600, 4096, 10_000, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        desk.write("half.trede", &whole[..length]);
        let answer = desk.run(&["import", "half.trede", "voorbeeld.ron"]);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{length}: {answer:?}");
        assert!(desk.read("half.trede") == whole[..length], "the file of {length} bytes was changed");
    }
    desk.write("half.trede", &whole[..8192]);
    desk.refused(&["score", "half.trede"], "damaged");
    desk.write("half.ron", &trede::cli::EXAMPLE.as_bytes()[..5_000]);
    desk.refused(&["score", "half.ron"], "syntax");
}

#[test]
fn a_file_in_use_is_read_but_not_written() {
    let desk = Desk::with_example();
    let (file, _) = TredeFile::open(&desk.path("a.trede"), Access::Write, "Mevrouw De Boer").unwrap();
    let sentence = desk.refused(&["finalize", "a.trede", "--perspective", "supervisor"], "locked");
    assert!(sentence.contains("Mevrouw De Boer"), "{sentence}");
    desk.refused(&["new", "a.trede", "--framework", FRAMEWORK, "--subject", "A", "--force"], "locked");
    desk.done(&["score", "a.trede"]);
    desk.done(&["log", "a.trede", "--verify"]);
    drop(file);
    desk.done(&["finalize", "a.trede", "--perspective", "supervisor"]);
    assert_eq!(desk.names(), ["a.trede", "voorbeeld.ron"], "no lock or write-ahead log stays behind");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_only_be_read_is_scored_and_reported_and_not_written() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let desk = Desk::with_example();
    // Whoever may do everything becomes somebody who may not; the program has to be where he can reach it.
    let program = desk.path("trede-cli");
    // Copied by another process: were it open for writing here, a program that another test starts in that moment would
    // keep it open, and the system runs no file that someone may still write to.
    let copied = std::process::Command::new("cp").arg(env!("CARGO_BIN_EXE_trede-cli")).arg(&program).status();
    assert!(copied.unwrap().success());
    let mode = |name: &str, mode| {
        std::fs::set_permissions(desk.path(name), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    mode("a.trede", 0o444);
    mode(".", 0o555);
    let is_root = std::fs::OpenOptions::new().append(true).open(desk.path("a.trede")).is_ok();
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(&program);
        command.current_dir(desk.folder.path()).env_clear().stdin(Stdio::null()).args(arguments).arg("--json");
        if is_root {
            command.uid(65_534).gid(65_534);
        }
        let output = command.output().unwrap();
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (output.status.code(), answer)
    };
    assert_eq!(run(&["score", "a.trede"]).1["total"]["display"], "2,9");
    assert_eq!(run(&["log", "a.trede", "--verify"]).0, Some(0));
    let (code, answer) = run(&["finalize", "a.trede", "--perspective", "supervisor"]);
    assert_eq!((code, &answer["error"]["code"]), (Some(2), &serde_json::json!("read-only")));
    let (code, answer) = run(&["report", "a.trede", "--out", "r.pdf", "--unsigned"]);
    assert_eq!((code, &answer["error"]["code"]), (Some(2), &serde_json::json!("denied")));
    mode(".", 0o755);
    mode("a.trede", 0o000);
    assert_eq!(run(&["score", "a.trede"]).1["error"]["code"], "denied");
}
