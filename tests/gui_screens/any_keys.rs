//! Whatever keys are pressed: a key changes the finding of the norm that is chosen and in sight, or none. `TREDE_KEYS=40` tries
//! more of them.

use std::collections::BTreeMap;

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{NormId, Perspective, Verdict};

use super::Desk;

/// Keys as they come, with what is more usual more often.
const KEYS: [(Modifiers, Key); 30] = [
    (Modifiers::NONE, Key::ArrowDown),
    (Modifiers::NONE, Key::ArrowDown),
    (Modifiers::NONE, Key::ArrowDown),
    (Modifiers::NONE, Key::ArrowUp),
    (Modifiers::NONE, Key::ArrowUp),
    (Modifiers::NONE, Key::ArrowLeft),
    (Modifiers::NONE, Key::ArrowRight),
    (Modifiers::NONE, Key::ArrowRight),
    (Modifiers::NONE, Key::J),
    (Modifiers::NONE, Key::J),
    (Modifiers::NONE, Key::N),
    (Modifiers::NONE, Key::N),
    (Modifiers::NONE, Key::V),
    (Modifiers::NONE, Key::O),
    (Modifiers::NONE, Key::Space),
    (Modifiers::NONE, Key::Space),
    (Modifiers::NONE, Key::Enter),
    (Modifiers::NONE, Key::Backspace),
    (Modifiers::NONE, Key::Escape),
    (Modifiers::NONE, Key::Escape),
    (Modifiers::NONE, Key::Escape),
    (Modifiers::NONE, Key::Tab),
    (Modifiers::NONE, Key::Tab),
    (Modifiers::SHIFT, Key::Tab),
    (Modifiers::SHIFT, Key::Tab),
    (Modifiers::NONE, Key::PageDown),
    (Modifiers::NONE, Key::PageUp),
    (Modifiers::NONE, Key::C),
    (Modifiers::NONE, Key::R),
    (Modifiers::COMMAND, Key::Tab),
];

/// What was found, by side and norm.
fn verdicts(desk: &mut Desk) -> BTreeMap<(Perspective, NormId), Verdict> {
    let session = desk.window().session().expect("an assessment");
    let norms: Vec<NormId> = session.framework().norms().map(|norm| norm.id.clone()).collect();
    let mut found = BTreeMap::new();
    for side in Perspective::ALL {
        let sheet = session.sheet(side);
        found.extend(norms.iter().map(|norm| ((side, norm.clone()), sheet.verdict(norm.as_str()))));
    }
    found
}

/// The norm of which the cell or a button has the focus.
fn ringed(desk: &mut Desk) -> Option<NormId> {
    let focused = desk.harness.query_all_by(|node| node.is_focused()).next()?;
    let label = focused.accesskit_node().label()?.to_string();
    let id = label.split([' ', ':']).next()?.to_owned();
    let framework = desk.window().session()?.framework();
    framework.norm(&id).map(|(_, _, norm)| norm.id.clone())
}

/// The same numbers every time.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

#[test]
fn keys_change_only_the_norm_that_is_chosen_and_in_sight() {
    let mut judged = 0;
    let rounds = std::env::var("TREDE_KEYS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(2);
    for seed in 1..=rounds {
        let mut desk = Desk::with_example(&[]);
        let mut state = seed;
        let mut pressed = Vec::new();
        for _ in 0..250 {
            let before = verdicts(&mut desk);
            let (modifiers, key) = KEYS[next(&mut state) % KEYS.len()];
            pressed.push(key);
            let ring = ringed(&mut desk);
            desk.harness.key_press_modifiers(modifiers, key);
            let _ = desk.harness.run_ok();
            let after = verdicts(&mut desk);
            let chosen = desk.window().chosen().expect("a norm").clone();
            let framework = desk.window().session().expect("an assessment").framework();
            let twin = framework.twin_of(chosen.as_str()).map(|twin| twin.id.clone());
            let side = desk.window().perspective();
            let changed: Vec<_> =
                after.iter().filter(|(place, now)| before[*place] != **now).map(|(place, _)| place).collect();
            let is_meant =
                |(at, norm): &(Perspective, NormId)| *at == side && (*norm == chosen || Some(norm) == twin.as_ref());
            let wrong = changed.iter().find(|place| !is_meant(place));
            let last = &pressed[pressed.len().saturating_sub(12)..];
            assert_eq!(wrong, None, "{chosen} is chosen; seed {seed}, after {last:?}");
            if changed.is_empty() {
                continue;
            }
            judged += 1;
            let same = |norm: &NormId| *norm == chosen || Some(norm) == twin.as_ref();
            assert!(ring.iter().all(same), "the focus was on {ring:?}, judged is {chosen}; seed {seed}, {last:?}");
            let cell = desk.harness.get_all_by_role(Role::GridCell).find(|node| {
                node.accesskit_node().label().is_some_and(|label| label.starts_with(&format!("{chosen} ")))
            });
            let rect = cell.map(|cell| cell.rect()).expect("its cell is drawn");
            assert!(desk.harness.ctx.content_rect().intersects(rect), "{chosen} at {rect:?}; seed {seed}, {last:?}");
        }
    }
    assert!(judged > 40, "{judged} findings were changed");
}
