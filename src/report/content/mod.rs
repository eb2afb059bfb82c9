//! What a report says: an assessment of one perspective as blocks. Pure: the same source gives the same blocks.

mod closing;
mod opening;
mod parameters;
mod parts;
mod scorecard;
mod scores;
mod signature_page;
pub mod unshown;

use super::block::{Chip, Span, Tone};
use super::pdf::{AttachedFile, Document, Relationship};
use crate::domain::framework::AmbiguityNote;
use crate::domain::score::Ends;
use crate::domain::{Cover, Framework, LogHead, Overlay, PartScore, Perspective, Piece, Score, Sheet, Text};
use crate::wording::{Wording, arg};
pub use parameters::{LAYOUT, PROGRAM, Parameters, ParametersError, SignerFacts};

/// The name of the exchange file inside a report.
pub const ASSESSMENT_FILE: &str = "beoordeling.ron";
/// The name of the framework inside a report.
pub const FRAMEWORK_FILE: &str = "normenkader.ron";
/// The name of the parameters inside a report.
pub const PARAMETERS_FILE: &str = "rapport.json";
/// The names that an overlay may have inside a report, as RON and as JSON; a report has at most one.
pub const OVERLAY_FILES: [&str; 2] = ["overlay.ron", "overlay.json"];

/// The literal wording that stands beside ours.
#[derive(Clone, Copy)]
pub struct Literal<'a> {
    /// What it says.
    pub overlay: &'a Overlay,
    /// Its file, byte for byte.
    pub file: &'a [u8],
}

/// Everything that a report is made from. Nothing else flows into it, so that a reader can make it again.
pub struct Source<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// Its file, byte for byte.
    pub framework_text: &'a [u8],
    /// The cover.
    pub cover: &'a Cover,
    /// Whose findings.
    pub perspective: Perspective,
    /// The findings.
    pub sheet: &'a Sheet,
    /// The score that follows from them.
    pub score: &'a Score,
    /// The head of the log they come from.
    pub log_head: Option<&'a LogHead>,
    /// The same findings as an exchange file.
    pub exchange: &'a str,
    /// The literal wording of the norms, when the report quotes it.
    pub literal: Option<Literal<'a>>,
    /// What else it needs: time, signer, whether it is final.
    pub parameters: &'a Parameters,
}

/// The report as a document, ready to be written.
pub fn document(source: &Source, wording: &Wording) -> Document {
    let page = Page { source, wording };
    let mut blocks = opening::blocks(&page);
    blocks.extend(scorecard::blocks(&page));
    blocks.extend(parts::blocks(&page));
    blocks.extend(closing::blocks(&page));
    blocks.extend(signature_page::blocks(&page));
    let language = wording.language();
    let framework = source.framework.title.plain(language);
    let subject = &source.cover.subject;
    let mut attachments = vec![
        page.attachment(ASSESSMENT_FILE, "text/plain", "report-file-assessment", source.exchange.as_bytes()),
        page.attachment(FRAMEWORK_FILE, "text/plain", "report-file-framework", source.framework_text),
        page.attachment(
            PARAMETERS_FILE,
            "application/json",
            "report-file-parameters",
            source.parameters.to_json().as_bytes(),
        ),
    ];
    if let Some(literal) = source.literal {
        let [ron, json] = OVERLAY_FILES;
        let (name, media_type) = if is_json(literal.file) { (json, "application/json") } else { (ron, "text/plain") };
        attachments.push(page.attachment(name, media_type, "report-file-overlay", literal.file));
    }
    Document {
        title: format!("{}: {subject}", source.framework.report_title.plain(language)),
        language: language.code().to_owned(),
        author: source.sheet.assessor.as_ref().map_or_else(|| subject.clone(), |assessor| assessor.name.clone()),
        subject: format!("{framework}, {}", source.cover.period),
        creator: source.parameters.program.clone(),
        created_at: source.parameters.at,
        blocks,
        attachments,
        concept: (!source.parameters.is_final).then(|| wording.text("report-concept")),
        running_foot: format!("{subject} · {framework}"),
        page_number: wording.with("report-page", &[arg("page", "{page}"), arg("pages", "{pages}")]),
    }
}

/// Whether an overlay is written as JSON; its content tells, as where it is read.
fn is_json(file: &[u8]) -> bool {
    let file = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    file.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// What every section needs: the source and the words.
struct Page<'a> {
    source: &'a Source<'a>,
    wording: &'a Wording,
}

impl Page<'_> {
    fn attachment(&self, name: &str, media_type: &str, key: &str, bytes: &[u8]) -> AttachedFile {
        AttachedFile {
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            description: self.wording.text(key),
            relationship: if name == PARAMETERS_FILE { Relationship::Data } else { Relationship::Source },
            bytes: bytes.to_vec(),
        }
    }

    fn words(&self, text: &Text) -> String {
        text.plain(self.wording.language())
    }

    /// A framework text with its qualifiers bold and its footnotes as raised figures.
    fn marked(&self, text: &Text) -> Vec<Span> {
        text.pieces(self.wording.language())
            .into_iter()
            .map(|piece| match piece {
                Piece::Plain(text) => Span::plain(text),
                Piece::Qualifier(text) => Span::bold(text),
                Piece::Footnote(number) => Span::plain(raised(number)),
            })
            .collect()
    }

    /// An ambiguity note: its name, bold and closed by a full stop unless it ends otherwise, and its text.
    fn note(&self, note: &AmbiguityNote) -> Vec<Span> {
        let title = self.words(&note.title);
        let stop = if title.ends_with(['?', '!', '.']) { "" } else { "." };
        vec![Span::bold(format!("{} {title}{stop} ", note.id)), Span::plain(self.words(&note.text))]
    }

    /// The literal words of a norm as a quotation.
    fn quoted(&self, norm: &str) -> Option<String> {
        let text = self.source.literal?.overlay.text(norm)?;
        Some(self.wording.with("literal-quoted", &[arg("text", text)]))
    }

    /// A score as figure and unrounded value: `2,7 (2,650)`, or both ends.
    fn ends(&self, ends: Option<&Ends>) -> String {
        let Some(Ends { lowest, highest }) = ends else { return self.wording.text("score-none") };
        if lowest == highest {
            return format!("{} ({})", self.wording.score(lowest), self.wording.unrounded(lowest));
        }
        let (low, high) = (self.wording.unrounded(lowest), self.wording.unrounded(highest));
        format!("{} – {} ({low} – {high})", self.wording.score(lowest), self.wording.score(highest))
    }

    /// The score of a part in its frame.
    fn chip(&self, score: &PartScore) -> Chip {
        let spoken = Some(self.wording.with("report-score-spoken", &[arg("status", self.wording.headline(score))]));
        match score.score() {
            Some(level) => Chip { text: level.to_string(), tone: Tone::Score(level.number()), spoken },
            None if score.admissible.is_empty() => Chip { text: "–".to_owned(), tone: Tone::Muted, spoken },
            None => Chip { text: self.wording.levels(score.admissible), tone: Tone::Muted, spoken },
        }
    }
}

fn raised(number: u32) -> String {
    const FIGURES: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().filter_map(|digit| FIGURES.get(usize::from(digit - b'0'))).collect()
}
