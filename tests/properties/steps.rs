//! Commands, undo and redo, and the log that remembers them.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use trede::domain::framework::ExceedsOne;
use trede::domain::{
    Assessment, Assessor, Cause, Change, Command, Cover, Event, Finding, Framework, History, Level, Perspective,
    Settlement, Verdict, decide, parts_changed, score, score_again,
};
use trede::storage::log::{self, Entry};
use trede::storage::{Access, TredeFile};

use super::sheets::config;
use crate::frameworks::afm;

/// What one press of a key asks for, before it is fitted to the framework.
#[derive(Clone, Debug)]
enum Wish {
    Find(usize, Verdict, bool),
    Type(usize, String),
    Settle(usize, Option<i64>),
    Adopt(usize),
    Name(String),
    Policy(usize),
    Cover(String),
    Finalize,
    Reopen,
    Undo,
    Redo,
}

fn wish() -> impl Strategy<Value = (usize, Wish)> {
    let verdict = proptest::sample::select(Verdict::ALL.to_vec());
    let wish = prop_oneof![
        8 => (0..95_usize, verdict, any::<bool>()).prop_map(|(at, verdict, reason)| Wish::Find(at, verdict, reason)),
        4 => (0..3_usize, "[a-z]{0,3}").prop_map(|(at, text)| Wish::Type(at, text)),
        2 => (0..7_usize, proptest::option::of(1..=5_i64)).prop_map(|(at, level)| Wish::Settle(at, level)),
        1 => (0..7_usize).prop_map(Wish::Adopt),
        1 => "[a-z]{0,3}".prop_map(Wish::Name),
        1 => (0..3_usize).prop_map(Wish::Policy),
        1 => "[a-z]{0,3}".prop_map(Wish::Cover),
        1 => Just(Wish::Finalize),
        1 => Just(Wish::Reopen),
        6 => Just(Wish::Undo),
        4 => Just(Wish::Redo),
    ];
    (0..2_usize, wish)
}

fn command(framework: &Framework, (side, wish): (usize, Wish)) -> Command {
    let perspective = Perspective::ALL[side];
    let norm = |at: usize| framework.norms().nth(at).map(|norm| norm.id.clone()).unwrap();
    let part = |at: usize| framework.parts().nth(at).map(|part| part.id.clone()).unwrap();
    match wish {
        Wish::Find(at, verdict, reason) => {
            let finding = if reason { Finding::because(verdict, "Zo is het.") } else { Finding::bare(verdict) };
            Command::Find { perspective, norm: norm(at), finding, continues: false }
        }
        Wish::Type(at, text) => {
            let finding = Finding::because(Verdict::Holds, &text);
            Command::Find { perspective, norm: norm(at), finding, continues: true }
        }
        Wish::Settle(at, level) => {
            let settlement =
                level.and_then(Level::new).map(|level| Settlement { level, rationale: "Reden.".to_owned() });
            Command::Settle { perspective, part: part(at), settlement }
        }
        Wish::Adopt(at) => Command::Adopt { perspective, part: part(at) },
        Wish::Name(name) => {
            Command::NameAssessor { perspective, assessor: Assessor { name, role: "toezichthouder".to_owned() } }
        }
        Wish::Policy(at) => Command::ChoosePolicy { perspective, exceeds_one: ExceedsOne::ALL[at] },
        Wish::Cover(subject) => Command::EditCover(Cover { subject, kvk: None, period: "2026".to_owned() }),
        Wish::Finalize => Command::Finalize(perspective),
        Wish::Reopen => Command::Reopen(perspective, "Er is iets bijgekomen.".to_owned()),
        Wish::Undo => Command::Undo,
        Wish::Redo => Command::Redo,
    }
}

/// What happened, and every state that an undo has to lead back to.
struct Played {
    assessment: Assessment,
    history: History,
    events: Vec<Event>,
}

fn first() -> Event {
    let after = Cover { subject: "Voorbeeldbank".to_owned(), kvk: None, period: "2026".to_owned() };
    Event { cause: Cause::Created, changes: vec![Change::Cover { before: Cover::default(), after }] }
}

