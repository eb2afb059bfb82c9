//! A folder to work in, and the program.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

pub const FRAMEWORK: &str = "afm-betalingsachterstanden-hypotheken";
pub const PASSPHRASE: &str = "een lange wachtzin";

pub struct Desk {
    pub folder: tempfile::TempDir,
    /// Further environment variables.
    pub environment: Vec<(&'static str, OsString)>,
}

/// What the program answered.
#[derive(Debug)]
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap(), environment: Vec::new() }
    }

    /// A desk with `a.trede` (the example, as the supervisor found it) and `voorbeeld.ron`.
    pub fn with_example() -> Desk {
        let desk = Desk::new();
        desk.write("voorbeeld.ron", trede::cli::EXAMPLE.as_bytes());
        desk.new_assessment("a.trede");
        desk.done(&["import", "a.trede", "voorbeeld.ron"]);
        desk
    }

    pub fn new_assessment(&self, file: &str) {
        self.done(&["new", file, "--framework", FRAMEWORK, "--subject", "Voorbeeldbank N.V.", "--period", "2026"]);
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: &[u8]) {
        std::fs::write(self.path(name), content).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// The names of the files in the folder, without those of folders with backups.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "home" && !name.ends_with("-backups"))
            .collect();
        names.sort();
        names
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trede-cli"));
        command.current_dir(self.folder.path()).env_clear().stdin(std::process::Stdio::null());
        for name in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
            command.env(name, self.path("home"));
        }
        // Where coverage is noted, when that is measured; else it would be noted in the folder.
        command.envs(std::env::var_os("LLVM_PROFILE_FILE").map(|place| ("LLVM_PROFILE_FILE", place)));
        command
            .env("USER", "proef")
            .env("ZIN", PASSPHRASE)
            .env("ANDERE", "een heel andere zin")
            .env("KORT", "kort")
            .env("SLEUTEL", "wächt€r")
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Answer {
        let Output { status, stdout, stderr } = self.command().args(arguments).output().unwrap();
        let answer = Answer {
            code: status.code().unwrap(),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        };
        assert!(matches!(answer.code, 0..=2) && !answer.err.contains("panicked"), "{answer:?}");
        answer
    }

    /// Runs what has to be done without findings; gives what it says.
    #[track_caller]
    pub fn done(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        assert!(answer.code == 0 && answer.err.is_empty(), "{arguments:?}: {answer:?}");
        answer.out
    }

    /// Makes a report, signed in another name than the assessor's, which is told.
    #[track_caller]
    pub fn signed_by_another(&self, arguments: &[&str]) {
        let answer = self.run(arguments);
        let told = answer.err.starts_with("De handtekening staat op naam van ") && answer.err.lines().count() == 1;
        assert!(answer.code == 0 && told, "{arguments:?}: {answer:?}");
    }

    /// Runs what has to be done, with findings.
    #[track_caller]
    pub fn findings(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        assert!(answer.code == 1 && answer.err.is_empty(), "{arguments:?}: {answer:?}");
        answer.out
    }

    /// Runs what has to be refused: nothing on standard output, a sentence on standard error; the same as JSON, with
    /// this code. Gives the sentence.
    #[track_caller]
    pub fn refused(&self, arguments: &[&str], code: &str) -> String {
        let answer = self.run(arguments);
        assert!(answer.code == 2 && answer.out.is_empty(), "{arguments:?}: {answer:?}");
        let sentence = answer.err.strip_prefix("Dat gaat niet: ").unwrap().to_owned();
        let (json_code, json) = self.json(arguments);
        assert_eq!(json_code, 2);
        assert_eq!(keys(&json), ["error"]);
        let error = &json["error"];
        assert_eq!(keys(error), ["code", "column", "file", "line", "message"]);
        assert_eq!(error["code"], code, "{json}");
        assert_eq!(error["message"].as_str().unwrap(), sentence.lines().next().unwrap());
        sentence
    }

    /// Runs with `--json`: exactly one document on standard output and nothing on standard error.
    #[track_caller]
    pub fn json(&self, arguments: &[&str]) -> (i32, Value) {
        let answer = self.run(&[arguments, &["--json"]].concat());
        assert!(answer.err.is_empty(), "{arguments:?}: {answer:?}");
        (answer.code, serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}: {answer:?}")))
    }
}

/// The keys of a JSON object, sorted.
pub fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}
