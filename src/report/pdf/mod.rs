//! Pages and structure -> a PDF file that is PDF/A-3A and PDF/UA-1.
//!
//! printpdf writes the pages and fonts; what it does not know (tags, outline, metadata, files, fields) is added to its
//! result, and whatever it draws from a counter or a clock is replaced.

mod attachments;
mod catalog;
mod chart;
mod fields;
mod file;
mod metadata;
mod outline;
mod paint;
mod tags;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use lopdf::{Object, ObjectId, StringFormat};

use super::{
    block::{Block, line_ends},
    fonts::Fonts,
    layout::{Furniture, compose},
};

/// Everything that a report file is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title, in the metadata and in the window's title bar.
    pub title: String,
    /// Language of the text (BCP 47, `nl`).
    pub language: String,
    /// Who wrote it.
    pub author: String,
    /// What it is about.
    pub subject: String,
    /// The program that made it, with its version.
    pub creator: String,
    /// When it was made.
    pub created_at: DateTime<FixedOffset>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Files that travel inside; names must differ.
    pub attachments: Vec<AttachedFile>,
    /// The mark on every page of a draft; the cover must say the same in words, since marks are not read out.
    pub concept: Option<String>,
    /// At the foot of every page.
    pub running_foot: String,
    /// At the foot of every page; `{page}` and `{pages}` stand for the numbers.
    pub page_number: String,
}

/// A file inside the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    /// File name, in ASCII.
    pub name: String,
    /// Media type (`application/json`).
    pub media_type: String,
    /// What it is, for people.
    pub description: String,
    /// What it is to the report.
    pub relationship: Relationship,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What an attached file is to the report (PDF/A-3, `AFRelationship`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relationship {
    /// The report was made from it.
    Source,
    /// Data that the report shows.
    Data,
}

/// Why no report could be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A font inside the program cannot be read.
    #[error("a bundled font cannot be read")]
    Font,
    /// More lines than a report can have.
    #[error("{lines} lines")]
    TooLong {
        /// How many the texts have at the least.
        lines: usize,
    },
    /// Two attachments have one name.
    #[error("two attachments are named {0}")]
    TwiceAttached(String),
    /// Two signature fields have one name.
    #[error("two signature fields are named {0}")]
    TwiceField(String),
    /// The parts do not fit together; a defect of the program.
    #[error("the PDF cannot be put together: {0}")]
    Assembly(#[from] lopdf::Error),
    /// The file cannot be composed in memory.
    #[error("the PDF cannot be written: {0}")]
    Writing(#[from] std::io::Error),
}

/// Most lines that the texts of a report begin by themselves, some five thousand pages: a small file can have millions.
const MAX_LINES: usize = 200_000;

/// Writes `document` as PDF/A-3A and PDF/UA-1. The same document gives the same bytes.
pub fn write(document: &Document) -> Result<Vec<u8>, WriteError> {
    refuse_duplicates(document)?;
    let lines = line_ends(&document.blocks);
    if lines > MAX_LINES {
        return Err(WriteError::TooLong { lines });
    }
    let fonts = Fonts::bundled().ok_or(WriteError::Font)?;
    let furniture = Furniture {
        foot: &document.running_foot,
        page_number: &document.page_number,
        concept: document.concept.as_deref(),
    };
    let composed = compose(fonts, &document.blocks, &furniture);

    let painted = paint::paint(fonts, &composed, document.concept.as_deref())?;
    let mut pdf = painted.pdf;
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let widgets = fields::add(&mut pdf, &pages, &composed.pages)?;
    let tags = tags::add(&mut pdf, &pages, &composed, &painted.content, &widgets)?;
    let outline = outline::add(&mut pdf, &pages, &composed.places);
    let files = attachments::add(&mut pdf, &document.attachments, document.created_at);
    let xmp = metadata::add(&mut pdf, document);
    catalog::fill(&mut pdf, &document.language, &catalog::Parts { tags, outline, files, xmp, widgets: &widgets })?;
    let mut plain: BTreeSet<ObjectId> = widgets.iter().map(|widget| widget.annotation).collect();
    plain.extend(pdf.trailer.get(b"Root").and_then(Object::as_reference));
    Ok(file::bytes(pdf, &plain)?)
}

fn refuse_duplicates(document: &Document) -> Result<(), WriteError> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = document.attachments.iter().find(|file| !seen.insert(&file.name)) {
        return Err(WriteError::TwiceAttached(twice.name.clone()));
    }
    seen.clear();
    let fields = document.blocks.iter().flat_map(|block| match block {
        Block::Signatures(fields) => fields.as_slice(),
        _ => &[],
    });
    match fields.map(|field| &field.name).find(|name| !seen.insert(name)) {
        Some(twice) => Err(WriteError::TwiceField(twice.clone())),
        None => Ok(()),
    }
}

/// A text string: UTF-16 with a byte order mark, which every reader understands.
fn text_string(text: &str) -> Object {
    let bytes = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A date in PDF's notation.
fn date_string(date: DateTime<FixedOffset>) -> Object {
    let zone = date.format("%z").to_string();
    let (hours, minutes) = zone.split_at_checked(3).unwrap_or(("+00", "00"));
    Object::string_literal(format!("D:{}{hours}'{minutes}'", date.format("%Y%m%d%H%M%S")))
}
