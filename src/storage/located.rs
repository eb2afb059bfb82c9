//! Values of RON and JSON files with the place where each stands.
//!
//! The crates `ron` and `serde_json` judge the syntax, but they stop at the first problem and tell no places
//! afterwards. A file from outside is answered with all its problems, each at its line and column; for that this reader
//! keeps the places. It takes what both formats have in common, and refuses on the way what RON takes silently:
//! extension attributes, NaN, control characters.

use super::problem::{Code, Position, Problem};
use crate::domain::text::{LONGEST_TEXT, is_hidden};

/// A value and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it begins.
    pub at: Position,
    /// What it is.
    pub value: Value,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A number that is not whole, or out of range, as written.
    OtherNumber(String),
    /// A bare word: `true`, or an enum variant of RON.
    Word(String),
    /// `null` or `None`.
    Nothing,
    /// A list, or a tuple of RON.
    List(Vec<Node>),
    /// A structure or map: keys with their places, in order, possibly with the same key twice.
    Fields(Vec<(String, Position, Node)>),
}

const DEEPEST: usize = 40;
/// A shipped framework has about 2,000 values. A file with more than this many is no framework or assessment, and
/// naming every problem in it would take all memory.
const MOST_VALUES: usize = 100_000;

/// Reads the value of a whole file. Problems that do not stop the reading are added to `problems`.
pub fn read(text: &str, problems: &mut Vec<Problem>) -> Result<Node, Problem> {
    let mut reader = Reader { rest: text, at: Position::START, values: 0, problems };
    reader.skip_blank()?;
    let node = reader.value(0)?;
    reader.skip_blank()?;
    if reader.rest.is_empty() { Ok(node) } else { Err(reader.syntax()) }
}

