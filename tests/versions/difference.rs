//! Every kind of difference, with what it can do.

use trede::domain::framework_diff::{Caution, Effect, NormState};
use trede::domain::text::Language;
use trede::domain::version::Step;
use trede::domain::{FrameworkDiff, Version};
use trede::storage::shipped;

use super::{NEW, OLD, diff_of, edited, load};

/// The differences in short: subject, field, old value, new value, effect.
fn short(diff: &FrameworkDiff) -> Vec<String> {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    diff.differences
        .iter()
        .map(|found| {
            let subject = format!("{} {}", found.subject.code(), found.subject.id());
            let (before, after) = (value(&found.before), value(&found.after));
            format!("{} {}: {before} > {after} ({})", subject.trim(), found.field.code(), found.effect.code())
        })
        .collect()
}

#[track_caller]
fn differs(edits: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(short(&diff_of(edits)), expected);
}

#[test]
fn a_framework_does_not_differ_from_itself() {
    let mut frameworks: Vec<_> = shipped::ALL.iter().map(|shipped| shipped.load().unwrap()).collect();
    frameworks.extend([load(OLD), load(NEW)]);
    for framework in frameworks {
        let diff = FrameworkDiff::between(&framework, &framework);
        assert!(diff.is_empty(), "{:?}", diff.differences);
        assert!(diff.anew.is_empty() && diff.advice().is_none() && diff.cautions(&framework, &framework).is_empty());
        assert_eq!(diff.norms_in(NormState::Same).count(), framework.norms().count());
    }
}

#[test]
fn the_two_versions_differ_in_what_was_changed() {
    let diff = FrameworkDiff::between(&load(OLD), &load(NEW));
    assert_eq!(
        short(&diff),
        [
            "part II weight: 1/2 > 1/1 (score)",
            "part III presence: Toezicht > - (score)",
            "aspect III.a1 presence: Vijfde rij > - (score)",
            "norm I.3.1 text: Het gebeurt *vaak*. > Het gebeurt *meestal*. (judgement)",
            "norm I.3.1 qualifiers: vaak > meestal (judgement)",
            "norm II.5.2 presence: - > Het wordt *altijd* bewaard. (score)",
            "norm II.1.2 presence: Het gaat verloren. > - (score)",
            "norm III.3.1 presence: Er wordt meegekeken. > - (score)",
        ]
    );
    let norms = |state| diff.norms_in(state).map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(norms(NormState::Changed), ["I.3.1"]);
    assert_eq!(norms(NormState::New), ["II.5.2"]);
    assert_eq!(norms(NormState::Removed), ["II.1.2", "III.3.1"]);
    assert_eq!(norms(NormState::Same).len(), 8);
    assert_eq!(diff.anew.iter().map(ToString::to_string).collect::<Vec<_>>(), ["I.3.1"]);
    // The other way round everything turns.
    let back = FrameworkDiff::between(&load(NEW), &load(OLD));
    assert_eq!(back.norms_in(NormState::New).count(), 2);
    assert_eq!(back.cautions(&load(NEW), &load(OLD)), [Caution::LowerVersion]);
}

#[test]
fn what_can_alter_a_score_is_said_to() {
    differs(
        &[("\"3/10\"", "\"2/5\""), ("\"7/10\"", "\"3/5\"")],
        &["theme A weight: 3/10 > 2/5 (score)", "theme B weight: 7/10 > 3/5 (score)"],
    );
    differs(
        &[("\"assessor_settles\"", "\"any_deficiency\"")],
        &["policy exceeds_one value: assessor_settles > any_deficiency (score)"],
    );
    differs(
        &[("title: (nl: \"Derde rij\"),", "title: (nl: \"Derde rij\"), three_one: \"warn\",")],
        &["aspect II.a1 pair: (5,3) refuse, (3,1) refuse > (5,3) refuse, (3,1) warn (score)"],
    );
    let title = "title: (nl: \"Praktijk\"),";
    let gates = format!("{title} gates: [(level: 3, needs: [3]), (level: 5, needs: [5])],");
    differs(&[(title, &gates)], &["part II rule: 3: 3; 5: 5 3 > 3: 3; 5: 5 (score)"]);
    let toezicht = "title: (nl: \"Toezicht\"),";
    differs(&[(toezicht, &format!("{toezicht} rule: \"assessor\","))], &["part III rule: 3: 3 > assessor (score)"]);
    differs(&[("twin: \"I.3.2\", ", "")], &["norm I.5.2 twin: I.3.2 > - (score)"]);
}

