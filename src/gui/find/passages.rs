//! Everything that can be found: the norms and notes of the framework, and what was written in the assessment.

use super::fold::folded;
use crate::domain::{Assessment, Framework, Language, NormId, PartId, Perspective};

/// Of which kind a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The text of a norm.
    Norm,
    /// The rationale of a finding.
    Rationale,
    /// The evidence of a finding: references, and the names of files.
    Evidence,
    /// A note on what the framework leaves open, or the reason of a settlement.
    Note,
}

impl Kind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Kind; 4] = [Kind::Norm, Kind::Rationale, Kind::Evidence, Kind::Note];

    /// The key of its name in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Norm => "find-norms",
            Kind::Rationale => "find-rationales",
            Kind::Evidence => "find-evidence",
            Kind::Note => "find-notes",
        }
    }
}

/// Where a passage leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a norm, from this side if it is one's own.
    Norm(NormId, Option<Perspective>),
    /// To a part, from this side if it is one's own.
    Part(PartId, Option<Perspective>),
}

impl Target {
    /// The side whose words these are; none for those of the framework.
    pub fn side(&self) -> Option<Perspective> {
        match self {
            Target::Norm(_, side) | Target::Part(_, side) => *side,
        }
    }
}

/// One text in which is searched.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Of which kind it is.
    pub kind: Kind,
    /// Where it leads.
    pub target: Target,
    /// The id before it: of the norm, the part or the note.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// The text itself.
    pub text: String,
    searched: String,
}

impl Passage {
    fn new(kind: Kind, target: Target, id: &str, title: &str, text: String) -> Passage {
        let searched = folded(&format!("{id} {title} {text}"));
        Passage { kind, target, id: id.to_owned(), title: title.to_owned(), text, searched }
    }

    /// Whether every one of these folded words occurs in it.
    pub fn has(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.searched.contains(word.as_str()))
    }
}

/// What can be found; each half is made anew only when it changed.
#[derive(Debug, Default)]
pub struct Passages {
    norms: Option<(String, Language, Vec<Passage>)>,
    written: Option<(u64, Vec<Passage>)>,
    notes: Vec<Passage>,
}

impl Passages {
    /// Takes in the texts as they are now.
    pub fn fit(&mut self, framework: &Framework, assessment: &Assessment, revision: u64, language: Language) {
        let same =
            |(sha256, known, _): &(String, Language, Vec<Passage>)| *sha256 == framework.sha256 && *known == language;
        if !self.norms.as_ref().is_some_and(same) {
            self.norms = Some((framework.sha256.clone(), language, norms(framework, language)));
            self.notes = notes(framework, language);
            self.written = None;
        }
        if self.written.as_ref().is_none_or(|(known, _)| *known != revision) {
            self.written = Some((revision, written(framework, assessment, language)));
        }
    }

    /// All passages: norms, what was written about them, notes.
    pub fn all(&self) -> impl Iterator<Item = &Passage> {
        let norms = self.norms.iter().flat_map(|(_, _, passages)| passages);
        let written = self.written.iter().flat_map(|(_, passages)| passages);
        norms.chain(written).chain(&self.notes)
    }
}

fn norms(framework: &Framework, language: Language) -> Vec<Passage> {
    let aspects = framework.parts().flat_map(|part| &part.aspects);
    aspects
        .flat_map(|aspect| {
            let title = aspect.title.get(language);
            aspect.norms.iter().map(move |norm| {
                let target = Target::Norm(norm.id.clone(), None);
                Passage::new(Kind::Norm, target, norm.id.as_str(), title, norm.text.plain(language))
            })
        })
        .collect()
}

/// Rationales, evidence and the reasons of settlements, of every side, in the order of the framework.
fn written(framework: &Framework, assessment: &Assessment, language: Language) -> Vec<Passage> {
    let mut found = Vec::new();
    for (side, sheet) in &assessment.sheets {
        for part in framework.parts() {
            for aspect in &part.aspects {
                for norm in &aspect.norms {
                    let Some(finding) = sheet.findings.get(&norm.id) else { continue };
                    let title = aspect.title.get(language);
                    let mut take = |kind, text: String| {
                        let target = Target::Norm(norm.id.clone(), Some(*side));
                        found.push(Passage::new(kind, target, norm.id.as_str(), title, text));
                    };
                    if finding.has_rationale() {
                        take(Kind::Rationale, finding.rationale.clone());
                    }
                    let names = finding.attached.iter().map(|file| file.name().to_owned());
                    let inside = finding.internal.evidence.iter();
                    let evidence: Vec<String> = finding.evidence.iter().chain(inside).cloned().chain(names).collect();
                    if !evidence.is_empty() {
                        take(Kind::Evidence, evidence.join("; "));
                    }
                }
            }
            if let Some(settled) = sheet.settlements.get(&part.id) {
                let target = Target::Part(part.id.clone(), Some(*side));
                let title = part.title.get(language);
                found.push(Passage::new(Kind::Note, target, part.id.as_str(), title, settled.rationale.clone()));
            }
        }
    }
    found
}

/// What the framework leaves open; a note that touches no part leads nowhere and stands on the cover.
fn notes(framework: &Framework, language: Language) -> Vec<Passage> {
    let part_of = |id: &str| framework.parts().find(|part| framework.notes_on(part).any(|note| note.id == id));
    let found = framework.notes.iter().filter_map(|note| {
        let target = Target::Part(part_of(&note.id)?.id.clone(), None);
        Some(Passage::new(Kind::Note, target, &note.id, &note.title.plain(language), note.text.plain(language)))
    });
    found.collect()
}
