//! Arguments as nobody should give them.

use std::ffi::OsString;

use super::desk::{Desk, FRAMEWORK, keys};

#[test]
fn help_and_version_are_answered() {
    let desk = Desk::new();
    assert_eq!(desk.done(&["--version"]), format!("trede {}\n", env!("CARGO_PKG_VERSION")));
    let help = desk.done(&["--help"]);
    for command in [
        "framework",
        "new",
        "import",
        "export",
        "score",
        "finalize",
        "demo",
        "report",
        "sign",
        "verify",
        "extract",
        "log",
        "identity",
    ] {
        assert!(help.lines().any(|line| line.starts_with(&format!("  {command} "))), "{command}");
        let own = desk.done(&[command, "--help"]);
        assert!(own.contains(&format!("Gebruik: trede-cli {command}")), "{own}");
        assert!(!own.contains("[cli-") && !own.contains("[arg-"), "a text is missing: {own}");
    }
    assert_eq!(desk.done(&[]), help);
    assert_eq!(keys(&desk.json(&["--help"]).1), ["text"]);
}

#[test]
fn wrong_use_is_one_sentence() {
    let desk = Desk::new();
    for arguments in [
        &["scoor"][..],
        &["score"],
        &["score", "a", "b"],
        &["score", "a", "--hard"],
        &["score", "a", "--perspective"],
        &["score", "a", "--perspective", "self", "--perspective", "self"],
        &["framework", "maak"],
        &["identity", "new"],
        &["report", "a.trede"],
        &["report", "a.trede", "--out", "r.pdf", "--unsigned", "--identity", "A"],
        &["new"],
        &["demo", "iets"],
    ] {
        let sentence = desk.refused(arguments, "usage");
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
    }
    assert!(desk.names().is_empty());
}

#[test]
fn no_argument_makes_the_program_panic() {
    let desk = Desk::with_example();
    let huge = "x".repeat(100_000);
    #[cfg(unix)]
    let broken: OsString = std::os::unix::ffi::OsStringExt::from_vec(vec![b'a', 0xff, 0xfe]);
    #[cfg(not(unix))]
    let broken = OsString::from("a");
    let odd: [OsString; 8] = [
        "".into(),
        " ".into(),
        huge.into(),
        broken,
        "--".into(),
        "\u{202e}\u{1b}[2J\n".into(),
        ".".into(),
        "/dev/null".into(),
    ];
    let shapes: [&[&str]; 17] = [
        &["?"],
        &["score", "?"],
        &["score", "a.trede", "--perspective", "?"],
        &["score", "voorbeeld.ron", "--framework", "?"],
        &["new", "?", "--framework", FRAMEWORK, "--subject", "A"],
        &["new", "n.trede", "--framework", "?", "--subject", "A"],
        &["new", "n.trede", "--framework", FRAMEWORK, "--subject", "?"],
        &["import", "a.trede", "?"],
        &["import", "?", "voorbeeld.ron"],
        &["export", "a.trede", "--format", "ron", "--out", "?"],
        &["verify", "?"],
        &["verify", "voorbeeld.ron", "--trust", "?"],
        &["extract", "?", "--out", "?"],
        &["log", "?"],
        &["identity", "new", "?", "--passphrase-env", "KORT"],
        &["report", "a.trede", "--out", "r.pdf", "--unsigned", "--at", "?"],
        &["framework", "check", "?"],
    ];
    for shape in shapes {
        for word in &odd {
            let arguments: Vec<OsString> =
                shape.iter().map(|part| if *part == "?" { word.clone() } else { part.into() }).collect();
            let answer = desk.run(&arguments);
            let steers = |text: &str| text.contains('\u{1b}') || text.contains('\u{202e}');
            assert!(!steers(&answer.out) && !steers(&answer.err), "{arguments:?}");
            if answer.code == 0 {
                let _ = std::fs::remove_file(desk.path("n.trede"));
            }
        }
    }
    assert_eq!(desk.json(&["score", "a.trede"]).1["total"]["display"], "2,9");
}

#[test]
fn after_two_dashes_everything_is_a_file() {
    let desk = Desk::with_example();
    std::fs::copy(desk.path("a.trede"), desk.path("--json")).unwrap();
    assert!(desk.done(&["score", "--", "--json"]).starts_with("Voorbeeldbank N.V."));
}

#[test]
fn the_demo_does_the_whole_job_once() {
    let desk = Desk::new();
    let out = desk.done(&["demo", "--out", "proef"]);
    for part in [
        "Totaal, volledig beoordeeld: 2,9 (2,850)\n",
        "\nGaaf: ",
        "  proef/rapport.pdf\n",
        "  proef/ondertekenaar.pem\n",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    assert!(desk.refused(&["demo", "--out", "proef"], "usage").contains("proef"));
    desk.done(&[
        "verify",
        "proef/rapport.pdf",
        "--trust",
        "proef/ondertekenaar.pem",
        "--file",
        "proef/voorbeeld.trede",
    ]);
    assert_eq!(desk.json(&["score", "proef/voorbeeld.trede"]), desk.json(&["score", "proef/voorbeeld.ron"]));
    let (code, second) = desk.json(&["demo"]);
    assert_eq!((code, keys(&second)), (0, vec!["files", "intact", "score"]));
    assert_eq!(desk.names(), ["proef", "trede-demo"]);
    assert!(!desk.path("home").exists(), "the key of the example is kept nowhere");
    desk.write("bestand", b"");
    let answer = desk.run(&["demo", "--out", "bestand"]);
    assert_eq!(answer.code, 2);
}
