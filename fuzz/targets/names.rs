//! The name of an attached file: made bare, kept, carried in an exchange file, and written to a disk again.
#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;
use trede::domain::Attachment;
use trede::domain::attachment::{LONGEST_NAME, bare_name};
use trede::domain::text::is_hidden;
use trede::storage::private_copy::{PrivateCopy, safe_name};
use trede::storage::{Incoming, exchange_file};

fuzz_target!(|bytes: &[u8]| {
    let given = String::from_utf8_lossy(bytes);
    let bare = bare_name(&given);
    assert_eq!(bare_name(&bare), bare);
    assert!(!bare.is_empty() && bare.chars().count() <= LONGEST_NAME);
    assert!(!bare.contains(['/', '\\', '\n']) && !bare.chars().any(is_hidden), "{bare:?}");
    let safe = safe_name(&bare);
    assert!(!safe.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*']) && !safe.ends_with(['.', ' ']), "{safe:?}");
    assert_eq!(safe_name(&safe), safe);
    let hash = "0".repeat(64);
    let file = Attachment::new(&bare, &hash, 1).expect("a bare name is taken");
    assert_eq!(Incoming::new(&given, Vec::new()).attachment().name(), bare);
    let _ = (file.without_personal_data(), file.may_be_opened());
    let copy = PrivateCopy::write(&trede_fuzz::FOLDER, &file, b"x").expect("every bare name can be written");
    let folder = copy.path().parent().expect("it has one").to_owned();
    assert_eq!(folder.parent(), Some(trede_fuzz::FOLDER.as_path()));
    assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 2, "the copy and its lock");
    drop(copy);
    assert!(!folder.exists());
    // As it comes from others: taken as it is, or refused.
    let finding = serde_json::json!({"verdict": "fails", "rationale": "x", "attached": [{"name": given, "sha256": hash, "size": 1}]});
    let text = trede_fuzz::EXCHANGE.replace("\"FINDING\"", &finding.to_string());
    match exchange_file::read(text.as_bytes(), &trede_fuzz::FRAMEWORK) {
        Ok(read) => trede_fuzz::written_again(&read),
        // A number of a person is refused in a name too.
        Err(problems) => assert!(
            (bare != given || file.without_personal_data() != file) && !problems.is_empty(),
            "{given:?}: {problems:?}"
        ),
    }
});
