//! Random logs, tampered with in every way: by hand, and by someone who writes all hashes anew. The head in a report or an
//! exchange file tells each; this is what `trede log --verify --against` and the window ask.

use proptest::prelude::*;
use trede::domain::event::{Cause, Change};
use trede::domain::{Event, Finding, LogHead, NormId, Perspective, Verdict};
use trede::storage::log::{self, Entry};

const FRAMEWORK: &str = "9cc46fafffc5cad95e030a6abd71755605f4b8a9f04d5e28ba467bac429ce0b2";

/// What an entry says, without its place in a chain.
type Said = (Event, String, String);

fn event(number: usize, words: &str) -> Event {
    let verdict = [Verdict::Holds, Verdict::Fails, Verdict::Open][number % 3];
    let (perspective, norm) = (Perspective::Supervisor, NormId::new("I.3.1"));
    let change = Change::Finding {
        perspective,
        norm,
        before: Finding::default(),
        after: Finding::because(verdict, &format!("{number} {words}")),
    };
    Event { cause: if number == 0 { Cause::Created } else { Cause::Edit }, changes: vec![change] }
}

/// The log that says this, chained anew: what a forger with the program's source makes.
fn chained(said: &[Said]) -> Vec<Entry> {
    let mut head = log::origin(FRAMEWORK);
    let chain = said.iter().map(|(event, at, actor)| {
        let entry = Entry::next(&head, event, at, actor).unwrap();
        head = entry.head();
        entry
    });
    chain.collect()
}

#[derive(Clone, Copy, Debug)]
enum Tampering {
    EditEvent,
    EditActor,
    EditTime,
    Drop,
    Swap,
    Insert,
    Double,
    Truncate,
    Restamp,
}

const ALL: [Tampering; 9] = [
    Tampering::EditEvent,
    Tampering::EditActor,
    Tampering::EditTime,
    Tampering::Drop,
    Tampering::Swap,
    Tampering::Insert,
    Tampering::Double,
    Tampering::Truncate,
    Tampering::Restamp,
];

/// Does it to the list, at `place`, which is below `covered`: the number of entries that the head vouches for.
fn tamper<T: Clone>(list: &mut Vec<T>, how: Tampering, place: usize, covered: usize, edit: impl Fn(&mut T, Tampering)) {
    match how {
        Tampering::EditEvent | Tampering::EditActor | Tampering::EditTime => edit(&mut list[place], how),
        Tampering::Drop => drop(list.remove(place)),
        Tampering::Swap if place + 1 < covered => list.swap(place, place + 1),
        Tampering::Swap => list.swap(place, 0),
        Tampering::Insert | Tampering::Double => {
            let mut new = list[place].clone();
            if matches!(how, Tampering::Insert) {
                edit(&mut new, Tampering::EditEvent);
            }
            list.insert(place, new);
        }
        Tampering::Truncate => list.truncate(place),
        Tampering::Restamp => list.iter_mut().skip(place).for_each(|each| edit(each, Tampering::EditTime)),
    }
}

fn edit_said(said: &mut Said, how: Tampering) {
    match how {
        Tampering::EditActor => said.2.push('x'),
        Tampering::EditTime => said.1 = said.1.replace("2026", "2025"),
        _ => said.0 = event(999, "verzonnen"),
    }
}

fn edit_entry(entry: &mut Entry, how: Tampering) {
    match how {
        Tampering::EditActor => entry.actor.push('x'),
        Tampering::EditTime => entry.at = entry.at.replace("2026", "2025"),
        _ => entry.event = entry.event.replace("edit", "created").replacen(' ', "  ", 1),
    }
}

/// What the command and the window find.
fn is_found(entries: &[Entry], head: &LogHead) -> bool {
    log::verify(entries, FRAMEWORK).is_err() || log::matches(entries, head).is_err()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_tampering_is_found_against_the_head_that_was_handed_out(
        words in prop::collection::vec("[a-z]{0,12}", 2..30),
        handed_out in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
    ) {
        let said: Vec<Said> = words
            .iter()
            .enumerate()
            .map(|(number, words)| (event(number, words), format!("2026-09-14T10:{number:02}:00+02:00"), "A".to_owned()))
            .collect();
        let entries = chained(&said);
        let covered = handed_out.index(entries.len() - 1) + 2;
        let head = entries[covered - 1].head();
        prop_assert!(!is_found(&entries, &head), "what is as it was is not suspected");
        prop_assert!(!is_found(&entries[..covered], &head), "nor before it grew");
        let place = place.index(covered);
        for how in ALL {
            let mut by_hand = entries.clone();
            tamper(&mut by_hand, how, place, covered, edit_entry);
            if by_hand != entries {
                prop_assert!(is_found(&by_hand, &head), "{how:?} at {place} of {covered}, by hand");
                // The log as it stands in the file is in the order of its numbers, whatever was done.
                by_hand.sort_by_key(|entry| entry.seq);
                prop_assert!(by_hand == entries || is_found(&by_hand, &head), "{how:?} at {place}, in order");
            }
            if matches!(how, Tampering::Double) && place + 1 == covered {
                // The last one again, after itself: a log that has grown, as any does.
                continue;
            }
            let mut anew = said.clone();
            tamper(&mut anew, how, place, covered, edit_said);
            let anew = chained(&anew);
            if anew != entries {
                prop_assert!(is_found(&anew, &head), "{how:?} at {place} of {covered}, chained anew");
            }
        }
    }
}
