//! Who works on the assessment: the name under which every event is written, chosen when a file is opened and in sight all
//! the time.

use eframe::egui::{Context, Label, RichText, Role, Sense, Ui};

use super::cover_fields;
use super::errand::Errand;
use super::parts::EDGES;
use super::theme::{self, Look, STEP};
use super::widgets::{self, Press, Tone};
use super::window::Window;
use super::wish::{Overlay, Scene, Wish};
use crate::domain::Assessor;
use crate::wording::{NOBODY, Wording, arg};

/// Who works, and what is being typed about it.
#[derive(Default)]
pub struct Who {
    /// Who was chosen for this assessment since it was opened.
    pub chosen: Option<Assessor>,
    /// Who can be chosen with one press.
    known: Vec<Assessor>,
    name: String,
    role: String,
    asked: bool,
    /// Whether the first choice had the focus.
    begun: bool,
}

impl Who {
    /// Draws the question, for an overlay.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        widgets::title(ui, &scene.text("who-title"));
        widgets::text(ui, &scene.text("who-about"));
        ui.add_space(STEP);
        for (at, assessor) in self.known.iter().enumerate() {
            let name = named(scene.words, assessor);
            let tone = if at == 0 { Tone::Main } else { Tone::Plain };
            let press = Press::new(&name).tone(tone).show(ui);
            // Who last worked here goes on with Enter.
            if at == 0 && !std::mem::replace(&mut self.begun, true) {
                press.request_focus();
            }
            if press.clicked() {
                scene.wish(Wish::Errand(Errand::WorkAs(assessor.clone())));
            }
        }
        ui.add_space(STEP);
        widgets::strong(ui, &scene.text("who-other"));
        let is_empty = self.name.trim().is_empty();
        let error = (self.asked && is_empty).then(|| scene.text("who-name-needed"));
        cover_fields::text_field(ui, scene, "who-name", &mut self.name, error.as_deref());
        cover_fields::text_field(ui, scene, "cover-role", &mut self.role, None);
        ui.add_space(STEP);
        ui.horizontal(|ui| {
            if widgets::secondary(ui, &scene.text("who-take")).clicked() {
                self.asked = true;
                if !is_empty && cover_fields::assessor_too_long(&self.name, &self.role).is_none() {
                    let (name, role) = (self.name.trim().to_owned(), self.role.trim().to_owned());
                    scene.wish(Wish::Errand(Errand::WorkAs(Assessor { name, role })));
                }
            }
            if widgets::secondary(ui, &scene.text("form-cancel")).clicked() {
                scene.wish(Wish::Lay(None));
            }
        });
    }
}

/// How high the line is that [`line`] draws, in points.
pub const HEIGHT: f32 = 56.0;

/// Draws under whose name is worked, as the way to change it.
pub fn line(ui: &mut Ui, scene: &mut Scene, who: &str) {
    let look = Look::of(ui);
    ui.add_space(STEP);
    let (above, below, name) = if who == NOBODY {
        (scene.text("who-nobody"), scene.text("who-choose"), scene.text("who-nobody-name"))
    } else {
        (scene.text("who-line"), who.to_owned(), scene.words.with("who-line-name", &[arg("who", who)]))
    };
    // Beside the parts in little room there is place for the name only.
    let narrow = ui.available_width() < 150.0;
    let below = if narrow { below.split(", ").next().unwrap_or_default().to_owned() } else { below };
    let line = |text: String, font| RichText::new(text).font(font).color(look.muted);
    let shown = ui.horizontal(|ui| {
        // In line with the names of the parts.
        ui.add_space(if narrow { EDGES.1 } else { EDGES.0 });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.set_max_width(ui.available_width() - EDGES.1);
            if !(narrow && who == NOBODY) {
                ui.label(line(above, theme::small()));
            }
            let below = Label::new(line(below, theme::bold(13.0)));
            // A name may be cut, what there is to do is not. Both lines together are as high as others.
            ui.add(if who == NOBODY { below.wrap() } else { below.truncate() });
        });
    });
    let response = ui.interact(shown.response.rect, ui.scope_id().with("who"), Sense::click());
    widgets::set_role(&response, Role::Button, &name);
    super::press::focus_ring(ui, shown.response.rect, &response);
    let response = response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand);
    if response.on_hover_text(name).clicked() {
        scene.wish(Wish::Lay(Some(Overlay::Who)));
    }
}

/// A name, with its role where there is one.
pub fn named(words: &Wording, assessor: &Assessor) -> String {
    match assessor.role.is_empty() {
        true => assessor.name.clone(),
        false => words.with("who-named", &[arg("name", &assessor.name), arg("role", &assessor.role)]),
    }
}

impl Window {
    /// Who acts: who was chosen, else the assessor of this side, else the user of the computer.
    pub(super) fn acting(&self) -> Assessor {
        let sheet = self.session.as_ref().and_then(|session| session.assessment().sheets.get(&self.perspective));
        let of_file = || sheet.and_then(|sheet| sheet.assessor.clone());
        let user = || Assessor { name: self.user.clone(), role: String::new() };
        self.screens.who.chosen.clone().or_else(of_file).unwrap_or_else(user)
    }

    /// The same in words.
    pub(super) fn acting_text(&self) -> String {
        named(&self.words, &self.acting())
    }

    /// After a file was opened to work on: asks who works, where the one who last did so on this computer is not the
    /// assessor in the file.
    pub(super) fn ask_who(&mut self) {
        let settings = &self.office.settings;
        let own = Assessor { name: settings.assessor_name.clone(), role: settings.assessor_role.clone() };
        if own.name.is_empty() {
            return;
        }
        let sheet = self.session.as_ref().and_then(|session| session.assessment().sheets.get(&self.perspective));
        match sheet.and_then(|sheet| sheet.assessor.clone()) {
            None => self.screens.who.chosen = Some(own),
            Some(assessor) if assessor.name == own.name => {}
            Some(assessor) => {
                self.screens.who = Who { known: vec![own, assessor], ..Who::default() };
                self.overlay = Some(Overlay::Who);
            }
        }
    }

    /// Works under this name from now on, and remembers it.
    pub(super) fn work_as(&mut self, ctx: &Context, assessor: Assessor) {
        // The keys are for judging again, not for the field that was typed in.
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        self.remember(|settings| {
            settings.assessor_name.clone_from(&assessor.name);
            settings.assessor_role.clone_from(&assessor.role);
        });
        self.screens.who = Who { chosen: Some(assessor), ..Who::default() };
        self.overlay = None;
    }
}
