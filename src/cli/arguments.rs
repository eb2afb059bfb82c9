//! The arguments, read by clap; every word that clap shows comes from the locale files.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use super::failure::{Ending, Failure};
use super::signing_arguments::{Identity, Report, Sign, Token, Verify};
use super::translation::{complaint, translated};
use super::{
    World, assessments, attached, demo, framework_diff, framework_new, frameworks, identities, internal, mending,
    migrate, overlays, passwords, propose, reports, schema, tokens, trust, verify,
};
use crate::session::ExportForm;
use crate::wording::Wording;

/// What the arguments ask for.
pub enum Request {
    /// Do something, say whether to answer in JSON, and which variable holds the password of assessments.
    Run(Box<Command>, bool, Option<String>),
    /// Show help or the version.
    Show(String),
}

#[derive(Parser)]
#[command(name = "trede", version, disable_help_subcommand = true, arg_required_else_help = true)]
/// The arguments of the program.
pub struct Arguments {
    #[arg(long, global = true, value_parser = ["nl", "en"])]
    lang: Option<String>,
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true)]
    file_password_env: Option<String>,
    #[command(subcommand)]
    command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Frameworks.
    #[command(subcommand)]
    Framework(Framework),
    /// Makes an assessment.
    New(New),
    /// Takes an assessment over to another version of its framework.
    Migrate(Migrate),
    /// Takes in an exchange file.
    Import {
        /// The assessment.
        file: PathBuf,
        /// The exchange file.
        exchange: PathBuf,
    },
    /// Proposes findings from an earlier assessment.
    Propose(propose::Propose),
    /// Writes an exchange file.
    Export(Export),
    /// Attaches files to a finding.
    Attach(attached::Attach),
    /// The attached files.
    Attached(attached::Attached),
    /// What of a finding is internal.
    Internal(internal::Internal),
    /// The password of an assessment.
    #[command(subcommand)]
    Password(passwords::PasswordCommand),
    /// Scores and derivation.
    Score(Score),
    /// Makes an assessment final.
    Finalize {
        /// The assessment.
        file: PathBuf,
        #[arg(long, value_parser = ["supervisor", "self", "reviewer"])]
        /// Whose findings.
        perspective: String,
    },
    /// Opens a final assessment again.
    Reopen(Reopen),
    /// Backups.
    Backup(mending::MakeBackup),
    /// Puts a backup back.
    Restore(mending::Restore),
    /// Saves what can be saved of a damaged file.
    Salvage(mending::Salvage),
    /// The main job on an example.
    Demo {
        #[arg(long)]
        /// Where to; a new folder without it.
        out: Option<PathBuf>,
    },
    /// Makes a report.
    Report(Report),
    /// Adds the signature of the second reader.
    Sign(Sign),
    /// Verifies a report.
    Verify(Verify),
    /// Takes the assessment out of a report.
    Extract {
        /// The report.
        report: PathBuf,
        #[arg(long)]
        /// Where to.
        out: PathBuf,
        #[arg(long)]
        /// Whether an existing file is replaced.
        force: bool,
    },
    /// The audit log.
    Log(Log),
    /// Signing identities.
    #[command(subcommand)]
    Identity(Identity),
    /// Keys on tokens.
    #[command(subcommand)]
    Token(Token),
    /// A published schema.
    Schema {
        #[arg(value_parser = schema::ALL.map(|(name, _)| name))]
        /// Which.
        schema: String,
    },
    /// Trusted signers.
    #[command(subcommand)]
    Trust(trust::Trust),
}

