//! What is looked at, and whether it may be drawn.

use std::path::PathBuf;

use super::refusal::Refusal;
use crate::report::content::SignerFacts;
use crate::session::ReportJob;
use crate::signing::MAX_PDF_BYTES;
use crate::storage::whole_file;
use crate::verification::{Reason, Verification, readable, verify};

/// What is looked at.
#[derive(Clone, Debug)]
pub enum Subject {
    /// The report as it would be made now, before this signer signs it.
    Draft(Box<ReportJob>, Option<SignerFacts>),
    /// A report in a file.
    File(PathBuf),
}

/// How far the bytes of a report can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Made just now.
    Draft,
    /// Found intact.
    Intact,
    /// Byte for byte what this version draws, but not intact: unsigned, for one.
    Exact,
    /// Anything else that calls itself a report. Who made it is unknown, and so is what it does to a program that draws it.
    Doubtful,
}

impl Subject {
    /// The bytes, and how far they can be relied on. Takes a noticeable part of a second.
    pub fn bytes(&self) -> Result<(Vec<u8>, Standing), Refusal> {
        match self {
            Subject::Draft(job, signer) => Ok((job.draft(signer.clone())?, Standing::Draft)),
            Subject::File(path) => {
                // One byte more than is inspected, so that the inspection can say that it is too large.
                let mut pdf = whole_file::read(path, MAX_PDF_BYTES as u64 + 1)?;
                let found = verify(&pdf, None);
                let standing = standing(&found)?;
                // What follows pointers in a file gets only what was read strictly before.
                let whole = readable(&pdf, &found.inspection).map_or(0, <[u8]>::len);
                pdf.truncate(whole);
                Ok((pdf, standing))
            }
        }
    }
}

fn standing(found: &Verification) -> Result<Standing, Refusal> {
    if found.recomputed.is_none() {
        return Err(Refusal::NotAReport);
    }
    // These say who signed what and when, not what is drawn.
    let is_about_signing = |reason: &Reason| {
        matches!(reason, Reason::Unsigned | Reason::OtherSigner { .. } | Reason::OtherTime { .. } | Reason::NotFinal)
    };
    Ok(match () {
        () if found.is_intact() => Standing::Intact,
        () if found.reasons.iter().all(is_about_signing) => Standing::Exact,
        () => Standing::Doubtful,
    })
}
