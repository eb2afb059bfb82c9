//! The two signature fields of a report.

/// Who signs. A report has one field for each, from its first version on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldRole {
    /// The one who made the assessment; signs first.
    Assessor,
    /// The one who read it too; signs after the assessor.
    SecondReader,
}

impl FieldRole {
    /// Both, in the order of signing.
    pub const ALL: [Self; 2] = [Self::Assessor, Self::SecondReader];

    /// The name (`/T`) of the field in the PDF.
    #[must_use]
    pub const fn field_name(self) -> &'static str {
        match self {
            Self::Assessor => "Beoordelaar",
            Self::SecondReader => "TweedeLezer",
        }
    }
}
