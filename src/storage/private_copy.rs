//! Copies of attached files that another program may look at: in a folder of their own that only the user can enter, not to
//! be written to, and under a name that every system takes.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::file_error::FileError;
use crate::domain::Attachment;

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// Writes a copy into a new folder below `under`. Gives its path; the folder is the caller's to remove.
pub fn write(under: &Path, file: &Attachment, bytes: &[u8]) -> Result<PathBuf, FileError> {
    let folder = new_folder(under).map_err(|error| FileError::io(under, &error))?;
    let path = folder.join(safe_name(file.name()));
    let written = (|| {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o400);
        let mut copy = options.open(&path)?;
        copy.write_all(bytes)?;
        let mut rights = copy.metadata()?.permissions();
        rights.set_readonly(true);
        copy.set_permissions(rights)
    })();
    written.map_err(|error| {
        // Nothing half written stays; what fails here is told by the error that came first.
        let _ = fs::remove_dir_all(&folder);
        FileError::io(&path, &error)
    })?;
    Ok(path)
}

/// A folder that is new, with a name that nobody can know beforehand.
fn new_folder(under: &Path) -> io::Result<PathBuf> {
    let mut chance = [0_u8; 8];
    getrandom::fill(&mut chance).map_err(|error| io::Error::other(error.to_string()))?;
    let name: String = chance.iter().map(|byte| format!("{byte:02x}")).collect();
    let folder = under.join(format!("trede-{name}"));
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder)?;
    Ok(folder)
}

/// The name as a file can have it on every system: no characters that Windows refuses, no device, no dot or blank at the end.
pub fn safe_name(name: &str) -> String {
    let plain: String = name.chars().map(|each| if "<>:\"/\\|?*".contains(each) { '_' } else { each }).collect();
    let plain = plain.trim_end_matches(['.', ' ']);
    let stem = plain.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = ["COM", "LPT"].iter().filter_map(|device| stem.strip_prefix(device));
    let is_numbered = numbered
        .clone()
        .any(|rest| rest.chars().count() == 1 && rest.chars().all(|each| "123456789¹²³".contains(each)));
    if plain.is_empty() || is_numbered || DEVICES.contains(&stem.as_str()) {
        return format!("_{plain}");
    }
    plain.to_owned()
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
        ];
        for (given, safe) in cases {
            assert_eq!(safe_name(given), safe, "{given}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_copy_is_for_its_owner_only_and_not_to_be_written_to() {
        use std::os::unix::fs::PermissionsExt as _;
        let home = tempfile::tempdir().unwrap();
        let file = Attachment::new("a.pdf", &"0".repeat(64), 3).unwrap();
        let path = write(home.path(), &file, b"abc").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o400, 0o700));
        assert_eq!(fs::read(&path).unwrap(), b"abc");
        assert_ne!(write(home.path(), &file, b"abc").unwrap(), path);
    }
}
