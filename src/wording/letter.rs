//! A part in plain sentences that can be pasted into a letter: its score, what that means, what is in order, what held it
//! back and what would lift it. Everything follows from the findings; nothing is judged here.

use super::{Wording, arg};
use crate::domain::derivation::Statement;
use crate::domain::finding::Verdict;
use crate::domain::framework::{Aspect, Framework, Norm, NormId, Part};
use crate::domain::part_score::{PartScore, Status};
use crate::domain::{Score, Sheet};

/// How many norms a letter quotes; the others are named.
const MOST_QUOTED: usize = 4;
/// How many subjects a letter names in one sentence.
const MOST_SUBJECTS: usize = 20;

/// What a letter on a part is made from.
#[derive(Clone, Copy)]
pub struct Letter<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The name of the lender.
    pub subject: &'a str,
    /// The findings.
    pub sheet: &'a Sheet,
    /// The score that follows from them.
    pub score: &'a Score,
    /// The part.
    pub part: &'a Part,
}

impl Wording {
    /// The paragraphs of a letter on one part; empty when the part is not of this assessment.
    pub fn letter(&self, letter: &Letter) -> Vec<String> {
        let Some(score) = letter.score.part(letter.part.id.as_str()) else { return Vec::new() };
        let facts = Facts { letter, score, wording: self };
        let (quoted, rest) = facts.held_back();
        let before = [facts.standing(), facts.in_order()].map(|sentences| sentences.join(" "));
        let after = [rest, facts.beside()].map(|sentences| sentences.join(" "));
        before.into_iter().chain(quoted).chain(after).filter(|text| !text.is_empty()).collect()
    }
}

struct Facts<'a> {
    letter: &'a Letter<'a>,
    score: &'a PartScore,
    wording: &'a Wording,
}

