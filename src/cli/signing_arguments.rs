//! The arguments of what has to do with reports and the keys that sign them.

use std::path::PathBuf;

use clap::Subcommand;

use super::stamps;

/// What a key on a token does not go with.
const OTHER_KEYS: [&str; 4] = ["identity", "passphrase_env", "p12", "password_env"];
/// Everything that says with what is signed.
const KEY: [&str; 9] = [
    "identity",
    "passphrase_env",
    "p12",
    "password_env",
    "token_module",
    "token",
    "token_key",
    "pin_env",
    "token_wait",
];

/// Commands on identities.
#[derive(Subcommand)]
pub enum Identity {
    /// Makes one.
    New {
        /// The name.
        name: String,
        #[arg(long)]
        /// The environment variable with the passphrase.
        passphrase_env: Option<String>,
    },
    /// Lists them.
    List,
    /// Writes a certificate.
    Export {
        /// The name.
        name: String,
        #[arg(long)]
        /// Where to.
        out: PathBuf,
        #[arg(long)]
        /// Whether an existing file is replaced.
        force: bool,
    },
}

/// Commands on tokens.
#[derive(Subcommand)]
pub enum Token {
    /// Lists the tokens and the certificates on them.
    List {
        #[arg(long)]
        /// The PKCS #11 module.
        module: PathBuf,
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..=3600))]
        /// How many seconds an answer may take.
        token_wait: Option<u16>,
    },
}

/// With what is signed: an identity of one's own, a key in a file, or one on a token.
#[derive(clap::Args)]
pub struct Key {
    #[arg(long)]
    /// Who signs.
    pub identity: Option<String>,
    #[arg(long)]
    /// The environment variable with the passphrase.
    pub passphrase_env: Option<String>,
    #[arg(long, conflicts_with_all = ["identity", "passphrase_env"])]
    /// A PKCS #12 file with the key that signs.
    pub p12: Option<PathBuf>,
    #[arg(long, requires = "p12", conflicts_with_all = ["identity", "passphrase_env"])]
    /// The environment variable with its password.
    pub password_env: Option<String>,
    #[arg(long, conflicts_with_all = OTHER_KEYS)]
    /// The PKCS #11 module of the token that holds the key.
    pub token_module: Option<PathBuf>,
    #[arg(long, requires = "token_module", conflicts_with_all = OTHER_KEYS)]
    /// Label or serial number of the token.
    pub token: Option<String>,
    #[arg(long, requires = "token_module", conflicts_with_all = OTHER_KEYS)]
    /// Name or fingerprint in the certificate.
    pub token_key: Option<String>,
    #[arg(long, requires = "token_module", conflicts_with_all = OTHER_KEYS)]
    /// The environment variable with the PIN.
    pub pin_env: Option<String>,
    #[arg(long, requires = "token_module", conflicts_with_all = OTHER_KEYS, value_parser = clap::value_parser!(u16).range(1..=3600))]
    /// How many seconds an answer of the token may take.
    pub token_wait: Option<u16>,
}

/// `trede report`.
#[derive(clap::Args)]
pub struct Report {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long)]
    /// Where to.
    pub out: PathBuf,
    #[arg(long, value_parser = ["supervisor", "self", "reviewer"])]
    /// Whose findings.
    pub perspective: Option<String>,
    #[command(flatten)]
    /// With what is signed.
    pub key: Key,
    #[command(flatten)]
    /// Which time stamp service is asked.
    pub stamp: stamps::Stamp,
    #[arg(long, conflicts_with_all = KEY, conflicts_with = "stamp")]
    /// Without a signature.
    pub unsigned: bool,
    #[arg(long)]
    /// The literal wording of the norms, to be quoted.
    pub overlay: Option<PathBuf>,
    #[arg(long)]
    /// The time to use instead of now.
    pub at: Option<String>,
    #[arg(long)]
    /// Whether an existing file is replaced.
    pub force: bool,
}

/// `trede sign`.
#[derive(clap::Args)]
pub struct Sign {
    /// The report.
    pub report: PathBuf,
    #[command(flatten)]
    /// With what is signed.
    pub key: Key,
    #[command(flatten)]
    /// Which time stamp service is asked.
    pub stamp: stamps::Stamp,
    #[arg(long)]
    /// The time to use instead of now.
    pub at: Option<String>,
}

/// `trede verify`.
#[derive(clap::Args)]
pub struct Verify {
    /// The report.
    pub report: PathBuf,
    #[arg(long)]
    /// Certificates of trusted signers.
    pub trust: Vec<PathBuf>,
    #[arg(long)]
    /// An assessment whose log has to match.
    pub file: Option<PathBuf>,
}
