//! A token with keys and certificates, in a folder of its own.
//!
//! SoftHSM2 learns from the environment where its tokens are, and the environment belongs to the process: whatever loads it
//! runs in a process of its own.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::object::{Attribute, CertificateType, ObjectClass};
use cryptoki::session::UserType;
use cryptoki::types::AuthPin;
use der::{Decode as _, Encode as _};
use trede::signing::Certificate;

use crate::cli::desk::Desk;

pub const PIN: &str = "123456";
/// The keys on the token: number, file.
const KEYS: [(u8, &str); 7] =
    [(1, "rsa-2048"), (2, "rsa-3072"), (3, "p256"), (4, "p256"), (5, "rsa-2048"), (7, "rsa-3072"), (8, "p256")];
/// The certificates on it: number of the key, file. Number 6 has no key, number 7 another one.
const CERTIFICATES: [(u8, &str); 10] = [
    (1, "rsa-2048"),
    (2, "rsa-3072"),
    (3, "p256"),
    (4, "expired"),
    (5, "encryption"),
    (6, "without-key"),
    (7, "other-key"),
    (8, "twice-1"),
    (8, "twice-2"),
    (9, "root"),
];
/// Where distributions put SoftHSM2.
const PLACES: [&str; 6] = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
];

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/token").join(name)
}

pub fn certificate(name: &str) -> Certificate {
    Certificate::from_pem(&fs::read_to_string(fixture(&format!("{name}.pem"))).unwrap()).unwrap()
}

/// The module of SoftHSM2, where it is installed.
pub fn softhsm() -> Option<PathBuf> {
    let found = PLACES.iter().map(PathBuf::from).find(|place| place.exists());
    if found.is_none() || Command::new("softhsm2-util").arg("--version").output().is_err() {
        println!("skipped: softhsm2 is not installed");
        return None;
    }
    found
}

/// A folder of tokens, and what tells SoftHSM2 about it.
pub struct Card {
    folder: tempfile::TempDir,
}

/// Made once: importing keys takes a while.
static MADE: LazyLock<Card> = LazyLock::new(|| {
    let card = Card::empty();
    card.add_token("Proefkaart");
    for (number, file) in KEYS {
        let number = format!("0{number}");
        let key = fixture(&format!("{file}.key"));
        let key = key.to_str().unwrap();
        card.tool(&["--import", key, "--token", "Proefkaart", "--label", file, "--id", &number, "--pin", PIN]);
    }
    card.in_child("token::fixture::certificates_are_put_on_a_token", &[("TREDE_TEST_PUT", "yes".into())]);
    card
});

impl Card {
    /// A token with all keys and certificates; nothing, said aloud, without SoftHSM2.
    pub fn new() -> Option<Card> {
        softhsm()?;
        let card = Card::empty();
        copy(&MADE.tokens(), &card.tokens());
        Some(card)
    }

    fn empty() -> Card {
        let card = Card { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(card.tokens()).unwrap();
        let settings = format!("directories.tokendir = {}\nobjectstore.backend = file\n", card.tokens().display());
        fs::write(card.settings(), settings).unwrap();
        card
    }

    pub fn tokens(&self) -> PathBuf {
        self.folder.path().join("tokens")
    }

    fn settings(&self) -> PathBuf {
        self.folder.path().join("softhsm2.conf")
    }

    /// One token more, without anything on it.
    pub fn add_token(&self, label: &str) {
        self.tool(&["--init-token", "--free", "--label", label, "--so-pin", "12345678", "--pin", PIN]);
    }

    fn tool(&self, arguments: &[&str]) {
        let output = Command::new("softhsm2-util").args(arguments).env("SOFTHSM2_CONF", self.settings()).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    /// A desk with the example, at which the program finds this card.
    pub fn desk(&self) -> Desk {
        let mut desk = Desk::with_example();
        desk.environment = vec![
            ("SOFTHSM2_CONF", self.settings().into()),
            ("PINCODE", PIN.into()),
            ("FOUT", "654321".into()),
            ("LEEG", "".into()),
            ("SLEUTEL", "wächt€r".into()),
        ];
        desk
    }

    /// Runs a test in a process of its own, that finds this card.
    pub fn in_child(&self, test: &str, environment: &[(&str, OsString)]) {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args([test, "--exact", "--nocapture", "--include-ignored", "--test-threads=1"])
            .env("SOFTHSM2_CONF", self.settings());
        command.envs(environment.iter().map(|(name, value)| (name, value)));
        let Output { status, stdout, stderr } = command.output().unwrap();
        let said = String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr);
        assert!(status.success() && said.contains("1 passed"), "{said}");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The files of the objects on all tokens of a card.
fn objects(card: &Card) -> usize {
    let tokens = fs::read_dir(card.tokens()).unwrap();
    let files = tokens.flat_map(|token| fs::read_dir(token.unwrap().path()).unwrap());
    files.filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "object")).count()
}

#[test]
fn certificates_are_put_on_a_token() {
    let Some(module) = softhsm() else { return };
    if std::env::var_os("TREDE_TEST_PUT").is_none() {
        // A private and a public object for each key, the certificates, and one for the token itself.
        let card = Card::new().unwrap();
        assert_eq!(objects(&card), 2 * KEYS.len() + CERTIFICATES.len() + 1);
        return;
    }
    let pkcs11 = Pkcs11::new(module).unwrap();
    pkcs11.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)).unwrap();
    let slot = pkcs11.get_slots_with_initialized_token().unwrap()[0];
    let session = pkcs11.open_rw_session(slot).unwrap();
    session.login(UserType::User, Some(&AuthPin::new(PIN.into()))).unwrap();
    for (number, file) in CERTIFICATES {
        let der = certificate(file).der().to_vec();
        let subject = x509_cert::Certificate::from_der(&der).unwrap().tbs_certificate().subject().to_der().unwrap();
        let object = [
            Attribute::Class(ObjectClass::CERTIFICATE),
            Attribute::CertificateType(CertificateType::X_509),
            Attribute::Token(true),
            Attribute::Private(false),
            Attribute::Subject(subject),
            Attribute::Id(vec![number]),
            Attribute::Value(der),
        ];
        assert!(session.create_object(&object).is_ok(), "{file}");
    }
}
