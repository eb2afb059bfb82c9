//! Keys: which command a key asks for, where the focus is now.

use eframe::egui::{Context, Event, FocusDirection, Key, KeyboardShortcut, Modifiers};

use super::commands::{ALL, Action, Place};
use super::window::Window;
use super::wish::{Overlay, Screen};
use super::workspace::{Keys, Workspace, judge_fields};

impl Window {
    /// The commands that the keys of this frame ask for, in the order of the list. The keys are used up.
    pub(super) fn pressed(&self, ctx: &Context) -> Vec<Action> {
        let typing = ctx.text_edit_focused();
        let in_fields = ctx.memory(|memory| memory.focused()).is_some_and(|id| judge_fields().contains(&id));
        let free = self.overlay.is_none() && !eframe::egui::Popup::is_any_open(ctx);
        let keys = match self.screen {
            Screen::Workspace if free && self.session.is_some() => Workspace::has_keys(ctx),
            _ => Keys::None,
        };
        let mut actions = Vec::new();
        let mut letter = false;
        for entry in ALL {
            let Some(shortcut) = entry.shortcut else { continue };
            let wide = matches!(
                shortcut.logical_key,
                Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown | Key::Space
            );
            let listens = match (entry.place, entry.action) {
                (Place::Rubric, _) if wide => keys == Keys::All,
                (Place::Rubric, _) => keys != Keys::None,
                (Place::Preview, _) => self.page_key(ctx, shortcut, free),
                // What is undone would not be seen.
                (_, Action::Undo | Action::Redo) if !self.shows_findings() => false,
                // A field that is typed in undoes its own typing, except the fields that belong to the log.
                (_, Action::Undo | Action::Redo) => free && (!typing || in_fields),
                // In the preview these keys are about the page.
                (_, Action::Larger | Action::Smaller | Action::NormalSize) => self.screen != Screen::Preview,
                (_, Action::Palette) => free || self.is_list(),
                (_, Action::Find | Action::History) => self.session.is_some() && (free || self.is_list()),
                (_, Action::Close | Action::NextTab | Action::PreviousTab) => self.session.is_some() && free,
                (Place::Everywhere, _) => free,
            };
            let redo_too = entry.action == Action::Redo && listens;
            let with_shift = Modifiers::COMMAND | Modifiers::SHIFT;
            // Ctrl+Shift+Z before Ctrl+Z, which would take it too.
            if redo_too && ctx.input_mut(|input| input.consume_key(with_shift, Key::Z)) {
                actions.push(entry.action);
            }
            for shortcut in entry.shortcuts().filter(|_| listens).filter(|key| !self.moves_focus(ctx, *key)) {
                while ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
                    if wide {
                        // Where nothing keeps the arrows they also lead the focus on: from where the command puts it.
                        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
                    }
                    actions.push(entry.action);
                    letter |= entry.place != Place::Everywhere;
                }
            }
        }
        if letter {
            // The letter itself is not typed into the field that the command may lead to.
            ctx.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
        }
        actions
    }

    /// Whether findings are in sight: elsewhere nobody would see what is undone.
    fn shows_findings(&self) -> bool {
        matches!(self.screen, Screen::Workspace | Screen::Overview | Screen::Log)
    }

    /// Whether this key is one of the preview now. While the number of a page is typed, only the sizes are.
    fn page_key(&self, ctx: &Context, shortcut: KeyboardShortcut, free: bool) -> bool {
        self.screen == Screen::Preview && free && (!ctx.text_edit_focused() || shortcut.modifiers.command)
    }

    /// Whether this key goes from button to button in the preview, since one of them has the focus.
    fn moves_focus(&self, ctx: &Context, shortcut: KeyboardShortcut) -> bool {
        let is_arrow = matches!(shortcut.logical_key, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown);
        self.screen == Screen::Preview && is_arrow && ctx.memory(|memory| memory.focused()).is_some()
    }

    fn is_list(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Palette | Overlay::Find))
    }
}
