//! The files at the chosen norm: their names and sizes, what can be done with them, and adding more.

use std::sync::Arc;

use eframe::egui::{self, Ui};

use super::Workspace;
use super::view::View;
use crate::domain::{Attachment, Command, Norm, NormId};
use crate::gui::dialogs::Purpose;
use crate::gui::errand::{AttachedErrand, Errand};
use crate::gui::form;
use crate::gui::theme::Look;
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Scene, Wish};
use crate::session::{Headway, Session};
use crate::wording::arg;

/// What the block about files remembers.
#[derive(Debug, Default)]
pub struct Files {
    /// How far the reading of files is, and for which norm.
    pub headway: Option<(Arc<Headway>, NormId)>,
    /// The norm for which a file was asked, with the path that is being typed.
    asked: Option<(NormId, String)>,
    /// Whether the place to type a path is still to be brought into sight.
    to_show: bool,
    /// The file that is being saved elsewhere, with the path that is being typed.
    saving: Option<(Attachment, String)>,
}

impl Files {
    /// Notes for which norm a file is asked.
    pub fn ask_for(&mut self, norm: &NormId) {
        self.asked = Some((norm.clone(), String::new()));
        self.to_show = true;
    }

    /// The norm for which a file was asked.
    pub fn asked_for(&self) -> Option<&NormId> {
        self.asked.as_ref().map(|(norm, _)| norm)
    }

    /// Notes which file is going to be saved elsewhere.
    pub fn save(&mut self, file: Attachment) {
        self.saving = Some((file, String::new()));
    }

    /// The file that is going to be saved elsewhere.
    pub fn to_save(&self) -> Option<&Attachment> {
        self.saving.as_ref().map(|(file, _)| file)
    }

    /// Ends what was asked: the file is there, or saved.
    pub fn settle(&mut self) {
        self.asked = None;
        self.saving = None;
    }
}

impl Workspace {
    /// Draws the files at a norm.
    pub(super) fn show_files(&mut self, ui: &mut Ui, scene: &mut Scene, session: &Session, view: &View, norm: &Norm) {
        let may_judge = view.may_judge();
        let sheet = session.sheet(scene.perspective);
        let files = sheet.findings.get(&norm.id).map(|finding| &finding.attached[..]).unwrap_or_default();
        if !may_judge && files.is_empty() {
            return;
        }
        ui.add_space(4.0);
        widgets::caption(ui, &scene.text("attached-title"));
        for file in files {
            let is_internal = sheet.finding(norm.id.as_str()).is_internal(file);
            self.show_file(ui, scene, norm, file, (session.has_bytes_of(file), is_internal, may_judge));
        }
        if !may_judge {
            return;
        }
        if let Some((headway, _)) = self.files.headway.as_ref().filter(|(_, to)| *to == norm.id) {
            if show_headway(ui, scene, headway) {
                scene.wish(Wish::Errand(Errand::Attached(AttachedErrand::Stop)));
            }
            return;
        }
        let text = scene.text("attach-button");
        if Press::new(&text).tight().tone(Tone::Accent).show(ui).clicked() {
            scene.wish(Wish::Errand(Errand::Attached(AttachedErrand::Ask)));
        }
        if std::mem::take(&mut self.files.to_show) {
            ui.scroll_to_cursor(Some(egui::Align::Center));
        }
        if let Some((_, typed)) = self.files.asked.as_mut().filter(|(asked, _)| *asked == norm.id)
            && let Some(errand) = form::typed_path(ui, scene.words, Purpose::Attach, typed)
        {
            scene.wish(Wish::Errand(errand));
        }
        let stored = session.attached().values().sum();
        let about = format!("{} {}", scene.words.attach_limits(stored), scene.text("attach-hint"));
        widgets::muted(ui, &about);
    }

    fn show_file(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene,
        norm: &Norm,
        file: &Attachment,
        (here, mut internal, may_judge): (bool, bool, bool),
    ) {
        let look = Look::of(ui);
        let shown = scene.words.attachment(file);
        widgets::remark(ui, look.accent_ground, |ui| {
            ui.add(egui::Label::new(egui::RichText::new(&shown).color(look.ink)).wrap().selectable(true));
            if !here {
                let text = format!("⚠ {}", scene.text("attached-not-here"));
                ui.add(egui::Label::new(egui::RichText::new(text).color(look.bad)).wrap());
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let named = |key: &str| scene.words.with(key, &[arg("name", file.name()), arg("norm", &norm.id)]);
                let (open, save, remove) =
                    (scene.text("attached-open"), scene.text("attached-save"), scene.text("attached-remove"));
                let press = |text, key: &str, enabled| Press::new(text).tight().name(named(key)).enabled(enabled);
                let opens = press(&open, "attached-open-name", here && file.may_be_opened()).show(ui).clicked();
                let saves = press(&save, "attached-save-name", here).show(ui).clicked();
                let removes = may_judge && press(&remove, "attached-remove-name", true).show(ui).clicked();
                let sha256 = file.sha256().to_owned();
                if opens {
                    scene.wish(Wish::Errand(Errand::Attached(AttachedErrand::Open(sha256))));
                } else if saves {
                    scene.wish(Wish::Errand(Errand::Attached(AttachedErrand::Save(sha256))));
                } else if removes {
                    let (perspective, norm) = (scene.perspective, norm.id.clone());
                    scene.command(Command::Detach { perspective, norm, sha256 });
                }
            });
            let name = scene.words.with("internal-file-name", &[arg("name", file.name()), arg("norm", &norm.id)]);
            if !may_judge {
                if internal {
                    widgets::muted(ui, &scene.text("text-internal"));
                }
            } else if ui.checkbox(&mut internal, scene.text("internal-file")).accessible_name(name).changed() {
                let (perspective, norm, sha256) = (scene.perspective, norm.id.clone(), file.sha256().to_owned());
                scene.command(Command::MarkFile { perspective, norm, sha256, internal });
            }
            if here && !file.may_be_opened() {
                widgets::muted(ui, &scene.words.with("attached-no-document", &[arg("name", file.name())]));
            }
            if let Some((_, typed)) = self.files.saving.as_mut().filter(|(saving, _)| saving == file)
                && let Some(errand) = form::typed_path(ui, scene.words, Purpose::SaveAttached, typed)
            {
                scene.wish(Wish::Errand(errand));
            }
        });
        ui.add_space(4.0);
    }
}

/// Draws how far the reading of files is; tells whether it is called off.
pub fn show_headway(ui: &mut Ui, scene: &Scene, headway: &Headway) -> bool {
    let (read, all) = headway.bytes();
    let args = [arg("read", scene.words.size(read)), arg("all", scene.words.size(all))];
    let text = scene.words.with("attach-reading", &args);
    let count = |bytes: u64| usize::try_from(bytes / 1_000).unwrap_or(usize::MAX);
    widgets::progress(ui, count(read), count(all), ui.available_width(), &text);
    widgets::muted(ui, &text);
    let stop = scene.text("attach-cancel");
    Press::new(&stop).tight().show(ui).clicked()
}
