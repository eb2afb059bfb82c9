//! The strip with the assessments that are open: lender and file of each, always in sight.

use eframe::egui;
use egui::{Color32, CornerRadius, Frame, Margin, Panel, Rect, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::press::focus_ring;
use super::tab_names::Tab;
use super::theme::{self, CORNER, Look};
use super::widgets::{self, Press, Tone};
use super::wish::{Scene, Wish};
use crate::wording::arg;

/// The widest and the narrowest tab, in points.
const WIDEST: f32 = 420.0;
const NARROWEST: f32 = 132.0;
/// What a tab has beside its texts: a margin, and the button that closes it.
const BESIDE: f32 = 12.0 + 30.0;
/// How high the strip is.
const HEIGHT: f32 = 44.0;

/// Draws it.
pub fn show(ui: &mut Ui, scene: &mut Scene, tabs: &[Tab], in_sight: Option<usize>) {
    let look = Look::of(ui);
    let frame = Frame::new().fill(look.ground).inner_margin(Margin { left: 8, right: 8, top: 2, bottom: 0 });
    Panel::top("tabs").exact_size(HEIGHT + 4.0).frame(frame).show(ui, |ui| {
        #[expect(clippy::cast_precision_loss, reason = "a dozen")]
        let share = (ui.available_width() - 8.0) / tabs.len().max(1) as f32;
        let width =
            tabs.iter().map(|tab| wished(ui, tab)).fold(NARROWEST, f32::max).min(share).clamp(NARROWEST, WIDEST);
        ScrollArea::horizontal().id_salt("tabs").auto_shrink(false).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                for (at, tab) in tabs.iter().enumerate() {
                    show_tab(ui, scene, tab, at, in_sight == Some(at), width);
                }
                bring_in_sight(ui, in_sight, width);
            });
        });
    });
}

/// How wide a tab would be in which nothing is cut off.
fn wished(ui: &Ui, tab: &Tab) -> f32 {
    let width = |text: &str, font| ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x;
    width(&subject(tab), theme::bold(13.0)).max(width(&tab.file, theme::small())) + BESIDE
}

/// The lender, with a sign where not everything is stored.
fn subject(tab: &Tab) -> String {
    if tab.unsaved { format!("⚠ {}", tab.subject) } else { tab.subject.clone() }
}

/// Scrolls to another tab once, so that the hand can scroll away from it.
fn bring_in_sight(ui: &mut Ui, in_sight: Option<usize>, width: f32) {
    let (id, now) = (ui.scope_id().with("brought"), (in_sight, width.to_bits()));
    if ui.data(|data| data.get_temp(id)) == Some(now) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, now));
    if let Some(at) = in_sight {
        let all = ui.min_rect();
        #[expect(clippy::cast_precision_loss, reason = "a dozen")]
        let left = all.left() + width * at as f32;
        ui.scroll_to_rect(Rect::from_x_y_ranges(left..=left + width, all.y_range()), None);
    }
}

fn show_tab(ui: &mut Ui, scene: &mut Scene, tab: &Tab, at: usize, chosen: bool, width: f32) {
    let look = Look::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
    let key = if tab.unsaved { "tabs-name-unsaved" } else { "tabs-name" };
    let name = scene.words.with(key, &[arg("subject", &tab.subject), arg("file", &tab.file)]);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &name));
    // Which one is in sight is told by ground, line and weight.
    if chosen {
        ui.painter().rect_filled(rect, CornerRadius { nw: CORNER, ne: CORNER, sw: 0, se: 0 }, look.card);
        // Above, for what scrolls the tabs lies over their feet.
        let line = Rect::from_min_size(rect.min, Vec2::new(rect.width(), 3.0));
        ui.painter().rect_filled(line, CornerRadius { nw: 3, ne: 3, sw: 0, se: 0 }, look.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(CORNER), look.accent_ground);
    }
    ui.painter().vline(rect.right() - 0.5, rect.y_range().shrink(8.0), Stroke::new(1.0, look.line));
    let room = width - BESIDE;
    let font = if chosen { theme::bold(13.0) } else { theme::body() };
    let above = widgets::one_line(ui, &subject(tab), font, look.ink, room);
    let below = widgets::one_line(ui, &tab.file, theme::small(), look.muted, room);
    let corner = rect.min + Vec2::new(12.0, 5.0);
    let second = corner + Vec2::new(0.0, above.size().y + 1.0);
    ui.painter().galley(corner, above, look.ink);
    ui.painter().galley(second, below, look.muted);
    focus_ring(ui, rect.shrink(3.0), &response);
    if response.on_hover_text(&name).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        scene.wish(Wish::Bring(at));
    }
    let button = Rect::from_center_size(egui::pos2(rect.right() - 17.0, rect.center().y), Vec2::splat(theme::TARGET));
    widgets::inside(ui, button, ("close", at), egui::Layout::centered_and_justified(egui::Direction::TopDown), |ui| {
        let called = scene.words.with("tabs-close", &[arg("subject", &tab.subject), arg("file", &tab.file)]);
        let press = Press::new("×").tone(Tone::Row).name(called.clone()).hint(called).tight().width(theme::TARGET);
        if press.show(ui).clicked() {
            scene.wish(Wish::Bring(at));
            scene.wish(Wish::Close);
        }
    });
}
