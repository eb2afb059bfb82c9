//! Scores and their reasons in words.

use super::{Arg, Wording, arg};
use crate::domain::assessment::Perspective;
use crate::domain::derivation::Statement;
use crate::domain::finding::Verdict;
use crate::domain::framework::{ExceedsOne, Gate, NormId, Part, Rule, Rung, TestUnit};
use crate::domain::level::Level;
use crate::domain::part_score::{PartScore, Status, Warning, WarningKind};
use crate::domain::ways::WayUp;

impl Wording {
    /// The name of a perspective: "toezichthouder".
    pub fn perspective(&self, perspective: Perspective) -> String {
        self.text(&format!("perspective-{}", perspective.code()))
    }

    /// A verdict as it reads on its rung: "voldaan" on 5 and 3, "gebrek aanwezig" on 1.
    pub fn verdict(&self, rung: Rung, verdict: Verdict) -> String {
        let side = if rung.is_deficiency() { "deficiency" } else { "requirement" };
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

    /// How a part gets its score, where it is not the usual way: `Een 4 vraagt de treden 3 en 4.`
    pub fn rule(&self, part: &Part) -> Option<String> {
        if part.rule == Rule::usual(&part.rungs()) {
            return None;
        }
        if !part.rule.is_stepped() {
            return Some(self.text("rule-assessor"));
        }
        let gate = |gate: &Gate| {
            let rungs: Vec<String> = gate.needs.iter().map(|rung| rung.number().to_string()).collect();
            let args = [arg("level", gate.level()), arg("count", rungs.len()), arg("rungs", self.list(rungs, "and"))];
            self.with("rule-gate", &args)
        };
        Some(part.rule.gates().iter().map(gate).collect::<Vec<_>>().join(" "))
    }

    /// The derivation of a part, a sentence a reason.
    pub fn derivation(&self, score: &PartScore) -> Vec<String> {
        score.derivation.iter().map(|statement| self.statement(statement)).collect()
    }

    /// One reason as a sentence.
    pub fn statement(&self, statement: &Statement) -> String {
        let named = |key: &str, norms: &[NormId], more: &[Arg]| {
            let mut args = vec![arg("norms", self.norms(norms)), arg("count", norms.len())];
            args.extend_from_slice(more);
            self.with(key, &args)
        };
        let rung = |rung: &Rung| [arg("rung", rung.number())];
        let level = |key: &str, level: &Level| self.with(key, &[arg("level", level)]);
        match statement {
            Statement::Contradiction(norms) => named("why-contradiction", norms, &[]),
            Statement::NoneApplicable(base) => self.with("why-none-applicable", &rung(base)),
            Statement::AssessorSettles => self.text("why-assessor-settles"),
            Statement::BaseHolds(base, count) => {
                self.with("why-base-holds", &[arg("rung", base.number()), arg("count", count)])
            }
            Statement::BaseFails(base, norms) => named("why-base-fails", norms, &rung(base)),
            Statement::BaseFailsAlone(base, norms) => named("why-base-fails-alone", norms, &rung(base)),
            Statement::BaseOpen(base, norms) => named("why-open", norms, &rung(base)),
            Statement::Follows(rung_of, norms) => named("why-follows", norms, &rung(rung_of)),
            Statement::NoDeficiency => self.text("why-no-deficiency"),
            Statement::EveryDeficiency(norms) => named("why-every-deficiency", norms, &[]),
            Statement::SomeDeficiencies { present, applicable, policy, between } => {
                let more = [
                    arg("applicable", applicable),
                    arg("between", self.levels(*between)),
                    arg("policy", policy.map_or("none", ExceedsOne::code)),
                ];
                named("why-some-deficiencies", present, &more)
            }
            Statement::DeficiencyBeside(base, norms) => named("why-deficiency-beside", norms, &rung(base)),
            Statement::DeficiencyOpen(norms) => named("why-open", norms, &rung(&Rung::ONE)),
            Statement::DeficiencyFollows(base, norms) => named("why-deficiency-follows", norms, &rung(base)),
            Statement::UpperHolds(upper, count) => {
                self.with("why-upper-holds", &[arg("rung", upper.number()), arg("count", count)])
            }
            Statement::Lifts(above, norms) => named("why-lifts", norms, &[arg("level", above)]),
            Statement::UpperHoldsInPart(upper, norms) => named("why-upper-holds-in-part", norms, &rung(upper)),
            Statement::UpperFails(upper, norms) => named("why-upper-fails", norms, &rung(upper)),
            Statement::Partly(upper, between, norms) => {
                let more = [
                    arg("rung", upper.number()),
                    arg("levels", self.levels(*between)),
                    arg("between", between.levels().count()),
                ];
                named("why-partly", norms, &more)
            }
            Statement::UpperOpen(upper, norms) => named("why-open", norms, &rung(upper)),
            Statement::TwinsDoNotLift(norms) => named("why-twins-do-not-lift", norms, &[]),
            Statement::NothingLifts(upper) => self.with("why-nothing-lifts", &rung(upper)),
            Statement::RungIsEmpty(empty, unreached) => {
                self.with("why-rung-is-empty", &[arg("rung", empty.number()), arg("level", unreached)])
            }
            Statement::Ends(ends) => level("why-ends", ends),
            Statement::LeftOut(norms) => named("why-left-out", norms, &[]),
            Statement::Settled(settled) => level("why-settled", settled),
            Statement::Lapsed(settled) => level("why-lapsed", settled),
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
            ("way-up-any", self.ids(&way.candidates, "or"))
        } else {
            ("way-up-all", self.norms(&way.changes))
        };
        self.with(key, &[arg("level", way.to), arg("norms", norms)])
    }

    /// A warning as a sentence.
    pub fn warning(&self, warning: &Warning) -> String {
        let (key, higher, lower) = match warning.kind {
            WarningKind::Above(pair) if pair.lower.is_deficiency() => {
                ("warning-above-deficiency", pair.higher, pair.lower)
            }
            WarningKind::Above(pair) => ("warning-above", pair.higher, pair.lower),
            WarningKind::Negation(base) => ("warning-negation", base, Rung::ONE),
        };
        let norms = arg("norms", self.norms(&warning.norms));
        self.with(key, &[norms, arg("higher", higher.number()), arg("lower", lower.number())])
    }
}
