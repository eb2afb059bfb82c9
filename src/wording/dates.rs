//! Dates and times as they are read, in the form of the language: `22-11-2026` or `22 November 2026`.

use chrono::{DateTime, Datelike as _, FixedOffset};

use super::{Wording, arg};
use crate::domain::text::Language;

impl Wording {
    /// A date as it is read: `22-11-2026` or `22 November 2026`.
    pub fn date(&self, at: DateTime<FixedOffset>) -> String {
        match self.language {
            Language::Dutch => at.format("%d-%m-%Y").to_string(),
            Language::English => self.date_in_words(at),
        }
    }

    /// A date with its month as a word, for a cover and beside a name: `22 november 2026`.
    pub fn date_in_words(&self, at: DateTime<FixedOffset>) -> String {
        let month = self.text(&format!("month-{}", at.month()));
        self.with("date-long", &[arg("day", at.day()), ("month", month), ("year", format!("{:04}", at.year()))])
    }

    /// A time in RFC 3339 to the minute, by the clock of who wrote it: `22-11-2026 06:31`. What is no time is shown as it
    /// stands.
    pub fn moment(&self, at: &str) -> String {
        DateTime::parse_from_rfc3339(at).map_or_else(|_| at.to_owned(), |at| self.date_and(at, "%H:%M"))
    }

    /// A time to the minute, with its time zone: `22-11-2026 14:03 (UTC+01:00)`.
    pub fn minute(&self, at: DateTime<FixedOffset>) -> String {
        self.date_and(at, "%H:%M (UTC%:z)")
    }

    /// The same with the month as a word: `22 november 2026, 14:03 (UTC+01:00)`.
    pub fn minute_in_words(&self, at: DateTime<FixedOffset>) -> String {
        format!("{}, {}", self.date_in_words(at), at.format("%H:%M (UTC%:z)"))
    }

    /// A time to the second, with its time zone: `22-11-2026 14:03:00 (UTC+01:00)`.
    pub fn second(&self, at: DateTime<FixedOffset>) -> String {
        self.date_and(at, "%H:%M:%S (UTC%:z)")
    }

    /// A time in RFC 3339 by the clock of who wrote it and in UTC: `22-11-2026 06:31:59 (UTC+01:00; 05:31:59 UTC)`. Where
    /// the day differs the day in UTC stands there too. What is no time is shown as it stands.
    pub fn moment_and_utc(&self, at: &str) -> String {
        let Ok(at) = DateTime::parse_from_rfc3339(at) else { return at.to_owned() };
        let utc = at.to_utc().fixed_offset();
        if at.offset().local_minus_utc() == 0 {
            return self.date_and(at, "%H:%M:%S UTC");
        }
        let same_day = at.date_naive() == utc.date_naive();
        let in_utc = if same_day { utc.format("%H:%M:%S").to_string() } else { self.date_and(utc, "%H:%M:%S") };
        format!("{} ({}; {in_utc} UTC)", self.date_and(at, "%H:%M:%S"), at.format("UTC%:z"))
    }

    fn date_and(&self, at: DateTime<FixedOffset>, time: &str) -> String {
        self.with("date-time", &[("date", self.date(at)), arg("time", at.format(time))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-03-02T06:31:59+01:00").unwrap()
    }

    #[test]
    fn a_date_has_the_form_of_the_language() {
        let (dutch, english) = (Wording::new(Language::Dutch), Wording::new(Language::English));
        assert_eq!((dutch.date(at()), english.date(at())), ("02-03-2026".to_owned(), "2 March 2026".to_owned()));
        assert_eq!(dutch.date_in_words(at()), "2 maart 2026");
        assert_eq!(dutch.minute(at()), "02-03-2026 06:31 (UTC+01:00)");
        assert_eq!(english.minute(at()), "2 March 2026, 06:31 (UTC+01:00)");
        assert_eq!(english.second(at()), "2 March 2026, 06:31:59 (UTC+01:00)");
    }

    #[test]
    fn a_time_is_shown_as_the_clock_of_the_assessor_showed_it() {
        let dutch = Wording::new(Language::Dutch);
        assert_eq!(dutch.moment("2026-11-22T06:31:59+01:00"), "22-11-2026 06:31");
        assert_eq!(dutch.moment("vorige week"), "vorige week");
        let both = |at: &str| dutch.moment_and_utc(at);
        assert_eq!(both("2026-11-22T06:31:59+01:00"), "22-11-2026 06:31:59 (UTC+01:00; 05:31:59 UTC)");
        assert_eq!(both("2026-11-22T00:31:59+01:00"), "22-11-2026 00:31:59 (UTC+01:00; 21-11-2026 23:31:59 UTC)");
        assert_eq!(both("2026-11-22T06:31:59Z"), "22-11-2026 06:31:59 UTC");
        assert_eq!(both("vorige week"), "vorige week");
        assert_eq!(Wording::new(Language::English).moment("2026-11-22T06:31:59+01:00"), "22 November 2026, 06:31");
    }
}
