//! The statement inside a time stamp (RFC 3161, `TSTInfo`).

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use der::asn1::{Any, Int};
use der::oid::ObjectIdentifier;
use der::{Decode, Sequence, Tag, Tagged};
use x509_cert::ext::Extensions;

use super::query::Imprint;

/// What an authority states. Every byte of it is under the authority's signature; so it is read, not written again.
#[derive(Sequence)]
pub(super) struct Info {
    version: u8,
    policy: ObjectIdentifier,
    pub imprint: Imprint,
    serial: Int,
    time: Any,
    #[asn1(optional = "true")]
    accuracy: Option<Accuracy>,
    #[asn1(default = "unordered")]
    ordering: bool,
    #[asn1(optional = "true")]
    pub nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    authority: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    extensions: Option<Extensions>,
}

#[derive(Sequence)]
struct Accuracy {
    #[asn1(optional = "true")]
    seconds: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    thousandths: Option<Int>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    millionths: Option<Int>,
}

fn unordered() -> bool {
    false
}

impl Info {
    /// Reads a statement with its time; `None` when it is none, or sets a condition that we do not know.
    pub(super) fn read(bytes: &[u8]) -> Option<(Info, DateTime<Utc>)> {
        let info = Info::from_der(bytes).ok()?;
        let is_unconditional = info.extensions.iter().flatten().all(|each| !each.critical);
        if info.version != 1 || !is_unconditional || info.time.tag() != Tag::GeneralizedTime {
            return None;
        }
        let time = time(info.time.value())?;
        Some((info, time))
    }
}

/// `YYYYMMDDhhmmss`, then perhaps a fraction, then `Z`. Here a fraction is allowed, unlike in certificates.
fn time(text: &[u8]) -> Option<DateTime<Utc>> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 14 || !digits(whole) {
        return None;
    }
    let number = |at: std::ops::Range<usize>| whole.get(at)?.parse::<u32>().ok();
    let date = NaiveDate::from_ymd_opt(number(0..4)?.try_into().ok()?, number(4..6)?, number(6..8)?)?;
    let at = date.and_hms_opt(number(8..10)?, number(10..12)?, number(12..14)?)?.and_utc();
    let Some(fraction) = fraction else { return Some(at) };
    if fraction.is_empty() || fraction.len() > 9 || !digits(fraction) || fraction.ends_with('0') {
        return None;
    }
    at.checked_add_signed(TimeDelta::nanoseconds(format!("{fraction:0<9}").parse().ok()?))
}

#[cfg(test)]
impl Info {
    /// The statement of an authority that was asked for this, at `20261123101112Z`-like `time`.
    pub(super) fn answering(query: &super::query::Query, time: &str) -> Info {
        Info {
            version: 1,
            policy: ObjectIdentifier::new_unwrap("1.2.3.4.1"),
            imprint: query.imprint.clone(),
            serial: Int::new(&[7]).unwrap(),
            time: Any::new(Tag::GeneralizedTime, time.as_bytes()).unwrap(),
            accuracy: Some(Accuracy {
                seconds: Some(Int::new(&[1]).unwrap()),
                thousandths: None,
                millionths: Some(Int::new(&[5]).unwrap()),
            }),
            ordering: false,
            nonce: Some(query.nonce.clone()),
            authority: None,
            extensions: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_seconds_and_perhaps_a_fraction() {
        let read = |text: &str| time(text.as_bytes()).map(|at| at.to_rfc3339());
        assert_eq!(read("20261123101112Z").as_deref(), Some("2026-11-23T10:11:12+00:00"));
        assert_eq!(read("20261123101112.25Z").as_deref(), Some("2026-11-23T10:11:12.250+00:00"));
        assert_eq!(read("20261123101112.000000001Z").as_deref(), Some("2026-11-23T10:11:12.000000001+00:00"));
        for wrong in [
            "20261123101112",
            "202611231011Z",
            "20261123101112.Z",
            "20261123101112.50Z",
            "20261123101112,5Z",
            "20261123101112.0123456789Z",
            "20261323101112Z",
            "20261123251112Z",
            "2026112310111+Z",
            "20261123101112+0100",
            "",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
