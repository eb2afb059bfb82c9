//! Help and complaints about arguments, in the reader's language.

use clap::Command as Clap;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::wording::{Wording, arg};

/// The command with every description in the language of `wording`: key `cli-NAME` for a command, `arg-NAME` for an
/// argument and `value-NAME` for what it takes.
pub fn translated(command: Clap, key: &str, wording: &Wording) -> Clap {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let about = wording.text(key);
    let mut place = 0;
    let mut command = command.about(about).mut_args(|argument| {
        place += 1;
        let name = argument.get_id().as_str().replace('_', "-");
        let argument = argument.help(wording.text(&format!("arg-{name}")));
        let argument = match argument.get_action().takes_values() {
            true => argument.hide_possible_values(true).value_name(wording.text(&format!("value-{name}"))),
            false => argument,
        };
        let heading = if argument.is_positional() { "cli-arguments" } else { "cli-options" };
        // As they are declared, and what holds for every command after what is its own.
        let place = if argument.is_global_set() { 800 + place } else { place };
        argument.help_heading(wording.text(heading)).display_order(place)
    });
    let template = wording.text("cli-help-template");
    command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(template)
        .subcommand_help_heading(wording.text("cli-commands"))
        .subcommand_value_name(wording.text("cli-command-name"))
        .next_help_heading(wording.text("cli-options"))
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(wording.text("arg-help"))
                .display_order(790),
        );
    if key == "cli" {
        command = command.arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(wording.text("arg-version")),
        );
        command = command.after_help(wording.text("cli-window"));
    }
    for name in names {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(&name, |sub| translated(sub, &key, wording));
    }
    command
}

/// What is wrong with the arguments, in one sentence with what to do.
pub fn complaint(error: &clap::Error, wording: &Wording) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let named = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => wording.with("cli-unknown-argument", &[arg("argument", named)]),
        ErrorKind::InvalidSubcommand => {
            wording.with("cli-unknown-command", &[arg("command", context(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::MissingRequiredArgument => wording.with("cli-missing-argument", &[arg("argument", named)]),
        ErrorKind::MissingSubcommand => wording.text("cli-missing-command"),
        ErrorKind::InvalidValue if value.is_empty() => wording.with("cli-missing-value", &[arg("argument", named)]),
        ErrorKind::InvalidValue => {
            let valid = context(ContextKind::ValidValue);
            wording.with("cli-invalid-value", &[arg("argument", named), arg("value", value), arg("valid", valid)])
        }
        ErrorKind::ArgumentConflict => wording.with("cli-argument-twice", &[arg("argument", named)]),
        _ => wording.with("cli-wrong-use", &[arg("argument", named)]),
    }
}
