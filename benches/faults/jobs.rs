//! The jobs that are cut off: what each runs, and what has to be so afterwards, wherever it stopped.

use std::path::PathBuf;

use super::Tally;
use super::desk::{Desk, trede_cli};
use trede::storage::{Access, Password, TredeFile, backup, protection};

/// The password that files have, and the one that takes its place.
pub const OLD: &str = "het oude wachtwoord";
/// That one.
pub const NEW: &str = "het nieuwe wachtwoord";

/// One job of the program.
pub struct Job {
    /// Its name.
    pub name: &'static str,
    /// What it runs; `edit` is the session of this program itself.
    pub arguments: &'static [&'static str],
    /// The file that it makes: whole or absent afterwards.
    pub makes: Option<&'static str>,
}

/// All jobs of this build.
pub fn all() -> impl Iterator<Item = &'static Job> {
    JOBS.iter().chain(PASSWORDS.iter().filter(|_| protection::AVAILABLE))
}

/// Those that every build can do.
const JOBS: &[Job] = &[
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

/// Those that encrypt; what they make is there before.
const PASSWORDS: &[Job] = &[
    Job {
        name: "password set",
        arguments: &["password", "set", "d.trede", "--new-password-env", "NEW"],
        makes: Some("d.trede"),
    },
    Job {
        name: "password change",
        arguments: &["password", "change", "e.trede", "--file-password-env", "OLD", "--new-password-env", "NEW"],
        makes: Some("e.trede"),
    },
    Job {
        name: "password remove",
        arguments: &["password", "remove", "e.trede", "--file-password-env", "OLD"],
        makes: Some("e.trede"),
    },
];

/// A desk on which every job can be done: `a.trede` is the example; `b.trede` has no backup yet; `c.trede` is damaged and
/// has one; `d.trede` has no password and `e.trede` has, where there are passwords; `r.pdf` waits for its second reader.
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
    if protection::AVAILABLE {
        std::fs::copy(desk.path("a.trede"), desk.path("d.trede")).unwrap();
        std::fs::copy(desk.path("a.trede"), desk.path("e.trede")).unwrap();
        desk.done(&["backup", "d.trede"]);
        desk.done(&["password", "set", "e.trede", "--new-password-env", "OLD"]);
        desk.done(&["backup", "e.trede", "--file-password-env", "OLD"]);
    }
    desk
}

/// The password with which an assessment opens, none where it has none; it has to hold all that `a.trede` holds.
fn opens_with(desk: &Desk, file: &str) -> Result<Option<&'static str>, String> {
    let wanted = desk.log("a.trede")?;
    let mut refused = String::new();
    for text in [None, Some(OLD), Some(NEW)] {
        let password = text.map(|text| Password::typed(text.to_owned()).unwrap());
        match TredeFile::open_with(&desk.path(file), Access::Write, "proef", password.as_ref()) {
            Ok((_, content)) if content.entries == wanted => return Ok(text),
            Ok((_, content)) => return Err(format!("{} events with {text:?}", content.entries.len())),
            Err(error) => refused = error.to_string(),
        }
    }
    Err(refused)
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
        if self.name.starts_with("password ") {
            return self.check_password(desk, name, tally);
        }
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

impl Job {
    /// Looks whether the file has the old password or the new one, no other and no half of either, and gets the new one at last.
    fn check_password(&self, desk: &Desk, name: &str, tally: &mut Tally) {
        let file = self.makes.unwrap_or_default();
        let (before, after) = match self.name {
            "password set" => (None, Some(NEW)),
            "password change" => (Some(OLD), Some(NEW)),
            _ => (Some(OLD), None),
        };
        match opens_with(desk, file) {
            Ok(with) if with == after => {}
            Ok(with) if with == before => {
                let again = desk.program(&self.program()).args(self.arguments).output().unwrap();
                if !again.status.success() {
                    tally.lose(format!("{name}: not again: {}", String::from_utf8_lossy(&again.stderr)));
                }
            }
            other => return tally.lose(format!("{name}: opens with {other:?}")),
        }
        if opens_with(desk, file) != Ok(after) {
            tally.lose(format!("{name}: did not get its new password: {:?}", opens_with(desk, file)));
        }
        let names = std::fs::read_dir(desk.path(".")).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = names.filter(|name| name.to_string_lossy().contains(".part")).collect();
        if !left.is_empty() {
            tally.lose(format!("{name}: {left:?} was left"));
        }
        // What was there before can be read without the new one, or with one that nobody knows any more.
        for made in backup::list(&desk.path(file)) {
            tally.lose(format!("{name}: the backup {} was left", made.path.display()));
        }
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
