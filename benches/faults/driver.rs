//! What is killed: the session of the program, storing one edit after the other and saying so.

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use trede::domain::{Command, Finding, NormId, Perspective, Verdict};
use trede::session::{Session, SessionError, Stamp};
use trede::storage::Access;

use super::Chance;

fn stamp() -> Stamp {
    Stamp { at: "2026-11-27T10:00:00+01:00".to_owned(), actor: "A. Proef".to_owned() }
}

fn open(path: &Path) -> Session {
    Session::open(path, Access::Write, "A. Proef").unwrap_or_else(|error| {
        // Where nothing can be written, neither can this.
        let _ = writeln!(std::io::stdout(), "unopened {error}");
        std::process::exit(3);
    })
}

fn acknowledge(session: &mut Session) {
    let last = session.log().last().unwrap();
    let line = format!("saved {} {}\n", last.seq, last.hash);
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(line.as_bytes()).and_then(|()| out.flush());
}

fn judge(norms: &[NormId], chance: &mut Chance) -> Command {
    let verdict = [Verdict::Holds, Verdict::Fails, Verdict::Open][chance.below(3) as usize];
    let norm = norms[chance.below(norms.len() as u64) as usize].clone();
    let words = "Wat er staat. ".repeat(chance.below(200) as usize);
    let finding = Finding::because(verdict, &format!("{} {words}", chance.below(u64::MAX)));
    Command::Find { perspective: Perspective::Supervisor, norm, finding, continues: false }
}

/// Edits until it is killed; says of each when it is stored. Now and then it closes the file, which makes a backup.
pub fn drive(path: &Path, seed: u64) {
    let mut chance = Chance::of(seed);
    loop {
        let mut session = open(path);
        let norms: Vec<NormId> = session.framework().norms().map(|norm| norm.id.clone()).collect();
        for _ in 0..1 + chance.below(20) {
            let command = match chance.below(6) {
                0 => Command::Undo,
                1 => Command::Redo,
                _ => judge(&norms, &mut chance),
            };
            if session.execute(command, &stamp()).is_ok() {
                session.flush().unwrap();
                acknowledge(&mut session);
            }
        }
    }
}

/// Makes one edit. Where it cannot be stored the sentence for the user follows, and the exit code is 2.
pub fn edit(path: &Path) {
    let mut session = open(path);
    let norms: Vec<NormId> = session.framework().norms().map(|norm| norm.id.clone()).collect();
    let command = judge(&norms, &mut Chance::of(session.revision()));
    let done = session.execute(command, &stamp()).and_then(|()| session.flush());
    match done {
        Ok(()) => acknowledge(&mut session),
        Err(error) => tell(&error),
    }
}

fn tell(error: &SessionError) -> ! {
    let wording = trede::wording::Wording::new(trede::domain::Language::Dutch);
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "Dat gaat niet: {}", wording.session_error(error));
    std::process::exit(2);
}

/// Makes 40 edits and tries each until it is stored.
pub fn stubborn(path: &Path) {
    let mut session = open(path);
    let norms: Vec<NormId> = session.framework().norms().map(|norm| norm.id.clone()).collect();
    let mut chance = Chance::of(9);
    let mut failed = 0;
    for _ in 0..40 {
        session.execute(judge(&norms, &mut chance), &stamp()).unwrap();
        while session.flush().is_err() {
            failed += 1;
            std::thread::sleep(Duration::from_millis(5));
            if failed > 2_000 {
                return;
            }
        }
        acknowledge(&mut session);
    }
    println!("failed {failed}");
}
