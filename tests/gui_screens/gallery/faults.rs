//! What can be wrong with a screen, told from what is painted and from what a screen reader reads.

use std::cmp::Ordering;

use eframe::egui::epaint::{ClippedShape, TextShape};
use eframe::egui::{Rect, Role, Shape, Vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::super::Desk;

/// By how many points something may stick out.
const SLACK: f32 = 1.5;
/// By how many points controls may lie over each other: links in a text have the height of its letters and its gaps.
const CLOSE: f32 = 3.0;

/// A line of text as it is painted.
struct Line {
    text: String,
    at: Rect,
    clip: Rect,
}

/// Everything that is wrong on the screen as it is now.
pub fn of(desk: &mut Desk) -> Vec<String> {
    let window = super::window(desk);
    let mut fields: Vec<Rect> = desk.harness.query_all_by_role(Role::TextInput).map(|node| node.rect()).collect();
    let lines = lines(&desk.harness.output().shapes, window);
    let mut found: Vec<String> = Vec::new();
    found.extend(lines.iter().filter(|line| line.text.contains("use of widget ID")).map(|line| line.text.clone()));
    fields.extend(desk.harness.query_all_by_role(Role::Tab).map(|node| node.rect()));
    found.extend(lines.iter().filter(|line| is_cut(line, &fields)).map(|line| said("cut off", line)));
    for (at, line) in lines.iter().enumerate() {
        let over = lines[at + 1..].iter().find(|other| overlap(line, other));
        found.extend(over.map(|over| format!("{} and {:?} lie over each other", said("text", line), over.text)));
    }
    found.extend(torn(&desk.harness.output().shapes));
    found.extend(clashes(desk));
    found.extend(out_of_reach(desk, window));
    found
}

/// Controls side by side that lie over each other.
fn clashes(desk: &Desk) -> Vec<String> {
    let controls: Vec<_> = desk.harness.query_all_by(|node| is_control(node.role())).collect();
    let mut found = Vec::new();
    for (at, one) in controls.iter().enumerate() {
        for other in &controls[at + 1..] {
            let both = one.rect().intersect(other.rect());
            let is_beside = !one.rect().contains_rect(other.rect()) && !other.rect().contains_rect(one.rect());
            let parent = |node: &Node<'_>| node.accesskit_node().parent().map(|parent| parent.id());
            if is_beside && both.width() > CLOSE && both.height() > CLOSE && parent(one) == parent(other) {
                let name = |node: &Node<'_>| node.accesskit_node().label().unwrap_or_default();
                found.push(format!("controls {:?} and {:?} lie over each other", name(one), name(other)));
            }
        }
    }
    found
}

fn said(what: &str, line: &Line) -> String {
    format!("{what}: {:?} at {:?} in {:?}", line.text, line.at, line.clip)
}

/// The lines that are to be seen: what is painted over later is not.
fn lines(shapes: &[ClippedShape], window: Rect) -> Vec<Line> {
    let mut lines = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in shapes {
        note(shape, clip_rect.intersect(window), &mut lines);
    }
    lines
}

fn note(shape: &Shape, clip: Rect, lines: &mut Vec<Line>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| note(shape, clip, lines)),
        Shape::Rect(rect) if rect.fill.a() > 0 => {
            let covered = rect.rect.intersect(clip);
            // A box that lies over a screen may end in the midst of a line beneath it.
            let is_box = covered.width() > 200.0 && covered.height() > 60.0;
            let hides = |line: &Line| covered.contains(line.at.center()) || is_box && covered.intersects(line.at);
            lines.retain(|line| !hides(line));
        }
        Shape::Text(text) => lines.extend(rows(text, clip)),
        _ => {}
    }
}

fn rows(shape: &TextShape, clip: Rect) -> impl Iterator<Item = Line> {
    shape.galley.rows.iter().filter_map(move |row| {
        // From the first letter to the last: a line can begin with room for what stands before it.
        let mut letters = row.glyphs.iter().filter(|glyph| !glyph.chr.is_whitespace());
        let (left, mut at) = (letters.next()?.pos.x, row.rect());
        let end = letters.next_back().map_or(at.right(), |last| row.pos.x + last.pos.x + last.advance_width);
        (at.min.x, at.max.x) = (row.pos.x + left, end);
        let at = at.translate(shape.pos.to_vec2());
        let seen = clip.intersects(at) && clip.y_range().contains(at.center().y);
        seen.then(|| Line { text: row.text(), at, clip })
    })
}

/// The words that are torn on the screen as it is now.
pub fn torn_on(desk: &Desk) -> Vec<String> {
    torn(&desk.harness.output().shapes)
}

/// Words that go on below themselves in their midst. Paths and fingerprints have no better place to be torn.
fn torn(shapes: &[ClippedShape]) -> Vec<String> {
    let mut found = Vec::new();
    shapes.iter().for_each(|shape| note_torn(&shape.shape, &mut found));
    found
}