#[test]
fn a_part_that_moves_to_another_theme_can_alter_a_score() {
    let place = |id: &str| OLD.find(&format!("                (\n                    id: \"{id}\"")).unwrap();
    let end =
        place("III") + OLD[place("III")..].find("\n                ),\n").unwrap() + "\n                ),\n".len();
    let part = &OLD[place("III")..end];
    let text = format!("{}{part}{}{}", &OLD[..place("I")], &OLD[place("I")..place("III")], &OLD[end..]);
    let diff = FrameworkDiff::between(&load(OLD), &load(&text));
    let found = short(&diff);
    assert!(found.contains(&"part III theme: B > A (score)".to_owned()), "{found:?}");
    assert_eq!(found.iter().filter(|each| each.contains(" theme: ")).count(), 1, "{found:?}");
}

#[test]
fn groups_of_rows_come_go_and_get_another_title() {
    let grouped = |title: &str| edited("groups: [],", &format!("groups: [(id: \"g\", title: (nl: \"{title}\"))],"));
    let between = |one: &str, other: &str| FrameworkDiff::between(&load(one), &load(other));
    assert_eq!(short(&between(OLD, &grouped("Een"))), ["group I g presence: - > Een (none)"]);
    assert_eq!(short(&between(&grouped("Een"), OLD)), ["group I g presence: Een > - (none)"]);
    let renamed = between(&grouped("Een"), &grouped("Twee"));
    assert_eq!(short(&renamed), ["group I g title: Een > Twee (none)"]);
    assert_eq!(renamed.differences[0].language, Some(Language::Dutch));
}

#[test]
fn each_state_of_a_norm_and_each_caution_has_its_word() {
    assert_eq!(NormState::ALL.map(NormState::code), ["same", "changed", "new", "removed"]);
    let all = [Caution::OtherFramework, Caution::SameVersion, Caution::LowerVersion];
    assert_eq!(all.map(Caution::code), ["other-framework", "same-version", "lower-version"]);
}

#[test]
fn a_norm_that_moves_to_another_row_part_or_rung_can_alter_a_score() {
    let line = OLD.lines().find(|line| line.contains("\"II.1.2\"")).unwrap();
    let first = OLD.lines().find(|line| line.contains("\"III.3.1\"")).unwrap();
    let moved = format!("{first}\n{line}");
    differs(
        &[(line, ""), (first, &moved)],
        &["norm II.1.2 row: II.a2 > III.a1 (score)", "norm II.1.2 part: II > III (score)"],
    );
    let raised = line.replace("rung: 1", "rung: 5");
    let diff = diff_of(&[(line, &raised)]);
    // The rows list the highest rung first, so the order shows too.
    assert_eq!(
        short(&diff),
        ["aspect II.a2 order: II.3.2, II.1.2 > II.1.2, II.3.2 (none)", "norm II.1.2 rung: 1 > 5 (score)",]
    );
    // What was a deficiency is a requirement now: "holds" means the opposite.
    assert_eq!(diff.anew.iter().map(|norm| norm.as_str()).collect::<Vec<_>>(), ["II.1.2"]);
}

