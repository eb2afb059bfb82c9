//! What is no file, what leads elsewhere, and names that pass for others.

#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::desk::{Desk, FRAMEWORK};

/// Every way to hand the program a file to read, `FILE` for its name.
const READERS: [&[&str]; 22] = [
    &["score", "FILE"],
    &["score", "voorbeeld.ron", "--framework", "FILE"],
    &["log", "FILE"],
    &["log", "a.trede", "--verify", "--against", "FILE"],
    &["export", "FILE", "--format", "ron"],
    &["report", "FILE", "--out", "r.pdf", "--unsigned"],
    &["report", "a.trede", "--out", "r.pdf", "--unsigned", "--overlay", "FILE"],
    &["report", "a.trede", "--out", "r.pdf", "--p12", "FILE", "--password-env", "SLEUTEL"],
    &["import", "FILE", "voorbeeld.ron"],
    &["import", "a.trede", "FILE"],
    &["attach", "a.trede", "IV.3.2", "FILE"],
    &["attached", "FILE"],
    &["propose", "a.trede", "--from", "FILE"],
    &["migrate", "FILE", "--to", FRAMEWORK],
    &["migrate", "a.trede", "--to", "FILE"],
    &["new", "n.trede", "--framework", "FILE", "--subject", "A"],
    &["framework", "check", "FILE"],
    &["framework", "diff", FRAMEWORK, "FILE"],
    &["verify", "FILE"],
    &["verify", "voorbeeld.ron", "--trust", "FILE"],
    &["sign", "FILE", "--p12", "x.p12", "--password-env", "SLEUTEL"],
    &["trust", "add", "FILE"],
];

