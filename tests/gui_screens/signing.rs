//! A report signed and verified, and who signed it trusted.

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::Perspective;
use trede::gui::desk;

use super::Desk;

#[test]
fn a_report_is_signed_verified_and_not_replaced_unasked() {
    let mut desk = Desk::with_example(&["rapport"]);
    desk.go_to("Rapport …");
    assert!(desk.shows("De zin is niet te herstellen"));
    assert_eq!(desk.field("Naam"), "A. Voorbeeld");
    desk.fill("Wachtwoordzin", "zeven bomen");
    desk.fill("Nog een keer", "acht bomen");
    assert!(desk.shows("De twee wachtwoordzinnen zijn niet gelijk."));
    assert!(!desk.can_press("Handtekening maken"));
    desk.fill("Nog een keer", "zeven bomen");
    desk.harness.key_press(Key::Enter);
    desk.wait("Wachtwoordzin van deze handtekening");
    assert!(!desk.shows("De handtekening staat op naam van"), "the assessor signs himself");
    desk.press("Andere plek kiezen");
    desk.fill("Wachtwoordzin van deze handtekening", "zes bomen!");
    desk.press_and_wait("Rapport maken en ondertekenen", "De wachtwoordzin is niet juist.");
    assert!(!desk.path("rapport.pdf").exists());
    // It is told where it is mended, and that is where one can type.
    let refused = |desk: &Desk| {
        let field = desk.harness.get_by_role_and_label(Role::PasswordInput, "Wachtwoordzin van deze handtekening");
        (field.is_focused(), field.accesskit_node().description())
    };
    assert_eq!(refused(&desk), (true, Some("De wachtwoordzin is niet juist. Er is niets ondertekend.".to_owned())));
    assert!(!desk.shows("⚠ De wachtwoordzin is niet juist."), "nor is it told twice");
    assert!(!desk.shows("is gemaakt. Bewaar de wachtwoordzin goed."), "what was done before is not an answer to this");
    desk.fill("Wachtwoordzin van deze handtekening", "zeven bomen");
    assert_eq!(refused(&desk).1, None, "what is typed now has not been tried");
    desk.press_and_wait("Rapport maken en ondertekenen", "Het rapport staat klaar");
    assert_eq!(&fs::read(desk.path("rapport.pdf")).unwrap()[..5], b"%PDF-");

    desk.press_and_wait("Controleren", "Gaaf: het rapport is ongewijzigd");
    assert!(desk.shows("Ondertekenaar bevestigd"), "his own signature is known to him");
    assert!(desk.shows("Beoordelaar") && desk.shows("A. Voorbeeld, "), "who assessed, beside who signed");
    // The second reader is somebody else, which is said before he tries.
    assert!(desk.shows("A. Voorbeeld heeft dit rapport al ondertekend."));
    desk.fill("Wachtwoordzin van deze handtekening", "zeven bomen");
    assert!(!desk.can_press("Als tweede lezer ondertekenen"));
    assert!(desk.shows("Het is een concept"));

    desk.go_to("Rapport …");
    desk.press("Nog een rapport maken");
    desk.fill("Wachtwoordzin van deze handtekening", "zeven bomen");
    desk.press("Rapport maken en ondertekenen");
    assert!(desk.shows("Bestand vervangen?"));
    desk.press("Nee, niets doen");
    assert!(desk.can_press("Rapport maken en ondertekenen"));
}

