//! Problems as people read them: place, code, sentence, the line itself, and what to do.

use crate::storage::problem::Problem;
use crate::wording::Wording;

/// A problem in one paragraph; the offending line is shown where the text is known.
pub fn problem(wording: &Wording, file: &str, problem: &Problem, text: &[u8]) -> String {
    let at = problem.at;
    let mut lines = format!("{file}:{}:{} {}: {}", at.line, at.column, problem.code.word(), wording.problem(problem));
    if let Some(line) = std::str::from_utf8(text).ok().and_then(|text| text.lines().nth(at.line - 1)) {
        let from = at.column.saturating_sub(60);
        let shown: String = line.chars().skip(from).take(100).map(|c| if c.is_control() { ' ' } else { c }).collect();
        lines.push_str(&format!("\n    {shown}\n    {}^", " ".repeat(at.column.saturating_sub(from + 1).min(100))));
    }
    lines.push_str(&format!("\n    {}", wording.hint(problem)));
    lines
}
