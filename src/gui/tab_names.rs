//! What the assessments that are open are called.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Context};

use super::window::Window;
use crate::session::{SaveState, Session};
use crate::wording::arg;

/// An assessment as it stands in the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tab {
    pub subject: String,
    pub file: String,
    /// Whether something of it could not be stored.
    pub unsaved: bool,
}

impl Window {
    /// All that is open, in order, and which one is in sight.
    pub(super) fn open_tabs(&mut self) -> (Vec<Tab>, Option<usize>) {
        let mut sessions: Vec<&mut Session> = self.tabs.parked.iter_mut().map(|parked| &mut parked.session).collect();
        let current = self.session.as_mut();
        let in_sight = current.is_some().then_some(self.tabs.at);
        if let Some(session) = current {
            sessions.insert(self.tabs.at.min(sessions.len()), session);
        }
        let paths: Vec<PathBuf> = sessions.iter().map(|session| session.path().to_owned()).collect();
        let tabs = sessions.into_iter().map(|session| Tab {
            subject: session.assessment().cover.subject.clone(),
            file: told_apart(session.path(), &paths),
            unsaved: matches!(session.save_state(), SaveState::Failed(..)),
        });
        (tabs.collect(), in_sight)
    }

    /// Where the assessment in this file stands, if it is open.
    pub(super) fn tab_of(&self, path: &Path) -> Option<usize> {
        let same = |session: &Session| is_same(session.path(), path);
        if self.session.as_ref().is_some_and(same) {
            return Some(self.tabs.at);
        }
        let at = self.tabs.parked.iter().position(|parked| same(&parked.session))?;
        Some(if self.session.is_some() && at >= self.tabs.at { at + 1 } else { at })
    }

    /// Lets the title of the window name the lender and the file.
    pub(super) fn show_title(&mut self, ctx: &Context) {
        let title = match &self.session {
            Some(session) => {
                let file = session.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
                let args = [arg("subject", &session.assessment().cover.subject), arg("file", file)];
                self.words.with("window-title", &args)
            }
            None => "Trede".to_owned(),
        };
        if self.tabs.title != title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.tabs.title = title;
        }
    }
}

/// Whether both paths lead to the same file.
fn is_same(one: &Path, other: &Path) -> bool {
    let real =
        |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    one == other || real(one) == real(other)
}

/// The name of a file, with its folder where another open file has the same name.
fn told_apart(path: &Path, all: &[PathBuf]) -> String {
    let name = path.file_name().unwrap_or_default();
    let namesakes = all.iter().filter(|other| other.file_name() == Some(name)).count();
    match path.parent().and_then(Path::file_name).filter(|_| namesakes > 1) {
        Some(folder) => Path::new(folder).join(name).display().to_string(),
        None => name.to_string_lossy().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_with_the_same_name_are_told_apart_by_their_folder() {
        let all = ["/a/2025/bank.trede", "/a/2026/bank.trede", "/a/2026/ander.trede"].map(PathBuf::from);
        let names: Vec<String> = all.iter().map(|path| told_apart(path, &all)).collect();
        assert_eq!(names, ["2025/bank.trede", "2026/bank.trede", "ander.trede"]);
    }

    #[test]
    fn the_same_file_is_known_by_another_way_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.trede");
        std::fs::write(&file, "").unwrap();
        std::fs::create_dir(folder.path().join("map")).unwrap();
        assert!(is_same(&file, &folder.path().join("map/../a.trede")));
        assert!(!is_same(&file, &folder.path().join("b.trede")));
    }
}
