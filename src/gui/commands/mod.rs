//! Every command in one list: text, keys, and where the keys work. Menu, palette, help and footer come from it.

mod all;

use eframe::egui::{Key, KeyboardShortcut, Modifiers, ThemePreference};

use crate::domain::{Language, Part, Rung, Verdict};
use crate::gui::preview::Turn;
use crate::gui::workspace::filter::Filter;
use crate::gui::workspace::motion::Step;
use crate::session::ExportForm;
use crate::wording::Wording;

pub use self::all::{ALL, MENU};

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Move in the rubric.
    Move(Step),
    /// Judge the chosen norm.
    Judge(Verdict),
    /// The next norm without a verdict.
    NextOpen,
    /// The next norm that contradicts another.
    NextContradiction,
    /// The next norm of which the rationale is due.
    NextRationale,
    /// To this column.
    Column(Rung),
    /// To the rationale.
    Rationale,
    /// Mark the rationale as internal, or take the mark off.
    Internal,
    /// To the internal references.
    InternalEvidence,
    /// Attach a file.
    Attach,
    /// Take findings over from an earlier assessment, as proposals.
    Propose,
    /// Confirm what is proposed for the chosen norm.
    Confirm,
    /// Dismiss what is proposed for the chosen norm.
    Dismiss,
    /// The next norm for which something is proposed.
    NextProposal,
    /// Take over what follows.
    Adopt,
    /// Try findings out, or stop.
    Trial,
    /// Show these rows.
    Show(Filter),
    /// The next part.
    NextPart,
    /// The part before.
    PreviousPart,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// The steps back and forward.
    History,
    /// Find a norm, or what was written.
    Find,
    /// What was told before.
    Messages,
    /// The palette.
    Palette,
    /// Help.
    Help,
    /// The tour.
    Tour,
    /// Introduction, scale and footnotes.
    Introduction,
    /// The rubric.
    Workspace,
    /// The overview.
    Overview,
    /// The log.
    Log,
    /// The report.
    Report,
    /// Check a report.
    Verify,
    /// The report as it would be made now.
    Preview,
    /// Turn to another page of the preview, or another size.
    Turn(Turn),
    /// Lender, period, assessor.
    Cover,
    /// Set, change or remove the password.
    Password,
    /// Settings.
    Settings,
    /// Take in an exchange file.
    Import,
    /// Write an exchange file or a table.
    Export(ExportForm),
    /// Open another assessment.
    Open,
    /// A new assessment.
    New,
    /// Close the assessment.
    Close,
    /// The next assessment that is open.
    NextTab,
    /// The one before.
    PreviousTab,
    /// The theme.
    Theme(ThemePreference),
    /// Strong contrast, or no longer.
    Contrast,
    /// Larger.
    Larger,
    /// Smaller.
    Smaller,
    /// The normal size.
    NormalSize,
}

/// Where the keys of a command work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// While the rubric has the focus.
    Rubric,
    /// While pages are looked at.
    Preview,
    /// Everywhere.
    Everywhere,
}

/// A command.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it does.
    pub action: Action,
    /// The key of its text in the locale files, without `command-`.
    pub text: &'static str,
    /// Its keys in Dutch; see [`Entry::shortcut_in`].
    pub shortcut: Option<KeyboardShortcut>,
    /// Where they work.
    pub place: Place,
}

/// The command that does this.
pub fn entry(action: Action) -> Option<&'static Entry> {
    ALL.iter().find(|entry| entry.action == action)
}

impl Entry {
    /// Whether it makes sense on this part and this screen: a column that is not written there is not offered. Without an
    /// assessment there is no part, and only what needs none is offered.
    pub fn is_offered(&self, part: Option<&Part>, previewing: bool) -> bool {
        match (self.action, part) {
            (Action::Turn(_), _) => previewing,
            (_, None) => !self.needs_assessment(),
            (Action::Column(rung), Some(part)) => part.norms().any(|norm| norm.rung == rung),
            _ => true,
        }
    }

    /// Whether it is about an assessment that is open.
    fn needs_assessment(&self) -> bool {
        !matches!(
            self.action,
            Action::Open
                | Action::New
                | Action::Verify
                | Action::Help
                | Action::Messages
                | Action::Settings
                | Action::Theme(_)
                | Action::Contrast
                | Action::Larger
                | Action::Smaller
                | Action::NormalSize
        )
    }

    /// The key of its text in the locale files.
    pub fn text_key(&self) -> String {
        format!("command-{}", self.text)
    }

    /// The keys that do this: the one of Dutch first, then that of English where it differs. Both work in both languages,
    /// so that a hand that knows the other one is not lost. In the preview a second key does the same as the first.
    pub fn shortcuts(&self) -> impl Iterator<Item = KeyboardShortcut> {
        let plain = |key| Some(KeyboardShortcut::new(Modifiers::NONE, key));
        let second = match self.action {
            Action::Judge(Verdict::Holds) => plain(Key::Y),
            Action::Turn(Turn::Next) => plain(Key::ArrowRight),
            Action::Turn(Turn::Previous) => plain(Key::ArrowLeft),
            // Plus without Shift, on many keyboards.
            Action::Larger | Action::Turn(Turn::Larger) => Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals)),
            _ => None,
        };
        self.shortcut.into_iter().chain(second)
    }

    /// The keys that are shown in this language: yes is J in Dutch and Y in English.
    pub fn shortcut_in(&self, language: Language) -> Option<KeyboardShortcut> {
        match (language, self.place) {
            (Language::English, Place::Rubric) => self.shortcuts().last(),
            _ => self.shortcut,
        }
    }

    /// Its keys as they stand on a keyboard, such as `Ctrl Z`.
    pub fn keys(&self, words: &Wording) -> Option<String> {
        let shortcut = self.shortcut_in(words.language())?;
        let key = match shortcut.logical_key {
            Key::Space => words.text("key-space"),
            Key::Backspace => "Backspace".to_owned(),
            Key::Escape => "Esc".to_owned(),
            Key::PageDown => "PgDn".to_owned(),
            Key::PageUp => "PgUp".to_owned(),
            Key::Plus => "+".to_owned(),
            Key::Minus => "-".to_owned(),
            Key::Num0 => "0".to_owned(),
            Key::ArrowLeft => "←".to_owned(),
            Key::ArrowRight => "→".to_owned(),
            Key::ArrowUp => "↑".to_owned(),
            Key::ArrowDown => "↓".to_owned(),
            key => key.name().to_owned(),
        };
        let key = if shortcut.modifiers.shift { format!("Shift {key}") } else { key };
        Some(if shortcut.modifiers.command { format!("Ctrl {key}") } else { key })
    }
}
