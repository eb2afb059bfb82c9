//! Looking at an assessment file without making files beside it.

use std::path::{Path, PathBuf};

/// Looking at a file that was left in write-ahead mode, as a copy of an open one is, would make files beside it, and
/// fail in a folder where that cannot be done. While no such files are there nobody writes, and SQLite may be told so.
pub(super) fn uri(path: &Path) -> Option<String> {
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name).exists()
    };
    if beside("-wal") || beside("-journal") {
        return None;
    }
    let absolute = std::path::absolute(path).ok()?;
    let text = absolute.to_str()?.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let text = if cfg!(windows) { format!("/{}", text.replace('\\', "/")) } else { text };
    Some(format!("file:{text}?immutable=1"))
}