fn note_torn(shape: &Shape, found: &mut Vec<String>) {
    let Shape::Text(text) = shape else {
        if let Shape::Vec(shapes) = shape {
            shapes.iter().for_each(|shape| note_torn(shape, found));
        }
        return;
    };
    let rows: Vec<String> = text.galley.rows.iter().map(|row| row.text()).collect();
    for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
        let word = |text: &str| text.chars().all(char::is_alphabetic) && !text.is_empty();
        let (end, start) = (row.rsplit([' ', '-', '…']).next(), next.split([' ', '-', '.', ',']).next());
        if let (Some(end), Some(start)) = (end, start)
            && word(end)
            && word(start)
        {
            found.push(format!("torn: {end}|{start}"));
        }
    }
}

/// Whether a line goes on where nothing is painted any more. The text in a field scrolls, and so do tabs.
fn is_cut(line: &Line, fields: &[Rect]) -> bool {
    let sticks_out = line.at.right() > line.clip.right() + SLACK || line.at.left() < line.clip.left() - SLACK;
    sticks_out && !fields.iter().any(|field| field.expand(SLACK).contains(line.at.left_center()))
}

/// Whether two lines are painted over each other, by more than the room above and below letters.
fn overlap(line: &Line, other: &Line) -> bool {
    let both = line.at.intersect(line.clip).intersect(other.at.intersect(other.clip));
    both.width() > 2.0 && both.height() > 5.0
}

/// Controls that are beside the window, or above or below it where nothing scrolls.
fn out_of_reach(desk: &mut Desk, window: Rect) -> Vec<String> {
    let mut found: Vec<String> = beside(desk, window);
    // What is within reach in little room is so in more.
    if window.height() > 500.0 {
        return found;
    }
    // The lowest is brought in sight, then the highest: where something scrolls, that succeeds.
    let lowest = |one: &Rect, other: &Rect| one.bottom().total_cmp(&other.bottom());
    let highest = |one: &Rect, other: &Rect| other.top().total_cmp(&one.top());
    found.extend(
        brought_in(desk, lowest).into_iter().filter(|(_, at)| at.center().y > window.bottom()).map(|(name, _)| name),
    );
    found.extend(
        brought_in(desk, highest).into_iter().filter(|(_, at)| at.center().y < window.top()).map(|(name, _)| name),
    );
    found
}

fn beside(desk: &Desk, window: Rect) -> Vec<String> {
    let mut found = Vec::new();
    for node in desk.harness.query_all_by(|node| is_control(node.role())) {
        let (at, name) = (node.rect(), node.accesskit_node().label().unwrap_or_default());
        let sticks_out = at.left() < window.left() - SLACK || at.right() > window.right() + SLACK;
        // Tabs that do not fit scroll sideways, and so does the rubric.
        let scrolls = is_in_rubric(&name) || node.accesskit_node().role() == Role::Tab || name.ends_with(") sluiten");
        if sticks_out && !scrolls && at.size() != Vec2::ZERO && !node.accesskit_node().is_hidden() {
            found.push(format!("beside the window: {name:?} at {at:?}"));
        }
    }
    found
}

/// What is the utmost in this order, and where it is once it was asked for.
fn brought_in(desk: &mut Desk, order: impl Fn(&Rect, &Rect) -> Ordering) -> Option<(String, Rect)> {
    let is_shown = |node: &Node<'_>| node.rect().size() != Vec2::ZERO && !node.accesskit_node().is_hidden();
    let utmost = |desk: &Desk, name: Option<&str>| {
        let all: Vec<_> = desk.harness.query_all_by(|node| is_control(node.role())).collect();
        let named = |node: &Node<'_>| name.is_none_or(|name| node.accesskit_node().label().as_deref() == Some(name));
        let found = all.into_iter().filter(|node| is_shown(node) && named(node));
        let node = found.max_by(|one, other| order(&one.rect(), &other.rect()))?;
        node.scroll_to_me();
        Some((node.accesskit_node().label().unwrap_or_default(), node.rect()))
    };
    let (name, _) = utmost(desk, None)?;
    let _ = desk.harness.run_ok();
    utmost(desk, Some(&name)).map(|(name, at)| (format!("out of reach: {name:?} at {at:?}"), at))
}

fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::Button | Role::RadioButton | Role::CheckBox | Role::TextInput | Role::Link | Role::Tab | Role::MenuItem
    )
}

/// Whether a control belongs to a norm: where there is little room the columns scroll.
fn is_in_rubric(name: &str) -> bool {
    let id = name.split([' ', ':']).next().unwrap_or_default();
    id.split('.').nth(1).is_some_and(|rung| rung.parse::<u8>().is_ok())
}
