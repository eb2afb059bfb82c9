//! Does a report say what its assessment gives, and is it as it was signed?
//!
//! The report is made again from what travels inside it, and has to come out the same, byte for byte: only then is
//! nothing drawn over a page, moved off it or spelled with other letters. Which version a report says it was made with
//! makes no difference, since anyone can write another one; it only tells why a drawing may differ honestly.
//! Whether the signer is who he should be is a question apart.

use chrono::{DateTime, FixedOffset};

use crate::domain::{Assessor, Cover, Framework, LogHead, Overlay, Perspective, Score, score};
use crate::report::content::{
    ASSESSMENT_FILE, FRAMEWORK_FILE, Literal, OVERLAY_FILES, PARAMETERS_FILE, Parameters, ParametersError, Source,
};
use crate::report::fonts::legible::legible_line;
use crate::report::reading::{Attachment, ReadingError, attachments, is_marked, page_texts};
use crate::report::{self, content};
use crate::signing::{Certificate, Fault, Inspection, claimed_signers, inspect};
use crate::storage::problem::Problem;
use crate::storage::{exchange_file, framework_file, overlay_file, shipped};
use crate::wording::Wording;

/// Whether the signers are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// No trusted signers were given to compare with.
    NotAsked,
    /// Every signer is a trusted one.
    Confirmed,
    /// A signer is not among the trusted ones.
    Stranger,
}

/// A reason not to trust a report.
#[derive(Debug)]
pub enum Reason {
    /// It is not a report of this program.
    NotAReport,
    /// Nobody signed it.
    Unsigned,
    /// The signature or the file around it is not as it was written.
    Fault(Fault),
    /// It cannot be read.
    Reading(ReadingError),
    /// A file that should be inside is not, or one that should not be is.
    Attachment(String),
    /// The framework inside is not in order.
    Framework(Vec<Problem>),
    /// The assessment inside is not in order.
    Assessment(Vec<Problem>),
    /// The literal wording inside is not in order.
    Overlay(Vec<Problem>),
    /// The parameters inside are not in order.
    Parameters(ParametersError),
    /// A page says something else than the assessment gives.
    Page {
        /// The page, 1 for the first.
        page: usize,
        /// What stands there.
        found: String,
        /// What should stand there.
        expected: String,
    },
    /// The texts are right, but something else is drawn.
    Drawing,
    /// The texts are right; the drawing differs, and the report says that another version of the program made it. This
    /// version cannot tell an older drawing from a forged one.
    OtherProgram {
        /// The program that the report names.
        program: String,
    },
    /// The report is not marked as a draft, but what it holds could not have been made final.
    NotFinal,
    /// The signature is not of the signer that the page names.
    OtherSigner {
        /// Name and fingerprint on the page.
        named: String,
        /// Name and fingerprint of the signature.
        found: String,
    },
    /// The signature claims another time than the page.
    OtherTime {
        /// The time on the page.
        named: DateTime<FixedOffset>,
        /// The time of the signature.
        found: DateTime<FixedOffset>,
    },
}

/// What a report says of itself, recomputed.
#[derive(Debug)]
pub struct Recomputed {
    /// The framework that travels inside.
    pub framework: Framework,
    /// Whether exactly this framework is on board of this program.
    pub framework_on_board: bool,
    /// The cover.
    pub cover: Cover,
    /// Whose findings.
    pub perspective: Perspective,
    /// Who assessed, where that is known.
    pub assessor: Option<Assessor>,
    /// The score, computed anew.
    pub score: Score,
    /// The head of the log it was made from.
    pub log_head: Option<LogHead>,
    /// The literal wording that the report quotes, when it does.
    pub overlay: Option<Overlay>,
    /// The parameters.
    pub parameters: Parameters,
    /// Whether the drawing could be judged; if not, [`Reason::OtherProgram`] or a worse one stands among the reasons.
    pub drawing_compared: bool,
    /// The exchange file inside.
    pub exchange: Vec<u8>,
}

