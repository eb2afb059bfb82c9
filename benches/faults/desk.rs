//! A folder with an assessment, the program, and the look whether all is well.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use trede::storage::log::Entry;
use trede::storage::{Access, TredeFile, backup};

use super::Tally;

/// The passphrase of the signing identities.
pub const PASSPHRASE: &str = "een lange zin voor de proef";

/// A folder of its own.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// A folder with the example as `a.trede`.
    pub fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        std::fs::write(desk.path("voorbeeld.ron"), trede::cli::EXAMPLE).unwrap();
        let framework = "afm-betalingsachterstanden-hypotheken";
        desk.done(&["new", "a.trede", "--framework", framework, "--subject", "Voorbeeldbank N.V.", "--period", "2026"]);
        desk.done(&["import", "a.trede", "voorbeeld.ron"]);
        desk
    }

    /// A copy of the whole folder.
    pub fn copy(&self) -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        let from = self.path(".");
        assert!(
            Command::new("cp").args(["-a", from.to_str().unwrap()]).arg(desk.path(".")).status().unwrap().success()
        );
        desk
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program, here.
    pub fn program(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        for name in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
            command.env(name, self.path("home"));
        }
        command
            .env("USER", "proef")
            .env("ZIN", PASSPHRASE)
            .env("OLD", super::jobs::OLD)
            .env("NEW", super::jobs::NEW)
            .stdin(std::process::Stdio::null());
        command
    }

    /// Runs the command line.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.program(&trede_cli()).args(arguments).output().unwrap()
    }

    /// Runs what has to succeed.
    pub fn done(&self, arguments: &[&str]) {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// The log of an assessment, its chain checked.
    pub fn log(&self, name: &str) -> Result<Vec<Entry>, String> {
        self.open(name, Access::Read)
    }

    fn open(&self, name: &str, access: Access) -> Result<Vec<Entry>, String> {
        let opened = TredeFile::open(&self.path(name), access, "proef");
        opened.map(|(_, content)| content.entries).map_err(|error| error.to_string())
    }

    /// Looks after a stop whether `a.trede` opens in both ways, holds what was acknowledged, and nothing but the one edit that
    /// was on its way; and whether every backup is whole.
    pub fn check(&self, tally: &mut Tally, name: &str, before: usize, acknowledged: &[String]) {
        for access in [Access::Read, Access::Write] {
            let entries = match self.open("a.trede", access) {
                Ok(entries) => entries,
                Err(error) => return tally.lose(format!("{name}: unreadable ({access:?}): {error}")),
            };
            for line in acknowledged {
                let mut words = line.split(' ').skip(1);
                let seq: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
                let hash = words.next().unwrap_or_default();
                if entries.get(seq - 1).is_none_or(|entry| entry.hash != hash) {
                    tally.lose(format!("{name}: {line} is not there"));
                }
            }
            let most = before + acknowledged.len() + 1;
            if entries.len() < before + acknowledged.len() || entries.len() > most {
                tally.lose(format!("{name}: {} events, {before} and {} more", entries.len(), acknowledged.len()));
            }
        }
        self.check_backups(tally, name);
    }

    /// Looks whether every backup of `a.trede` is whole.
    pub fn check_backups(&self, tally: &mut Tally, name: &str) {
        for made in backup::list(&self.path("a.trede")) {
            match TredeFile::open(&made.path, Access::Read, "proef") {
                Ok((file, _)) if made.is_at(file.head()) => {}
                other => tally.lose(format!("{name}: backup {}: {:?}", made.path.display(), other.err())),
            }
        }
    }
}

/// The command line that was built beside this program.
pub fn trede_cli() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let built = own.parent().and_then(Path::parent).unwrap().join("trede-cli");
    assert!(built.exists(), "build it first: cargo build");
    built
}
