//! Copies of attached files that another program may look at: in a folder of their own that only the user can enter, not to
//! be written to, and under a name that every system takes.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::file_error::FileError;
use crate::domain::Attachment;

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// How the name of such a folder begins.
const PREFIX: &str = "trede-";
/// The file in it that is locked for as long as the copy is wanted.
const LOCK: &str = ".in-use";

/// A copy that goes with its owner: dropping it removes the folder. One that another program holds on to stays, for the user
/// alone, until [`sweep`].
#[derive(Debug)]
pub struct PrivateCopy {
    path: PathBuf,
    folder: PathBuf,
    // The system frees it when the program ends, however that happens.
    _lock: fs::File,
}

impl PrivateCopy {
    /// Writes a copy into a new folder below `under`.
    pub fn write(under: &Path, file: &Attachment, bytes: &[u8]) -> Result<PrivateCopy, FileError> {
        let folder = new_folder(under).map_err(|error| FileError::io(under, &error))?;
        let path = folder.join(safe_name(file.name()));
        match hold(&folder).and_then(|lock| write_at(&path, bytes).map(|()| lock)) {
            Ok(lock) => Ok(PrivateCopy { path, folder, _lock: lock }),
            Err(error) => {
                // Nothing half written stays; what fails here is told by the error that came first.
                let _ = fs::remove_dir_all(&folder);
                Err(FileError::io(&path, &error))
            }
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for PrivateCopy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Removes the folders below `under` that no program holds any more: left by one that was killed. What cannot be removed,
/// such as another user's, stays.
pub fn sweep(under: &Path) {
    for entry in fs::read_dir(under).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours = name
            .to_str()
            .and_then(|name| name.strip_prefix(PREFIX))
            .is_some_and(|rest| rest.len() == 16 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()));
        // A link to a folder is not one.
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        let lock = fs::OpenOptions::new().write(true).open(entry.path().join(LOCK));
        if lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Makes the file that says that the folder is in use, and locks it.
fn hold(folder: &Path) -> io::Result<fs::File> {
    let lock = fs::OpenOptions::new().write(true).create_new(true).open(folder.join(LOCK))?;
    lock.lock()?;
    Ok(lock)
}

fn write_at(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o400);
    let mut copy = options.open(path)?;
    copy.write_all(bytes)?;
    let mut rights = copy.metadata()?.permissions();
    rights.set_readonly(true);
    copy.set_permissions(rights)
}

/// A folder that is new, with a name that nobody can know beforehand.
fn new_folder(under: &Path) -> io::Result<PathBuf> {
    let mut chance = [0_u8; 8];
    getrandom::fill(&mut chance).map_err(|error| io::Error::other(error.to_string()))?;
    let name: String = chance.iter().map(|byte| format!("{byte:02x}")).collect();
    let folder = under.join(format!("{PREFIX}{name}"));
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder)?;
    Ok(folder)
}

/// The name as a file can have it on every system: no characters that Windows refuses, no device, no dot or blank
/// at the end, not too long, and not that of the lock beside it.
pub fn safe_name(name: &str) -> String {
    let plain: String = name.chars().map(|each| if "<>:\"/\\|?*".contains(each) { '_' } else { each }).collect();
    let plain = short(plain.trim_end_matches(['.', ' ']));
    let stem = plain.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = ["COM", "LPT"].iter().filter_map(|device| stem.strip_prefix(device));
    let is_numbered = numbered
        .clone()
        .any(|rest| rest.chars().count() == 1 && rest.chars().all(|each| "123456789¹²³".contains(each)));
    if plain.is_empty() || is_numbered || DEVICES.contains(&stem.as_str()) || plain.eq_ignore_ascii_case(LOCK) {
        return short(&format!("_{plain}"));
    }
    plain
}

/// Cut to what every system takes, with its ending: they count in bytes, and a letter has up to four.
fn short(name: &str) -> String {
    const MOST_BYTES: usize = 200;
    if name.len() <= MOST_BYTES {
        return name.to_owned();
    }
    let ending = name.rfind('.').map(|at| &name[at..]).filter(|ending| ending.len() <= 40).unwrap_or_default();
    let mut end = MOST_BYTES - ending.len();
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{ending}", name[..end].trim_end_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_every_system_takes() {
        let cases = [
            ("brief.pdf", "brief.pdf"),
            ("CON", "_CON"),
            ("nul.pdf", "_nul.pdf"),
            ("com1.tar.gz", "_com1.tar.gz"),
            ("LPT².txt", "_LPT².txt"),
            ("COM10.txt", "COM10.txt"),
            ("console.txt", "console.txt"),
            ("wat?: \"a|b\".pdf", "wat__ _a_b_.pdf"),
            ("Voorbeeld N.V.", "Voorbeeld N.V"),
            ("aux .pdf", "_aux .pdf"),
            (".in-use", "_.in-use"),
        ];
        for (given, safe) in cases {
            assert_eq!(safe_name(given), safe, "{given}");
        }
        // 150 letters, but 600 bytes: no system takes that as one name.
        let long = safe_name(&format!("{}.pdf", "😀".repeat(146)));
        assert!(long.len() <= 200 && long.ends_with("😀.pdf"), "{long}");
        assert_eq!(safe_name(&long), long);
    }

    #[cfg(unix)]
    #[test]
    fn a_copy_is_for_its_owner_only_and_not_to_be_written_to() {
        use std::os::unix::fs::PermissionsExt as _;
        let home = tempfile::tempdir().unwrap();
        let file = Attachment::new("a.pdf", &"0".repeat(64), 3).unwrap();
        let copy = PrivateCopy::write(home.path(), &file, b"abc").unwrap();
        let path = copy.path().to_owned();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o400, 0o700));
        assert_eq!(fs::read(&path).unwrap(), b"abc");
        assert_ne!(PrivateCopy::write(home.path(), &file, b"abc").unwrap().path(), path);
        drop(copy);
        assert!(!path.parent().unwrap().exists());
    }

    #[test]
    fn what_a_killed_program_left_is_removed_and_what_is_in_use_stays() {
        let home = tempfile::tempdir().unwrap();
        let file = Attachment::new("a.pdf", &"0".repeat(64), 3).unwrap();
        let left = home.path().join("trede-0123456789abcdef");
        fs::create_dir(&left).unwrap();
        fs::write(left.join(LOCK), "").unwrap();
        fs::write(left.join("a.pdf"), "abc").unwrap();
        let others = ["trede-mijn-map", "trede-fedcba9876543210"].map(|name| home.path().join(name));
        others.iter().for_each(|folder| fs::create_dir(folder).unwrap());
        let used = PrivateCopy::write(home.path(), &file, b"abc").unwrap();
        sweep(home.path());
        assert!(!left.exists());
        assert!(used.path().exists());
        // Of another program, or one that is just beginning.
        assert!(others.iter().all(|folder| folder.exists()));
    }
}
