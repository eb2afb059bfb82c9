//! Keys on disk.

use getrandom::SysRng;
use trede::signing::{Certificate, Identity, IdentityError, IdentityStore, StoreError};

use super::fixture::{PASSPHRASE, identity, passphrase, start};

#[test]
fn an_identity_is_stored_encrypted_and_opens_with_its_passphrase_only() {
    let folder = tempfile::tempdir().unwrap();
    let store = IdentityStore::at(folder.path().join("sleutels"));
    let made = identity("  Zoë de Vries ");
    assert_eq!(made.name(), "Zoë de Vries");
    let path = store.save(&made).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----") && !text.contains("BEGIN PRIVATE KEY"), "{text}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no temporary file stays behind");

    let loaded = store.load("Zoë de Vries").unwrap();
    assert_eq!(loaded, made);
    assert_eq!(loaded.unlock(&passphrase("een andere zin")).unwrap_err(), IdentityError::WrongPassphrase);
    let signer = loaded.unlock(&passphrase(PASSPHRASE)).unwrap();
    assert_eq!(signer.certificate(), made.certificate());
    assert_eq!(Certificate::from_pem(&made.certificate().to_pem()).unwrap(), *made.certificate());
    assert_eq!(made.certificate().not_after().to_rfc3339(), "2036-11-22T06:00:00+00:00");
}

#[test]
fn an_identity_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let store = IdentityStore::at(folder.path());
    let first = identity("A");
    store.save(&first).unwrap();
    assert!(matches!(store.save(&identity("A")), Err(StoreError::Exists { name }) if name == "A"));
    assert_eq!(store.load("A").unwrap(), first);
}

#[test]
fn hostile_names_stay_inside_the_folder_or_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let store = IdentityStore::at(folder.path().join("in"));
    for name in ["../x", "..", "/etc/passwd", "CON", "a\\b:c*?", "Ж"] {
        let path = store.save(&identity(name)).unwrap();
        assert_eq!(path.parent().unwrap(), folder.path().join("in"));
        assert_eq!(store.load(name).unwrap().name(), name);
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    for name in ["", "   ", &"x".repeat(300), "a\nb", "a\0", "a\u{202e}b"] {
        assert!(matches!(store.load(name), Err(StoreError::Name(_))), "{name:?}");
        let made = Identity::generate(name, &passphrase(PASSPHRASE), start(), &mut SysRng);
        assert!(matches!(made, Err(IdentityError::Name(_))), "{name:?}");
    }
    assert!(matches!(store.load("niemand"), Err(StoreError::NotFound { .. })));
}

#[test]
fn a_listing_names_what_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    assert!(IdentityStore::at(folder.path().join("nowhere")).list().unwrap().identities.is_empty());
    let store = IdentityStore::at(folder.path());
    let path = store.save(&identity("B")).unwrap();
    std::fs::copy(&path, folder.path().join("a-0000000000000000.pem")).unwrap();
    store.save(&identity("A")).unwrap();
    std::fs::write(folder.path().join("rommel.pem"), "niets").unwrap();
    std::fs::write(folder.path().join("notes.txt"), "niets").unwrap();
    let listing = store.list().unwrap();
    assert_eq!(listing.identities.iter().map(Identity::name).collect::<Vec<_>>(), ["A", "B", "B"]);
    assert_eq!(listing.unreadable.len(), 1);
}

#[test]
fn a_key_that_belongs_to_another_certificate_is_refused() {
    let (mine, other) = (identity("A").to_pem(), identity("B").to_pem());
    let key = &mine[..mine.find("-----BEGIN CERTIFICATE").unwrap()];
    let certificate = &other[other.find("-----BEGIN CERTIFICATE").unwrap()..];
    let mixed = Identity::from_pem(&format!("{key}{certificate}")).unwrap();
    assert_eq!(mixed.unlock(&passphrase(PASSPHRASE)).unwrap_err(), IdentityError::KeyMismatch);
}
