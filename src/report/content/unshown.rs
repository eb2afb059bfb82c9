//! Which characters a report shows by their code points because no bundled face has them, and where they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use crate::domain::{NormId, PartId};
use crate::report::fonts::legible::without_glyph;

/// How many characters are reported at most.
pub const MOST_CHARACTERS: usize = 40;
/// How many places of one character are reported at most.
pub const MOST_PLACES: usize = 12;

/// Where a character stands in the assessment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The name of the lender.
    Subject,
    /// The period.
    Period,
    /// Name or role of the assessor.
    Assessor,
    /// The name in the certificate of the signer.
    Signer,
    /// The reason for the settlement of a part, or the name of the part.
    Part(PartId),
    /// Rationale, evidence, attached files or words of a norm.
    Norm(NormId),
    /// Where the literal wording comes from.
    Overlay,
    /// Another text of the framework.
    Framework,
}

impl Place {
    /// The word in JSON: `subject`, `part V`, or the id of a norm.
    pub fn code(&self) -> String {
        match self {
            Place::Subject => "subject".to_owned(),
            Place::Period => "period".to_owned(),
            Place::Assessor => "assessor".to_owned(),
            Place::Signer => "signer".to_owned(),
            Place::Part(part) => format!("part {part}"),
            Place::Norm(norm) => norm.to_string(),
            Place::Overlay => "overlay".to_owned(),
            Place::Framework => "framework".to_owned(),
        }
    }
}

/// A character that is shown by its code point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unshown {
    /// The character.
    pub character: char,
    /// Where it stands, the first [`MOST_PLACES`] in the order of [`Place`].
    pub places: Vec<Place>,
    /// At how many more places it stands.
    pub more: usize,
}

impl Unshown {
    /// How its code point is written: `U+1F600`.
    pub fn code(&self) -> String {
        format!("U+{:04X}", u32::from(self.character))
    }
}

/// All characters that are shown by their code points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllUnshown {
    /// The first [`MOST_CHARACTERS`], by code point.
    pub characters: Vec<Unshown>,
    /// How many more characters there are.
    pub more: usize,
}

impl AllUnshown {
    /// What a report from `source` cannot show.
    pub fn of(source: &Source) -> AllUnshown {
        let mut search = Search { found: BTreeMap::new() };
        search.assessment(source);
        search.framework(source);
        let more = search.found.len().saturating_sub(MOST_CHARACTERS);
        let unshown = |(character, places): (char, BTreeSet<Place>)| Unshown {
            character,
            more: places.len().saturating_sub(MOST_PLACES),
            places: places.into_iter().take(MOST_PLACES).collect(),
        };
        AllUnshown { characters: search.found.into_iter().take(MOST_CHARACTERS).map(unshown).collect(), more }
    }

    /// Whether every character has a glyph.
    pub fn is_empty(&self) -> bool {
        self.characters.is_empty()
    }
}

struct Search {
    found: BTreeMap<char, BTreeSet<Place>>,
}

impl Search {
    fn look(&mut self, text: &str, place: &Place) {
        for character in without_glyph(text) {
            self.found.entry(character).or_default().insert(place.clone());
        }
    }

    fn assessment(&mut self, source: &Source) {
        self.look(&source.cover.subject, &Place::Subject);
        self.look(&source.cover.period, &Place::Period);
        if let Some(assessor) = &source.sheet.assessor {
            self.look(&assessor.name, &Place::Assessor);
            self.look(&assessor.role, &Place::Assessor);
        }
        if let Some(signer) = &source.parameters.signer {
            self.look(&signer.name, &Place::Signer);
        }
        for (part, settled) in &source.sheet.settlements {
            self.look(&settled.rationale, &Place::Part(part.clone()));
        }
        for (norm, finding) in &source.sheet.findings {
            let place = Place::Norm(norm.clone());
            self.look(&finding.rationale, &place);
            self.look(&finding.personal_data_reason, &place);
            finding.evidence.iter().for_each(|evidence| self.look(evidence, &place));
            finding.attached.iter().for_each(|file| self.look(file.name(), &place));
        }
        if let Some(literal) = source.literal {
            self.look(&literal.overlay.source, &Place::Overlay);
            for (norm, text) in &literal.overlay.texts {
                self.look(text, &Place::Norm(norm.clone()));
            }
        }
    }

    fn framework(&mut self, source: &Source) {
        let language = source.parameters.language;
        let framework = source.framework;
        for part in framework.parts() {
            self.look(&part.title.plain(language), &Place::Part(part.id.clone()));
            for aspect in &part.aspects {
                self.look(&aspect.title.plain(language), &Place::Part(part.id.clone()));
                for norm in &aspect.norms {
                    self.look(&norm.text.plain(language), &Place::Norm(norm.id.clone()));
                }
            }
        }
        let mut texts = vec![&framework.title, &framework.report_title, &framework.source, &framework.scale_source];
        texts.extend(framework.scale.iter().map(|(_, text)| text));
        texts.extend(framework.themes.iter().map(|theme| &theme.title));
        texts.extend(framework.policies.iter().flat_map(|each| [&each.title, &each.source_says, &each.choice]));
        texts.extend(framework.footnotes.iter().map(|footnote| &footnote.text));
        texts.extend(framework.alerts.iter().flat_map(|alert| [&alert.title, &alert.text]));
        texts.extend(framework.notes.iter().flat_map(|note| [&note.title, &note.text]));
        texts.extend(&framework.silent);
        texts.iter().for_each(|text| self.look(&text.plain(language), &Place::Framework));
    }
}
