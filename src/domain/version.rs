//! The version of a framework: three numbers, of which the first that differs decides what is newer.

use std::fmt;

/// A semantic version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// Raised when the same answers can give another score.
    pub major: u32,
    /// Raised when an answer may have to be judged anew, or something was added.
    pub minor: u32,
    /// Raised when nothing changes for who judges.
    pub patch: u32,
}

/// Which of the three numbers is raised, the smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The third.
    Patch,
    /// The second.
    Minor,
    /// The first.
    Major,
}

impl Step {
    /// The word in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Step::Patch => "patch",
            Step::Minor => "minor",
            Step::Major => "major",
        }
    }
}

impl Version {
    /// Reads `1.0.0`: three numbers of at most six digits, without needless zeros.
    pub fn parse(text: &str) -> Option<Version> {
        let number = |digits: &str| -> Option<u32> {
            let plain = digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
            let needless = digits.len() > 1 && digits.starts_with('0');
            if plain && !needless { digits.parse().ok() } else { None }
        };
        let mut numbers = text.split('.').map(number);
        let version = Version { major: numbers.next()??, minor: numbers.next()??, patch: numbers.next()?? };
        numbers.next().is_none().then_some(version)
    }

    /// The next version after `step`.
    pub fn raised(self, step: Step) -> Version {
        let Version { major, minor, patch } = self;
        match step {
            Step::Patch => Version { patch: patch + 1, ..self },
            Step::Minor => Version { major, minor: minor + 1, patch: 0 },
            Step::Major => Version { major: major + 1, minor: 0, patch: 0 },
        }
    }

    /// Which number was raised on the way to a later version; none when it is not later.
    pub fn step_to(self, later: Version) -> Option<Step> {
        if later <= self {
            None
        } else if later.major > self.major {
            Some(Step::Major)
        } else if later.minor > self.minor {
            Some(Step::Minor)
        } else {
            Some(Step::Patch)
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version::parse(text).unwrap()
    }

    #[test]
    fn versions_are_ordered_by_number_and_not_by_letter() {
        let ordered = ["0.9.9", "1.0.0", "1.0.9", "1.0.10", "1.2.0", "1.10.0", "2.0.0", "10.0.0"].map(version);
        assert!(ordered.is_sorted());
        assert_eq!(version("1.10.0").to_string(), "1.10.0");
    }

    #[test]
    fn what_is_no_version_is_refused() {
        for text in ["", "1", "1.0", "1.0.0.0", "1.0.x", "1..0", "01.0.0", "1.0.00", "+1.0.0", "1.0.0 ", "1.0.1234567"]
        {
            assert_eq!(Version::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_number_that_differs_names_the_step() {
        assert_eq!(version("1.2.3").step_to(version("2.0.0")), Some(Step::Major));
        assert_eq!(version("1.2.3").step_to(version("1.3.0")), Some(Step::Minor));
        assert_eq!(version("1.2.3").step_to(version("1.2.9")), Some(Step::Patch));
        assert_eq!(version("1.2.3").step_to(version("1.2.3")), None);
        assert_eq!(version("1.2.3").step_to(version("1.1.9")), None);
    }

    #[test]
    fn what_is_raised_puts_the_smaller_numbers_back() {
        let raised = |step: Step| (step.code(), version("1.2.3").raised(step));
        assert_eq!(raised(Step::Patch), ("patch", version("1.2.4")));
        assert_eq!(raised(Step::Minor), ("minor", version("1.3.0")));
        assert_eq!(raised(Step::Major), ("major", version("2.0.0")));
    }
}
