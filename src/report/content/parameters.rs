//! What a report needs beside the assessment, kept inside it, so that a reader can make the same report again.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::domain::text::Language;

/// The version of what stands where in a report. It goes up with every change that draws other words.
pub const LAYOUT: u32 = 6;

/// The program and its version, as reports name it.
pub const PROGRAM: &str = concat!("Trede ", env!("CARGO_PKG_VERSION"));

/// Who is going to sign as assessor; the page says so before it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignerFacts {
    /// The name in the certificate.
    pub name: String,
    /// SHA-256 of the certificate, 64 lowercase hexadecimal digits.
    pub fingerprint: String,
}

/// What a report needs beside the assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// See [`LAYOUT`].
    pub layout: u32,
    /// The program that made it, with its version.
    pub program: String,
    /// The language.
    pub language: Language,
    /// When it was made.
    pub at: DateTime<FixedOffset>,
    /// Whether the assessment is final; if not every page says that it is a draft.
    pub is_final: bool,
    /// Who signs; none for a report without signature.
    pub signer: Option<SignerFacts>,
}

/// The parameters in a report cannot be used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParametersError {
    /// Not the JSON that is written here.
    #[error("the parameters cannot be read: {0}")]
    Unreadable(String),
    /// Another layout than this version draws.
    #[error("layout {found}, known is {known}")]
    Layout {
        /// The layout of the report.
        found: u32,
        /// The layout of this version.
        known: u32,
    },
}

/// Whether this is how a version of the program names itself.
fn is_program(name: &str) -> bool {
    let version = name.strip_prefix("Trede ").unwrap_or_default();
    let is_part = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '+');
    (1..=32).contains(&version.len()) && version.chars().all(is_part)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ParametersV1 {
    layout: u32,
    program: String,
    language: String,
    at: String,
    #[serde(rename = "final")]
    is_final: bool,
    signer: Option<SignerV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignerV1 {
    name: String,
    fingerprint: String,
}

impl Parameters {
    /// The parameters as JSON.
    pub fn to_json(&self) -> String {
        let written = ParametersV1 {
            layout: self.layout,
            program: self.program.clone(),
            language: self.language.code().to_owned(),
            at: self.at.to_rfc3339(),
            is_final: self.is_final,
            signer: self
                .signer
                .as_ref()
                .map(|signer| SignerV1 { name: signer.name.clone(), fingerprint: signer.fingerprint.clone() }),
        };
        serde_json::to_string_pretty(&written).unwrap_or_default()
    }

    /// Reads what [`Parameters::to_json`] wrote.
    pub fn from_json(bytes: &[u8]) -> Result<Parameters, ParametersError> {
        let unreadable = |error: &dyn ToString| ParametersError::Unreadable(error.to_string());
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|error| unreadable(&error))?;
        let layout =
            value.get("layout").and_then(serde_json::Value::as_u64).and_then(|layout| u32::try_from(layout).ok());
        if let Some(found) = layout.filter(|layout| *layout != LAYOUT) {
            return Err(ParametersError::Layout { found, known: LAYOUT });
        }
        let read: ParametersV1 = serde_json::from_value(value).map_err(|error| unreadable(&error))?;
        // It stands on the last page, where anything else would be a claim of whoever made the file.
        if !is_program(&read.program) {
            return Err(unreadable(&"program"));
        }
        Ok(Parameters {
            layout: read.layout,
            program: read.program,
            language: Language::from_code(&read.language).ok_or_else(|| unreadable(&"language"))?,
            at: DateTime::parse_from_rfc3339(&read.at).map_err(|error| unreadable(&error))?,
            is_final: read.is_final,
            signer: read.signer.map(|signer| SignerFacts { name: signer.name, fingerprint: signer.fingerprint }),
        })
    }
}
