//! A file with the literal wording.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trede::storage::overlay_file;

fuzz_target!(|bytes: &[u8]| {
    let meant = overlay_file::is_overlay(bytes);
    match overlay_file::read(bytes, &trede_fuzz::FRAMEWORK) {
        Ok(_) => assert!(meant && overlay_file::framework_of(bytes).is_ok()),
        Err(problems) => assert!(!problems.is_empty(), "refused without a reason"),
    }
});
