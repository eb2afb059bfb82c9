//! Files that are attached to a finding, as an assessment names them. Their bytes are kept beside the log, by their hash.

use super::assessment::{Perspective, Sheet};
use super::command::Refusal;
use super::event::Change;
use super::finding::Finding;
use super::framework::{Framework, NormId};
use super::personal::without_personal_data;
use super::text::is_hidden;

/// The largest file that can be attached, in bytes: 50 MB.
pub const LARGEST_FILE_BYTES: u64 = 50_000_000;
/// How large all files of an assessment may be together, in bytes: 500 MB.
pub const LARGEST_TOGETHER_BYTES: u64 = 500_000_000;
/// How many files can be attached to one finding.
pub const MOST_ATTACHED: usize = 100;
/// The longest name of a file, in characters.
pub const LONGEST_NAME: usize = 150;

/// The longest ending that is kept when a name is cut, in characters.
const LONGEST_ENDING: usize = 10;
/// Files of these kinds are looked at with another program. It is a list of what is known to hold no program: what can be
/// executed has many endings, and more on the next system. The older kinds of Word, Excel and PowerPoint may hold macros.
const LOOKED_AT: [&str; 30] = [
    "pdf", "txt", "md", "csv", "log", "rtf", "docx", "odt", "xlsx", "ods", "pptx", "odp", "png", "jpg", "jpeg", "gif",
    "bmp", "tif", "tiff", "webp", "heic", "eml", "msg", "mp3", "m4a", "wav", "mp4", "mov", "xps", "epub",
];

/// A file that is attached to a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attachment {
    name: String,
    sha256: String,
    size: u64,
}

/// What keeps a file from being named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamingFault {
    /// The name is a path, is blank or too long, or holds characters that hide or reorder it.
    Name,
    /// Not 64 lowercase hexadecimal digits.
    Sha256,
}

impl Attachment {
    /// A file with this bare name ([`bare_name`]), the hash of its bytes and their number.
    pub fn new(name: &str, sha256: &str, size: u64) -> Result<Attachment, NamingFault> {
        if bare_name(name) != name {
            return Err(NamingFault::Name);
        }
        if !is_sha256(sha256) {
            return Err(NamingFault::Sha256);
        }
        Ok(Attachment { name: name.to_owned(), sha256: sha256.to_owned(), size })
    }

    /// The same from facts that were just worked out: any name is made bare, and the hash is one.
    pub fn of(name: &str, digest: [u8; 32], size: u64) -> Attachment {
        let sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Attachment { name: bare_name(name), sha256, size }
    }

    /// Its name, without folders.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// SHA-256 of its bytes, 64 lowercase hexadecimal digits.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// How many bytes it has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The file under its name without any number of a person.
    pub fn without_personal_data(&self) -> Attachment {
        Attachment { name: bare_name(&without_personal_data(&self.name)), ..self.clone() }
    }

    /// Whether another program may open it: its ending is that of a document, a picture or a recording.
    pub fn may_be_opened(&self) -> bool {
        ending(&self.name).is_some_and(|ending| LOOKED_AT.contains(&ending.to_lowercase().as_str()))
    }
}

/// Whether this is a SHA-256 as it is written here: 64 lowercase hexadecimal digits.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// A name without folders and without anything that hides or reorders it; `_` when nothing is left.
pub fn bare_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown = last.chars().filter(|each| !is_hidden(*each) || each.is_whitespace());
    let plain: String = shown.map(|each| if each.is_whitespace() { ' ' } else { each }).collect();
    let plain = plain.trim();
    let name = if plain.chars().count() <= LONGEST_NAME { plain.to_owned() } else { shortened(plain) };
    if name.chars().all(|each| matches!(each, '.' | ' ')) { "_".to_owned() } else { name }
}

fn shortened(name: &str) -> String {
    let ending = ending(name).filter(|ending| ending.chars().count() <= LONGEST_ENDING);
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let stem: String = name.chars().take(LONGEST_NAME - ending.chars().count()).collect();
    format!("{}{ending}", stem.trim_end())
}

/// What stands after the last dot. Dots and blanks at the end are left out, as some systems do.
fn ending(name: &str) -> Option<&str> {
    let (stem, ending) = name.trim_end_matches(['.', ' ']).rsplit_once('.')?;
    (!stem.is_empty() && !ending.contains(' ')).then_some(ending)
}

