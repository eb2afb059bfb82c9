//! Text strings and dates as they stand in a PDF. Each has one spelling here, so that reading and writing again gives
//! the same bytes.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SubsecRound, Timelike};

use super::super::hex;

/// A text string with its delimiters: printable ASCII in parentheses, all else as UTF-16 in hexadecimal.
pub(in super::super) fn write_text(text: &str) -> String {
    if text.chars().all(|c| (' '..='~').contains(&c)) {
        let escaped = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        return format!("({escaped})");
    }
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    format!("<feff{}>", hex::encode(&bytes))
}

/// The text in the bytes of a string object, when it is in one of the two forms above.
pub(in super::super) fn read_text(bytes: &[u8]) -> Option<String> {
    let Some(utf16) = bytes.strip_prefix(&[0xfe, 0xff]) else {
        let ascii = bytes.iter().all(|byte| (b' '..=b'~').contains(byte));
        return ascii.then(|| bytes.iter().map(|byte| char::from(*byte)).collect());
    };
    let units: Vec<u16> = utf16.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    if utf16.len() % 2 == 0 { String::from_utf16(&units).ok() } else { None }
}

/// Cuts a time to what a PDF date can hold: whole seconds, an offset of whole minutes, the years 0 to 9999.
pub(in super::super) fn to_pdf_precision(at: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    let minutes = at.offset().local_minus_utc().div_euclid(60);
    let offset = FixedOffset::east_opt(minutes * 60)?;
    let at = at.with_timezone(&offset).trunc_subsecs(0);
    // Chrono shows a leap second as second 59 with 1,000 ms or more; what is left of it is a plain second.
    (0..=9999).contains(&at.year()).then_some(at)
}

/// `D:20261122060500+01'00'`, from a time that [`to_pdf_precision`] has cut.
pub(in super::super) fn write_date(at: DateTime<FixedOffset>) -> String {
    let minutes = at.offset().local_minus_utc() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!(
        "D:{:04}{:02}{:02}{:02}{:02}{:02}{sign}{:02}'{:02}'",
        at.year(),
        at.month(),
        at.day(),
        at.hour(),
        at.minute(),
        at.second(),
        minutes.abs() / 60,
        minutes.abs() % 60
    )
}

/// The time in a date of exactly the form above.
pub(in super::super) fn read_date(bytes: &[u8]) -> Option<DateTime<FixedOffset>> {
    let part = |from: usize, digits: usize| -> Option<u32> {
        let part = bytes.get(from..from + digits)?;
        if !part.iter().all(u8::is_ascii_digit) {
            return None;
        }
        std::str::from_utf8(part).ok()?.parse().ok()
    };
    let year = i32::try_from(part(2, 4)?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, part(6, 2)?, part(8, 2)?)?;
    let time = date.and_hms_opt(part(10, 2)?, part(12, 2)?, part(14, 2)?)?;
    let seconds = i32::try_from(part(17, 2)? * 3600 + part(20, 2)? * 60).ok()?;
    let offset = FixedOffset::east_opt(if bytes.get(16) == Some(&b'-') { -seconds } else { seconds })?;
    let at = time.and_local_timezone(offset).single()?;
    (write_date(at).as_bytes() == bytes).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_written_in_one_way_and_read_back() {
        assert_eq!(write_text(r"Jan (\)"), r"(Jan \(\\\))");
        assert_eq!(write_text("Zoë"), "<feff005a006f00eb>");
        assert_eq!(read_text(&[0xfe, 0xff, 0, 0x5a, 0, 0x6f, 0, 0xeb]), Some("Zoë".into()));
        assert_eq!(read_text(b"Jan"), Some("Jan".into()));
        assert_eq!(read_text(&[0xfe, 0xff, 0xd8, 0]), None);
        assert_eq!(read_text(b"Zo\xeb"), None);
    }

    #[test]
    fn dates_are_written_in_one_way_and_read_back() {
        for (rfc, pdf) in [
            ("2026-11-22T06:05:07.9+01:00", "D:20261122060507+01'00'"),
            ("2026-01-02T00:00:00-03:30", "D:20260102000000-03'30'"),
            ("2026-01-02T00:00:00Z", "D:20260102000000+00'00'"),
        ] {
            let at = to_pdf_precision(DateTime::parse_from_rfc3339(rfc).unwrap()).unwrap();
            assert_eq!(write_date(at), pdf);
            assert_eq!(read_date(pdf.as_bytes()), Some(at));
        }
        for wrong in [
            "",
            "D:2026",
            "D:20261322060507+01'00'",
            "D:20261122060507+01'00",
            "D:20261122060507Z",
            "D:20260102000000-00'00'",
        ] {
            assert_eq!(read_date(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
