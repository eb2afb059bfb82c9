//! Everything that can be pressed: one widget, drawn by ourselves so that border, sign and focus are always to be seen.

use eframe::egui;
use egui::{
    Color32, CornerRadius, FontId, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::theme::{self, CORNER, Look, TARGET};

/// What a button means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tone {
    /// One of several things to do.
    #[default]
    Plain,
    /// The thing to do.
    Main,
    /// As [`Tone::Plain`], with the accent as border and text.
    Accent,
    /// Text only, like a link.
    Link,
    /// No border until the pointer is on it: a line in a list.
    Row,
    /// When chosen: good for the lender.
    Good,
    /// When chosen: bad for the lender.
    Bad,
}

/// Something that can be pressed.
pub struct Press<'a> {
    text: &'a str,
    name: Option<String>,
    tone: Tone,
    role: Role,
    chosen: Option<bool>,
    enabled: bool,
    width: Option<f32>,
    padding: f32,
    height: f32,
    hint: Option<String>,
    font: Option<FontId>,
    left: bool,
    aside: String,
}

impl<'a> Press<'a> {
    /// A button with this text.
    pub fn new(text: &'a str) -> Press<'a> {
        Press {
            text,
            name: None,
            tone: Tone::Plain,
            role: Role::Button,
            chosen: None,
            enabled: true,
            width: None,
            padding: 12.0,
            height: 28.0,
            hint: None,
            font: None,
            left: false,
            aside: String::new(),
        }
    }

    /// The accessible name, where the text alone does not say what it is about.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// What it means.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Its role; a button unless said otherwise.
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Makes it something that is chosen or not.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// A fixed width, in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Tighter, for a row of many.
    pub fn tight(mut self) -> Self {
        self.padding = 8.0;
        self.height = TARGET + 1.0;
        self
    }

    /// So much room beside the text, in points.
    pub fn padding(mut self, padding: f32) -> Self {
        self.padding = padding;
        self
    }

    /// Text at the left instead of the middle.
    pub fn left(mut self) -> Self {
        self.left = true;
        self
    }

    /// Small text at the right edge of one with a fixed width: keys, a time. The text itself keeps clear of it.
    pub fn aside(mut self, text: impl Into<String>) -> Self {
        self.aside = text.into();
        self
    }

    /// A text beside the pointer.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Another font than body text.
    pub fn font(mut self, font: FontId) -> Self {
        self.font = Some(font);
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let look = Look::of(ui);
        let chosen = self.chosen.unwrap_or(false);
        let strong = chosen || matches!(self.tone, Tone::Main | Tone::Accent | Tone::Link);
        let font = self.font.clone().unwrap_or_else(|| if strong { theme::bold(13.0) } else { theme::body() });
        let aside = ui.painter().layout_no_wrap(self.aside.clone(), theme::small(), look.muted);
        let beside = if self.aside.is_empty() { 0.0 } else { aside.size().x + self.padding };
        let padding = if self.tone == Tone::Link { 0.0 } else { self.padding };
        // Under each other they are no wider than there is room; side by side they go on to the next line as they are.
        let most = if ui.layout().is_horizontal() { f32::INFINITY } else { ui.available_width() };
        let wrap = self.width.map_or(most, |width| width - beside) - 2.0 * padding;
        let galley = ui.painter().layout(self.text.to_owned(), font, look.ink, wrap);
        let size = Vec2::new(
            self.width.unwrap_or(galley.size().x + 2.0 * padding).max(TARGET),
            (galley.size().y + 8.0).max(self.height),
        );
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        // Among words it is as high as they are, to stand on their line; it can be pressed in as much room as elsewhere.
        let among_words = self.tone == Tone::Link && self.height < 28.0 && ui.layout().main_wrap();
        let (rect, response) = if among_words {
            let size = Vec2::new(size.x, galley.size().y);
            let (rect, shown) = ui.allocate_exact_size(size, Sense::hover());
            let room = rect.expand2(Vec2::new(0.0, (TARGET - size.y).max(0.0) / 2.0));
            (rect, ui.interact(room, shown.id.with("press"), sense))
        } else {
            ui.allocate_exact_size(size, sense)
        };
        let name = self.name.clone().unwrap_or_else(|| self.text.to_owned());
        response.widget_info(|| match self.chosen {
            Some(chosen) => WidgetInfo::selected(self.role, self.enabled, chosen, &name),
            None => WidgetInfo::labeled(self.role, self.enabled, &name),
        });
        if ui.is_rect_visible(rect) {
            let paint = self.paint(look, &response);
            if self.enabled || chosen {
                ui.painter().rect(rect, CornerRadius::same(CORNER), paint.ground, paint.border, StrokeKind::Inside);
            } else {
                dashed(ui, rect, paint.border);
            }
            let x = if self.left { rect.left() + padding } else { rect.center().x - galley.size().x / 2.0 };
            let at = egui::pos2(x, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley_with_override_text_color(at, galley, paint.text);
            let at = rect.right_center() - Vec2::new(aside.size().x + padding, aside.size().y / 2.0);
            ui.painter().galley(at, aside, look.muted);
            focus_ring(ui, rect, &response);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        match self.hint {
            Some(hint) => response.on_hover_text(hint),
            None => response,
        }
    }

    fn paint(&self, look: &Look, response: &Response) -> Paint {
        let over = response.hovered() && self.enabled;
        let line = |color| Stroke::new(1.0, color);
        // What is chosen stays to be seen.
        if !self.enabled && self.chosen != Some(true) {
            return Paint { ground: Color32::TRANSPARENT, border: line(look.control), text: look.muted };
        }
        match (self.tone, self.chosen.unwrap_or(false)) {
            (Tone::Main, _) => Paint { ground: look.accent, border: line(look.accent), text: look.on_accent },
            (Tone::Good, true) => Paint { ground: look.good_ground, border: line(look.good), text: look.good },
            (Tone::Bad, true) => Paint { ground: look.bad_ground, border: line(look.bad), text: look.bad },
            (Tone::Row, true) => Paint { ground: look.accent_ground, border: line(look.accent), text: look.ink },
            (Tone::Accent, _) if over => {
                Paint { ground: look.accent_ground, border: line(look.accent_ground), text: look.ink }
            }
            (Tone::Accent, _) => Paint { ground: look.card, border: line(look.accent), text: look.accent },
            (Tone::Link, _) => Paint {
                ground: if over { look.accent_ground } else { Color32::TRANSPARENT },
                border: Stroke::NONE,
                text: look.accent,
            },
            (Tone::Row, false) => Paint {
                ground: if over { look.accent_ground } else { Color32::TRANSPARENT },
                border: Stroke::NONE,
                text: look.ink,
            },
            (_, true) => Paint { ground: look.ground, border: Stroke::new(1.5, look.ink), text: look.ink },
            (_, false) => Paint {
                ground: if over { look.accent_ground } else { look.card },
                border: line(if over { look.accent } else { look.control }),
                text: look.ink,
            },
        }
    }
}

struct Paint {
    ground: Color32,
    border: Stroke,
    text: Color32,
}

/// A broken border, to be seen in every look: of what is empty or cannot be pressed now.
pub fn dashed(ui: &Ui, rect: Rect, stroke: Stroke) {
    let inner = rect.shrink(0.5);
    let corners = [inner.left_top(), inner.right_top(), inner.right_bottom(), inner.left_bottom(), inner.left_top()];
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 4.0, 4.0));
}

/// A ring around what has the keyboard focus.
pub fn focus_ring(ui: &Ui, rect: Rect, response: &Response) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, Look::of(ui).accent);
        ui.painter().rect_stroke(rect.expand(2.0), CornerRadius::same(8), ring, StrokeKind::Middle);
    }
}

