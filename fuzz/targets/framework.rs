//! A framework file: read, and when it is accepted, scored.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trede::storage::framework_file;

fuzz_target!(|bytes: &[u8]| {
    match framework_file::load(bytes) {
        Ok(framework) => trede_fuzz::score_all_open(&framework),
        Err(problems) => assert!(!problems.is_empty(), "refused without a reason"),
    }
});