/// All that can be said of a report.
#[derive(Debug)]
pub struct Verification {
    /// The signatures.
    pub inspection: Inspection,
    /// Why it is not intact; empty when it is.
    pub reasons: Vec<Reason>,
    /// Whether the signers are known.
    pub confirmation: Confirmation,
    /// What it says, when that can be read.
    pub recomputed: Option<Recomputed>,
    /// Who claims to have signed a file that is no report of ours; nothing of it is checked.
    pub claimed: Vec<String>,
}

impl Verification {
    /// Whether the key with this fingerprint has signed it.
    pub fn has_signed(&self, fingerprint: &str) -> bool {
        self.inspection.signatures.iter().any(|each| each.fingerprint().as_deref() == Some(fingerprint))
    }

    /// Signed, unchanged, and saying what its assessment gives.
    pub fn is_intact(&self) -> bool {
        self.reasons.is_empty()
    }
}

/// Verifies a report. `trusted` is none when the question of who signed was not asked.
pub fn verify(pdf: &[u8], trusted: Option<&[Certificate]>) -> Verification {
    let inspection = inspect(pdf);
    let mut reasons = Vec::new();
    let recomputed = match readable(pdf, &inspection) {
        Some(whole) => recompute(whole, &inspection, &mut reasons),
        None => {
            reasons.extend(unreadable(pdf).into_iter().map(Reason::Reading));
            None
        }
    };
    let foreign = recomputed.is_none() && (reasons.iter().any(is_foreign) || !may_be_ours(pdf, &inspection));
    if foreign {
        reasons.insert(0, Reason::NotAReport);
    }
    let is_foreign = foreign && inspection.signatures.is_empty();
    let claimed = if is_foreign { claimed_signers(pdf) } else { Vec::new() };
    let mut faults = inspection.all_faults();
    if is_foreign && !has_file_of_ours(&reasons) {
        // That it is built otherwise in many ways says nothing more.
        let tells_more = |reason: &Reason| matches!(reason, Reason::Reading(ReadingError::Encrypted));
        reasons.retain(|reason| matches!(reason, Reason::NotAReport) || tells_more(reason));
        faults.clear();
    }
    if inspection.signatures.is_empty() && faults.is_empty() && !is_foreign {
        reasons.push(Reason::Unsigned);
    }
    reasons.extend(faults.into_iter().map(Reason::Fault));
    let confirmation = match trusted {
        None => Confirmation::NotAsked,
        Some(trusted) if inspection.is_confirmed_by(trusted) => Confirmation::Confirmed,
        Some(_) => Confirmation::Stranger,
    };
    Verification { inspection, reasons, confirmation, recomputed, claimed }
}

/// The part of a file that was read strictly, up to the end of its last revision: only that may be given to readers that
/// follow the pointers in it. What stands behind is a fault of the inspection.
pub fn readable<'a>(pdf: &'a [u8], inspection: &Inspection) -> Option<&'a [u8]> {
    pdf.get(..inspection.revisions.last()?.end)
}

/// What can be said of a file that could not be read strictly, beside its faults.
fn unreadable(pdf: &[u8]) -> Option<ReadingError> {
    let is_encrypted = !is_marked(pdf) && pdf.windows(8).any(|window| window == b"/Encrypt");
    is_encrypted.then_some(ReadingError::Encrypted)
}

/// Whether this can be a report that was damaged, for the words to the reader only: anyone can write the mark. Of what is
/// no PDF at all the inspection says so.
fn may_be_ours(pdf: &[u8], inspection: &Inspection) -> bool {
    !inspection.revisions.is_empty() || is_marked(pdf) || !pdf.starts_with(b"%PDF-")
}

/// Whether this is found only in files that were never a report: one that is damaged says so itself.
fn is_foreign(reason: &Reason) -> bool {
    matches!(reason, Reason::Attachment(_) | Reason::Reading(ReadingError::Encrypted))
}

