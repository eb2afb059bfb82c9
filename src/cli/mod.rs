//! The command line. Standard output and standard error are written here only.

mod arguments;
mod assessments;
mod attached;
mod claims;
mod demo;
mod failure;
mod framework_diff;
mod framework_new;
mod frameworks;
mod identities;
mod internal;
mod letter;
mod mending;
mod migrate;
mod overlays;
mod passwords;
mod propose;
mod render;
mod reports;
mod schema;
mod score_json;
mod signing_arguments;
mod stamps;
mod target;
mod tokens;
mod translation;
mod trust;
mod verify;

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write};
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset};

use crate::domain::text::{Language, is_hidden};
use crate::session::Stamp;
use crate::storage::settings::Settings;
use crate::wording::{Wording, choice};
pub use arguments::definition;
use arguments::{Arguments, Request};
pub use demo::EXAMPLE;
use failure::{Failure, Outcome};

/// What the command line knows of the world around it.
pub struct World<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// The time.
    pub now: DateTime<FixedOffset>,
    /// The name of the user.
    pub user: String,
    /// The words.
    pub wording: Wording,
    /// Whether to answer with one JSON document.
    pub json: bool,
    /// The environment variable with the password of assessments.
    pub file_password_env: Option<String>,
}

impl World<'_> {
    /// The stamp for an event in the name of `actor`, or of the user.
    pub fn stamp(&self, actor: Option<&str>) -> Stamp {
        Stamp {
            at: self.now.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            actor: actor.unwrap_or(&self.user).to_owned(),
        }
    }

    /// Writes a line to standard output. A reader that went away is no failure of ours.
    pub fn say(&mut self, line: impl AsRef<str>) {
        let _ = writeln!(self.out, "{}", harmless(line.as_ref()));
    }

    /// Writes a JSON document to standard output.
    pub fn say_json(&mut self, document: &serde_json::Value) {
        let text = serde_json::to_string_pretty(document).unwrap_or_default();
        self.say(text);
    }
}

/// Runs the program with these arguments, the name of the program first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    ExitCode::from(run_with(arguments, &mut out, &mut err))
}

/// Whether these arguments ask for something that is done without a window: any subcommand, help or version.
pub fn is_command(arguments: &[OsString]) -> bool {
    let names = arguments::subcommands();
    arguments.iter().skip(1).any(|argument| {
        let word = argument.to_string_lossy();
        names.iter().any(|name| *name == word) || matches!(word.as_ref(), "--help" | "-h" | "--version" | "-V" | "help")
    })
}

/// Runs with these streams; gives the exit code.
pub fn run_with(arguments: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let wording = Wording::new(language(&arguments));
    run_in(wording, &arguments, out, err)
}

/// Runs with these words; for a test that marks them all.
#[doc(hidden)]
pub fn run_in(wording: Wording, arguments: &[OsString], out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let json = arguments.iter().any(|argument| argument == "--json");
    let mut world = World { out, err, now: now(), user: user(), wording, json, file_password_env: None };
    let outcome = match Arguments::read(arguments, &world.wording) {
        Ok(Request::Run(command, json, file_password_env)) => {
            world.json = json;
            world.file_password_env = file_password_env;
            arguments::dispatch(*command, &mut world)
        }
        Ok(Request::Show(text)) => {
            let text = text.trim_end().to_owned();
            assessments::said(&mut world, text.clone(), serde_json::json!({"text": text}))
        }
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(Outcome::Done) => 0,
        Ok(Outcome::Findings) => 1,
        Err(failure) => {
            tell(&mut world, &failure);
            2
        }
    }
}

/// The text without characters by which a file could steer the terminal, or turn around what stands there.
fn harmless(text: &str) -> String {
    text.chars().map(|each| if is_hidden(each) || each == '\r' { char::REPLACEMENT_CHARACTER } else { each }).collect()
}

fn tell(world: &mut World, failure: &Failure) {
    if world.json {
        world.say_json(&failure.as_json());
        return;
    }
    let mark = world.wording.text("cli-cannot");
    let _ = writeln!(world.err, "{mark} {}", harmless(&failure.message));
    for line in &failure.more {
        let _ = writeln!(world.err, "{}", harmless(line));
    }
}

/// The language: what is asked for, else the setting of the window, else the locale, else Dutch.
fn language(arguments: &[OsString]) -> Language {
    let own = directories::ProjectDirs::from("nl", "", "Trede");
    let setting = own.and_then(|own| Settings::language_in(own.config_dir()));
    choice::language(choice::asked(arguments), setting, locale().as_deref())
}

fn locale() -> Option<String> {
    let mut named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    named.find(|value| !value.is_empty())
}

#[expect(clippy::disallowed_methods, reason = "the edge of the program: from here on time is a value")]
fn now() -> DateTime<FixedOffset> {
    chrono::Local::now().fixed_offset()
}

fn user() -> String {
    let named = ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    named.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| crate::wording::NOBODY.to_owned())
}

/// Tells what deserves a look though all went well.
fn warn(world: &mut World, lines: &[String]) {
    for line in lines {
        let _ = writeln!(world.err, "{}", harmless(line));
    }
}

/// Warns when the name of a lender could be taken for that of another.
fn warn_of_name(world: &mut World, subject: &str) {
    let doubt = world.wording.doubt_about_name(subject);
    // With --json the answer is the one document; the name stands in it as it is.
    if !world.json {
        warn(world, &doubt.into_iter().collect::<Vec<_>>());
    }
}

/// Tells how far long work has come; only on a terminal.
fn progress(world: &mut World, key: &str) {
    if io::stderr().is_terminal() {
        let text = world.wording.text(key);
        let _ = writeln!(world.err, "{text}");
    }
}
