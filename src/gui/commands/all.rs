//! The commands themselves.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, ThemePreference};

use super::{Action, Entry, Place};
use crate::domain::{Rung, Verdict};
use crate::gui::preview::Turn;
use crate::gui::workspace::filter::Filter;
use crate::gui::workspace::motion::Step;
use crate::session::ExportForm;

const fn plain(action: Action, text: &'static str, key: Key) -> Entry {
    let shortcut = Some(KeyboardShortcut::new(Modifiers::NONE, key));
    Entry { action, text, shortcut, place: Place::Rubric }
}

const fn ctrl(action: Action, text: &'static str, key: Key) -> Entry {
    let shortcut = Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
    Entry { action, text, shortcut, place: Place::Everywhere }
}

const fn page(turn: Turn, text: &'static str, modifiers: Modifiers, key: Key) -> Entry {
    let shortcut = Some(KeyboardShortcut::new(modifiers, key));
    Entry { action: Action::Turn(turn), text, shortcut, place: Place::Preview }
}

const fn bare(action: Action, text: &'static str) -> Entry {
    Entry { action, text, shortcut: None, place: Place::Everywhere }
}

/// All commands, in the order of menu, palette and help.
pub const ALL: &[Entry] = &[
    plain(Action::Move(Step::Left), "left", Key::ArrowLeft),
    plain(Action::Move(Step::Right), "right", Key::ArrowRight),
    plain(Action::Move(Step::Up), "up", Key::ArrowUp),
    plain(Action::Move(Step::Down), "down", Key::ArrowDown),
    plain(Action::Judge(Verdict::Holds), "holds", Key::J),
    plain(Action::Judge(Verdict::Fails), "fails", Key::N),
    plain(Action::Judge(Verdict::Partly), "partly", Key::D),
    plain(Action::Judge(Verdict::NotApplicable), "not-applicable", Key::V),
    plain(Action::Judge(Verdict::Undetermined), "undetermined", Key::O),
    plain(Action::Judge(Verdict::Open), "reopen", Key::Backspace),
    plain(Action::NextOpen, "next-open", Key::Space),
    plain(Action::NextContradiction, "next-contradiction", Key::C),
    plain(Action::NextRationale, "next-rationale", Key::M),
    plain(Action::Rationale, "rationale", Key::R),
    plain(Action::Internal, "internal", Key::H),
    plain(Action::InternalEvidence, "internal-evidence", Key::K),
    plain(Action::Attach, "attach", Key::B),
    plain(Action::Confirm, "confirm", Key::E),
    plain(Action::Dismiss, "dismiss", Key::X),
    plain(Action::NextProposal, "next-proposal", Key::U),
    plain(Action::Column(Rung::ONE), "column-1", Key::Num1),
    plain(Action::Column(Rung::TWO), "column-2", Key::Num2),
    plain(Action::Column(Rung::THREE), "column-3", Key::Num3),
    plain(Action::Column(Rung::FOUR), "column-4", Key::Num4),
    plain(Action::Column(Rung::FIVE), "column-5", Key::Num5),
    plain(Action::NextPart, "next-part", Key::PageDown),
    plain(Action::PreviousPart, "previous-part", Key::PageUp),
    plain(Action::Adopt, "adopt", Key::T),
    plain(Action::Trial, "trial", Key::W),
    plain(Action::Introduction, "introduction", Key::I),
    ctrl(Action::Undo, "undo", Key::Z),
    ctrl(Action::Redo, "redo", Key::Y),
    ctrl(Action::History, "history", Key::H),
    ctrl(Action::Find, "find", Key::F),
    ctrl(Action::Palette, "palette", Key::P),
    Entry {
        action: Action::Help,
        text: "help",
        shortcut: Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
        place: Place::Everywhere,
    },
    bare(Action::Tour, "tour"),
    bare(Action::Show(Filter::All), "filter-all"),
    bare(Action::Show(Filter::Open), "filter-open"),
    bare(Action::Show(Filter::Blocking), "filter-blocking"),
    bare(Action::Show(Filter::Alert), "filter-alert"),
    bare(Action::Workspace, "workspace"),
    bare(Action::Overview, "overview"),
    bare(Action::Log, "log"),
    ctrl(Action::Messages, "messages", Key::M),
    bare(Action::Report, "report"),
    bare(Action::Verify, "verify"),
    bare(Action::Preview, "preview"),
    page(Turn::Next, "page-next", Modifiers::NONE, Key::PageDown),
    page(Turn::Previous, "page-previous", Modifiers::NONE, Key::PageUp),
    page(Turn::First, "page-first", Modifiers::NONE, Key::Home),
    page(Turn::Last, "page-last", Modifiers::NONE, Key::End),
    page(Turn::Up, "page-up", Modifiers::NONE, Key::ArrowUp),
    page(Turn::Down, "page-down", Modifiers::NONE, Key::ArrowDown),
    page(Turn::Number, "page-number", Modifiers::NONE, Key::G),
    page(Turn::Larger, "page-larger", Modifiers::COMMAND, Key::Plus),
    page(Turn::Smaller, "page-smaller", Modifiers::COMMAND, Key::Minus),
    page(Turn::Fit, "page-fit", Modifiers::COMMAND, Key::Num0),
    page(Turn::Leave, "page-leave", Modifiers::NONE, Key::Escape),
    bare(Action::Cover, "cover"),
    bare(Action::Import, "import"),
    bare(Action::Propose, "propose"),
    bare(Action::Export(ExportForm::Ron), "export-ron"),
    bare(Action::Export(ExportForm::Json), "export-json"),
    bare(Action::Export(ExportForm::Xlsx), "export-xlsx"),
    bare(Action::Export(ExportForm::Csv), "export-csv"),
    ctrl(Action::Open, "open", Key::O),
    bare(Action::New, "new"),
    ctrl(Action::Close, "close", Key::W),
    Entry {
        action: Action::PreviousTab,
        text: "previous-tab",
        shortcut: Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Tab)),
        place: Place::Everywhere,
    },
    ctrl(Action::NextTab, "next-tab", Key::Tab),
    bare(Action::Password, "password"),
    bare(Action::Settings, "settings"),
    bare(Action::Theme(ThemePreference::Light), "theme-light"),
    bare(Action::Theme(ThemePreference::Dark), "theme-dark"),
    bare(Action::Theme(ThemePreference::System), "theme-system"),
    bare(Action::Contrast, "contrast"),
    ctrl(Action::Larger, "larger", Key::Plus),
    ctrl(Action::Smaller, "smaller", Key::Minus),
    ctrl(Action::NormalSize, "normal-size", Key::Num0),
];

/// The commands of the menu, in groups that a line keeps apart.
pub const MENU: &[&[Action]] = &[
    &[Action::Palette, Action::Find],
    &[Action::Undo, Action::Redo, Action::History],
    &[Action::Cover, Action::Import, Action::Propose],
    &[
        Action::Export(ExportForm::Ron),
        Action::Export(ExportForm::Json),
        Action::Export(ExportForm::Xlsx),
        Action::Export(ExportForm::Csv),
    ],
    &[Action::Verify],
    &[Action::New, Action::Open, Action::Password, Action::Close],
    &[Action::Settings, Action::Messages, Action::Tour, Action::Help],
];