/// Whether a file that every report has is not among those that are missing.
fn has_file_of_ours(reasons: &[Reason]) -> bool {
    let is_missing =
        |name: &str| reasons.iter().any(|reason| matches!(reason, Reason::Attachment(missing) if missing == name));
    let could_look = reasons.iter().any(|reason| matches!(reason, Reason::Attachment(_)));
    could_look && ![ASSESSMENT_FILE, FRAMEWORK_FILE, PARAMETERS_FILE].into_iter().all(is_missing)
}

/// The exchange file inside a report, without judging the report.
pub fn embedded_exchange(pdf: &[u8]) -> Result<Option<Vec<u8>>, ReadingError> {
    let inspection = inspect(pdf);
    let Some(whole) = readable(pdf, &inspection) else {
        return match unreadable(pdf) {
            Some(error) => Err(error),
            None if is_marked(pdf) => Err(ReadingError::Damaged("not built as a report".to_owned())),
            None => Ok(None),
        };
    };
    Ok(attachments(whole)?.into_iter().find(|file| file.name == ASSESSMENT_FILE).map(|file| file.bytes))
}

fn recompute(pdf: &[u8], inspection: &Inspection, reasons: &mut Vec<Reason>) -> Option<Recomputed> {
    let files = attachments(pdf).map_err(|error| reasons.push(Reason::Reading(error))).ok()?;
    let overlay_text = only_expected(&files, reasons);
    let mut bytes = |name: &str| {
        let mut found = files.iter().filter(|file| file.name == name);
        let file = found.next();
        if file.is_none() || found.next().is_some() {
            reasons.push(Reason::Attachment(name.to_owned()));
        }
        file.map(|file| file.bytes.as_slice())
    };
    let (exchange, framework_text, parameters) =
        (bytes(ASSESSMENT_FILE), bytes(FRAMEWORK_FILE), bytes(PARAMETERS_FILE));
    let (exchange, framework_text) = (exchange?, framework_text?);
    let parameters =
        Parameters::from_json(parameters?).map_err(|error| reasons.push(Reason::Parameters(error))).ok()?;
    let framework =
        framework_file::load(framework_text).map_err(|problems| reasons.push(Reason::Framework(problems))).ok()?;
    let read = exchange_file::read(exchange, &framework)
        .map_err(|problems| reasons.push(Reason::Assessment(problems)))
        .ok()?;
    let overlay = overlay_text.map(|file| overlay_file::read(file, &framework)).transpose();
    let overlay = overlay.map_err(|problems| reasons.push(Reason::Overlay(problems))).ok()?;
    let literal = overlay.as_ref().zip(overlay_text).map(|(overlay, file)| Literal { overlay, file });
    let scored = score(&framework, &read.sheet);
    let text = String::from_utf8_lossy(exchange);
    let source = Source {
        framework: &framework,
        framework_text,
        cover: &read.cover,
        perspective: read.perspective,
        sheet: &read.sheet,
        score: &scored,
        log_head: read.log_head.as_ref(),
        exchange: &text,
        literal,
        parameters: &parameters,
    };
    let drawing_compared = compare(pdf, inspection, &source, reasons);
    if parameters.is_final && !(scored.complete && read.sheet.missing_rationales(&framework).is_empty()) {
        reasons.push(Reason::NotFinal);
    }
    compare_signer(inspection, &parameters, reasons);
    let on_board = shipped::by_id(&framework.id).is_some_and(|(_, ours)| ours.sha256 == framework.sha256);
    Some(Recomputed {
        framework_on_board: on_board,
        cover: read.cover,
        perspective: read.perspective,
        assessor: read.sheet.assessor,
        score: scored,
        log_head: read.log_head,
        drawing_compared,
        exchange: exchange.to_vec(),
        overlay,
        framework,
        parameters,
    })
}

/// Names the files that no report has inside; gives the literal wording when there is one.
fn only_expected<'a>(files: &'a [Attachment], reasons: &mut Vec<Reason>) -> Option<&'a [u8]> {
    let mut overlay = None;
    for file in files {
        let name = file.name.as_str();
        if OVERLAY_FILES.contains(&name) && overlay.is_none() {
            overlay = Some(file.bytes.as_slice());
        } else if ![ASSESSMENT_FILE, FRAMEWORK_FILE, PARAMETERS_FILE].contains(&name) {
            reasons.push(Reason::Attachment(legible_line(&file.name)));
        }
    }
    overlay
}