struct Reader<'a> {
    rest: &'a str,
    at: Position,
    values: usize,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.rest = &self.rest[character.len_utf8()..];
        if character == '\n' {
            self.at = Position { line: self.at.line + 1, column: 1 };
        } else {
            self.at.column += 1;
        }
        Some(character)
    }

    fn take(&mut self, expected: &str) -> bool {
        let found = self.rest.starts_with(expected);
        if found {
            for _ in expected.chars() {
                self.next();
            }
        }
        found
    }

    fn expect(&mut self, expected: &str) -> Result<(), Problem> {
        if self.take(expected) { Ok(()) } else { Err(self.syntax()) }
    }

    fn syntax(&self) -> Problem {
        Problem::new(Code::Syntax, self.at)
    }

    fn note(&mut self, code: Code, at: Position) {
        self.problems.push(Problem::new(code, at));
    }

    fn skip_blank(&mut self) -> Result<(), Problem> {
        loop {
            let at = self.at;
            if self.peek().is_some_and(char::is_whitespace) {
                self.next();
            } else if self.take("//") {
                while self.peek().is_some_and(|character| character != '\n') {
                    self.next();
                }
            } else if self.take("/*") {
                self.skip_block_comment()?;
            } else if self.take("#![") {
                self.note(Code::Extension, at);
                while self.peek().is_some_and(|character| character != ']') {
                    self.next();
                }
                self.expect("]")?;
            } else {
                return Ok(());
            }
        }
    }

    fn skip_block_comment(&mut self) -> Result<(), Problem> {
        let mut depth = 1_usize;
        while depth > 0 {
            if self.take("*/") {
                depth -= 1;
            } else if self.take("/*") {
                depth += 1;
            } else if self.next().is_none() {
                return Err(self.syntax());
            }
        }
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Result<Node, Problem> {
        let at = self.at;
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(Problem::new(Code::TooLarge, at).with("what", "values").with("most", MOST_VALUES));
        }
        if depth > DEEPEST {
            return Err(Problem::new(Code::TooDeep, at));
        }
        let value = match self.peek().ok_or_else(|| self.syntax())? {
            '"' => Value::Text(self.text()?),
            '[' => Value::List(self.list("[", "]", depth)?),
            '{' => Value::Fields(self.fields("{", "}", depth)?),
            '(' => self.parentheses(depth)?,
            'r' if self.rest.starts_with("r\"") || self.rest.starts_with("r#") => Value::Text(self.raw_text()?),
            character if character.is_ascii_digit() || matches!(character, '-' | '+' | '.') => self.number(at),
            character if character.is_alphabetic() || character == '_' => self.word(at, depth)?,
            _ => return Err(self.syntax()),
        };
        Ok(Node { at, value })
    }

    /// A structure, a tuple or the unit of RON.
    fn parentheses(&mut self, depth: usize) -> Result<Value, Problem> {
        let ahead = (self.rest, self.at);
        self.expect("(")?;
        self.skip_blank()?;
        let empty = self.take(")");
        let is_fields = !empty && {
            let name = self.bare_word();
            self.skip_blank()?;
            !name.is_empty() && self.peek() == Some(':')
        };
        if empty {
            return Ok(Value::Fields(Vec::new()));
        }
        (self.rest, self.at) = ahead;
        if is_fields {
            Ok(Value::Fields(self.fields("(", ")", depth)?))
        } else {
            Ok(Value::List(self.list("(", ")", depth)?))
        }
    }

    fn list(&mut self, open: &str, close: &str, depth: usize) -> Result<Vec<Node>, Problem> {
        self.expect(open)?;
        let mut list = Vec::new();
        loop {
            self.skip_blank()?;
            if self.take(close) {
                return Ok(list);
            }
            list.push(self.value(depth + 1)?);
            self.skip_blank()?;
            if !self.take(",") {
                self.expect(close)?;
                return Ok(list);
            }
        }
    }

    fn fields(&mut self, open: &str, close: &str, depth: usize) -> Result<Vec<(String, Position, Node)>, Problem> {
        self.expect(open)?;
        let mut fields = Vec::new();
        loop {
            self.skip_blank()?;
            if self.take(close) {
                return Ok(fields);
            }
            let at = self.at;
            let key = if self.peek() == Some('"') { self.text()? } else { self.bare_word() };
            self.skip_blank()?;
            self.expect(":")?;
            self.skip_blank()?;
            fields.push((key, at, self.value(depth + 1)?));
            self.skip_blank()?;
            if !self.take(",") {
                self.expect(close)?;
                return Ok(fields);
            }
        }
    }

    fn bare_word(&mut self) -> String {
        self.take("r#");
        let mut word = String::new();
        while let Some(character) = self.peek().filter(|next| next.is_alphanumeric() || matches!(next, '_')) {
            word.push(character);
            self.next();
        }
        word
    }

    fn word(&mut self, at: Position, depth: usize) -> Result<Value, Problem> {
        let word = self.bare_word();
        match word.as_str() {
            "NaN" | "inf" | "Infinity" => {
                self.note(Code::NotANumber, at);
                return Ok(Value::OtherNumber(word));
            }
            "None" | "null" => return Ok(Value::Nothing),
            _ => {}
        }
        if self.peek() != Some('(') {
            return Ok(Value::Word(word));
        }
        let inner = self.parentheses(depth + 1)?;
        Ok(match inner {
            // `Some(x)` is x.
            Value::List(mut list) if word == "Some" && list.len() == 1 => {
                list.pop().map_or(Value::Nothing, |node| node.value)
            }
            other => other,
        })
    }

    fn number(&mut self, at: Position) -> Value {
        let mut written = String::new();
        while let Some(character) =
            self.peek().filter(|next| next.is_ascii_alphanumeric() || matches!(next, '-' | '+' | '.' | '_'))
        {
            written.push(character);
            self.next();
        }
        if is_no_number(&written) {
            self.note(Code::NotANumber, at);
        }
        written.parse().map_or(Value::OtherNumber(written), Value::Number)
    }

    fn raw_text(&mut self) -> Result<String, Problem> {
        self.expect("r")?;
        let mut end = String::from("\"");
        while self.take("#") {
            end.push('#');
        }
        self.expect("\"")?;
        let mut text = Gathered::default();
        while !self.take(&end) {
            let at = self.at;
            let character = self.next().ok_or_else(|| self.syntax())?;
            text.push(character, at, self.problems);
        }
        Ok(text.text)
    }

    fn text(&mut self) -> Result<String, Problem> {
        self.expect("\"")?;
        let mut text = Gathered::default();
        loop {
            let at = self.at;
            match self.next().ok_or_else(|| self.syntax())? {
                '"' => return Ok(text.text),
                '\\' => {
                    if let Some(character) = self.escape()? {
                        text.push(character, at, self.problems);
                    }
                }
                character => text.push(character, at, self.problems),
            }
        }
    }

    /// The character of an escape; none for the end of a line.
    fn escape(&mut self) -> Result<Option<char>, Problem> {
        let character = match self.next().ok_or_else(|| self.syntax())? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            '0' => '\0',
            'x' => self.hex(2).and_then(char::from_u32).ok_or_else(|| self.syntax())?,
            'u' => return self.unicode().map(Some),
            '\n' => {
                while self.peek().is_some_and(char::is_whitespace) {
                    self.next();
                }
                return Ok(None);
            }
            same @ ('"' | '\\' | '/' | '\'') => same,
            _ => return Err(self.syntax()),
        };
        Ok(Some(character))
    }

    fn unicode(&mut self) -> Result<char, Problem> {
        if self.take("{") {
            let digits = self.bare_word();
            self.expect("}")?;
            return u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).ok_or_else(|| self.syntax());
        }
        let first = self.hex(4).ok_or_else(|| self.syntax())?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).ok_or_else(|| self.syntax());
        }
        self.expect("\\u")?;
        let second = self.hex(4).filter(|low| (0xDC00..0xE000).contains(low)).ok_or_else(|| self.syntax())?;
        char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)).ok_or_else(|| self.syntax())
    }

    fn hex(&mut self, digits: usize) -> Option<u32> {
        (0..digits).try_fold(0, |number, _| Some(number * 16 + self.next()?.to_digit(16)?))
    }
}

/// NaN, infinite as written, or infinite to the machine, such as 1e999. Such a number is noted where it is read.
pub fn is_no_number(written: &str) -> bool {
    let bare = written.trim_start_matches(['-', '+']);
    let exponent = bare.to_ascii_lowercase();
    let power = exponent.split_once('e').map(|(_, power)| power.trim_start_matches('+'));
    matches!(bare, "NaN" | "inf" | "Infinity")
        || power.is_some_and(|power| {
            let digits = power.trim_start_matches('0');
            let all_digits = !power.is_empty() && power.bytes().all(|byte| byte.is_ascii_digit());
            all_digits && !bare.starts_with("0x") && (digits.len() > 3 || (digits.len() == 3 && digits > "300"))
        })
}

/// A text while it is read; problems are reported once a text.
#[derive(Default)]
struct Gathered {
    text: String,
    length: usize,
    refused: bool,
}

impl Gathered {
    fn push(&mut self, character: char, at: Position, problems: &mut Vec<Problem>) {
        self.length += 1;
        if self.length == LONGEST_TEXT + 1 {
            problems.push(Problem::new(Code::TextTooLong, at).with("most", LONGEST_TEXT));
        }
        if is_hidden(character) && !self.refused {
            self.refused = true;
            let shown = format!("U+{:04X}", u32::from(character));
            problems.push(Problem::new(Code::ControlCharacter, at).with("character", shown));
        }
        if self.length <= LONGEST_TEXT {
            self.text.push(character);
        }
    }
}
