//! A sample of what `faults` tries in full: the program is killed at the calls with which it writes.

use std::process::{Command, Stdio};

use super::desk::Desk;

/// Runs these arguments on a new desk again and again, killed at each `step`th call of this kind, and has the desk looked at.
/// Gives how often it was killed; none where there is no strace.
pub fn at_each(
    call: &str,
    step: usize,
    arguments: &[&str],
    desk: &dyn Fn() -> Desk,
    look: &mut dyn FnMut(&Desk, usize),
) -> Option<usize> {
    if !cfg!(target_os = "linux") || Command::new("strace").arg("-V").stdout(Stdio::null()).status().is_err() {
        println!("skipped: there is no strace");
        return None;
    }
    let mut killed = 0;
    for at in (1..).step_by(step) {
        let desk = desk();
        let program = desk.command();
        let mut traced = Command::new("strace");
        traced.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}")]);
        traced.args(["-e", &format!("inject={call}:signal=KILL:when={at}")]);
        traced.arg(program.get_program()).args(arguments).current_dir(desk.folder.path()).env_clear();
        traced.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let ran = traced.stdin(Stdio::null()).output().unwrap();
        look(&desk, at);
        if ran.status.success() {
            return Some(killed);
        }
        assert_eq!(ran.status.code(), None, "{call} {at}: {}", String::from_utf8_lossy(&ran.stderr));
        killed += 1;
    }
    None
}

#[test]
fn killed_while_migrating_the_copy_is_whole_with_its_files_or_not_there() {
    let ready = Desk::with_example();
    ready.write("brief.txt", b"abc");
    ready.done(&["attach", "a.trede", "I.3.1", "brief.txt"]);
    let text = trede::storage::shipped::ALL[0].text.replacen("version: \"1.0.0\"", "version: \"1.1.0\"", 1);
    ready.write("nieuw.ron", text.as_bytes());
    let copy = || {
        let desk = Desk::new();
        for name in ["a.trede", "nieuw.ron"] {
            desk.write(name, &ready.read(name));
        }
        desk
    };
    let migrate = ["migrate", "a.trede", "--to", "nieuw.ron", "--out", "b.trede"];
    for (call, step) in [("pwrite64", 9), ("linkat", 1), ("unlink", 3)] {
        let killed = at_each(call, step, &migrate, &copy, &mut |desk, at| {
            if desk.path("b.trede").exists() {
                let files = &desk.json(&["attached", "b.trede"]).1["attached"];
                assert_eq!((files.as_array().unwrap().len(), &files[0]["here"]), (1, &true.into()), "{call} {at}");
            } else {
                desk.done(&migrate);
            }
        });
        assert!(killed.is_none_or(|killed| killed > 0), "{call}: {killed:?}");
    }
}

#[test]
fn killed_while_attaching_the_log_holds_the_file_or_nothing_of_it() {
    let ready = Desk::with_example();
    ready.write("brief.txt", b"abc");
    let before = ready.json(&["log", "a.trede"]).1["entries"].as_array().unwrap().len();
    let copy = || {
        let desk = Desk::new();
        for name in ["a.trede", "brief.txt"] {
            desk.write(name, &ready.read(name));
        }
        desk
    };
    for (call, step, least) in [("pwrite64", 9, 2), ("unlink", 2, 1)] {
        let attach = ["attach", "a.trede", "I.3.1", "brief.txt"];
        let killed = at_each(call, step, &attach, &copy, &mut |desk, at| {
            let after = desk.json(&["log", "a.trede"]).1["entries"].as_array().unwrap().len();
            let files = desk.json(&["attached", "a.trede"]).1["attached"].as_array().unwrap().clone();
            assert_eq!((after - before, after - before), (files.len(), files.len().min(1)), "{call} {at}");
            assert!(files.iter().all(|file| file["here"] == true), "{call} {at}: {files:?}");
            desk.done(&attach);
        });
        assert!(killed.is_none_or(|killed| killed >= least), "{call}: {killed:?}");
    }
}