/// Runs the program with ten seconds to answer; gives its exit code and what it said.
#[track_caller]
fn answered(desk: &Desk, arguments: &[&str]) -> (i32, String) {
    let mut child = desk.command().args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(10) {
            child.kill().unwrap();
            panic!("{arguments:?} does not answer");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(!said.contains("panicked"), "{arguments:?}: {said}");
    (output.status.code().unwrap(), said)
}

#[test]
fn what_is_no_file_is_refused_at_once_by_every_command() {
    let desk = Desk::with_example();
    assert!(Command::new("mkfifo").arg(desk.path("pijp")).status().unwrap().success());
    let _listener = UnixListener::bind(desk.path("stopcontact")).unwrap();
    symlink("pijp", desk.path("verwijzing")).unwrap();
    symlink("kring", desk.path("kring")).unwrap();
    let before = desk.done(&["log", "a.trede"]);
    for file in
        ["pijp", "stopcontact", "verwijzing", "kring", "/dev/zero", "/dev/stdin", "/proc/self/mem", "/proc/kmsg"]
    {
        for arguments in READERS {
            let arguments: Vec<&str> = arguments.iter().map(|each| if *each == "FILE" { file } else { each }).collect();
            if arguments[0] == "attach" && file.starts_with("/proc/") {
                continue;
            }
            let (code, said) = answered(&desk, &arguments);
            // That a certificate is none, or a framework has problems, is an answer too.
            assert!(matches!(code, 1 | 2) && !said.is_empty(), "{arguments:?}: {code} {said}");
        }
    }
    assert!(desk.done(&["log", "a.trede"]) == before && !desk.path("r.pdf").exists() && !desk.path("n.trede").exists());
    // The system says of these that they are plain and empty: attached they are.
    let (code, said) = answered(&desk, &["attach", "a.trede", "IV.3.2", "/proc/kmsg"]);
    assert!(code == 0 && said.contains("kmsg (0"), "{said}");
    let sentence = desk.refused(&["verify", "pijp"], "not-plain");
    assert!(sentence.contains("pijp is geen gewoon bestand"), "{sentence}");
    desk.refused(&["import", "a.trede", "/dev/zero"], "not-plain");
}

#[test]
fn a_key_that_is_no_file_hides_no_other_keys() {
    let desk = Desk::new();
    desk.done(&["identity", "new", "A. de Vries", "--passphrase-env", "ZIN"]);
    let home = desk.path("home");
    let folder = find(&home, "pem").expect("the key is kept below the home folder");
    assert!(Command::new("mkfifo").arg(folder.join("pijp.pem")).status().unwrap().success());
    let (code, said) = answered(&desk, &["identity", "list"]);
    assert!(code < 2 && said.contains("A. de Vries") && said.contains("pijp.pem"), "{code} {said}");
}

/// The folder below `from` that holds a file with this ending.
fn find(from: &Path, ending: &str) -> Option<std::path::PathBuf> {
    std::fs::read_dir(from).ok()?.find_map(|entry| {
        let path = entry.ok()?.path();
        if path.is_dir() { find(&path, ending) } else { (path.extension()? == ending).then(|| from.to_owned()) }
    })
}

#[test]
fn links_that_lie_in_wait_beside_a_file_lead_nowhere() {
    let desk = Desk::with_example();
    let victim = b"wat van iemand anders is".as_slice();
    desk.write("slachtoffer", victim);
    for ending in ["lock", "wal", "shm", "journal"] {
        let beside = desk.path(&format!("a.trede{}{ending}", if ending == "lock" { "." } else { "-" }));
        symlink("slachtoffer", &beside).unwrap();
        let (code, said) = answered(&desk, &["finalize", "a.trede", "--perspective", "supervisor"]);
        assert!(code == 2 && !said.is_empty(), "{ending}: {code} {said}");
        assert!(desk.read("slachtoffer") == victim, "{ending}");
        std::fs::remove_file(&beside).unwrap();
    }
    // What is written goes in the place of a link, and never through it.
    symlink("slachtoffer", desk.path("uit.ron")).unwrap();
    let export = ["export", "a.trede", "--format", "ron", "--out", "uit.ron"];
    desk.refused(&export, "exists");
    desk.done(&[&export[..], &["--force"]].concat());
    assert!(desk.read("slachtoffer") == victim && !desk.path("uit.ron").is_symlink());
    desk.done(&["finalize", "a.trede", "--perspective", "supervisor"]);
}

#[test]
fn a_device_is_not_replaced_by_a_file() {
    let desk = Desk::with_example();
    assert!(Command::new("mkfifo").arg(desk.path("pijp")).status().unwrap().success());
    let export = ["export", "a.trede", "--format", "ron", "--force", "--out"];
    desk.refused(&[&export[..], &["pijp"]].concat(), "not-plain");
    std::fs::create_dir(desk.path("map")).unwrap();
    desk.refused(&[&export[..], &["map"]].concat(), "other");
    assert!(!desk.path("pijp").is_file() && desk.path("map").is_dir());
}

#[test]
fn a_lender_whose_name_passes_for_another_is_shown_with_a_warning() {
    let desk = Desk::new();
    let name = "Voorbeeldb\u{430}nk N.V.";
    let new = ["new", "a.trede", "--framework", FRAMEWORK, "--period", "2026", "--subject"];
    let made = desk.run(&[&new[..], &[name]].concat());
    assert!(made.code == 0 && made.err.contains("\u{430} (U+0430)"), "{made:?}");
    for arguments in [&["score", "a.trede"][..], &["report", "a.trede", "--out", "r.pdf", "--unsigned"]] {
        let answer = desk.run(arguments);
        assert!(answer.code == 0 && answer.err.starts_with("Let op: in de naam"), "{answer:?}");
    }
    let texts = trede::report::reading::page_texts(&desk.read("r.pdf")).unwrap();
    assert!(texts[0].join(" ").contains("U+0430"), "{:?}", texts[0]);
    assert!(desk.run(&["verify", "r.pdf"]).out.contains("U+0430"));
    // As JSON the answer stays one document.
    assert_eq!(desk.json(&["score", "a.trede"]).0, 0);
    // What cannot be seen is named by its code alone.
    desk.write("b.ron", trede::cli::EXAMPLE.replacen("name: \"", "name: \"\u{200B}", 1).as_bytes());
    let said = desk.run(&["score", "b.ron"]).err;
    assert!(said.contains("ziet: U+200B."), "{said}");
}
