//! An exchange file, in RON or JSON. What is accepted is written again and read back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trede::storage::exchange_file;

fuzz_target!(|bytes: &[u8]| {
    let framework = &*trede_fuzz::FRAMEWORK;
    match exchange_file::read(bytes, framework) {
        Ok(read) => trede_fuzz::written_again(&read),
        Err(problems) => assert!(!problems.is_empty(), "refused without a reason"),
    }
});