/// Commands on frameworks.
#[derive(Subcommand)]
pub enum Framework {
    /// Those on board, and those in a folder.
    List {
        #[arg(long)]
        /// A folder with further frameworks.
        dir: Option<PathBuf>,
    },
    /// Every problem in framework files.
    Check {
        #[arg(required = true)]
        /// The files.
        files: Vec<PathBuf>,
        #[arg(long)]
        /// The framework of an overlay, when it is not on board.
        framework: Option<String>,
    },
    /// A commented skeleton to write a framework from.
    New {
        /// The file to make.
        framework_file: PathBuf,
        #[arg(long = "id")]
        /// The id of the framework; without it the name of the file.
        framework_id: Option<String>,
        #[arg(long)]
        /// Whether an existing file is replaced.
        force: bool,
    },
    /// Themes, parts, aspects, norms and policies.
    Show {
        /// An id or a file.
        id: String,
        #[arg(long)]
        /// The literal wording of the norms.
        overlay: Option<PathBuf>,
    },
    /// Writes an empty overlay to fill in.
    Overlay(overlays::Empty),
    /// What differs between two.
    Diff {
        /// The first: an id or a file.
        before: String,
        /// The second.
        after: String,
    },
}

/// `trede new`.
#[derive(clap::Args)]
pub struct New {
    /// The file to make.
    pub file: PathBuf,
    #[arg(long)]
    /// An id or a file.
    pub framework: String,
    #[arg(long)]
    /// The lender.
    pub subject: String,
    #[arg(long)]
    /// Its number in the trade register.
    pub kvk: Option<String>,
    #[arg(long)]
    /// The period.
    pub period: Option<String>,
    #[arg(long)]
    /// Who judges.
    pub assessor: Option<String>,
    #[arg(long, requires = "assessor")]
    /// In which role.
    pub role: Option<String>,
    #[arg(long)]
    /// The start of the SHA-256 of a file that is not the embedded framework it claims to be.
    pub accept_sha256: Option<String>,
    #[arg(long)]
    /// Whether an existing file is replaced.
    pub force: bool,
}

/// `trede migrate`.
#[derive(clap::Args)]
pub struct Migrate {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long)]
    /// An id or a file of a framework.
    pub to: String,
    #[arg(long)]
    /// Whether only to show what would become of it.
    pub dry_run: bool,
    #[arg(long)]
    /// Where to; beside the old file without it.
    pub out: Option<PathBuf>,
    #[arg(long)]
    /// The start of the SHA-256 of a file that is not the embedded framework it claims to be.
    pub accept_sha256: Option<String>,
    #[arg(long)]
    /// Whether an existing file is replaced.
    pub force: bool,
}

/// `trede export`.
#[derive(clap::Args)]
pub struct Export {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long, value_parser = ["supervisor", "self", "reviewer"])]
    /// Whose findings.
    pub perspective: Option<String>,
    #[arg(long = "format", value_parser = ExportForm::ALL.map(ExportForm::word))]
    /// The form.
    pub export_format: String,
    #[arg(long)]
    /// Where to; standard output without it, for an exchange file.
    pub out: Option<PathBuf>,
    #[arg(long)]
    /// Whether an existing file is replaced.
    pub force: bool,
}

/// `trede score`.
#[derive(clap::Args)]
pub struct Score {
    /// An assessment or an exchange file.
    pub file: PathBuf,
    #[arg(long, value_parser = ["supervisor", "self", "reviewer"])]
    /// Whose findings.
    pub perspective: Option<String>,
    #[arg(long)]
    /// The framework of an exchange file, when it is not on board.
    pub framework: Option<String>,
    #[arg(long)]
    /// Exit 1 unless it is complete.
    pub require_complete: bool,
    #[arg(long)]
    /// Each part in sentences for a letter instead.
    pub letter: bool,
}

/// `trede reopen`.
#[derive(clap::Args)]
pub struct Reopen {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long)]
    /// Why; it stands in the log.
    pub reason: String,
    #[arg(long, value_parser = ["supervisor", "self", "reviewer"])]
    /// Whose findings.
    pub perspective: Option<String>,
}