impl Facts<'_> {
    /// The score and what it means, or why there is none.
    fn standing(&self) -> Vec<String> {
        let Letter { framework, subject, part, .. } = self.letter;
        let language = self.wording.language();
        let title = part.title.plain(language);
        let say = |key: &str, more: &[(&str, String)]| {
            let mut args = vec![arg("title", &title), arg("part", &part.id), arg("subject", subject)];
            args.extend_from_slice(more);
            self.wording.with(key, &args)
        };
        let Some(level) = self.score.score() else {
            return match self.score.status {
                Status::Contradiction => {
                    let clash = |norms: &Vec<NormId>| self.wording.statement(&Statement::Contradiction(norms.clone()));
                    let clashes = self.score.contradictions.iter().map(clash);
                    [say("letter-no-score", &[])].into_iter().chain(clashes).collect()
                }
                Status::NotApplicable => vec![say("letter-not-applicable", &[])],
                _ => vec![say("letter-interval", &[("levels", self.wording.levels(self.score.admissible))])],
            };
        };
        let mut sentences = vec![say("letter-score", &[arg("level", level)])];
        if self.score.status == Status::Settled && self.score.admissible.only().is_none() {
            let levels = self.wording.levels(self.score.admissible);
            sentences.push(self.wording.with("letter-settled", &[("levels", levels)]));
        }
        let meaning = framework.scale.iter().find(|(each, _)| *each == level);
        if let Some((_, meaning)) = meaning {
            let args = [arg("level", level), ("meaning", meaning.plain(language))];
            sentences.push(self.wording.with("letter-meaning", &args));
        }
        sentences
    }

    /// What is met, by subject, and that no deficiency is present where none is.
    fn in_order(&self) -> Vec<String> {
        let part = self.letter.part;
        let mut sentences = Vec::new();
        let met = self.subjects(|norm, verdict| !norm.rung.is_deficiency() && verdict == Verdict::Holds);
        if let Some((count, subjects)) = met {
            sentences.push({
                let args = [arg("subject", self.letter.subject), arg("count", count), ("norms", subjects)];
                self.wording.with("letter-met", &args)
            });
        }
        let deficiencies = || part.norms().filter(|norm| norm.rung.is_deficiency()).map(|norm| self.verdict(norm));
        let is_absent = |verdict: Verdict| matches!(verdict, Verdict::Fails | Verdict::NotApplicable);
        if deficiencies().any(|verdict| verdict == Verdict::Fails) && deficiencies().all(is_absent) {
            sentences.push(self.wording.text("letter-no-deficiency"));
        }
        sentences
    }

    /// What stands in the way of the next level in the words of the norms, a paragraph each; the rest by subject, and the
    /// way up.
    fn held_back(&self) -> (Vec<String>, Vec<String>) {
        let language = self.wording.language();
        let is_lacking = |norm: &Norm| {
            let verdict = self.verdict(norm);
            verdict == Verdict::Partly || verdict == norm.rung.bad()
        };
        let quoted: Vec<&Norm> = self
            .letter
            .part
            .norms()
            .filter(|norm| self.score.blocking.contains(&norm.id) && is_lacking(norm) && norm.twin.is_none())
            .take(MOST_QUOTED)
            .collect();
        let said = quoted.iter().map(|norm| {
            let key = match self.verdict(norm) {
                Verdict::Partly => "letter-partly",
                _ if norm.rung.is_deficiency() => "letter-deficiency",
                _ => "letter-failed",
            };
            self.wording.with(key, &[arg("norm", &norm.id), ("text", norm.text.plain(language))])
        });
        let mut sentences = Vec::new();
        let is_quoted =
            |norm: &Norm| quoted.iter().any(|other| other.id == norm.id || norm.twin.as_ref() == Some(&other.id));
        let requirements = |norm: &Norm, _| !norm.rung.is_deficiency() && is_lacking(norm) && !is_quoted(norm);
        let deficiencies = |norm: &Norm, _| norm.rung.is_deficiency() && is_lacking(norm) && !is_quoted(norm);
        let also = if quoted.is_empty() { "first" } else { "also" };
        for (key, rest) in [
            ("letter-failed-more", self.subjects(requirements)),
            ("letter-deficiency-more", self.subjects(deficiencies)),
        ] {
            if let Some((count, subjects)) = rest {
                let args = [arg("count", count), ("norms", subjects), arg("also", also)];
                sentences.push(self.wording.with(key, &args));
            }
        }
        sentences.extend(self.way_up());
        (said.collect(), sentences)
    }

    /// What the next level takes; while the score is open, what is still to be judged says more.
    fn way_up(&self) -> Option<String> {
        self.score.score()?;
        let way = self.score.ways.first()?;
        let single = way.changes.len() == 1 && way.candidates.len() > 1;
        let (key, norms) =
            if single { ("letter-lift-any", &way.candidates) } else { ("letter-lift-all", &way.changes) };
        // Of twins, which are asked once, the lower one says enough.
        let twin = |id: &NormId| self.letter.framework.norm(id.as_str()).and_then(|(_, _, norm)| norm.twin.clone());
        let norms: Vec<NormId> =
            norms.iter().filter(|id| twin(id).is_none_or(|lower| !norms.contains(&lower))).cloned().collect();
        let names = self.wording.ids(&norms, if single { "or" } else { "and" });
        Some(self.wording.with(key, &[arg("level", way.to), arg("count", norms.len()), ("norms", names)]))
    }

    /// What is open, what does not count, and the signals that stand apart from the score.
    fn beside(&self) -> Vec<String> {
        let Letter { framework, part, .. } = self.letter;
        let mut sentences = Vec::new();
        if !self.score.open.is_empty() {
            let args = [arg("count", self.score.open.len()), ("norms", self.wording.norms(&self.score.open))];
            sentences.push(self.wording.with("letter-open", &args));
        }
        let is_left_out = |statement: &&Statement| matches!(statement, Statement::LeftOut(_) | Statement::Ends(_));
        sentences.extend(self.score.derivation.iter().filter(is_left_out).map(|each| self.wording.statement(each)));
        for alert in &self.letter.score.alerts {
            let Some(rule) = framework.alerts.iter().find(|rule| rule.code == alert.code) else { continue };
            if alert.norms.iter().any(|norm| part.norms().any(|ours| ours.id == *norm)) {
                let title = rule.title.plain(self.wording.language());
                let args = [("title", title), ("norms", self.wording.norms(&alert.norms))];
                sentences.push(self.wording.with("letter-alert", &args));
            }
        }
        sentences
    }

    fn verdict(&self, norm: &Norm) -> Verdict {
        self.letter.sheet.verdict(norm.id.as_str())
    }

    /// How many norms are wanted, and the subjects that they are about: `Tijdigheid (V.3.1) en Specificatie (V.3.2)`.
    fn subjects(&self, wanted: impl Fn(&Norm, Verdict) -> bool) -> Option<(usize, String)> {
        let mut count = 0;
        let mut subjects = Vec::new();
        for aspect in &self.letter.part.aspects {
            let norms = self.wanted(aspect, &wanted);
            if !norms.is_empty() {
                count += norms.len();
                let title = aspect.title.plain(self.wording.language());
                subjects.push(format!("{title} ({})", self.wording.norms(&norms)));
            }
        }
        if subjects.len() > MOST_SUBJECTS {
            let more = subjects.split_off(MOST_SUBJECTS).len();
            subjects.push(self.wording.with("letter-more-subjects", &[arg("count", more)]));
        }
        (count > 0).then(|| (count, self.wording.list(subjects, "and")))
    }

    fn wanted(&self, aspect: &Aspect, wanted: impl Fn(&Norm, Verdict) -> bool) -> Vec<NormId> {
        // The lower rung first, as one climbs.
        let norms = aspect.norms.iter().rev();
        norms.filter(|norm| wanted(norm, self.verdict(norm))).map(|norm| norm.id.clone()).collect()
    }
}
