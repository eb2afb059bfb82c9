//! Problems in files, in words.

use super::{Arg, Wording};
use crate::storage::problem::Problem;

impl Wording {
    /// What is wrong.
    pub fn problem(&self, problem: &Problem) -> String {
        self.with(&format!("problem-{}", problem.code.word()), &facts(problem))
    }

    /// What to do about it.
    pub fn hint(&self, problem: &Problem) -> String {
        self.with(&format!("problem-{}-hint", problem.code.word()), &facts(problem))
    }
}

fn facts(problem: &Problem) -> Vec<Arg<'_>> {
    problem.facts.iter().map(|(name, value)| (*name, value.clone())).collect()
}
