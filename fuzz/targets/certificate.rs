//! A certificate, in DER or PEM, as it comes with a report or is added to the list of trusted signers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trede::signing::Certificate;

fuzz_target!(|bytes: &[u8]| {
    let pem = std::str::from_utf8(bytes).ok().and_then(|text| Certificate::from_pem(text).ok());
    for certificate in Certificate::from_der(bytes).ok().into_iter().chain(pem) {
        let again = Certificate::from_pem(&certificate.to_pem()).expect("what was read can be written");
        assert!(again == certificate && certificate.fingerprint().len() == 64);
        let _ = (certificate.key_kind(), certificate.not_before(), certificate.not_after());
    }
});
