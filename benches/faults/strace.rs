//! Stopping and failing a job at each of its system calls, by strace.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Output};

use super::Tally;
use super::desk::Desk;
use super::jobs::{self, Job};

/// The calls that write: all that a save goes through.
const CALLS: [&str; 13] = [
    "write",
    "pwrite64",
    "writev",
    "fsync",
    "fdatasync",
    "ftruncate",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
];
/// Those that may fail besides: making files and folders.
const MAKING: [&str; 3] = ["openat", "mkdir", "fallocate"];
const ERRORS: [&str; 4] = ["ENOSPC", "EIO", "EROFS", "EDQUOT"];

/// Kills every job with these letters in its name at every call; of these every `nth` only.
pub fn calls(nth: usize, named: &str) -> Tally {
    let mut tally = Tally::default();
    let ready = jobs::desk();
    for job in jobs::all().filter(|job| job.name.contains(named)) {
        let before = tally.runs;
        for (call, count) in counted(&ready, job, &CALLS) {
            for at in (1..=count).step_by(nth) {
                let desk = ready.copy();
                let name = format!("{} killed at {call} {at}", job.name);
                let ran = traced(&desk, job, &format!("{call}:signal=KILL:when={at}"));
                tally.runs += 1;
                tally.hit += usize::from(!ran.status.success());
                job.check(&desk, &name, &String::from_utf8_lossy(&ran.stdout), &mut tally);
            }
        }
        println!("  {}: killed at {} calls", job.name, tally.runs - before);
    }
    tally
}

/// Lets every call of these jobs fail, once and from then on; of these every `nth` only.
pub fn errors(nth: usize, named: &str) -> Tally {
    let mut tally = Tally::default();
    let ready = jobs::desk();
    let mut sentences = BTreeSet::new();
    let all: Vec<&str> = CALLS.iter().chain(&MAKING).copied().collect();
    let mut place = 0_usize;
    for job in jobs::all().filter(|job| job.name.contains(named)) {
        let before = tally.runs;
        for (call, count) in counted(&ready, job, &all) {
            for at in 1..=count {
                for (error, ever) in ERRORS.iter().flat_map(|error| [(error, ""), (error, "+")]) {
                    place += 1;
                    if place.is_multiple_of(nth) {
                        fail_once(
                            &ready,
                            job,
                            &format!("{call}:error={error}:when={at}{ever}"),
                            &mut sentences,
                            &mut tally,
                        );
                    }
                }
            }
        }
        println!("  {}: {} failures", job.name, tally.runs - before);
    }
    sentences.iter().for_each(|sentence| println!("  said: {sentence}"));
    tally
}

fn fail_once(ready: &Desk, job: &Job, inject: &str, sentences: &mut BTreeSet<String>, tally: &mut Tally) {
    let desk = ready.copy();
    let name = format!("{} with {inject}", job.name);
    let ran = traced(&desk, job, inject);
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    tally.runs += 1;
    tally.hit += usize::from(!ran.status.success());
    // A failing write of the answer itself is nothing that the program could tell.
    let is_told = err.starts_with("Dat gaat niet: ") && err.trim_end().lines().count() <= 3;
    let is_mute = inject.starts_with("write:");
    match ran.status.code() {
        Some(0) => {}
        Some(2) if is_told || is_mute => {
            let folder = desk.path(".").display().to_string();
            sentences.extend(err.lines().next().map(|line| line.replace(folder.trim_end_matches('.'), "")));
        }
        Some(3) if out.starts_with("unopened") || is_mute => {}
        // It says what it could not read.
        Some(1) if job.name == "salvage" && out.contains("gebeurtenissen") => {}
        // The system could not even start the program.
        Some(127) if err.contains("shared librar") => {}
        other => tally.lose(format!("{name}: ended with {other:?}: {err}")),
    }
    if err.contains("panicked") {
        tally.lose(format!("{name}: panicked"));
    }
    job.check(&desk, &name, &out, tally);
}

/// The disk fails in the middle of forty edits, for a while; each is tried until it is stored.
pub fn share() -> Tally {
    let mut tally = Tally::default();
    for call in ["pwrite64", "fdatasync", "fsync"] {
        for (error, times) in [("EIO", "30..60"), ("ENOSPC", "20..25"), ("EIO", "10..10")] {
            let desk = Desk::new();
            let job = Job { name: "edit", arguments: &["stubborn", "a.trede"], makes: None };
            let ran = traced(&desk, &job, &format!("{call}:error={error}:when={times}"));
            let said = String::from_utf8_lossy(&ran.stdout);
            let acknowledged: Vec<String> =
                said.lines().filter(|line| line.starts_with("saved ")).map(str::to_owned).collect();
            tally.runs += 1;
            tally.hit += usize::from(said.lines().any(|line| line.starts_with("failed ") && line != "failed 0"));
            if acknowledged.len() != 40 {
                tally.lose(format!("{call} {error} {times}: {} of 40 were stored", acknowledged.len()));
            }
            desk.check(&mut tally, &format!("{call} {error} {times}"), 2, &acknowledged);
        }
    }
    tally
}

/// How often a job makes each call, at most in one thread: strace counts for each apart.
fn counted(ready: &Desk, job: &Job, calls: &[&str]) -> BTreeMap<String, usize> {
    let desk = ready.copy();
    let ran = command(&desk, job, &["-o", "trace", "-e", &format!("trace={}", calls.join(","))]);
    assert!(ran.status.success(), "{}: {}", job.name, String::from_utf8_lossy(&ran.stderr));
    let trace = std::fs::read_to_string(desk.path("trace")).unwrap();
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in trace.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Some((call, _)) = rest.trim_start().split_once('(') else { continue };
        *counts.entry((call.to_owned(), thread.to_owned())).or_default() += 1;
    }
    let mut most: BTreeMap<String, usize> = BTreeMap::new();
    for ((call, _), count) in counts {
        let known = most.entry(call).or_default();
        *known = count.max(*known);
    }
    most
}

fn traced(desk: &Desk, job: &Job, inject: &str) -> Output {
    let call = inject.split(':').next().unwrap_or_default();
    command(desk, job, &["-o", "/dev/null", "-e", &format!("trace={call}"), "-e", &format!("inject={inject}")])
}

fn command(desk: &Desk, job: &Job, options: &[&str]) -> Output {
    let mut strace: Command = desk.program("strace".as_ref());
    strace.args(["-f", "-qq"]).args(options).arg(job.program()).args(job.arguments);
    strace.output().expect("strace")
}
