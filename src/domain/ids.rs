//! The ids of a framework: what themes, parts, rows and norms are called in files, logs and reports.

use std::borrow::Borrow;
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id with these characters.
            pub fn new(id: &str) -> $name {
                $name(id.to_owned())
            }

            /// The characters.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )+};
}

id!(
    /// The id of a theme, such as `A`.
    ThemeId,
    /// The id of a part, such as `IV`.
    PartId,
    /// The id of an aspect, such as `V.a3`.
    AspectId,
    /// The id of a norm, such as `V.5.3`.
    NormId,
);