#[test]
fn what_reads_otherwise_has_to_be_judged_anew() {
    differs(
        &[("Het wordt bewaard.", "Het wordt *goed* bewaard.")],
        &[
            "norm II.3.2 text: Het wordt bewaard. > Het wordt *goed* bewaard. (judgement)",
            "norm II.3.2 qualifiers: - > goed (judgement)",
        ],
    );
    differs(&[("test_unit: \"file\"", "test_unit: \"both\"")], &["norm II.5.1 test-unit: file > both (judgement)"]);
    // A footnote reaches the norm that refers to it.
    let diff = diff_of(&[("text: (nl: \"Altijd.\")", "text: (nl: \"Bijna altijd.\")")]);
    assert_eq!(
        short(&diff),
        [
            "norm I.5.1 footnote: Altijd. > Bijna altijd. (judgement)",
            "footnote 1 text: Altijd. > Bijna altijd. (judgement)",
        ]
    );
    assert_eq!(diff.anew.iter().map(|norm| norm.as_str()).collect::<Vec<_>>(), ["I.5.1"]);
    // The scale and a policy belong to no norm.
    let diff = diff_of(&[("(level: 2, text: (nl: \"Twee\"))", "(level: 2, text: (nl: \"Matig\"))")]);
    assert_eq!(short(&diff), ["level 2 text: Twee > Matig (judgement)"]);
    assert!(diff.anew.is_empty());
}

#[test]
fn a_word_that_loses_its_mark_is_dropped_as_a_qualifier() {
    differs(
        &[("*zelden*", "zelden")],
        &[
            "norm I.1.1 text: Het gebeurt *zelden*. > Het gebeurt zelden. (judgement)",
            "norm I.1.1 qualifiers: zelden > - (judgement)",
        ],
    );
}

#[test]
fn a_rule_for_a_signal_or_a_warning_leaves_the_score_alone() {
    differs(
        &[("verdict: \"holds\")", "verdict: \"undetermined\")")],
        &["alert sein triggers: I.1.1 holds > I.1.1 undetermined (signal)"],
    );
    differs(
        &[("title: (nl: \"Eerste rij\"),", "title: (nl: \"Eerste rij\"), negation: true,")],
        &["aspect I.a1 negation: false > true (signal)"],
    );
    let alert = OLD.lines().find(|line| line.contains("alerts: [")).unwrap();
    differs(&[(alert, "    alerts: [],")], &["alert sein presence: Sein > - (signal)"]);
}

#[test]
fn titles_places_notes_and_order_do_nothing() {
    differs(&[("place: (nl: \"p. 1\")", "place: (nl: \"p. 9\")")], &["norm I.5.1 place: p. 1 > p. 9 (none)"]);
    differs(
        &[("title: (nl: \"Beleid\")", "title: (nl: \"Het beleid\")")],
        &["part I title: Beleid > Het beleid (none)"],
    );
    differs(
        &[("text: (nl: \"Uitleg.\")", "text: (nl: \"Andere uitleg.\")")],
        &["note S-03 text: Uitleg. > Andere uitleg. (none)"],
    );
    differs(
        &[("touches: [\"I\", \"I.3.1\"]", "touches: [\"I\"]"), ("silent: []", "silent: [(nl: \"Veel.\")]")],
        &["note S-03 touches: I, I.3.1 > I (none)", "framework silent: - > Veel. (none)"],
    );
    let row = |id: &str| OLD.lines().find(|line| line.contains(&format!("id: \"{id}\", value"))).unwrap();
    let (one, other) = (row("rounding"), row("waived_costs"));
    let both = format!("{one}\n{other}");
    differs(
        &[(&both, &format!("{other}\n{one}"))],
        &[
            "framework order: exceeds_one, exceeds_three, partly, score_two_refers_to, part_weights, rounding, waived_costs > \
         exceeds_one, exceeds_three, partly, score_two_refers_to, part_weights, waived_costs, rounding (none)",
        ],
    );
}

#[test]
fn a_translation_that_is_added_changes_no_norm_and_another_language_changes_all() {
    let english = |text: &str| text.replace("languages: [\"nl\"]", "languages: [\"en\"]").replace("(nl: ", "(en: ");
    let both = {
        let mut text = OLD.replace("languages: [\"nl\"]", "languages: [\"nl\", \"en\"]");
        let mut from = 0;
        while let Some(at) = text[from..].find("(nl: \"").map(|at| from + at) {
            let end = at + 6 + text[at + 6..].find('"').unwrap() + 1;
            let translation = text[at + 4..end].replace("nl: ", "en: ");
            text.insert_str(end, &format!(", en:{translation}"));
            from = end;
        }
        text
    };
    let (dutch, english, both) = (load(OLD), load(&english(OLD)), load(&both));
    let added = FrameworkDiff::between(&dutch, &both);
    assert!(added.differences.iter().all(|found| found.effect == Effect::None));
    assert!(added.anew.is_empty());
    assert_eq!(added.advice(), Some(Step::Minor));
    let dropped = FrameworkDiff::between(&both, &english);
    assert!(dropped.anew.is_empty());
    // Nobody judged by these words.
    assert_eq!(FrameworkDiff::between(&dutch, &english).anew.len(), dutch.norms().count());
}

