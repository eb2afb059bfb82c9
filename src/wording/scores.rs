//! Scores and their reasons in words.

use super::{Wording, arg};
use crate::domain::assessment::Perspective;
use crate::domain::finding::Verdict;
use crate::domain::framework::{ExceedsOne, Rung, TestUnit};
use crate::domain::part_score::{PartScore, Statement, Status, Warning};
use crate::domain::ways::WayUp;

impl Wording {
    /// The name of a perspective: "toezichthouder".
    pub fn perspective(&self, perspective: Perspective) -> String {
        self.text(&format!("perspective-{}", perspective.code()))
    }

    /// A verdict as it reads on its rung: "voldaan" on 5 and 3, "gebrek aanwezig" on 1.
    pub fn verdict(&self, rung: Rung, verdict: Verdict) -> String {
        let side = if rung == Rung::One { "deficiency" } else { "requirement" };
        self.text(&format!("verdict-{side}-{}", verdict.code().replace('_', "-")))
    }

    /// The status of a part: "vastgesteld".
    pub fn status(&self, status: Status) -> String {
        self.text(&format!("status-{}", status.code().replace('_', "-")))
    }

    /// What is looked at to judge a norm: "dossier".
    pub fn test_unit(&self, unit: TestUnit) -> String {
        self.text(match unit {
            TestUnit::Lender => "unit-lender",
            TestUnit::File => "unit-file",
            TestUnit::Both => "unit-both",
        })
    }

    /// The value of the policy on deficiencies.
    pub fn exceeds_one(&self, policy: ExceedsOne) -> String {
        self.text(&format!("exceeds-one-{}", policy.code().replace('_', "-")))
    }

    /// The derivation of a part, a sentence a reason.
    pub fn derivation(&self, score: &PartScore) -> Vec<String> {
        score.derivation.iter().map(|statement| self.statement(statement)).collect()
    }

    /// One reason as a sentence.
    pub fn statement(&self, statement: &Statement) -> String {
        let named = |key: &str, norms: &[crate::domain::NormId]| {
            self.with(key, &[arg("norms", self.norms(norms)), arg("count", norms.len())])
        };
        match statement {
            Statement::Contradiction(norms) => named("why-contradiction", norms),
            Statement::NoThreeApplicable => self.text("why-no-three-applicable"),
            Statement::AllThreeHold(count) => self.with("why-all-three-hold", &[arg("count", count)]),
            Statement::ThreeFails(norms) => named("why-three-fails", norms),
            Statement::ThreeOpen(norms) => named("why-three-open", norms),
            Statement::ThreeFollows(norms) => named("why-three-follows", norms),
            Statement::DeficiencyFollows(norms) => named("why-deficiency-follows", norms),
            Statement::NoDeficiency => self.text("why-no-deficiency"),
            Statement::EveryDeficiency(norms) => named("why-every-deficiency", norms),
            Statement::SomeDeficiencies { present, applicable, policy } => self.with(
                "why-some-deficiencies",
                &[
                    arg("norms", self.norms(present)),
                    arg("count", present.len()),
                    arg("applicable", applicable),
                    arg("policy", self.exceeds_one(*policy)),
                ],
            ),
            Statement::DeficiencyBesideThree(norms) => named("why-deficiency-beside-three", norms),
            Statement::DeficiencyOpen(norms) => named("why-deficiency-open", norms),
            Statement::AllFiveHold(count) => self.with("why-all-five-hold", &[arg("count", count)]),
            Statement::FiveLifts(norms) => named("why-five-lifts", norms),
            Statement::FiveFails(norms) => named("why-five-fails", norms),
            Statement::FivePartly(norms) => named("why-five-partly", norms),
            Statement::FiveOpen(norms) => named("why-five-open", norms),
            Statement::TwinsDoNotLift(norms) => named("why-twins-do-not-lift", norms),
            Statement::NothingLifts => self.text("why-nothing-lifts"),
            Statement::LeftOut(norms) => named("why-left-out", norms),
            Statement::Settled(level) => self.with("why-settled", &[arg("level", level)]),
            Statement::Lapsed(level) => self.with("why-lapsed", &[arg("level", level)]),
        }
    }

    /// Where a part stands, in one line: "Nog 2 normen bepalen of dit een 3 of 4 is".
    pub fn headline(&self, score: &PartScore) -> String {
        let levels = self.levels(score.admissible);
        match (score.status, score.score()) {
            (Status::Contradiction, _) => self.text("headline-contradiction"),
            (Status::NotApplicable, _) => self.text("headline-not-applicable"),
            (Status::Settled, Some(level)) => self.with("headline-settled", &[arg("level", level)]),
            (_, Some(level)) => self.with("headline-determined", &[arg("level", level)]),
            _ if score.decisive.is_empty() => self.with("headline-to-settle", &[arg("levels", levels)]),
            _ => self.with("headline-interval", &[arg("count", score.decisive.len()), arg("levels", levels)]),
        }
    }

    /// A way up as a sentence. When any one norm of several will do they are offered as such.
    pub fn way_up(&self, way: &WayUp) -> String {
        let single = way.changes.len() == 1 && way.candidates.len() > 1;
        let (key, norms) = if single {
            let ids = way.candidates.iter().map(ToString::to_string).collect();
            ("way-up-any", self.list(ids, "or"))
        } else {
            ("way-up-all", self.norms(&way.changes))
        };
        self.with(key, &[arg("level", way.to), arg("norms", norms)])
    }

    /// A warning as a sentence.
    pub fn warning(&self, warning: &Warning) -> String {
        self.with(&format!("warning-{}", warning.kind.code()), &[arg("norms", self.norms(&warning.norms))])
    }
}