/// Makes the report again and compares; gives whether the drawing could be compared too.
fn compare(pdf: &[u8], inspection: &Inspection, source: &Source, reasons: &mut Vec<Reason>) -> bool {
    let document = content::document(source, &Wording::new(source.parameters.language));
    let again = match report::write(&document) {
        Ok(again) => again,
        Err(report::WriteError::TooLong { .. }) => {
            reasons.push(Reason::Reading(ReadingError::TooLarge));
            return false;
        }
        Err(_) => {
            reasons.push(Reason::NotAReport);
            return false;
        }
    };
    let first = inspection.revisions.first().and_then(|revision| pdf.get(revision.clone())).unwrap_or(pdf);
    // Signing ends the last line of the report before it appends.
    let is_same = first.strip_suffix(b"\n").unwrap_or(first) == again.as_slice();
    if is_same && inspection.all_faults().is_empty() {
        return true;
    }
    // What was added to the report after it was made can show other pages: a viewer takes the last ones.
    let before = reasons.len();
    match (page_texts(pdf), page_texts(&again)) {
        (Ok(found), Ok(expected)) => compare_texts(&found, &expected, reasons),
        (Err(error), _) | (_, Err(error)) => reasons.push(Reason::Reading(error)),
    }
    let program = &source.parameters.program;
    let same_program = program == content::PROGRAM;
    if reasons.len() == before && !is_same {
        reasons.push(if same_program { Reason::Drawing } else { Reason::OtherProgram { program: program.clone() } });
    }
    same_program || is_same
}

fn compare_texts(found: &[Vec<String>], expected: &[Vec<String>], reasons: &mut Vec<Reason>) {
    for page in 0..found.len().max(expected.len()) {
        let lines = |pages: &[Vec<String>]| pages.get(page).cloned().unwrap_or_default();
        let (found, expected) = (lines(found), lines(expected));
        if found == expected {
            continue;
        }
        let differing = (0..found.len().max(expected.len())).find(|at| found.get(*at) != expected.get(*at));
        let line = |lines: &[String]| differing.and_then(|at| lines.get(at)).cloned().unwrap_or_default();
        let (found, expected) = excerpts(&line(&found), &line(&expected));
        reasons.push(Reason::Page { page: page + 1, found, expected });
    }
}

/// Two differing texts, cut to the characters around the place where they begin to differ.
fn excerpts(found: &str, expected: &str) -> (String, String) {
    const BEFORE: usize = 40;
    const SHOWN: usize = 160;
    let same = found.chars().zip(expected.chars()).take_while(|(found, expected)| found == expected).count();
    let from = same.saturating_sub(BEFORE);
    let cut = |text: &str| {
        let mut rest = text.chars().skip(from);
        let shown: String = rest.by_ref().take(SHOWN).collect();
        let (before, after) = (if from > 0 { "…" } else { "" }, if rest.next().is_some() { "…" } else { "" });
        if shown.is_empty() { shown } else { format!("{before}{shown}{after}") }
    };
    (cut(found), cut(expected))
}

fn compare_signer(inspection: &Inspection, parameters: &Parameters, reasons: &mut Vec<Reason>) {
    let Some(signature) = inspection.signatures.first() else { return };
    let Some(certificate) = &signature.certificate else { return };
    let signer = parameters.signer.as_ref();
    let named = signer.map(|signer| format!("{}, {}", signer.name, signer.fingerprint)).unwrap_or_default();
    let found = format!("{}, {}", certificate.name(), certificate.fingerprint());
    if named != found {
        reasons.push(Reason::OtherSigner { named, found });
    }
    if let Some(found) = signature.at.filter(|at| *at != parameters.at) {
        reasons.push(Reason::OtherTime { named: parameters.at, found });
    }
}
