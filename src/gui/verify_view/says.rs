//! What a report says, computed anew.

use eframe::egui::Ui;

use super::wide_card;
use crate::gui::form;
use crate::gui::overview::score_text;
use crate::gui::theme::STEP;
use crate::gui::top::capitalized;
use crate::gui::who::named;
use crate::gui::widgets;
use crate::gui::wish::Scene;
use crate::verification::{Reason, Recomputed, Verification};
use crate::wording::{Wording, arg};

/// Whether the pages say what the assessment inside gives, said for people.
fn pages(words: &Wording, found: &Verification) -> String {
    let unread = |reason: &Reason| matches!(reason, Reason::Reading(_));
    let differ = |reason: &Reason| matches!(reason, Reason::Page { .. } | Reason::NotAReport);
    let drawn = |reason: &Reason| matches!(reason, Reason::Drawing | Reason::OtherProgram { .. });
    words.text(match () {
        () if found.reasons.iter().any(unread) => "verify-pages-unread",
        () if found.reasons.iter().any(differ) => "verify-pages-differ",
        () if found.reasons.iter().any(drawn) || !found.inspection.all_faults().is_empty() => "verify-pages-drawn",
        () => "verify-pages-same",
    })
}

/// Draws it.
pub(super) fn says(ui: &mut Ui, scene: &mut Scene, found: &Verification, recomputed: &Recomputed) {
    let words = scene.words;
    form::section(ui, &words.text("verify-says"));
    wide_card(ui, |ui| {
        let language = words.language();
        if !found.is_intact() {
            form::bad(ui, &words.text("verify-broken-says"));
            ui.add_space(STEP);
        }
        form::row(ui, &words.text("verify-pages"), &capitalized(&pages(words, found)));
        let framework = format!("{} {}", recomputed.framework.title.plain(language), recomputed.framework.version);
        form::row(ui, &words.text("verify-subject"), &recomputed.cover.subject);
        if let Some(kvk) = &recomputed.cover.kvk {
            form::row(ui, &words.text("verify-kvk"), kvk);
        }
        for (key, value) in [
            ("verify-period", recomputed.cover.period.clone()),
            ("verify-perspective", words.perspective(recomputed.perspective)),
            (
                "verify-assessor",
                recomputed.assessor.as_ref().map_or_else(|| words.text("verify-nobody"), |who| named(words, who)),
            ),
            ("verify-framework", framework),
            ("verify-total", score_text(words, recomputed.score.total.as_ref())),
        ] {
            form::row(ui, &words.text(key), &value);
        }
        for part in &recomputed.score.parts {
            let title = recomputed.framework.part(part.part.as_str()).map(|part| part.title.plain(language));
            let value = format!("{}  {}", widgets::score_text(words, part), title.unwrap_or_default());
            form::row(ui, &words.with("verify-part", &[arg("part", &part.part)]), &value);
        }
        if let Some(overlay) = &recomputed.overlay {
            let source = arg("source", words.literal_source(overlay));
            let args = [source, arg("filled", overlay.filled()), arg("sha256", &overlay.sha256)];
            widgets::text(ui, &words.with("verify-overlay", &args));
        }
        let notes = [
            (!recomputed.parameters.is_final, "verify-concept"),
            (!recomputed.framework_on_board, "verify-framework-foreign"),
            (!recomputed.drawing_compared, "verify-drawing-not-compared"),
        ];
        for (_, key) in notes.into_iter().filter(|(holds, _)| *holds) {
            widgets::text(ui, &words.text(key));
        }
    });
}