#[test]
fn the_advice_follows_the_gravest_difference() {
    let advice = |edits: &[(&str, &str)]| diff_of(edits).advice();
    assert_eq!(advice(&[("twin: \"I.3.2\", ", "")]), Some(Step::Major));
    assert_eq!(advice(&[("*vaak*", "*soms*")]), Some(Step::Minor));
    assert_eq!(advice(&[("verdict: \"holds\")", "verdict: \"open\")")]), Some(Step::Minor));
    let note = "    notes: [(id: \"S-04\", touches: [], title: (nl: \"Nog een\"), text: (nl: \"Zo.\")), ";
    assert_eq!(advice(&[("    notes: [", note)]), Some(Step::Minor));
    assert_eq!(advice(&[("title: (nl: \"Beleid\")", "title: (nl: \"Het beleid\")")]), Some(Step::Patch));
    assert_eq!(advice(&[("format: 1,", "format: 1, // opmerking\n")]), None);
}

#[test]
fn odd_pairs_are_pointed_out() {
    let old = load(OLD);
    let cautions = |text: &str| {
        let other = load(text);
        FrameworkDiff::between(&old, &other).cautions(&old, &other)
    };
    assert_eq!(cautions(NEW), []);
    assert_eq!(cautions(&edited("*vaak*", "*soms*")), [Caution::SameVersion]);
    // Another way of writing the same is no other content.
    assert_eq!(cautions(&edited("format: 1,", "format: 1, // opmerking\n")), []);
    assert_eq!(cautions(&edited("version: \"1.0.0\"", "version: \"0.9.0\"")), [Caution::LowerVersion]);
    assert_eq!(cautions(&edited("id: \"klein\"", "id: \"groot\"")), [Caution::OtherFramework]);
}

#[test]
fn the_latest_embedded_version_is_the_one_that_an_id_names() {
    for shipped in shipped::ALL {
        let framework = shipped.load().unwrap();
        let (_, latest) = shipped::by_id(&framework.id).unwrap();
        assert!(Version::parse(&latest.version) >= Version::parse(&framework.version));
        assert!(shipped::newer_than(&latest).is_none() && shipped::namesake(&framework).is_none());
        let older = load(&shipped.text.replacen("version: \"1.0.0\"", "version: \"0.9.0\"", 1));
        assert_eq!(shipped::newer_than(&older).unwrap().1.version, latest.version);
    }
}

/// Twins name a norm of their row; nothing that names itself, or goes on to a third.
#[test]
fn a_twin_of_itself_and_a_twin_of_a_twin_are_refused_at_their_line() {
    let three = OLD.lines().find(|line| line.contains("id: \"I.3.2\"")).unwrap();
    let itself = edited("twin: \"I.3.2\"", "twin: \"I.5.2\"");
    let third = edited(three, &three.replace("rung: 3,", "rung: 3, twin: \"I.5.2\","));
    for (text, norms) in [(itself, &["I.5.2"][..]), (third, &["I.5.2", "I.3.2"])] {
        let problems = trede::storage::framework_file::load(text.as_bytes()).unwrap_err();
        let line = |norm| text.lines().position(|line| line.contains(&format!("id: \"{norm}\""))).unwrap() + 1;
        let expected: Vec<_> = norms.iter().map(|norm| ("twin", line(*norm))).collect();
        let found: Vec<_> = problems.iter().map(|problem| (problem.code.word(), problem.at.line)).collect();
        assert_eq!(found, expected);
    }
}
