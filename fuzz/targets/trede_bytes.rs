//! The bytes of an assessment file, whatever they are.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let path = trede_fuzz::FOLDER.join("bytes.trede");
    std::fs::write(&path, bytes).expect("there is room");
    trede_fuzz::open(&path);
});
