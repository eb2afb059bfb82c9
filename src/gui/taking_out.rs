//! Files that were attached: looked at, and written elsewhere.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::dialogs::Purpose;
use super::errand::{AttachedErrand, Errand};
use super::job::Job;
use super::reports::waker;
use super::window::Window;
use super::wish::{Notice, Wish};
use crate::domain::Attachment;
use crate::storage::private_copy::{self, PrivateCopy};
use crate::storage::whole_file::{self, Replace};
use crate::storage::{AttachError, FileError};
use crate::wording::arg;

/// A file that came out.
pub(super) enum Out {
    /// As a copy to look at.
    Copy(Attachment, PrivateCopy),
    /// Where the user wants it.
    Saved(PathBuf),
    /// Not yet: there is a file already.
    Exists(Attachment, PathBuf),
}

impl Window {
    /// Takes in a file that came out.
    pub(super) fn came_out(&mut self, out: Out) {
        match out {
            Out::Copy(file, copy) => {
                let path = copy.path().to_owned();
                let shown = (self.office.attaching.show)(&path);
                self.office.attaching.copies.push(copy);
                match shown {
                    Ok(()) => {
                        let text = self.words.with("attached-opened", &[arg("name", file.name())]);
                        self.notice = Some(Notice::Done(text));
                    }
                    Err(error) => {
                        let args = [arg("file", path.display()), arg("detail", error)];
                        self.tell_problem(self.words.with("show-failed", &args));
                    }
                }
            }
            Out::Saved(path) => {
                self.screens.workspace.files.settle();
                self.remember(|settings| settings.note_folder(&path));
                self.notice = Some(Notice::Done(self.words.with("attached-saved", &[arg("file", path.display())])));
            }
            Out::Exists(file, path) => {
                let sha256 = file.sha256().to_owned();
                self.ask_to_replace(
                    &path,
                    Errand::Attached(AttachedErrand::Write(sha256, path.clone(), Replace::Asked)),
                );
            }
        }
    }

    /// Opens a file in another program, as a copy; one that could be a program itself is not opened.
    pub(super) fn open_attached(&mut self, ctx: &Context, sha256: &str) {
        let Some(file) = self.file_named(sha256) else { return };
        if !file.may_be_opened() {
            return self.tell_problem(self.words.with("attached-no-document", &[arg("name", file.name())]));
        }
        let under = self.temporary();
        self.fetch(ctx, file, move |file, bytes| {
            let copy = PrivateCopy::write(&under, &file, &bytes)?;
            Ok(Out::Copy(file, copy))
        });
    }

    /// Asks where a file is to be saved.
    pub(super) fn save_attached(&mut self, ctx: &Context, sha256: &str) {
        let Some(file) = self.file_named(sha256) else { return };
        self.screens.workspace.files.save(file);
        self.fulfil(ctx, Wish::Ask(Purpose::SaveAttached));
    }

    /// Saves the file for which that was asked.
    pub(super) fn save_attached_to(&mut self, ctx: &Context, path: &Path) {
        let Some(sha256) = self.screens.workspace.files.to_save().map(|file| file.sha256().to_owned()) else { return };
        self.write_attached(ctx, &sha256, path, Replace::Never);
    }

    /// Writes a file to this place.
    pub(super) fn write_attached(&mut self, ctx: &Context, sha256: &str, path: &Path, replace: Replace) {
        let Some(file) = self.file_named(sha256) else { return };
        let path = path.to_owned();
        self.fetch(ctx, file, move |file, bytes| match whole_file::write(&path, &bytes, replace) {
            Ok(()) => Ok(Out::Saved(path)),
            Err(FileError::Exists(path)) => Ok(Out::Exists(file, path)),
            Err(error) => Err(error.into()),
        });
    }

    /// The name under which a file that is saved elsewhere is proposed.
    pub(super) fn name_to_save(&self) -> Option<String> {
        self.screens.workspace.files.to_save().map(|file| private_copy::safe_name(file.name()))
    }

    fn file_named(&self, sha256: &str) -> Option<Attachment> {
        self.session.as_ref()?.file_named(self.perspective, sha256)
    }

    fn fetch(
        &mut self,
        ctx: &Context,
        file: Attachment,
        then: impl FnOnce(Attachment, Vec<u8>) -> Result<Out, AttachError> + Send + 'static,
    ) {
        let Some(session) = self.session.as_ref().filter(|_| self.office.attaching.fetching.is_none()) else { return };
        match session.vault() {
            Ok(vault) => {
                let work = move || vault.fetch(&file).and_then(|bytes| then(file, bytes));
                self.office.attaching.fetching = Some(Job::start(waker(ctx), work));
            }
            Err(error) => self.tell_problem(self.words.attach_error(&error)),
        }
    }

    /// Removes the copies that were made for other programs.
    pub(super) fn drop_copies(&mut self) {
        self.office.attaching.copies.clear();
    }

    /// Removes what a window left behind that was ended before it could do so itself.
    pub(super) fn sweep_copies(&self) {
        let under = self.temporary();
        std::thread::spawn(move || private_copy::sweep(&under));
    }

    fn temporary(&self) -> PathBuf {
        self.office.places.as_ref().map_or_else(std::env::temp_dir, |places| places.temporary.clone())
    }
}
