//! The rationale and the evidence of the chosen norm while they are being typed, and a verdict that waits for them.

use crate::domain::personal::without_personal_data;
use crate::domain::{Command, Finding, Internal, NormId, Perspective, Sheet, Verdict};

/// How long nothing is typed before the text is stored, in seconds.
pub const PAUSE: f64 = 1.0;
/// How long somebody types without a pause before the text is stored all the same, in seconds.
pub const LONGEST: f64 = 5.0;

/// What is typed for one norm.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The norm.
    pub norm: NormId,
    /// The side.
    pub perspective: Perspective,
    /// The rationale.
    pub rationale: String,
    /// References, one a line.
    pub evidence: String,
    /// Whether the rationale is internal.
    pub internal_rationale: bool,
    /// Internal references, one a line.
    pub internal_evidence: String,
    /// Whether the field for them is shown while it is empty.
    pub shows_internal: bool,
    /// Why a number of a person stays in these texts.
    pub reason: String,
    /// The same while it is being typed.
    pub typed_reason: String,
    /// A verdict that is recorded once there is a rationale.
    pub pending: Option<Verdict>,
    /// When something was typed last, while it is not stored.
    pub typed_at: Option<f64>,
    /// When the typing began that is not stored.
    pub typing_since: Option<f64>,
    stored: Finding,
    /// The step of undo that this typing belongs to.
    step: Option<u64>,
    sent: bool,
}

impl Draft {
    /// The texts as they are stored.
    pub fn of(sheet: &Sheet, perspective: Perspective, norm: &NormId) -> Draft {
        let stored = sheet.finding(norm.as_str());
        Draft {
            norm: norm.clone(),
            perspective,
            rationale: stored.rationale.clone(),
            evidence: stored.evidence.join("\n"),
            internal_rationale: stored.internal.rationale,
            internal_evidence: stored.internal.evidence.join("\n"),
            shows_internal: false,
            reason: stored.personal_data_reason.clone(),
            typed_reason: String::new(),
            pending: None,
            typed_at: None,
            typing_since: None,
            stored,
            step: None,
            sent: false,
        }
    }

    /// Takes in what is stored now: after storing, undo or import. What is being typed stays.
    pub fn refresh(&mut self, sheet: &Sheet, last_step: Option<u64>) {
        if std::mem::take(&mut self.sent) {
            self.step = last_step;
        }
        let now = sheet.finding(self.norm.as_str());
        if now == self.stored {
            return;
        }
        // What was just stored comes back without the blanks at its end; the reader may be about to type on.
        if self.typed_at.is_none() && self.finding(Some(now.verdict)) != now {
            self.rationale.clone_from(&now.rationale);
            self.evidence = now.evidence.join("\n");
            self.internal_rationale = now.internal.rationale;
            self.internal_evidence = now.internal.evidence.join("\n");
            self.reason.clone_from(&now.personal_data_reason);
        }
        self.stored = now;
    }