#[test]
fn a_stranger_becomes_a_trusted_signer_after_asking() {
    let mut desk = Desk::start(|home| drop(fs::create_dir(home.join("ander"))), &[]);
    let report = signed_report(&desk.path("ander"));
    desk.press("Rapport controleren");
    desk.fill("Rapport controleren: typ een pad", &report.display().to_string());
    desk.press_and_wait("Rapport controleren: neem het getypte pad", "Gaaf: het rapport is ongewijzigd");
    assert!(desk.shows("Ondertekenaar niet bevestigd"));
    desk.press("Deze ondertekenaar vertrouwen");
    desk.press("Nee, niets doen");
    assert!(desk.shows("Ondertekenaar niet bevestigd"));
    desk.press("Deze ondertekenaar vertrouwen");
    assert!(desk.shows("B. Ander: "), "the question shows the fingerprint");
    desk.press_and_wait("Ik heb vergeleken: vertrouwen", "Ondertekenaar bevestigd");
    let list = trede::trust::TrustList::load(desk.folder.path()).unwrap();
    assert_eq!(list.entries()[0].source, "rapport.pdf");
    assert!(desk.shows("Het hele bestand (") && desk.shows("Zeggen precies wat uit de beoordeling"));
    desk.fill("Beoordeling bij dit rapport: typ een pad", &desk.path("ander/a.trede").display().to_string());
    desk.press("Beoordeling bij dit rapport: neem het getypte pad");
    assert!(desk.shows("Het logboek van het .trede-bestand komt overeen"));
    desk.press("B. Ander verwijderen");
    desk.press("Nee, niets doen");
    assert!(desk.shows("Ondertekenaar bevestigd"));
    desk.press("B. Ander verwijderen");
    desk.press_and_wait("Verwijderen", "Ondertekenaar niet bevestigd");
    assert!(desk.shows("De lijst van vertrouwde ondertekenaars is leeg."));
}

#[test]
fn a_signer_is_trusted_from_a_file_with_a_note_and_a_damaged_list_is_told() {
    let mut desk = Desk::start(|_| {}, &[]);
    let pem = crate::example::STRANGER.certificate().to_pem();
    fs::write(desk.path("b.pem"), pem).unwrap();
    desk.press("Rapport controleren");
    desk.fill("Aantekening", "gebeld");
    desk.fill("Certificaat van een ondertekenaar: typ een pad", &desk.path("b.pem").display().to_string());
    desk.press("Certificaat van een ondertekenaar: neem het getypte pad");
    desk.press("Ik heb vergeleken: vertrouwen");
    assert!(desk.shows("van b.pem: gebeld"));
    fs::write(desk.path(trede::trust::FILE), "(format: 1").unwrap();
    let report = desk.path("r.pdf");
    fs::write(&report, &*crate::example::REPORT).unwrap();
    desk.fill("Rapport controleren: typ een pad", &report.display().to_string());
    desk.press_and_wait("Rapport controleren: neem het getypte pad", "Ondertekenaar niet bevestigd");
    assert!(desk.shows("is gewijzigd of beschadigd en wordt niet gebruikt"));
    assert!(desk.shows("Niet vast te stellen: de lijst van vertrouwde ondertekenaars is niet te lezen"));
    assert!(!desk.shows("Deze ondertekenaar vertrouwen"), "nothing can be put on a list that cannot be read");
    assert!(!desk.shows("is nu een vertrouwde ondertekenaar"), "what was told before is not about this report");
}

/// A report that somebody else signed.
pub(super) fn signed_report(folder: &Path) -> PathBuf {
    use trede::signing::{Identity, Passphrase};
    let mut session = desk::example(&folder.join("a.trede"), &desk::stamp("Ander")).unwrap();
    let passphrase = Passphrase::new("negen bomen".to_owned()).unwrap();
    let now = desk::now();
    let identity =
        Identity::generate("B. Ander", &passphrase, now.with_timezone(&chrono::Utc), &mut getrandom::SysRng).unwrap();
    let signer = identity.unlock(&passphrase).unwrap();
    let job = session.report_job(Perspective::Supervisor, now, trede::domain::Language::Dutch).unwrap();
    let path = folder.join("rapport.pdf");
    fs::write(&path, job.make(Some(&signer)).unwrap()).unwrap();
    path
}

#[test]
fn what_is_no_report_is_not_intact_and_what_is_not_there_is_told() {
    let mut desk = Desk::start(|home| fs::write(home.join("a.pdf"), "%PDF-1.7 niets").unwrap(), &["a.pdf"]);
    desk.press("Rapport controleren");
    desk.harness.get_by_label("Rapport kiezen").click();
    desk.wait("Niet gaaf. Vertrouw dit rapport niet");
    let path = desk.path("b.pdf").display().to_string();
    desk.fill("Rapport controleren: typ een pad", &path);
    desk.press_and_wait("Rapport controleren: neem het getypte pad", "b.pdf is er niet");
}
