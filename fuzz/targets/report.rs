//! All of `verify` on a whole report: each page is made again, so this is slow.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trede::verification::verify;

fuzz_target!(|bytes: &[u8]| {
    let found = verify(bytes, Some(&[]));
    assert!(found.is_intact() || !found.reasons.is_empty());
});
