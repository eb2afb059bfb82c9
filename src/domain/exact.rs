//! Exact numbers: fractions all the way, rounded once, at display.

use num_rational::BigRational;

/// An exact score or weight, of any size: the common denominator of many weights has no bound.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(BigRational);

impl Exact {
    /// The largest denominator that a weight may have.
    pub const FINEST: i64 = 1_000;

    /// A whole number.
    pub fn whole(number: i64) -> Exact {
        Exact(BigRational::from_integer(number.into()))
    }

    /// A fraction; none when `below` is zero.
    pub fn fraction_of(above: i64, below: i64) -> Option<Exact> {
        (below != 0).then(|| Exact(BigRational::new(above.into(), below.into())))
    }

    /// Reads `3/10` or `1`: decimal digits only, the denominator at most [`Exact::FINEST`].
    pub fn parse(text: &str) -> Option<Exact> {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        let digits = |part: &str| -> Option<i64> {
            (!part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse().ok())?
        };
        let (above, below) = (digits(above)?, digits(below)?);
        (below <= Exact::FINEST).then(|| Exact::fraction_of(above, below))?
    }

    /// The sum.
    pub fn plus(&self, other: &Exact) -> Exact {
        Exact(&self.0 + &other.0)
    }

    /// The product.
    pub fn times(&self, other: &Exact) -> Exact {
        Exact(&self.0 * &other.0)
    }

    /// The sum of `numbers`.
    pub fn sum<'a>(numbers: impl IntoIterator<Item = &'a Exact>) -> Exact {
        numbers.into_iter().fold(Exact::whole(0), |sum, number| sum.plus(number))
    }

    /// The mean of numbers with their weights; none when there is no weight at all.
    pub fn mean(weighed: &[(Exact, Exact)]) -> Option<Exact> {
        let weight = Exact::sum(weighed.iter().map(|(weight, _)| weight));
        let products: Vec<Exact> = weighed.iter().map(|(weight, number)| weight.times(number)).collect();
        (weight > Exact::whole(0)).then(|| Exact(Exact::sum(&products).0 / weight.0))
    }

    /// Whether nothing is left below the line.
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    /// Above and below the line in lowest terms, such as `53/20` and `3/1`.
    pub fn as_fraction(&self) -> String {
        format!("{}/{}", self.0.numer(), self.0.denom())
    }

    /// Rounded half up to `digits` decimals, with `mark` as the decimal mark: 2.650 gives `2,7` with one digit.
    /// Only for numbers that are not negative, which scores and weights are.
    pub fn rounded(&self, digits: u32, mark: char) -> String {
        let scale = Exact::whole(10_i64.pow(digits));
        let half = Exact::fraction_of(1, 2).unwrap_or_else(|| Exact::whole(0));
        let scaled = self.times(&scale).plus(&half).0.floor().to_integer();
        let width = digits as usize;
        let figures = format!("{scaled:0>least$}", least = width + 1);
        let (before, after) = figures.split_at(figures.len() - width);
        if digits == 0 { figures } else { format!("{before}{mark}{after}") }
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