/// Plays commands and compares each undo and redo with the states that a plain list of copies remembers.
fn play(framework: &Framework, wishes: Vec<(usize, Wish)>) -> Result<Played, TestCaseError> {
    let mut assessment = Assessment::default();
    let mut history = History::default();
    let mut events = vec![first()];
    assessment.apply(framework, &events[0]);
    history.note(1, &events[0]);
    let mut undone: Vec<(Assessment, Assessment)> = Vec::new();
    let mut done: Vec<(Assessment, Assessment)> = Vec::new();
    for wish in wishes {
        let before = assessment.clone();
        let Ok(event) = decide(framework, &assessment, &history, command(framework, wish)) else { continue };
        assessment.apply(framework, &event);
        events.push(event.clone());
        history.note(events.len() as u64, &event);
        match event.cause {
            Cause::Undo(_) => {
                let (old, new) = done.pop().ok_or_else(|| TestCaseError::fail("nothing to undo"))?;
                prop_assert_eq!(&new, &before);
                prop_assert_eq!(&old, &assessment, "undo");
                undone.push((old, new));
            }
            Cause::Redo(_) => {
                let (old, new) = undone.pop().ok_or_else(|| TestCaseError::fail("nothing to redo"))?;
                prop_assert_eq!(&new, &assessment, "redo");
                done.push((old, new));
            }
            Cause::Finalized | Cause::Reopened(_) => {
                done.clear();
                undone.clear();
            }
            Cause::Continued if undone.is_empty() && !done.is_empty() => {
                done.last_mut().unwrap().1 = assessment.clone();
            }
            _ => {
                undone.clear();
                done.push((before, assessment.clone()));
            }
        }
        prop_assert_eq!(history.to_undo().is_some(), !done.is_empty());
        prop_assert_eq!(history.to_redo().is_some(), !undone.is_empty());
    }
    Ok(Played { assessment, history, events })
}

fn chained(framework: &Framework, events: &[Event]) -> Vec<Entry> {
    let mut head = log::origin(&framework.sha256);
    let entry = |event: &Event| {
        let entry = Entry::next(&head, event, "2026-09-14T10:00:00+02:00", "A. Voorbeeld").unwrap();
        head = entry.head();
        entry
    };
    events.iter().map(entry).collect()
}

