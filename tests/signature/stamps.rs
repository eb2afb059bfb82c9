//! Time stamps of an authority that openssl makes, over small reports.

use chrono::{SubsecRound as _, Utc};
use trede::signing::{
    FieldRole, Identity, ServiceError, SignError, SignRequest, Signer, StampError, StampProblem, Stamping, TimeStamper,
    inspect, sign, sign_stamped,
};

use super::fixture::{ASSESSOR, PASSPHRASE, assert_refused, passphrase, request, unsigned};
use crate::authority::{Authority, Kind, Part, other_question};

/// Whom `answer` asks stands for a service.
struct By<F: Fn(&[u8]) -> Vec<u8>>(F);

impl<F: Fn(&[u8]) -> Vec<u8>> TimeStamper for By<F> {
    fn answer(&self, query: &[u8]) -> Result<Vec<u8>, ServiceError> {
        Ok((self.0)(query))
    }
}

/// As in a request, but now: an authority tells the time of the machine.
#[expect(clippy::disallowed_methods, reason = "an authority of openssl has no other clock")]
fn now(field: FieldRole) -> SignRequest {
    SignRequest { at: Utc::now().fixed_offset(), ..request(field) }
}

fn stamped(pdf: &[u8], field: FieldRole, signer: &Signer, service: &dyn TimeStamper) -> Result<Vec<u8>, SignError> {
    sign_stamped(pdf, &now(field), signer, &Stamping { service, nonce: [5; 16] })
}

fn second_reader() -> Signer {
    let from = "2026-01-01T00:00:00Z".parse().unwrap();
    let identity = Identity::generate("Jan Jansen", &passphrase(PASSPHRASE), from, &mut getrandom::SysRng).unwrap();
    identity.unlock(&passphrase(PASSPHRASE)).unwrap()
}

#[test]
fn stamps_of_every_accepted_kind_are_intact_and_confirmed_by_the_list_alone() {
    for (kind, digest, ess) in [
        (Kind::Rsa, "sha256", "sha256"),
        (Kind::Rsa, "sha384", "sha1"),
        (Kind::Rsa, "sha512", "sha512"),
        (Kind::P256, "sha256", "sha256"),
    ] {
        let Some(authority) = Authority::new(kind, digest, ess) else { return };
        let pdf = stamped(&unsigned(), FieldRole::Assessor, &ASSESSOR, &authority).unwrap();
        let inspection = inspect(&pdf);
        assert_eq!(inspection.all_faults(), [], "{kind:?} {digest} {ess}");
        let facts = &inspection.signatures[0];
        let stamp = facts.stamp.as_ref().unwrap();
        assert_eq!((stamp.certificate.name(), &stamp.certificate), ("Proef Tijdstempels", &authority.own()));
        let claimed = facts.at.unwrap().with_timezone(&Utc);
        assert!((stamp.at.trunc_subsecs(0) - claimed).num_minutes().abs() < 1);
        for trusted in [authority.own(), authority.root()] {
            assert!(facts.has_confirmed_stamp(std::slice::from_ref(&trusted)));
            // The authority says when, not who.
            assert!(!facts.is_confirmed_by(&[trusted]));
        }
        assert!(!facts.has_confirmed_stamp(&[]) && !facts.has_confirmed_stamp(&[ASSESSOR.certificate().clone()]));
    }
}

#[test]
fn first_and_second_signature_go_with_and_without_a_stamp() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let second = second_reader();
    let bare = sign(&unsigned(), &now(FieldRole::Assessor), &ASSESSOR).unwrap();
    let with = stamped(&unsigned(), FieldRole::Assessor, &ASSESSOR, &authority).unwrap();
    for (first, is_stamped) in [(&bare, false), (&with, true)] {
        let plain = sign(first, &now(FieldRole::SecondReader), &second).unwrap();
        let both = stamped(first, FieldRole::SecondReader, &second, &authority).unwrap();
        for (pdf, second_is_stamped) in [(&plain, false), (&both, true)] {
            let inspection = inspect(pdf);
            assert_eq!(inspection.all_faults(), []);
            let found: Vec<bool> = inspection.signatures.iter().map(|each| each.stamp.is_some()).collect();
            assert_eq!(found, [is_stamped, second_is_stamped]);
        }
    }
}

/// The place of the signature: from `<` up to and including `>`.
fn gap(pdf: &[u8]) -> std::ops::Range<usize> {
    let start = pdf.windows(10).rposition(|ten| ten == b"/Contents<").unwrap() + 9;
    start..start + pdf[start..].iter().position(|byte| *byte == b'>').unwrap() + 1
}

#[test]
fn a_stamp_cannot_be_put_in_or_taken_away_afterwards() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let request = now(FieldRole::Assessor);
    let bare = sign(&unsigned(), &request, &ASSESSOR).unwrap();
    let with =
        sign_stamped(&unsigned(), &request, &ASSESSOR, &Stamping { service: &authority, nonce: [5; 16] }).unwrap();
    assert_eq!((gap(&bare).len(), gap(&with).len()), (12_290, 36_866));
    // The same signed bytes cannot serve both: they tell how wide the place is.
    let moved = [&with[..gap(&with).start], &bare[gap(&bare)], &with[gap(&with).end..]].concat();
    assert_refused(&moved, "syntax");
    let filled = |pdf: &[u8], from: &[u8]| {
        let mut changed = pdf.to_vec();
        let place = gap(pdf);
        let digits = &from[gap(from)];
        for (at, byte) in changed[place.start + 1..place.end - 1].iter_mut().enumerate() {
            *byte = digits.get(at + 1).copied().filter(|byte| *byte != b'>').unwrap_or(b'0');
        }
        changed
    };
    assert_refused(&filled(&with, &bare), "byte-range");
    assert_refused(&filled(&bare, &with), "byte-range");
}

