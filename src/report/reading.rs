//! What a finished PDF says: the text on its pages and the files inside it, for verification.
//!
//! Nothing that the file says about itself is believed: text is decoded from the content of the pages by the fonts'
//! character maps, not taken from metadata or tags. Files are hostile: sizes are bounded, and operators by which a page
//! could show something else than its text (images, forms, clipping, invisible letters) are errors.

mod character_map;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, LoadOptions, Object, ObjectId, content::Content};

use self::character_map::CharacterMap;

/// Most bytes that one stream of the file may grow to.
const STREAM_LIMIT: usize = 16 << 20;
/// Most bytes of a file.
const CONTENT_LIMIT: usize = 64 << 20;
/// Most bytes of the content of one page.
const PAGE_CONTENT_LIMIT: usize = 512 << 10;
/// Most bytes of the content of all pages together.
const ALL_CONTENT_LIMIT: usize = 32 << 20;
/// Most bytes of a character map.
const MAP_LIMIT: usize = 256 << 10;
/// Most character maps; a report has three.
const MAPS: usize = 32;
/// Most streams that the content of one page is in; a report has one.
const CONTENT_PARTS: usize = 8;
/// Most bytes of text of all pages together.
const TEXT_LIMIT: usize = 32 << 20;
/// Most pages.
const PAGE_LIMIT: usize = 2_000;
/// Most bytes of all attachments together.
const ATTACHED_LIMIT: usize = 32 << 20;
/// Most attachments.
const ATTACHMENT_LIMIT: usize = 64;

/// Why the file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadingError {
    /// It is not a PDF or it is damaged.
    #[error("not a readable PDF: {0}")]
    Damaged(String),
    /// It is encrypted.
    #[error("the PDF is encrypted")]
    Encrypted,
    /// More pages, bytes or attachments than a report has.
    #[error("the PDF is larger than any report")]
    TooLarge,
    /// A page uses an operator that no report uses.
    #[error("page {page} uses the operator {operator}")]
    ForeignOperator {
        /// From 1.
        page: usize,
        /// As it stands in the content.
        operator: String,
    },
    /// A page shows letters for which its font tells no characters.
    #[error("page {page} shows letters that stand for no characters")]
    UnknownLetters {
        /// From 1.
        page: usize,
    },
}