/// The main button of a screen.
pub fn primary(ui: &mut Ui, text: &str) -> Response {
    Press::new(text).tone(Tone::Main).show(ui)
}

/// Any other button.
pub fn secondary(ui: &mut Ui, text: &str) -> Response {
    Press::new(text).show(ui)
}

/// A link within the window.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    // As high as a line of text with its gap, to stand on one line with words.
    Press::new(text).tone(Tone::Link).role(Role::Link).tight().show(ui)
}

/// Choices side by side of which one is chosen; gives the place of the one that was pressed.
pub fn segmented(ui: &mut Ui, items: &[String], chosen: usize) -> Option<usize> {
    let look = Look::of(ui);
    let mut pressed = None;
    let galleys: Vec<_> = items
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let font = if at == chosen { theme::bold(13.0) } else { theme::body() };
            ui.painter().layout_no_wrap(text.clone(), font, look.ink)
        })
        .collect();
    let widths: Vec<f32> = galleys.iter().map(|galley| galley.size().x + 24.0).collect();
    let (all, _) = ui.allocate_exact_size(Vec2::new(widths.iter().sum(), 32.0), Sense::hover());
    ui.painter().rect(all, CornerRadius::same(CORNER), look.card, Stroke::NONE, StrokeKind::Inside);
    let mut left = all.left();
    for (at, (galley, width)) in galleys.into_iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(egui::pos2(left, all.top()), Vec2::new(width, all.height()));
        left += width;
        let response = ui.interact(rect, ui.unique_id().with(("segment", at)), Sense::click());
        let is_chosen = at == chosen;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &items[at]));
        let ground = match (is_chosen, response.hovered()) {
            (true, _) => look.accent,
            (false, true) => look.accent_ground,
            (false, false) => look.card,
        };
        let (first, last) = (at == 0, at + 1 == items.len());
        let corner = |on: bool| if on { CORNER } else { 0 };
        let corners = CornerRadius { nw: corner(first), sw: corner(first), ne: corner(last), se: corner(last) };
        ui.painter().rect_filled(rect, corners, ground);
        if !first {
            ui.painter().vline(rect.left(), rect.y_range(), Stroke::new(1.0, look.control));
        }
        let color = if is_chosen { look.on_accent } else { look.ink };
        ui.painter().galley_with_override_text_color(rect.center() - galley.size() / 2.0, galley, color);
        focus_ring(ui, rect, &response);
        if response.clicked() {
            pressed = Some(at);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }
    ui.painter().rect_stroke(all, CornerRadius::same(CORNER), Stroke::new(1.0, look.control), StrokeKind::Inside);
    pressed
}
