//! The jobs that are cut off: what each runs, and what has to be so afterwards, wherever it stopped.

use std::path::PathBuf;

use super::Tally;
use super::desk::{Desk, trede_cli};

/// One job of the program.
pub struct Job {
    /// Its name.
    pub name: &'static str,
    /// What it runs; `edit` is the session of this program itself.
    pub arguments: &'static [&'static str],
    /// The file that it makes: whole or absent afterwards.
    pub makes: Option<&'static str>,
}

/// All jobs.
pub const ALL: &[Job] = &[
    Job { name: "edit", arguments: &["edit", "a.trede"], makes: None },
    Job { name: "finalize", arguments: &["finalize", "a.trede", "--perspective", "supervisor"], makes: None },
    Job { name: "attach", arguments: &["attach", "a.trede", "I.3.1", "brief.txt"], makes: None },
    Job { name: "backup", arguments: &["backup", "b.trede"], makes: None },
    Job { name: "restore", arguments: &["restore", "c.trede"], makes: None },
    Job {
        name: "new",
        arguments: &["new", "n.trede", "--framework", "afm-betalingsachterstanden-hypotheken", "--subject", "N"],
        makes: Some("n.trede"),
    },
    Job { name: "salvage", arguments: &["salvage", "c.trede", "--out", "s.trede"], makes: Some("s.trede") },
    Job {
        name: "export",
        arguments: &["export", "a.trede", "--format", "ron", "--out", "u.ron"],
        makes: Some("u.ron"),
    },
    Job {
        name: "table",
        arguments: &["export", "a.trede", "--format", "xlsx", "--out", "u.xlsx"],
        makes: Some("u.xlsx"),
    },
    Job {
        name: "report",
        arguments: &["report", "a.trede", "--out", "n.pdf", "--identity", "A. Proef", "--passphrase-env", "ZIN"],
        makes: Some("n.pdf"),
    },
    Job {
        name: "sign",
        arguments: &["sign", "r.pdf", "--identity", "B. Lezer", "--passphrase-env", "ZIN"],
        makes: Some("r.pdf"),
    },
];

/// A desk on which every job can be done: `a.trede` is the example; `b.trede` has no backup yet; `c.trede` is damaged and
/// has one; `r.pdf` waits for its second reader.
pub fn desk() -> Desk {
    let desk = Desk::new();
    for name in ["A. Proef", "B. Lezer"] {
        desk.done(&["identity", "new", name, "--passphrase-env", "ZIN"]);
    }
    desk.done(&["report", "a.trede", "--out", "r.pdf", "--identity", "A. Proef", "--passphrase-env", "ZIN"]);
    std::fs::write(desk.path("brief.txt"), "Geachte lezer").unwrap();
    std::fs::copy(desk.path("a.trede"), desk.path("b.trede")).unwrap();
    std::fs::copy(desk.path("a.trede"), desk.path("c.trede")).unwrap();
    desk.done(&["backup", "c.trede"]);
    let mut bytes = std::fs::read(desk.path("c.trede")).unwrap();
    bytes[8 * 4096..9 * 4096].fill(0xAA);
    std::fs::write(desk.path("c.trede"), bytes).unwrap();
    desk
}

impl Job {
    /// The program that does it.
    pub fn program(&self) -> PathBuf {
        if self.name == "edit" { std::env::current_exe().unwrap() } else { trede_cli() }
    }

    /// Looks whether all is well after it stopped somewhere, and whether it can be done again.
    pub fn check(&self, desk: &Desk, name: &str, said: &str, tally: &mut Tally) {
        let acknowledged: Vec<String> =
            said.lines().filter(|line| line.starts_with("saved ")).map(str::to_owned).collect();
        match desk.log("a.trede") {
            Ok(log) => desk.check(tally, name, (log.len() - acknowledged.len()).min(2), &acknowledged),
            Err(error) => tally.lose(format!("{name}: a.trede: {error}")),
        }
        let whole = |file: &str| match file.rsplit('.').next() {
            Some("trede") => desk.log(file).map(|_| ()),
            Some("pdf") => is_zero(&desk.run(&["verify", file])),
            Some("ron") => is_zero(&desk.run(&["score", file])),
            _ => {
                let bytes = std::fs::read(desk.path(file)).unwrap();
                let ends = bytes.len() > 22 && bytes[bytes.len() - 22..].starts_with(b"PK\x05\x06");
                if ends { Ok(()) } else { Err("cut off".to_owned()) }
            }
        };
        for file in self.makes.iter().chain(&["b.trede"]).filter(|file| desk.path(file).exists()) {
            if let Err(error) = whole(file) {
                tally.lose(format!("{name}: {file} is half: {error}"));
            }
        }
        self.check_again(desk, name, &whole, tally);
    }

    /// Does it again, with nothing in the way.
    fn check_again(&self, desk: &Desk, name: &str, whole: &dyn Fn(&str) -> Result<(), String>, tally: &mut Tally) {
        let is_done = match self.name {
            "restore" => desk.log("c.trede").is_ok(),
            "finalize" => desk.log("a.trede").is_ok_and(|log| log.len() == 3),
            "sign" => is_signed_twice(desk),
            _ => self.makes.is_some_and(|file| desk.path(file).exists()),
        };
        if !is_done {
            let again = desk.program(&self.program()).args(self.arguments).output().unwrap();
            if !again.status.success() {
                tally.lose(format!("{name}: not again: {}", String::from_utf8_lossy(&again.stderr)));
            }
        }
        let made = self.makes.unwrap_or(if self.name == "restore" { "c.trede" } else { "a.trede" });
        if let Err(error) = whole(made) {
            tally.lose(format!("{name}: {made} is not there at last: {error}"));
        }
        desk.check_backups(tally, name);
    }
}

fn is_signed_twice(desk: &Desk) -> bool {
    let found = desk.run(&["verify", "r.pdf"]);
    String::from_utf8_lossy(&found.stdout).matches("Vingerafdruk").count() == 2
}

fn is_zero(output: &std::process::Output) -> Result<(), String> {
    let said = || format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.code() == Some(0) { Ok(()) } else { Err(said()) }
}
