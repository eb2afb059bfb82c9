//! SIGKILL at random moments.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::desk::Desk;
use super::{Chance, Tally};

/// So many rounds work on one file; then there is a new one, so that it does not grow too long to look at.
const ROUNDS_A_FILE: u64 = 40;

/// Kills the program `count` times.
pub fn run(count: u64, seed: u64) -> Tally {
    let mut tally = Tally::default();
    let mut chance = Chance::of(seed);
    let mut desk = Desk::new();
    let mut edits = 0;
    for round in 0..count {
        if round % ROUNDS_A_FILE == 0 {
            desk = Desk::new();
        }
        let before = desk.log("a.trede").unwrap().len();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["drive", desk.path("a.trede").to_str().unwrap(), &format!("{}", seed * 100_003 + round)])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (enough, pause) = (chance.below(25), chance.below(8_000));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acknowledged = Vec::new();
        let read = |line: std::io::Result<String>| line.ok().filter(|line| line.starts_with("saved "));
        while (acknowledged.len() as u64) < enough {
            match lines.next().map(read) {
                Some(Some(line)) => acknowledged.push(line),
                _ => break,
            }
        }
        std::thread::sleep(Duration::from_micros(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged.extend(lines.map_while(read));
        tally.runs += 1;
        tally.hit += 1;
        edits += acknowledged.len();
        desk.check(&mut tally, &format!("kill {round}"), before, &acknowledged);
    }
    println!("kills: {edits} edits were acknowledged");
    tally
}
