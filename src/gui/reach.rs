//! All that scrolls is within reach of the keyboard: keys move it, and what gets the focus comes in sight.

use eframe::egui::{Id, Key, Modifiers, Popup, Ui, Vec2, style::ScrollAnimation};

/// How far an arrow key moves, in points; a page keeps a little of what was in sight.
const LINE: f32 = 40.0;
const PAGE: f32 = 0.9;
/// Further than anything is long, in points.
const END: f32 = 1e7;

/// Lets keys move what scrolls, and brings in sight what gets the focus. To be called within it, after everything else: what
/// scrolls inside it would be moved instead.
pub fn by_keys(ui: &Ui) {
    follow_focus(ui);
    let ctx = ui.ctx();
    let is_under = ctx.memory(|memory| memory.top_modal_layer()).is_some_and(|top| top != ui.layer_id());
    if is_under || Popup::is_any_open(ctx) || ctx.text_edit_focused() {
        return;
    }
    let page = PAGE * ui.clip_rect().height();
    // With something in focus the arrows go from one thing to the next.
    let line = if ctx.memory(|memory| memory.focused()).is_none() { LINE } else { 0.0 };
    let keys = [
        (Key::PageDown, -page),
        (Key::PageUp, page),
        (Key::End, -END),
        (Key::Home, END),
        (Key::ArrowDown, -line),
        (Key::ArrowUp, line),
    ];
    let pressed = |(key, by): &(Key, f32)| *by != 0.0 && ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key));
    let by: f32 = keys.iter().filter(|key| pressed(key)).map(|(_, by)| by).sum();
    if by != 0.0 {
        ui.scroll_with_delta_animation(Vec2::new(0.0, by), ScrollAnimation::none());
        ctx.request_repaint();
    }
}

/// Brings what has just got the focus in sight, where it is within this and scrolled away.
pub fn follow_focus(ui: &Ui) {
    let ctx = ui.ctx();
    let known = ui.scope_id().with("followed");
    let now = ctx.memory(|memory| memory.focused());
    let before: Option<Option<Id>> = ctx.data_mut(|data| {
        let before = data.get_temp(known);
        data.insert_temp(known, now);
        before
    });
    let Some(response) =
        now.filter(|_| before.is_some_and(|before| before != now)).and_then(|id| ctx.read_response(id))
    else {
        return;
    };
    // What lies elsewhere is whole, or cut off elsewhere.
    let is_cut = !response.interact_rect.contains_rect(response.rect.shrink(1.0));
    let clip = ui.clip_rect();
    if is_cut && response.layer_id == ui.layer_id() && clip.x_range().contains(response.rect.center().x) {
        ui.scroll_to_rect_animation(response.rect.expand(2.0 * super::theme::STEP), None, ScrollAnimation::none());
        ctx.request_repaint();
    }
}