/// Adds files to a finding and that of its twin; those that are there already stay as they are.
pub(super) fn attach(
    framework: &Framework,
    sheet: &Sheet,
    perspective: Perspective,
    norm: &NormId,
    files: &[Attachment],
) -> Result<Vec<Change>, Refusal> {
    let changes = change(framework, sheet, perspective, norm, |finding| {
        let attached = &mut finding.attached;
        for file in files {
            if !attached.iter().any(|known| known.sha256 == file.sha256) {
                // A name needs no number: it is left out at once, whatever is said of the texts.
                attached.push(file.without_personal_data());
            }
        }
    })?;
    let over =
        |change: &Change| matches!(change, Change::Finding { after, .. } if after.attached.len() > MOST_ATTACHED);
    if changes.iter().any(over) { Err(Refusal::TooManyAttached(MOST_ATTACHED)) } else { Ok(changes) }
}

/// Takes the file with this hash off a finding and off that of its twin.
pub(super) fn detach(
    framework: &Framework,
    sheet: &Sheet,
    perspective: Perspective,
    norm: &NormId,
    sha256: &str,
) -> Result<Vec<Change>, Refusal> {
    change(framework, sheet, perspective, norm, |finding| {
        finding.attached.retain(|file| file.sha256 != sha256);
        finding.internal.files.remove(sha256);
    })
}

/// What `edit` changes in a finding and in that of its twin.
pub(super) fn change(
    framework: &Framework,
    sheet: &Sheet,
    perspective: Perspective,
    norm: &NormId,
    edit: impl Fn(&mut Finding),
) -> Result<Vec<Change>, Refusal> {
    let (_, _, found) = framework.norm(norm.as_str()).ok_or_else(|| Refusal::UnknownNorm(norm.clone()))?;
    let asked_once = std::iter::once(found).chain(framework.twin_of(norm.as_str()));
    let changed = asked_once.map(|norm| {
        let before = sheet.finding(norm.id.as_str());
        let mut after: Finding = before.clone();
        edit(&mut after);
        Change::Finding { perspective, norm: norm.id.clone(), before, after }
    });
    Ok(changed.filter(|change| change.clone().inverse() != *change).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_bare_and_stays_so() {
        let long = format!("{}.pdf", "é".repeat(400));
        let cases = [
            ("brief.pdf", "brief.pdf"),
            ("/etc/passwd", "passwd"),
            ("..\\..\\Windows\\win.ini", "win.ini"),
            ("map/", "_"),
            ("..", "_"),
            (" . ", "_"),
            ("", "_"),
            ("a\u{0}b\nc\td.txt", "ab c d.txt"),
            ("rapport\u{202E}fdp.exe", "rapportfdp.exe"),
            ("  Brief van 3 mei.docx ", "Brief van 3 mei.docx"),
            (".profile", ".profile"),
        ];
        for (given, bare) in cases {
            assert_eq!(bare_name(given), bare, "{given:?}");
        }
        let cut = bare_name(&long);
        assert!(cut.chars().count() == LONGEST_NAME && cut.ends_with("é.pdf"), "{cut}");
        for (given, _) in cases.into_iter().chain([(long.as_str(), "")]) {
            let bare = bare_name(given);
            assert_eq!(bare_name(&bare), bare, "{given:?}");
        }
    }

    #[test]
    fn a_file_is_named_by_a_bare_name_and_a_hash() {
        let sha256 = "ab".repeat(32);
        assert!(Attachment::new("a.pdf", &sha256, 0).is_ok());
        for name in ["", "a/b", "..", "a\nb", " a", "a\u{202E}b", &"a".repeat(LONGEST_NAME + 1)] {
            assert_eq!(Attachment::new(name, &sha256, 1), Err(NamingFault::Name), "{name:?}");
        }
        for sha256 in ["", "ab", &"AB".repeat(32), &"g0".repeat(32), &"a".repeat(65)] {
            assert_eq!(Attachment::new("a", sha256, 1), Err(NamingFault::Sha256), "{sha256}");
        }
    }

    #[test]
    fn only_what_is_known_to_be_no_program_may_be_opened() {
        let may = |name: &str| Attachment::new(name, &"0".repeat(64), 1).unwrap().may_be_opened();
        for name in ["a.pdf", "Foto.JPG", "a.exe.pdf", "brief.docx", "a.pdf."] {
            assert!(may(name), "{name}");
        }
        for ending in [
            "exe", "bat", "cmd", "com", "ps1", "sh", "desktop", "js", "vbs", "msi", "lnk", "scr", "hta", "jar", "py",
            "docm", "xlsm", "doc", "xls", "html", "svg", "iso", "AppImage", "EXE", "exe.", "exe ",
        ] {
            let name = bare_name(&format!("rapport.pdf.{ending}"));
            assert!(!may(&name), "{name}");
        }
        for name in ["pdf", ".pdf", "a", "a.", "a.pdf x"] {
            assert!(!may(name), "{name}");
        }
    }
}
