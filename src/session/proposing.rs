//! Taking over findings from an earlier assessment of the same lender, as proposals. The earlier file is only read; what it
//! says, and the bytes of its attached files, are gathered on a thread that can wait.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Headway, Kept, Session, SessionError, Stamp, Vault, attaching};
use crate::domain::attachment::bare_name;
use crate::domain::proposal::{self, Earlier, Offer, Proposal};
use crate::domain::{Attachment, Command, Cover, Framework, Perspective, Refusal, Sheet};
use crate::storage::{Access, FileError, Password, incoming};

/// What is needed to compare an earlier assessment from another thread.
pub struct Proposing {
    framework: Framework,
    cover: Cover,
    sheet: Sheet,
    side: Perspective,
    vault: Vault,
    attached: BTreeMap<String, u64>,
}

/// What an earlier assessment has to offer, with the bytes of its files in place.
pub struct Taken {
    proposal: Proposal,
    kept: Vec<Kept>,
    /// What becomes of its findings.
    pub offer: Offer,
}

impl Session {
    /// What is needed to take findings over, unless nothing can be proposed to this side.
    pub fn proposing(&self, side: Perspective) -> Result<Proposing, SessionError> {
        if self.access == Access::Read {
            return Err(FileError::ReadOnly(self.path.clone()).into());
        }
        let sheet = self.sheet(side).into_owned();
        if sheet.is_final {
            return Err(Refusal::Final(side).into());
        }
        let (framework, cover) = (self.framework.clone(), self.standing.assessment.cover.clone());
        Ok(Proposing { framework, cover, sheet, side, vault: self.vault()?, attached: self.attached.clone() })
    }

    /// Puts what was taken beside the norms that are still open.
    pub fn propose(&mut self, taken: Taken, stamp: &Stamp) -> Result<(), SessionError> {
        self.note_kept(&taken.kept);
        self.execute(Command::Propose(Box::new(taken.proposal)), stamp)
    }
}

impl Proposing {
    /// Reads the findings of the same side from an earlier assessment, and copies the files that come with them. Another
    /// lender is refused before anything is copied.
    /// `told` is called after every file.
    pub fn take_from(
        &self,
        (path, password): (&Path, Option<&Password>),
        actor: &str,
        headway: &Headway,
        told: &dyn Fn(),
    ) -> Result<Taken, SessionError> {
        let mut earlier = Session::open_with(path, Access::Read, actor, password)?;
        let cover = earlier.standing.assessment.cover.clone();
        if !self.cover.is_about_the_lender_of(&cover) {
            return Err(Refusal::OtherSubject(cover.subject).into());
        }
        let offer = proposal::offer(&earlier.framework, &earlier.sheet(self.side), &self.framework, &self.sheet);
        let files = offer.findings.values().flat_map(|finding| finding.attached.iter().cloned());
        let files: BTreeSet<Attachment> = files.filter(|file| earlier.has_bytes_of(file)).collect();
        let hashes: BTreeSet<&str> = files.iter().map(Attachment::sha256).collect();
        let new = hashes.into_iter().filter(|hash| !self.attached.contains_key(*hash));
        incoming::check_together(&self.attached, new.filter_map(|hash| earlier.attached.get(hash)).sum())?;
        let kept = attaching::copy(&files, (&earlier.vault()?, &self.vault), headway, told)?;
        let file = bare_name(&path.file_name().unwrap_or_default().to_string_lossy());
        let earlier = Earlier { file, period: cover.period.clone(), log: earlier.log_head()? };
        let proposal = Proposal { perspective: self.side, cover, earlier, findings: offer.findings.clone() };
        Ok(Taken { proposal, kept, offer })
    }
}
