//! Exact numbers: fractions all the way, rounded once, at display.

use num_rational::Ratio;

/// An exact score or weight. Checked frameworks keep every numerator and denominator far below the range of `i128`:
/// weights have denominators up to [`Exact::FINEST`] and a theme has at most 40 parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(Ratio<i128>);

impl Exact {
    /// The largest denominator that a weight may have.
    pub const FINEST: i128 = 1_000;

    /// A whole number.
    pub fn whole(number: i64) -> Exact {
        Exact(Ratio::from_integer(i128::from(number)))
    }

    /// A fraction; none when `below` is zero.
    pub fn fraction_of(above: i64, below: i64) -> Option<Exact> {
        (below != 0).then(|| Exact(Ratio::new(i128::from(above), i128::from(below))))
    }

    /// Reads `3/10` or `1`: decimal digits only, the denominator at most [`Exact::FINEST`].
    pub fn parse(text: &str) -> Option<Exact> {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        let digits = |part: &str| -> Option<i64> {
            (!part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse().ok())?
        };
        let (above, below) = (digits(above)?, digits(below)?);
        (i128::from(below) <= Exact::FINEST).then(|| Exact::fraction_of(above, below))?
    }

    /// The sum.
    pub fn plus(self, other: Exact) -> Exact {
        Exact(self.0 + other.0)
    }

    /// The product.
    pub fn times(self, other: Exact) -> Exact {
        Exact(self.0 * other.0)
    }

    /// The mean of `numbers`, none when there are none.
    pub fn mean(numbers: &[Exact]) -> Option<Exact> {
        let count = i128::try_from(numbers.len()).ok().filter(|count| *count > 0)?;
        let sum = numbers.iter().fold(Ratio::from_integer(0), |sum, number| sum + number.0);
        Some(Exact(sum / count))
    }

    /// Above and below the line in lowest terms, such as `53/20` and `3/1`.
    pub fn as_fraction(self) -> String {
        format!("{}/{}", self.0.numer(), self.0.denom())
    }

    /// Rounded half up to `digits` decimals, with `mark` as the decimal mark: 2.650 gives `2,7` with one digit.
    /// Only for numbers that are not negative, which scores and weights are.
    pub fn rounded(self, digits: u32, mark: char) -> String {
        let scale = 10_i128.pow(digits);
        let scaled = (self.0 * scale + Ratio::new(1, 2)).floor().to_integer();
        let (before, after) = (scaled / scale, scaled % scale);
        if digits == 0 {
            format!("{before}")
        } else {
            format!("{before}{mark}{after:0width$}", width = digits as usize)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_rounded_up_from_the_exact_value() {
        let number = Exact::fraction_of(53, 20).unwrap();
        assert_eq!(number.rounded(1, ','), "2,7");
        assert_eq!(number.rounded(3, '.'), "2.650");
        assert_eq!(number.as_fraction(), "53/20");
        assert_eq!(Exact::fraction_of(2649, 1000).unwrap().rounded(1, ','), "2,6");
    }

    #[test]
    fn a_weight_is_read_exactly_or_not_at_all() {
        assert_eq!(Exact::parse("3/10"), Exact::fraction_of(3, 10));
        assert_eq!(Exact::parse("1"), Some(Exact::whole(1)));
        for refused in ["", "0.3", "3/0", "-3/10", "3/", "1/1001", "9999999/1", "NaN", "3 / 10"] {
            assert_eq!(Exact::parse(refused), None, "{refused}");
        }
    }
}