#[track_caller]
fn refused(answer: impl Fn(&[u8]) -> Vec<u8>) -> StampError {
    match stamped(&unsigned(), FieldRole::Assessor, &ASSESSOR, &By(answer)) {
        Err(SignError::Stamp(error)) => error,
        other => panic!("{:?}", other.map(|pdf| pdf.len())),
    }
}

#[test]
fn an_answer_to_another_question_is_no_stamp() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let of = |which| refused(|query| authority.reply(&other_question(query, which)));
    assert_eq!(of(Part::Hash), StampError::Problem(StampProblem::Imprint));
    assert_eq!(of(Part::Nonce), StampError::Nonce);
    // A question without a nonce: the last value before the one byte that asks for the certificate.
    let nameless = refused(|query| {
        let at = query.windows(2).position(|two| two == [2, 0x10]).unwrap();
        let mut without = [&query[..at], &query[at + 18..]].concat();
        without[1] -= 18;
        authority.reply(&without)
    });
    assert_eq!(nameless, StampError::Nonce);
    // A question that does not ask for the certificate.
    let bare = refused(|query| {
        let mut without = query[..query.len() - 3].to_vec();
        without[1] -= 3;
        authority.reply(&without)
    });
    assert!(matches!(bare, StampError::Problem(StampProblem::Unreadable | StampProblem::NoCertificate)), "{bare}");
}

#[test]
fn a_refusal_is_told_as_the_authority_says_it() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let error = refused(|query| {
        // Another hash than the authority takes: the last number of the name of SHA-256 made that of SHA-512.
        let name = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
        let at = query.windows(9).position(|nine| nine == name).unwrap();
        let mut other = query.to_vec();
        other[at + 8] = 3;
        authority.reply(&other)
    });
    let StampError::Refused { status: 2, reason, text } = &error else { panic!("{error}") };
    assert!(!reason.is_empty() && !text.is_empty(), "{error}");
}

#[test]
fn an_authority_with_an_expired_certificate_or_too_large_a_stamp_is_refused() {
    let (Some(expired), Some(huge)) = (Authority::expired(), Authority::huge()) else { return };
    let error = refused(|query| expired.reply(query));
    let StampError::Problem(StampProblem::Period { name, .. }) = &error else { panic!("{error}") };
    assert_eq!(name, "Proef Tijdstempels");
    let error = refused(|query| huge.reply(query));
    let StampError::TooLarge { bytes, max } = error else { panic!("{error}") };
    assert!(bytes > 20_000 && (12_000..bytes).contains(&max), "{bytes} of {max}");
}

#[test]
fn rubbish_is_no_stamp() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let ask: [fn(Vec<u8>) -> Vec<u8>; 6] = [
        |_| Vec::new(),
        |_| b"<html>404</html>".to_vec(),
        |answer| answer[..answer.len() / 2].to_vec(),
        |answer| [&answer[..], b"x"].concat(),
        // The stamp without the status before it.
        |answer| answer[9..].to_vec(),
        // Granted, and no stamp.
        |_| vec![0x30, 5, 0x30, 3, 2, 1, 0],
    ];
    for (at, change) in ask.into_iter().enumerate() {
        let error = refused(|query| change(authority.reply(query)));
        assert!(
            matches!(error, StampError::Unreadable | StampError::Problem(StampProblem::Unreadable)),
            "{at}: {error}"
        );
    }
    let large = refused(|_| vec![0; 65_537]);
    assert_eq!(large, StampError::Service(ServiceError::TooLarge { max: 65_536 }));
    assert_eq!(refused(|_| vec![0; 65_536]), StampError::Unreadable, "not for its size");
}

#[test]
fn the_clocks_of_signer_and_authority_agree() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let late = SignRequest {
        at: now(FieldRole::Assessor).at + chrono::TimeDelta::minutes(11),
        ..request(FieldRole::Assessor)
    };
    let stamping = Stamping { service: &authority, nonce: [5; 16] };
    let error = sign_stamped(&unsigned(), &late, &ASSESSOR, &stamping).unwrap_err();
    assert!(matches!(error, SignError::Stamp(StampError::Problem(StampProblem::Time { .. }))), "{error}");
}

#[test]
fn every_digit_in_the_sample_of_a_stamped_signature_counts() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let pdf = stamped(&unsigned(), FieldRole::Assessor, &ASSESSOR, &authority).unwrap();
    let mut damaged = pdf.clone();
    let digits = gap(&pdf);
    for at in digits.step_by(61) {
        damaged[at] ^= 1;
        assert!(!inspect(&damaged).is_intact(), "byte {at}");
        damaged[at] ^= 1;
    }
    assert!(inspect(&damaged).is_intact());
}
