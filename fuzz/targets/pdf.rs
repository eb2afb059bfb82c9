//! The strict reader of reports and their signatures, and the readers behind it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trede::report::reading::{attachments, page_texts};
use trede::signing::{claimed_signers, inspect};
use trede::verification::{embedded_exchange, readable};

fuzz_target!(|bytes: &[u8]| {
    let inspection = inspect(bytes);
    if let Some(whole) = readable(bytes, &inspection) {
        let _ = (page_texts(whole), attachments(whole));
    }
    let _ = (claimed_signers(bytes), embedded_exchange(bytes));
    assert!(inspection.is_intact() || inspection.is_unsigned() || !inspection.all_faults().is_empty());
});
