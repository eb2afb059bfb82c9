//! Backups: made when they ought to be, whole or not at all, a bounded number, for the owner only; and put back.

use std::fs;
use std::path::{Path, PathBuf};

use trede::domain::{Command, Finding, NormId, Perspective, Verdict};
use trede::session::{Session, Stamp};
use trede::storage::backup::{self, Backup};
use trede::storage::restoring::{self, RestoreError, Standing};
use trede::storage::{Access, FileError, TredeFile};

use super::{AT, WHO, finding, first, framework_text, made};

fn counts(path: &Path) -> Vec<u64> {
    backup::list(path).iter().map(|backup: &Backup| backup.count).collect()
}

/// Adds events, each on a day of its own, with a backup after every one.
fn days(path: &Path, days: std::ops::RangeInclusive<usize>) {
    let (mut file, _) = TredeFile::open(path, Access::Write, WHO).unwrap();
    for day in days {
        file.append(&finding(day), &format!("2026-10-{day:02}T10:00:00+02:00"), WHO).unwrap();
        file.back_up(&mut || true).unwrap().unwrap();
    }
}

fn judge(session: &mut Session, number: usize) {
    let stamp = Stamp { at: AT.to_owned(), actor: WHO.to_owned() };
    let finding = Finding::because(Verdict::Fails, &format!("Nummer {number}."));
    let norm = NormId::new("I.3.1");
    let command = Command::Find { perspective: Perspective::Supervisor, norm, finding, continues: false };
    session.execute(command, &stamp).unwrap();
}

#[test]
fn closing_leaves_a_backup_that_is_the_same_assessment() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 0);
    drop(Session::open(&path, Access::Write, WHO).unwrap());
    assert_eq!(counts(&path), [0_u64; 0], "nothing was judged yet");
    let mut session = Session::open(&path, Access::Write, WHO).unwrap();
    judge(&mut session, 1);
    drop(session);
    assert_eq!(counts(&path), [2]);
    // Looking, and opening without a change, make no other.
    drop(Session::open(&path, Access::Read, WHO).unwrap());
    drop(Session::open(&path, Access::Write, WHO).unwrap());
    assert_eq!(counts(&path), [2]);
    let (_, copy) = TredeFile::open(&backup::list(&path)[0].path, Access::Read, WHO).unwrap();
    let (_, own) = TredeFile::open(&path, Access::Read, WHO).unwrap();
    assert_eq!((copy.entries, copy.framework_text), (own.entries, own.framework_text));
    let names: Vec<_> = fs::read_dir(backup::folder(&path)).unwrap().map(|each| each.unwrap().file_name()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
}

#[cfg(unix)]
#[test]
fn a_backup_is_for_its_owner_only_and_goes_nowhere_else() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 0);
    days(&path, 1..=1);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let made = backup::list(&path).remove(0).path;
    assert_eq!((mode(&made), mode(&backup::folder(&path))), (0o600, 0o700));
    // A link in the place of the folder would lead what is confidential to where it points.
    let other = super::made(&folder, "b.trede", 1);
    let elsewhere = folder.path().join("elders");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, backup::folder(&other)).unwrap();
    let (file, _) = TredeFile::open(&other, Access::Write, WHO).unwrap();
    assert_eq!(file.back_up(&mut || true), Err(FileError::Denied(backup::folder(&other))));
    assert_eq!(fs::read_dir(elsewhere).unwrap().count(), 0);
}

#[test]
fn the_latest_three_stay_and_the_last_of_seven_days() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 0);
    days(&path, 1..=12);
    assert_eq!(counts(&path), [13, 12, 11, 10, 9, 8, 7]);
    // What another program put there is none of ours.
    let foreign = backup::folder(&path).join("notitie.txt");
    fs::write(&foreign, "van mij").unwrap();
    let (mut file, _) = TredeFile::open(&path, Access::Write, WHO).unwrap();
    for number in 0..5 {
        file.append(&finding(number), "2026-10-12T12:00:00+02:00", WHO).unwrap();
        file.back_up(&mut || true).unwrap().unwrap();
    }
    assert_eq!(counts(&path), [18, 17, 16, 12, 11, 10, 9, 8, 7]);
    assert!(foreign.exists());
}

