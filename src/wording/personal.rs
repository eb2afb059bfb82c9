//! Numbers of persons, in words that never show the number.

use super::{Wording, arg};
use crate::domain::personal::{PersonalKind, omitted};
use crate::domain::{Finding, Framework, Norm, Sheet};

impl Wording {
    /// The kinds as they are called: "BSN en IBAN".
    pub fn personal_kinds(&self, kinds: &[PersonalKind]) -> String {
        self.list(kinds.iter().map(|kind| kind.name().to_owned()).collect(), "and")
    }

    /// The same, each with its article: "een BSN en een IBAN".
    pub fn a_personal_kind(&self, kinds: &[PersonalKind]) -> String {
        let key = |kind: &PersonalKind| match kind {
            PersonalKind::Bsn => "personal-a-bsn",
            PersonalKind::Iban => "personal-an-iban",
        };
        self.list(kinds.iter().map(|kind| self.text(key(kind))).collect(), "and")
    }

    /// A line on each norm in whose texts a number of a person was left out: which kind, and why it is kept in the
    /// assessment where it is.
    pub fn left_out(&self, framework: &Framework, sheet: &Sheet) -> Vec<String> {
        let found = framework.norms().filter_map(|norm| Some((norm, sheet.findings.get(&norm.id)?)));
        let line = |(norm, finding): (&Norm, &Finding)| {
            let kinds = kinds_left_out(finding);
            let reason = &finding.personal_data_reason;
            let args = [arg("norm", &norm.id), arg("kinds", self.personal_kinds(&kinds)), arg("reason", reason)];
            let key = if reason.is_empty() { "personal-left-out" } else { "personal-left-out-kept" };
            (!kinds.is_empty()).then(|| self.with(key, &args))
        };
        found.filter_map(line).collect()
    }
}

fn kinds_left_out(finding: &Finding) -> Vec<PersonalKind> {
    let stands = |kind: &PersonalKind| {
        let mark = omitted(*kind);
        finding.rationale.contains(&mark)
            || finding.evidence.iter().any(|reference| reference.contains(&mark))
            || finding.attached.iter().any(|file| file.name().contains(&mark))
    };
    PersonalKind::ALL.into_iter().filter(stands).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::Language;

    #[test]
    fn each_kind_of_number_has_its_article() {
        let both = |language| Wording::new(language).a_personal_kind(&PersonalKind::ALL);
        assert_eq!(both(Language::Dutch), "een BSN en een IBAN");
        assert_eq!(both(Language::English), "a BSN and an IBAN");
    }
}
