//! A sample of what `faults` tries in full: the program is killed at the calls with which it writes.

use std::process::{Command, Stdio};

use super::desk::Desk;

/// What befalls a call.
#[derive(Clone, Copy)]
pub enum Fate {
    /// The program is killed before it is made.
    Kill,
    /// It fails, and all later ones of its kind fail too.
    NoRoom,
}

/// Runs these arguments on a new desk again and again; each time this befalls another call of this kind, each `step`th from the
/// last, `most` times, and the desk is looked at. Gives how often the program did not end well; none where there is no strace.
pub fn at_each(
    (call, step, most, fate): (&str, usize, usize, Fate),
    arguments: &[&str],
    desk: &dyn Fn() -> Desk,
    look: &mut dyn FnMut(&Desk, usize),
) -> Option<usize> {
    if !cfg!(target_os = "linux") || Command::new("strace").arg("-V").stdout(Stdio::null()).status().is_err() {
        println!("skipped: there is no strace");
        return None;
    }
    let traced = |desk: &Desk, options: &[&str]| {
        let program = desk.command();
        let mut traced = Command::new("strace");
        traced.args(["-f", "-qq", "-e", &format!("trace={call}")]).args(options);
        traced.arg(program.get_program()).args(arguments).current_dir(desk.folder.path()).env_clear();
        traced.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        traced.stdin(Stdio::null()).output().unwrap()
    };
    let whole = desk();
    assert!(traced(&whole, &["-o", "trace"]).status.success());
    let calls = String::from_utf8(whole.read("trace")).unwrap().lines().filter(|line| line.contains(call)).count();
    let mut unwell = 0;
    for at in (1..=calls).rev().step_by(step).take(most) {
        let desk = desk();
        let inject = match fate {
            Fate::Kill => format!("inject={call}:signal=KILL:when={at}"),
            Fate::NoRoom => format!("inject={call}:error=ENOSPC:when={at}+"),
        };
        let ran = traced(&desk, &["-o", "/dev/null", "-e", &inject]);
        unwell += usize::from(!ran.status.success());
        let said = String::from_utf8_lossy(&ran.stderr);
        let is_told = ran.status.code() != Some(2) || said.starts_with("Dat gaat niet: ");
        assert!(is_told && !said.contains("panicked"), "{call} {at}: {said}");
        look(&desk, at);
    }
    Some(unwell)
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
        let killed = at_each((call, step, 99, Fate::Kill), &migrate, &copy, &mut |desk, at| {
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
fn killed_or_without_room_while_attaching_the_log_holds_the_file_or_nothing_of_it() {
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
    for (call, step, least, fate) in
        [("pwrite64", 9, 2, Fate::Kill), ("unlink", 2, 1, Fate::Kill), ("pwrite64", 11, 1, Fate::NoRoom)]
    {
        let attach = ["attach", "a.trede", "I.3.1", "brief.txt"];
        let killed = at_each((call, step, 99, fate), &attach, &copy, &mut |desk, at| {
            let after = desk.json(&["log", "a.trede"]).1["entries"].as_array().unwrap().len();
            let files = desk.json(&["attached", "a.trede"]).1["attached"].as_array().unwrap().clone();
            assert_eq!((after - before, after - before), (files.len(), files.len().min(1)), "{call} {at}");
            assert!(files.iter().all(|file| file["here"] == true), "{call} {at}: {files:?}");
            desk.done(&attach);
        });
        assert!(killed.is_none_or(|killed| killed >= least), "{call}: {killed:?}");
    }
}
