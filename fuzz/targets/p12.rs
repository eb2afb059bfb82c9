//! A key in a PKCS #12 file.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use trede::signing::{Password, Signer};

static PASSWORD: LazyLock<Password> = LazyLock::new(|| Password::new("wächt€r".to_owned()));

fuzz_target!(|bytes: &[u8]| {
    if let Ok(signer) = Signer::from_p12(bytes, &PASSWORD) {
        assert!(!signer.certificate().name().is_empty());
    }
});
