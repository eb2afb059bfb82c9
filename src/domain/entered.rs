//! Texts as people enter them. What is accepted here can be exported and read in again: an exchange file with a hidden
//! character, a blank reference or an endless text is refused.

use super::assessment::{Assessor, Cover, Settlement};
use super::command::{Command, Refusal};
use super::finding::Finding;
use super::text::{LONGEST_TEXT, is_hidden};

impl Command {
    /// The command with its texts in order. Hidden characters come along with pasted text, where nobody sees them; they
    /// are left out. So are blank references. Only a text that is too long is refused.
    pub fn entered(self) -> Result<Command, Refusal> {
        Ok(match self {
            Command::Find { perspective, norm, finding, continues } => {
                Command::Find { perspective, norm, finding: entered_finding(finding)?, continues }
            }
            Command::Settle { perspective, part, settlement } => {
                let settlement = settlement
                    .map(|Settlement { level, rationale }| Ok(Settlement { level, rationale: entered(rationale)? }))
                    .transpose()?;
                Command::Settle { perspective, part, settlement }
            }
            Command::NameAssessor { perspective, assessor: Assessor { name, role } } => {
                let assessor = Assessor { name: entered(name)?.trim().to_owned(), role: entered(role)? };
                if assessor.name.is_empty() {
                    return Err(Refusal::AssessorUnnamed);
                }
                Command::NameAssessor { perspective, assessor }
            }
            Command::EditCover(cover) => Command::EditCover(cover.entered()?),
            Command::Reopen(perspective, reason) => Command::Reopen(perspective, entered(reason)?),
            // The rest carries no texts, or those of a file that was checked when it was read.
            other => other,
        })
    }
}

/// A field of the cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverField {
    /// The name of the lender.
    Subject,
    /// The number in the trade register.
    Kvk,
    /// The period.
    Period,
}

impl Cover {
    /// Checks the cover: a name, a period, and eight digits if there is a number.
    pub fn check(&self) -> Result<(), Refusal> {
        let kvk_is_fine = |kvk: &String| kvk.len() == 8 && kvk.bytes().all(|byte| byte.is_ascii_digit());
        let lacking = if self.subject.trim().is_empty() {
            Some(CoverField::Subject)
        } else if self.period.trim().is_empty() {
            Some(CoverField::Period)
        } else if !self.kvk.as_ref().is_none_or(kvk_is_fine) {
            Some(CoverField::Kvk)
        } else {
            None
        };
        lacking.map_or(Ok(()), |field| Err(Refusal::CoverIncomplete(field)))
    }

    /// The cover with its texts in order, if it is complete.
    pub fn entered(self) -> Result<Cover, Refusal> {
        let Cover { subject, kvk, period } = self;
        let cover = Cover { subject: entered(subject)?.trim().to_owned(), kvk, period: entered(period)? };
        cover.check()?;
        Ok(cover)
    }
}

fn entered_finding(finding: Finding) -> Result<Finding, Refusal> {
    let Finding { verdict, rationale, evidence, attached, personal_data_reason, mut internal, mut withheld } = finding;
    internal.evidence = entered_references(internal.evidence)?;
    let mut evidence = entered_references(evidence)?;
    // What stands in both is internal.
    evidence.retain(|reference| !internal.evidence.contains(reference));
    let personal_data_reason = entered(personal_data_reason)?.trim().to_owned();
    let rationale = entered(rationale)?;
    withheld.rationale &= rationale.trim().is_empty();
    let mut finding = Finding { verdict, rationale, evidence, attached, personal_data_reason, internal, withheld };
    if finding.personal_data().is_empty() {
        // What the reason was for is gone.
        finding.personal_data_reason.clear();
    }
    Ok(finding)
}

fn entered_references(references: Vec<String>) -> Result<Vec<String>, Refusal> {
    let mut kept = Vec::with_capacity(references.len());
    for reference in references {
        let reference = entered(reference)?;
        if !reference.trim().is_empty() {
            kept.push(reference);
        }
    }
    Ok(kept)
}

fn entered(mut text: String) -> Result<String, Refusal> {
    text.retain(|character| !is_hidden(character));
    if text.chars().count() > LONGEST_TEXT { Err(Refusal::TextTooLong(LONGEST_TEXT)) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NormId, Perspective, Verdict};

    fn found(rationale: &str, evidence: &[&str]) -> Result<Command, Refusal> {
        let evidence = evidence.iter().map(|each| (*each).to_owned()).collect();
        let finding = Finding { evidence, ..Finding::because(Verdict::Holds, rationale) };
        let (perspective, norm) = (Perspective::Supervisor, NormId::new("I.3.1"));
        Command::Find { perspective, norm, finding, continues: false }.entered()
    }

    #[test]
    fn hidden_characters_and_blank_references_are_left_out() {
        assert_eq!(
            found("een\u{0}\u{202E} regel\nen nog een", &["", " ", "p. 4"]),
            found("een regel\nen nog een", &["p. 4"])
        );
    }

    #[test]
    fn an_endless_text_is_refused() {
        assert_eq!(found(&"a".repeat(LONGEST_TEXT + 1), &[]), Err(Refusal::TextTooLong(LONGEST_TEXT)));
        assert!(found(&"é".repeat(LONGEST_TEXT), &[]).is_ok());
    }

    #[test]
    fn an_assessor_has_a_name() {
        let assessor = Assessor { name: " \u{200E}".to_owned(), role: "toezichthouder".to_owned() };
        let command = Command::NameAssessor { perspective: Perspective::Reviewer, assessor };
        assert_eq!(command.entered(), Err(Refusal::AssessorUnnamed));
    }
}
