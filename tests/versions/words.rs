//! Differences between two versions, put into words.

use trede::domain::framework_diff::{Caution, Effect, Field};
use trede::domain::{FrameworkDiff, Language};
use trede::wording::Wording;

use super::{NEW, OLD, load};

#[test]
fn every_difference_is_told_in_words() {
    let (old, new) = (load(OLD), load(NEW));
    for language in Language::ALL {
        let wording = Wording::new(language);
        for field in Field::ALL.iter().filter(|field| **field != Field::Presence) {
            assert!(wording.has(&format!("field-{}", field.code())), "{}", field.code());
        }
        let diff = FrameworkDiff::between(&old, &new);
        let mut texts: Vec<String> = diff.differences.iter().flat_map(|found| wording.difference(found)).collect();
        texts.extend(Effect::ALL.map(|effect| wording.effect(effect)));
        let odd = [Caution::OtherFramework, Caution::SameVersion, Caution::LowerVersion];
        texts.extend(odd.map(|caution| wording.caution(caution, &old, &new)));
        let whole = |text: &String| !text.is_empty() && !text.starts_with('[') && !text.contains("{$");
        assert!(texts.iter().all(whole), "{texts:#?}");
    }
}