impl From<lopdf::Error> for ReadingError {
    fn from(error: lopdf::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// Whether the file says of itself that this program made it, where every program can read it: a claim, no more.
pub fn is_marked(pdf: &[u8]) -> bool {
    let mark = b"<xmp:CreatorTool>Trede ";
    pdf.windows(mark.len()).any(|window| window == mark)
}

/// A file inside a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// File name.
    pub name: String,
    /// Media type as the PDF states it; empty when it does not.
    pub media_type: String,
    /// `AFRelationship` as the PDF states it; empty when it does not.
    pub relationship: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// The text of each page: one string for each text object, in the order of drawing.
///
/// In a report of ours, a text object is what one element (a paragraph, a cell) has on that page, its lines joined by
/// the space at which they were broken; the foot, the page number and the mark of a draft come last (the mark first, too).
pub fn page_texts(pdf: &[u8]) -> Result<Vec<Vec<String>>, ReadingError> {
    let document = load(pdf)?;
    let mut left = ALL_CONTENT_LIMIT;
    let mut length = 0;
    let mut maps = BTreeMap::new();
    let mut pages = Vec::new();
    for (index, page) in document.page_iter().enumerate() {
        if index >= PAGE_LIMIT {
            return Err(ReadingError::TooLarge);
        }
        let content = page_content(&document, page, left.min(PAGE_CONTENT_LIMIT))?;
        left = left.saturating_sub(content.len());
        let fonts = fonts(&document, page);
        let mut reader = PageReader { number: index + 1, document: &document, maps: &mut maps, fonts };
        let texts = reader.texts(&content)?;
        length += texts.iter().map(String::len).sum::<usize>();
        if length > TEXT_LIMIT {
            return Err(ReadingError::TooLarge);
        }
        pages.push(texts);
    }
    Ok(pages)
}

/// The files inside the PDF, by the names in its catalog; those that cannot be read are an error.
pub fn attachments(pdf: &[u8]) -> Result<Vec<Attachment>, ReadingError> {
    let document = load(pdf)?;
    let Some(names) = document.catalog().ok().and_then(|catalog| resolve(&document, catalog.get(b"Names").ok()?))
    else {
        return Ok(Vec::new());
    };
    let root = names.as_dict().ok().and_then(|names| resolve(&document, names.get(b"EmbeddedFiles").ok()?));
    let mut found = Vec::new();
    let mut waiting: Vec<&Object> = root.into_iter().collect();
    let mut visits = 0;
    // A small file can name one large stream many times.
    let mut left = ATTACHED_LIMIT;
    while let Some(node) = waiting.pop() {
        visits += 1;
        if visits > ATTACHMENT_LIMIT || found.len() > ATTACHMENT_LIMIT {
            return Err(ReadingError::TooLarge);
        }
        let Ok(node) = node.as_dict() else { continue };
        if let Some(Ok(kids)) = node.get(b"Kids").ok().and_then(|kids| resolve(&document, kids)).map(Object::as_array) {
            waiting.extend(kids.iter().rev().filter_map(|kid| resolve(&document, kid)));
        }
        if let Some(Ok(names)) =
            node.get(b"Names").ok().and_then(|names| resolve(&document, names)).map(Object::as_array)
        {
            for pair in names.chunks_exact(2).take(ATTACHMENT_LIMIT + 1) {
                let [_, file] = pair else { continue };
                if let Some(Ok(file)) = resolve(&document, file).map(Object::as_dict) {
                    let file = attachment(&document, file, left)?;
                    left -= file.bytes.len();
                    found.push(file);
                }
            }
        }
    }
    Ok(found)
}

fn attachment(document: &lopdf::Document, file: &Dictionary, limit: usize) -> Result<Attachment, ReadingError> {
    let name = [b"UF".as_slice(), b"F"].iter().find_map(|key| resolve(document, file.get(key).ok()?)?.as_str().ok());
    let relationship = file.get(b"AFRelationship").and_then(Object::as_name).unwrap_or_default();
    let files = file.get(b"EF").ok().and_then(|files| resolve(document, files)?.as_dict().ok());
    let stream = files
        .and_then(|files| resolve(document, files.get(b"F").or_else(|_| files.get(b"UF")).ok()?)?.as_stream().ok());
    let stream = stream.ok_or(lopdf::Error::DictKey("EF".to_owned()))?;
    let attached = plain_content(stream, limit.min(STREAM_LIMIT))?;
    // What is not compressed is given whole.
    if attached.len() > limit {
        return Err(ReadingError::TooLarge);
    }
    let media_type = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
    Ok(Attachment {
        name: name.map(decode_text_string).unwrap_or_default(),
        media_type: String::from_utf8_lossy(media_type).into_owned(),
        relationship: String::from_utf8_lossy(relationship).into_owned(),
        bytes: attached,
    })
}

fn load(pdf: &[u8]) -> Result<lopdf::Document, ReadingError> {
    if pdf.len() > CONTENT_LIMIT {
        return Err(ReadingError::TooLarge);
    }
    let document = lopdf::Document::load_mem_with_options(pdf, LoadOptions::with_max_decompressed_size(STREAM_LIMIT))?;
    if document.is_encrypted() || document.was_encrypted() { Err(ReadingError::Encrypted) } else { Ok(document) }
}

fn page_content(document: &lopdf::Document, page: ObjectId, limit: usize) -> Result<Vec<u8>, ReadingError> {
    let mut content = Vec::new();
    // Many pages can share one list that names a stream a million times.
    let parts = document.get_dictionary(page)?.get(b"Contents").ok().and_then(|parts| resolve(document, parts));
    if parts.and_then(|parts| parts.as_array().ok()).is_some_and(|parts| parts.len() > CONTENT_PARTS) {
        return Err(ReadingError::TooLarge);
    }
    for part in document.get_page_contents(page) {
        let stream = document.get_object(part)?.as_stream()?;
        content.extend(plain_content(stream, limit.saturating_sub(content.len()).min(STREAM_LIMIT))?);
        content.push(b'\n');
    }
    Ok(content)
}

fn plain_content(stream: &lopdf::Stream, limit: usize) -> Result<Vec<u8>, ReadingError> {
    stream.get_plain_content_with_limit(limit).map_err(|error| match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => ReadingError::TooLarge,
        other => other.into(),
    })
}

/// The object that `object` refers to, at most ten references deep.
fn resolve<'a>(document: &'a lopdf::Document, object: &'a Object) -> Option<&'a Object> {
    let mut object = object;
    for _ in 0..10 {
        match object {
            Object::Reference(id) => object = document.objects.get(id)?,
            found => return Some(found),
        }
    }
    None
}

/// The font dictionaries by the names that the page, or else the branch it hangs on, gives them.
fn fonts(document: &lopdf::Document, page: ObjectId) -> BTreeMap<Vec<u8>, &Dictionary> {
    let mut node = document.get_dictionary(page).ok();
    for _ in 0..32 {
        let Some(dictionary) = node else { break };
        if let Ok(resources) = dictionary.get(b"Resources") {
            let resources = resolve(document, resources).and_then(|found| found.as_dict().ok());
            let fonts = resources.and_then(|resources| resolve(document, resources.get(b"Font").ok()?)?.as_dict().ok());
            let fonts = fonts.into_iter().flat_map(Dictionary::iter);
            return fonts
                .filter_map(|(name, font)| Some((name.clone(), resolve(document, font)?.as_dict().ok()?)))
                .collect();
        }
        node = dictionary.get(b"Parent").ok().and_then(|parent| resolve(document, parent)?.as_dict().ok());
    }
    BTreeMap::new()
}

fn decode_text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units: Vec<u16> = rest
                .chunks_exact(2)
                .map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)))
                .collect();
            String::from_utf16_lossy(&units)
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        latin => latin.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Operators of the pages of a report that show no text. All others are refused.
const HARMLESS: [&str; 24] = [
    "q", "Q", "cm", "w", "J", "j", "M", "d", "rg", "RG", "g", "G", "m", "l", "c", "re", "h", "f", "S", "B", "b", "s",
    "n", "Tc",
];

