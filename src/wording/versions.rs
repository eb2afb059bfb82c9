//! Versions of a framework in words: what differs, and what becomes of an assessment.

use super::{Wording, arg};
use crate::domain::framework_diff::{Caution, Difference, Effect, Field, Subject};
use crate::domain::migration::{Hindrance, Left};
use crate::domain::{Framework, Perspective, Rung, Verdict};

impl Wording {
    /// The rationale of an answer that is opened again: "Was in versie 1.0.0: voldaan."
    pub fn migrated_verdict(&self, version: &str, rung: Rung, verdict: Verdict) -> String {
        self.with("migration-was", &[arg("version", version), arg("verdict", self.verdict(rung, verdict))])
    }

    /// Why an assessment is not taken over and what to do.
    pub fn hindrance(&self, hindrance: Hindrance, from: &Framework, to: &Framework) -> String {
        let args = [arg("from", &from.id), arg("to", &to.id), arg("version", &to.version), arg("sha256", &to.sha256)];
        self.with(
            match hindrance {
                Hindrance::SameFramework => "migration-same-framework",
                Hindrance::OtherFramework => "migration-other-framework",
            },
            &args,
        )
    }

    /// What is odd about two frameworks that are compared.
    pub fn caution(&self, caution: Caution, from: &Framework, to: &Framework) -> String {
        let args = [arg("from", &from.id), arg("to", &to.id), arg("before", &from.version), arg("after", &to.version)];
        self.with(&format!("caution-{}", caution.code()), &args)
    }

    /// What a difference can do: "Dezelfde antwoorden kunnen een andere score geven".
    pub fn effect(&self, effect: Effect) -> String {
        self.text(&format!("effect-{}", effect.code()))
    }

    /// What a difference is about: "Norm IV.3.2".
    pub fn subject(&self, subject: &Subject) -> String {
        self.with(&format!("subject-{}", subject.code()), &[arg("id", subject.id())])
    }

    /// A difference in one line, or for a text in three: what, the old words and the new.
    pub fn difference(&self, found: &Difference) -> Vec<String> {
        let nothing = || self.text("event-nothing");
        let before = found.before.clone().unwrap_or_else(nothing);
        let after = found.after.clone().unwrap_or_else(nothing);
        let subject = self.subject(&found.subject);
        if found.field == Field::Presence {
            let (key, text) =
                if found.before.is_none() { ("difference-new", after) } else { ("difference-removed", before) };
            return vec![self.with(key, &[arg("subject", subject), arg("text", text)])];
        }
        let field = self.text(&format!("field-{}", found.field.code()));
        let language = found.language.map_or("", |language| language.code());
        let args = [
            arg("subject", subject),
            arg("field", field),
            arg("language", language),
            arg("before", &before),
            arg("after", &after),
        ];
        match (found.field, found.language) {
            (Field::Qualifiers, _) => vec![self.with("difference-qualifiers", &args)],
            (_, None) => vec![self.with("difference-value", &args)],
            (_, Some(_)) => {
                vec![self.with("difference-text", &args), format!("    - {before}"), format!("    + {after}")]
            }
        }
    }

    /// What had no place in a new framework: what it was about, and what stood there.
    pub fn left(&self, left: &Left) -> (String, String) {
        let side = |perspective: Perspective| arg("perspective", self.perspective(perspective));
        match left {
            Left::Finding { perspective, norm, rung, finding } => {
                let subject = self.with("migration-left-norm", &[arg("norm", norm), side(*perspective)]);
                let mut stood = self.verdict(*rung, finding.verdict);
                for text in self.grounds(finding) {
                    stood.push_str(&format!("; {text}"));
                }
                (subject, stood)
            }
            Left::Settlement { perspective, part, settlement } => {
                let subject = self.with("migration-left-part", &[arg("part", part), side(*perspective)]);
                let args = [arg("level", settlement.level), arg("rationale", &settlement.rationale)];
                (subject, self.with("event-settled", &args))
            }
        }
    }
}