#[test]
fn a_backup_that_is_given_up_leaves_nothing_and_what_a_killed_program_left_goes() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 3);
    let (file, _) = TredeFile::open(&path, Access::Write, WHO).unwrap();
    assert_eq!(file.back_up(&mut || false), Ok(None));
    assert_eq!(fs::read_dir(backup::folder(&path)).unwrap().count(), 0);
    fs::write(backup::folder(&path).join("a-2026-1-x.trede.77.part"), "half").unwrap();
    assert!(file.back_up(&mut || true).unwrap().is_some());
    assert_eq!(fs::read_dir(backup::folder(&path)).unwrap().count(), 1);
}

#[test]
fn an_edit_that_comes_while_a_backup_waits_is_stored_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 60);
    let mut session = Session::open(&path, Access::Write, WHO).unwrap();
    for number in 0..60 {
        judge(&mut session, number);
        session.flush().unwrap();
    }
    // More than enough for a backup came, and none stood in the way of the next edit.
    assert_eq!(counts(&path), [0_u64; 0]);
    drop(session);
    assert_eq!(counts(&path), [121]);
}

fn damage(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[..middle].fill(0x5A);
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_damaged_file_is_put_back_in_one_step_and_kept_under_another_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 0);
    days(&path, 1..=3);
    // The latest is damaged too: the one before it is used.
    damage(&backup::list(&path)[0].path);
    damage(&path);
    let broken = fs::read(&path).unwrap();
    let chosen = restoring::choose(&path, None).unwrap();
    assert_eq!(chosen.count, 3);
    let done = restoring::restore(&path, &chosen.path, "oud", false, (WHO, None)).unwrap();
    assert_eq!((done.count, done.aside.clone()), (3, Some(folder.path().join("a-oud.trede"))));
    assert_eq!(fs::read(done.aside.unwrap()).unwrap(), broken);
    assert_eq!(TredeFile::open(&path, Access::Write, WHO).unwrap().0.head().count, 3);
}

#[test]
fn a_file_that_can_be_used_is_set_aside_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 0);
    days(&path, 1..=2);
    let old = backup::list(&path).remove(1).path;
    let refused = |from: &PathBuf| restoring::restore(&path, from, "oud", false, (WHO, None)).unwrap_err();
    assert_eq!(refused(&old), RestoreError::InUse(path.clone(), Standing::Ahead(1)));
    // Put back when asked; then the two part, and that is said too.
    let parted = backup::list(&path).remove(0).path;
    restoring::restore(&path, &old, "oud", true, (WHO, None)).unwrap();
    let (mut file, _) = TredeFile::open(&path, Access::Write, WHO).unwrap();
    for number in 7..9 {
        file.append(&finding(number), AT, WHO).unwrap();
    }
    drop(file);
    assert_eq!(refused(&parted), RestoreError::InUse(path.clone(), Standing::Parted { file: 2, backup: 1 }));
    let other = made(&folder, "b.trede", 2);
    let (mut file, _) = TredeFile::open(&other, Access::Write, WHO).unwrap();
    file.append(&finding(1), AT, WHO).unwrap();
    drop(file);
    // The same first event in both: it is the same assessment as far as anyone can tell.
    let standing = restoring::compare(&path, &other, None).unwrap();
    assert!(matches!(standing, Standing::Parted { .. }), "{standing:?}");
    let open = TredeFile::open(&path, Access::Write, "B. Tweede").unwrap();
    let refused = restoring::restore(&path, &old, "oud", true, (WHO, None)).unwrap_err();
    assert!(matches!(refused, RestoreError::File(FileError::Locked { .. })), "{refused:?}");
    drop(open);
}

#[test]
fn backups_of_two_assessments_under_one_name_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.trede");
    for at in ["2026-09-01T09:00:00+02:00", "2026-09-02T09:00:00+02:00"] {
        let _ = fs::remove_file(&path);
        let mut file = TredeFile::create(&path, framework_text(), &first(), at, WHO).unwrap();
        file.append(&finding(1), at, WHO).unwrap();
        file.back_up(&mut || true).unwrap().unwrap();
    }
    let newest = backup::list(&path).remove(0);
    assert_eq!(restoring::choose(&path, None).unwrap(), newest, "the file tells which it is");
    damage(&path);
    assert_eq!(restoring::choose(&path, None), Err(RestoreError::Several(path.clone())));
    let left = restoring::restore(&path, &newest.path, "oud", false, (WHO, None)).unwrap();
    assert_eq!(left.count, 2);
    fs::remove_dir_all(backup::folder(&path)).unwrap();
    assert_eq!(restoring::choose(&path, None), Err(RestoreError::None(path)));
}
