//! A disk that fills up while a report is signed or written.

use super::desk::Desk;

/// On a disk of its own that has room for one report and no more, made where the system lets a user do that.
const SCRIPT: &str = r#"
mount -t tmpfs -o size=200k proef disk || exit 77
cp r.pdf disk/r.pdf || exit 78
"$TREDE" sign disk/r.pdf --identity "B. Lezer" --passphrase-env ZIN; echo "sign: $?"
"$TREDE" report a.trede --out disk/n.pdf --identity "B. Lezer" --passphrase-env ZIN; echo "report: $?"
cmp r.pdf disk/r.pdf && echo same
ls -A disk
"#;

#[test]
fn a_disk_that_is_full_while_signing_leaves_the_report_as_it_was() {
    let desk = Desk::with_example();
    desk.done(&["identity", "new", "A. Voorbeeld", "--passphrase-env", "ZIN"]);
    desk.done(&["identity", "new", "B. Lezer", "--passphrase-env", "ZIN"]);
    desk.done(&["report", "a.trede", "--out", "r.pdf", "--identity", "A. Voorbeeld", "--passphrase-env", "ZIN"]);
    assert!((100_000..200_000).contains(&desk.read("r.pdf").len()), "one fits on the disk, two do not");
    std::fs::create_dir(desk.path("disk")).unwrap();

    // The environment of the program, in a namespace where a disk can be made.
    let program = desk.command();
    let mut shell = std::process::Command::new("unshare");
    shell.args(["--mount", "--map-root-user", "sh", "-c", SCRIPT]).current_dir(desk.folder.path());
    shell.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.env("TREDE", program.get_program()).stdin(std::process::Stdio::null());
    let ran = match shell.output() {
        Ok(ran) if ran.status.code() != Some(1) && ran.status.code() != Some(77) => ran,
        other => {
            println!("skipped: no disk can be made here: {other:?}");
            return;
        }
    };
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert_eq!(out, "sign: 2\nreport: 2\nsame\nr.pdf\n", "{err}");
    assert_eq!(err.matches("Geen ruimte meer voor").count(), 2, "{err}");
    assert!(err.contains("wat er stond is ongewijzigd") && !err.contains("panicked"), "{err}");
}
