//! Kills the real program and lets the system fail it, then looks whether anything that was acknowledged is lost.
//!
//! `cargo build && cargo run --example faults -- MODE [NUMBER] [SEED]` with one of the modes (and `--features encryption` for
//! the jobs with a password)
//! * `kills`: SIGKILL at NUMBER (1000) random moments while one edit after the other is stored;
//! * `calls`: SIGKILL at every system call that writes, of one edit, export, report, signature, backup, and so on (or every NUMBERth);
//!   a third argument names the jobs: `calls 1 password`;
//! * `errors`: each of these calls fails once, and from then on, with ENOSPC, EIO, EROFS and EDQUOT (likewise);
//! * `share`: the disk fails for a while, and comes back;
//! * `short`: a few of each, for `.ci/run`.
//!
//! The modes besides `kills` need Linux and strace. Exit code 1 and a line for each loss.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program that tests"
)]

mod desk;
mod driver;
mod jobs;
mod kills;
mod strace;

use std::path::Path;

/// What came of a mode.
#[derive(Default)]
pub struct Tally {
    /// How many runs there were.
    pub runs: usize,
    /// In how many the program was killed, or told of an error.
    pub hit: usize,
    /// What went wrong.
    pub losses: Vec<String>,
}

impl Tally {
    /// Takes note of a loss.
    pub fn lose(&mut self, what: String) {
        println!("LOST {what}");
        self.losses.push(what);
    }

    fn end(self, name: &str) -> usize {
        println!("{name}: {} runs, {} hit, {} losses", self.runs, self.hit, self.losses.len());
        self.losses.len()
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |at: usize, other: u64| arguments.get(at).and_then(|text| text.parse().ok()).unwrap_or(other);
    let (count, seed) = (number(1, 1_000), number(2, 1));
    let nth = usize::try_from(number(1, 1)).unwrap();
    let named = arguments.get(2).copied().unwrap_or_default();
    let losses = match arguments.as_slice() {
        ["drive", path, seed] => return driver::drive(Path::new(path), seed.parse().unwrap()),
        ["edit", path] => return driver::edit(Path::new(path)),
        ["stubborn", path] => return driver::stubborn(Path::new(path)),
        ["kills", ..] => kills::run(count, seed).end("kills"),
        ["calls", ..] => strace::calls(nth, named).end("calls"),
        ["errors", ..] => strace::errors(nth, named).end("errors"),
        ["share", ..] => strace::share().end("share"),
        ["short", ..] => {
            kills::run(20, seed).end("kills")
                + strace::calls(7, "").end("calls")
                + strace::errors(29, "").end("errors")
                + strace::share().end("share")
        }
        _ => {
            println!("kills | calls | errors | share | short");
            2
        }
    };
    std::process::exit(i32::from(losses > 0));
}

/// Numbers that look random and are the same for the same seed.
pub struct Chance(u64);

impl Chance {
    /// Begins with a seed.
    pub fn of(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }
}