struct PageReader<'a, 'm> {
    /// From 1.
    number: usize,
    document: &'a lopdf::Document,
    /// Character maps by the place of their stream, shared by all pages.
    maps: &'m mut BTreeMap<ObjectId, CharacterMap>,
    fonts: BTreeMap<Vec<u8>, &'a Dictionary>,
}

impl PageReader<'_, '_> {
    fn texts(&mut self, content: &[u8]) -> Result<Vec<String>, ReadingError> {
        let harmless = BTreeSet::from(HARMLESS);
        let mut texts = Vec::new();
        let mut current = String::new();
        let mut map = None;
        for operation in Content::decode_strict(content)?.operations {
            match operation.operator.as_str() {
                "BT" => current.clear(),
                "ET" => texts.push(std::mem::take(&mut current)),
                "Tf" => {
                    map = operation
                        .operands
                        .first()
                        .and_then(|font| font.as_name().ok())
                        .and_then(|font| self.map_of(font))
                }
                "Tj" | "TJ" => {
                    for operand in &operation.operands {
                        let parts = match operand {
                            Object::Array(parts) => parts.as_slice(),
                            other => std::slice::from_ref(other),
                        };
                        for bytes in parts.iter().filter_map(|part| part.as_str().ok()) {
                            let known = map.and_then(|map| self.maps.get(&map)).and_then(|map| map.decode(bytes));
                            current.push_str(&known.ok_or(ReadingError::UnknownLetters { page: self.number })?);
                        }
                    }
                }
                "Tm" | "Td" | "TD" | "T*" | "TL" | "BMC" | "BDC" | "EMC" => {}
                other if harmless.contains(other) => {}
                other => {
                    let operator = other.chars().take(16).collect();
                    return Err(ReadingError::ForeignOperator { page: self.number, operator });
                }
            }
        }
        Ok(texts)
    }

    /// The place of the font's character map, which is read when it is met for the first time.
    fn map_of(&mut self, font: &[u8]) -> Option<ObjectId> {
        let id = self.fonts.get(font)?.get(b"ToUnicode").and_then(Object::as_reference).ok()?;
        if !self.maps.contains_key(&id) && self.maps.len() < MAPS {
            let stream = self.document.get_object(id).and_then(Object::as_stream).ok()?;
            let map = CharacterMap::parse(&plain_content(stream, MAP_LIMIT).ok()?);
            self.maps.insert(id, map);
        }
        Some(id)
    }
}
