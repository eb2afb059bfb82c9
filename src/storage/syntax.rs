//! From bytes to a located value: size, encoding and syntax are judged here, for frameworks and exchange files alike.

use serde::de::IgnoredAny;

use super::located::{self, Node};
use super::problem::{Code, Position, Problem};

/// The largest text file that is read, in bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// Reads a RON or JSON file; which of the two is told by its content. A byte order mark is passed over. On failure
/// there is at least one problem.
pub fn parse(bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Node> {
    if bytes.len() > LARGEST {
        problems.push(
            Problem::new(Code::TooLarge, Position::START).with("what", "file").with("most", LARGEST / 1024 / 1024),
        );
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            problems.push(Problem::new(Code::NotText, position_after(&bytes[..error.valid_up_to()])));
            return None;
        }
    };
    // Our reader first: it names what the judges below would only stop at.
    let read = located::read(text, problems);
    let refused_before = problems.iter().any(|problem| matches!(problem.code, Code::Extension | Code::NotANumber));
    if let Err(problem) = &read
        && matches!(problem.code, Code::TooDeep | Code::TooLarge)
    {
        problems.push(problem.clone());
        return None;
    }
    match (judge(text), read) {
        (Err((at, detail)), _) if !refused_before => {
            let problem = Problem::new(Code::Syntax, at).with("case", "judged").with("detail", detail);
            problems.push(problem.with("clue", clue(text, at)));
        }
        (_, Err(problem)) => {
            let clue = clue(text, problem.at);
            problems.push(problem.with("case", "unknown").with("clue", clue));
        }
        (_, Ok(node)) => return Some(node),
    }
    None
}

/// Whether the file is meant as JSON.
pub fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// What the crates for both formats say of the syntax.
fn judge(text: &str) -> Result<(), (Position, String)> {
    if is_json(text) {
        return serde_json::from_str::<IgnoredAny>(text).map(|_| ()).map_err(|error| {
            let detail = error.to_string();
            // The words end with the place, which is told apart from them.
            let detail = detail.rsplit_once(" at line ").map_or(detail.as_str(), |(words, _)| words).to_owned();
            (Position { line: error.line().max(1), column: error.column().max(1) }, detail)
        });
    }
    ron::from_str::<IgnoredAny>(text).map(|_| ()).map_err(|error| {
        (Position { line: error.span.start.line, column: error.span.start.col }, error.code.to_string())
    })
}

/// What most likely is the matter at a place where the syntax breaks off, for the hint.
fn clue(text: &str, at: Position) -> &'static str {
    let line = text.lines().nth(at.line - 1).unwrap_or_default();
    let here: Vec<char> = line.chars().skip(at.column.saturating_sub(2)).take(2).collect();
    let any = |wanted: &dyn Fn(char) -> bool| here.iter().any(|each| wanted(*each));
    if text.trim().is_empty() {
        "empty"
    } else if text.trim_start().starts_with("{\\rtf") {
        "other-file"
    } else if line.contains(['“', '”', '„', '‟']) {
        "quotes"
    } else if any(&|each| each.is_whitespace() && !each.is_ascii()) {
        "space"
    } else if is_json(text) && line.contains("//") {
        "comment"
    } else if any(&|each| each.is_alphanumeric() || matches!(each, '%' | '/')) {
        "bare"
    } else {
        "none"
    }
}

fn position_after(valid: &[u8]) -> Position {
    String::from_utf8_lossy(valid).chars().fold(Position::START, |at, character| {
        if character == '\n' {
            Position { line: at.line + 1, column: 1 }
        } else {
            Position { line: at.line, column: at.column + 1 }
        }
    })
}