/// `trede log`.
#[derive(clap::Args)]
pub struct Log {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long)]
    /// Whether only to check the chain.
    pub verify: bool,
    #[arg(long, requires = "verify")]
    /// A report or exchange file whose log head has to match.
    pub against: Option<PathBuf>,
}

/// Does what the command asks.
pub fn dispatch(command: Command, world: &mut World) -> Ending {
    match command {
        Command::Framework(Framework::List { dir }) => frameworks::list(world, dir.as_deref()),
        Command::Framework(Framework::Check { files, framework }) => {
            frameworks::check(world, &files, framework.as_deref())
        }
        Command::Framework(Framework::Show { id, overlay }) => frameworks::show(world, &id, overlay.as_deref()),
        Command::Framework(Framework::Overlay(asked)) => overlays::empty(world, &asked),
        Command::Framework(Framework::New { framework_file, framework_id, force }) => {
            framework_new::write(world, &framework_file, framework_id.as_deref(), force)
        }
        Command::Framework(Framework::Diff { before, after }) => framework_diff::diff(world, &before, &after),
        Command::Migrate(migrate) => migrate::migrate(world, &migrate),
        Command::New(new) => assessments::new(world, &new),
        Command::Import { file, exchange } => assessments::import(world, &file, &exchange),
        Command::Propose(asked) => propose::propose(world, &asked),
        Command::Export(export) => assessments::export(world, &export),
        Command::Attach(attach) => attached::attach(world, &attach),
        Command::Attached(attached) => attached::attached(world, &attached),
        Command::Internal(asked) => internal::internal(world, &asked),
        Command::Score(score) => assessments::score(world, &score),
        Command::Finalize { file, perspective } => assessments::finalize(world, &file, &perspective),
        Command::Reopen(asked) => assessments::reopen(world, &asked),
        Command::Log(log) => assessments::log(world, &log),
        Command::Backup(asked) => mending::make_backup(world, &asked),
        Command::Restore(asked) => mending::restore(world, &asked),
        Command::Salvage(asked) => mending::salvage(world, &asked),
        Command::Demo { out } => demo::demo(world, out.as_deref()),
        Command::Report(report) => reports::report(world, &report),
        Command::Sign(sign) => reports::second_signature(world, &sign),
        Command::Verify(verify) => verify::verify_report(world, &verify),
        Command::Extract { report, out, force } => reports::extract(world, &report, &out, force),
        Command::Identity(Identity::New { name, passphrase_env }) => {
            identities::new(world, &name, passphrase_env.as_deref())
        }
        Command::Token(Token::List { module, token_wait }) => tokens::list(world, &module, token_wait),
        Command::Password(command) => passwords::run(world, &command),
        Command::Schema { schema } => schema::show(world, &schema),
        Command::Trust(trust) => trust::run(world, &trust),
        Command::Identity(Identity::List) => identities::list(world),
        Command::Identity(Identity::Export { name, out, force }) => identities::export(world, &name, &out, force),
    }
}

/// The names of all commands.
pub fn subcommands() -> Vec<String> {
    Arguments::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// All commands and arguments, in these words.
pub fn definition(wording: &Wording) -> clap::Command {
    translated(Arguments::command(), "cli", wording)
}

impl Arguments {
    /// Reads the arguments.
    pub fn read(arguments: &[OsString], wording: &Wording) -> Result<Request, Failure> {
        let matches = definition(wording).try_get_matches_from(arguments);
        match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
            Ok(read) => Ok(Request::Run(Box::new(read.command), read.json, read.file_password_env)),
            Err(error) => match error.kind() {
                ErrorKind::DisplayHelp
                | ErrorKind::DisplayVersion
                | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                    // The one word of clap's own that it gives no way to change.
                    let options = format!("[{}]", wording.text("cli-options-name"));
                    Ok(Request::Show(error.render().to_string().replace("[OPTIONS]", &options)))
                }
                _ => Err(Failure::usage(complaint(&error, wording))),
            },
        }
    }
}
