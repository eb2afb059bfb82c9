//! What this computer remembers of a file that is opened: said when the file is not what it was.

use super::office::absolute;
use super::window::Window;
use super::wish::Notice;
use crate::session::Session;
use crate::storage::known_logs::{KnownLogs, Remark};
use crate::wording::{Wording, arg};

impl Window {
    /// Says what deserves it of the file that was opened, and takes note of how far its log goes.
    pub(super) fn compare_with_known(&mut self) {
        let (Some(places), Some(session)) = (&self.office.places, &mut self.session) else { return };
        let path = absolute(session.path());
        let entries = session.log();
        let mut known = KnownLogs::load(&places.settings);
        let remarks: Vec<String> =
            known.remarks(&path, entries).iter().map(|remark| told(&self.words, remark, entries.len())).collect();
        if known.note(&path, entries) {
            // What cannot be remembered is not missed: the settings in the same folder tell that it cannot be written.
            let _ = known.save(&places.settings);
        }
        if !remarks.is_empty() {
            self.notice = Some(Notice::Problem(remarks.join("\n")));
        }
    }

    /// Takes note of how far the log of an assessment goes that is being closed.
    pub(super) fn note_log(&mut self) {
        let Some(places) = &self.office.places else { return };
        let parked = self.tabs.parked.iter_mut().map(|parked| &mut parked.session);
        let mut known = KnownLogs::load(&places.settings);
        let note = |session: &mut Session| {
            let path = absolute(session.path());
            known.note(&path, session.log())
        };
        if self.session.iter_mut().chain(parked).map(note).fold(false, |any, new| any | new) {
            let _ = known.save(&places.settings);
        }
    }
}

fn told(words: &Wording, remark: &Remark, count: usize) -> String {
    match remark {
        Remark::Older { had } => words.with("known-older", &[arg("had", had), arg("count", count)]),
        Remark::Otherwise { had } => words.with("known-otherwise", &[arg("had", had)]),
        Remark::Another => words.text("known-another"),
        Remark::Copy { path, had } => words.with("known-copy", &[arg("file", path.display()), arg("had", had)]),
    }
}