#[test]
fn prop_undo_and_redo_lead_to_the_states_that_were() {
    let framework = afm();
    let wishes = proptest::collection::vec(wish(), 1..60);
    let outcome = TestRunner::new(config(150)).run(&wishes, |wishes| {
        let Played { assessment: end, mut history, mut events } = play(&framework, wishes)?;
        let mut assessment = end.clone();
        let step = |command: Command, assessment: &mut Assessment, history: &mut History, events: &mut Vec<Event>| {
            let event = decide(&framework, assessment, history, command);
            let moved = event.is_ok();
            if let Ok(event) = event {
                assessment.apply(&framework, &event);
                events.push(event);
                history.note(events.len() as u64, events.last().unwrap());
            }
            moved
        };
        let mut taken_back = 0;
        while step(Command::Undo, &mut assessment, &mut history, &mut events) {
            taken_back += 1;
        }
        prop_assert!(history.to_undo().is_none(), "an undo was refused");
        for _ in 0..taken_back {
            prop_assert!(step(Command::Redo, &mut assessment, &mut history, &mut events));
        }
        prop_assert_eq!(&assessment, &end);
        let mut replayed = Assessment::default();
        let read = log::verify(&chained(&framework, &events), &framework.sha256).unwrap();
        prop_assert_eq!(&read, &events);
        read.iter().for_each(|event| replayed.apply(&framework, event));
        prop_assert_eq!(replayed, assessment);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn prop_scoring_only_what_changed_is_scoring_everything() {
    let framework = afm();
    let wishes = proptest::collection::vec(wish(), 1..20);
    let outcome = TestRunner::new(config(8)).run(&wishes, |wishes| {
        let events = play(&framework, wishes)?.events;
        let sides = &Perspective::ALL[..2];
        let mut assessment = Assessment::default();
        let mut known: Vec<_> =
            sides.iter().map(|side| score(&framework, &assessment.sheet(&framework, *side))).collect();
        for event in &events {
            assessment.apply(&framework, event);
            for (side, known) in sides.iter().zip(&mut known) {
                let sheet = assessment.sheet(&framework, *side);
                *known = score_again(&framework, &sheet, known, &parts_changed(&framework, event, *side));
                prop_assert_eq!(&*known, &score(&framework, &sheet), "{:?}", event);
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn prop_replaying_the_log_of_a_file_gives_the_same_assessment() {
    let framework = afm();
    let (shipped, _) = trede::storage::shipped::by_id(&framework.id).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let wishes = proptest::collection::vec(wish(), 1..40);
    let mut round = 0;
    let rounds = std::cell::RefCell::new(&mut round);
    let outcome = TestRunner::new(config(8)).run(&wishes, |wishes| {
        **rounds.borrow_mut() += 1;
        let path = folder.path().join(format!("{}.trede", rounds.borrow()));
        let Played { assessment, events, .. } = play(&framework, wishes)?;
        let (at, actor) = ("2026-09-14T10:00:00+02:00", "A. Voorbeeld");
        let mut file = TredeFile::create(&path, shipped.text.as_bytes(), &events[0], at, actor).unwrap();
        for event in &events[1..] {
            file.append(event, at, actor).unwrap();
        }
        let head = file.head().clone();
        drop(file);
        let (file, content) = TredeFile::open(&path, Access::Read, actor).unwrap();
        prop_assert_eq!(file.head(), &head);
        prop_assert_eq!(&content.framework, &framework);
        let mut replayed = Assessment::default();
        content.events.iter().for_each(|event| replayed.apply(&content.framework, event));
        prop_assert_eq!(replayed, assessment);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn prop_any_single_edit_drop_swap_or_insertion_in_a_log_is_found() {
    let framework = afm();
    let cases =
        (proptest::collection::vec(wish(), 5..40), 0..4_u8, any::<prop::sample::Index>(), 0..6_u8, any::<u32>());
    let outcome = TestRunner::new(config(300)).run(&cases, |(wishes, kind, at, field, salt)| {
        let entries = chained(&framework, &play(&framework, wishes)?.events);
        let head = entries.last().unwrap().head();
        prop_assert!(log::verify(&entries, &framework.sha256).is_ok());
        prop_assert!(log::matches(&entries, &head).is_ok());
        let mut forged = entries.clone();
        let at = at.index(entries.len());
        match kind {
            0 => edit(&mut forged[at], field, salt),
            1 => {
                forged.remove(at);
            }
            2 => {
                let other = (at + 1) % forged.len();
                forged.swap(at, other);
            }
            _ => {
                let copy = forged[usize::try_from(salt).unwrap() % forged.len()].clone();
                forged.insert(at, copy);
            }
        }
        if forged == entries {
            return Ok(());
        }
        // A log that was cut off is whole in itself; the head that was handed out tells.
        let verified = log::verify(&forged, &framework.sha256);
        let found = verified.is_err() || log::matches(&forged, &head).is_err();
        prop_assert!(found, "{kind} at {at}");
        prop_assert!(verified.is_err() || (kind == 1 && at + 1 == entries.len()), "{kind} at {at}");
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Changes one field of an entry by one character, or its number by one.
fn edit(entry: &mut Entry, field: u8, salt: u32) {
    let text = match field {
        0 => {
            entry.seq = if salt.is_multiple_of(2) { entry.seq + 1 } else { entry.seq.saturating_sub(1) };
            return;
        }
        1 => &mut entry.at,
        2 => &mut entry.actor,
        3 => &mut entry.event,
        4 => &mut entry.previous,
        _ => &mut entry.hash,
    };
    let place = usize::try_from(salt).unwrap() % text.chars().count();
    let changed = |(at, old): (usize, char)| match (at == place, old) {
        (true, '0') => '1',
        (true, _) => '0',
        (false, same) => same,
    };
    *text = text.chars().enumerate().map(changed).collect();
}