    /// The finding with these texts and `verdict`, or the present one.
    pub fn finding(&self, verdict: Option<Verdict>) -> Finding {
        let lines = |text: &str| {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let internal_evidence = lines(&self.internal_evidence);
        let mut evidence = lines(&self.evidence);
        // As it is going to be stored.
        evidence.retain(|line| !internal_evidence.contains(line));
        let rationale = self.rationale.trim_end().to_owned();
        let mut withheld = self.stored.withheld;
        withheld.rationale &= rationale.is_empty();
        Finding {
            verdict: verdict.or(self.pending).unwrap_or(self.stored.verdict),
            rationale,
            evidence,
            attached: self.stored.attached.clone(),
            personal_data_reason: self.reason.clone(),
            internal: Internal {
                rationale: self.internal_rationale,
                evidence: internal_evidence,
                files: self.stored.internal.files.clone(),
            },
            withheld,
        }
    }

    /// Whether a rationale has to be there before anything can be stored.
    pub fn waits_for_rationale(&self) -> bool {
        let finding = self.finding(None);
        finding.verdict.needs_rationale_at_once() && !finding.is_reasoned()
    }

    /// The finding with this verdict and the texts that are stored, without what is being typed.
    pub fn stored_with(&self, verdict: Verdict) -> Finding {
        Finding { verdict, ..self.stored.clone() }
    }

    /// Whether what is typed cannot be stored because a number of a person stands in it, and nothing says why.
    pub fn holds_back(&self) -> bool {
        let finding = self.finding(None);
        let texts = |finding: &Finding| {
            (finding.rationale.clone(), finding.evidence.clone(), finding.internal.evidence.clone())
        };
        let is_typed = texts(&finding) != texts(&self.stored);
        is_typed && finding.holds_unexplained_personal_data()
    }

    /// Leaves numbers of persons out of the texts.
    pub fn leave_out_numbers(&mut self, time: f64) {
        self.rationale = without_personal_data(&self.rationale);
        self.evidence = without_personal_data(&self.evidence);
        self.internal_evidence = without_personal_data(&self.internal_evidence);
        self.typed(time);
    }

    /// Notes that something was typed at `time`.
    pub fn typed(&mut self, time: f64) {
        self.typed_at = Some(time);
        self.typing_since.get_or_insert(time);
    }

    /// The command that stores what was typed; none when there is nothing to store, or not yet. `last_step` is the step
    /// that an undo would take back.
    pub fn store(&mut self, last_step: Option<u64>) -> Option<Command> {
        if self.waits_for_rationale() || self.holds_back() {
            return None;
        }
        let unsaved = self.typed_at.take().is_some() || self.pending.is_some();
        self.typing_since = None;
        let finding = self.finding(None);
        if !unsaved || finding == self.stored {
            return None;
        }
        self.pending = None;
        self.sent = true;
        let continues = self.step.is_some() && self.step == last_step;
        Some(Command::Find { perspective: self.perspective, norm: self.norm.clone(), finding, continues })
    }

    /// Leaves the fields: a text that cannot be stored goes back to what is stored, and the step of undo ends.
    pub fn leave(&mut self) {
        if self.pending.is_none() && self.waits_for_rationale() {
            self.rationale.clone_from(&self.stored.rationale);
        }
        self.end_step();
    }

    /// Ends the step of undo: what is typed next is a step of its own.
    pub fn end_step(&mut self) {
        self.step = None;
        self.sent = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft::of(&Sheet::default(), Perspective::Supervisor, &NormId::new("I.5.1"))
    }

    #[test]
    fn a_verdict_that_needs_a_rationale_waits_for_it() {
        let mut draft = draft();
        draft.pending = Some(Verdict::NotApplicable);
        assert_eq!(draft.store(None), None);
        draft.rationale.push_str("Geen hypotheken in portefeuille.");
        draft.typed(1.0);
        let Some(Command::Find { finding, continues, .. }) = draft.store(None) else { panic!("nothing stored") };
        assert_eq!((finding.verdict, continues), (Verdict::NotApplicable, false));
        assert_eq!(draft.pending, None);
    }

    #[test]
    fn typing_on_is_the_same_step_until_something_else_happens() {
        let mut draft = draft();
        let mut sheet = Sheet::default();
        let mut store = |draft: &mut Draft, text: &str, last: Option<u64>| {
            draft.rationale.push_str(text);
            draft.typed(1.0);
            let Some(Command::Find { finding, continues, norm, .. }) = draft.store(last) else {
                panic!("nothing stored")
            };
            sheet.findings.insert(norm, finding);
            let step = if continues { last } else { Some(last.unwrap_or(1) + 1) };
            draft.refresh(&sheet, step);
            (continues, step)
        };
        let (continues, step) = store(&mut draft, "Een", None);
        assert!(!continues);
        let (continues, step) = store(&mut draft, " twee", step);
        assert!(continues);
        assert!(!store(&mut draft, " drie", step.map(|step| step + 5)).0);
    }
}
