//! The objects of PDF syntax, read from bytes without trust.

use std::collections::BTreeMap;
use std::ops::Range;

/// Deeper nesting than any report has.
const MAX_DEPTH: usize = 64;

/// An entry under its (unescaped) name.
pub(in super::super) type Dictionary = BTreeMap<Vec<u8>, Value>;

/// A PDF value. Real numbers are checked but not kept: nothing here depends on one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Value {
    Null,
    Boolean(bool),
    Integer(i64),
    Real,
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Value>),
    Dictionary(Dictionary),
    /// Object number; the generation is always 0.
    Reference(u32),
}

impl Value {
    pub(in super::super) fn dictionary(&self) -> Option<&Dictionary> {
        if let Self::Dictionary(dictionary) = self { Some(dictionary) } else { None }
    }

    pub(in super::super) fn array(&self) -> Option<&[Value]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    pub(in super::super) fn integer(&self) -> Option<i64> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }

    pub(in super::super) fn reference(&self) -> Option<u32> {
        if let Self::Reference(number) = self { Some(*number) } else { None }
    }

    pub(in super::super) fn text(&self) -> Option<&[u8]> {
        if let Self::Text(bytes) = self { Some(bytes) } else { None }
    }

    pub(in super::super) fn is_name(&self, name: &[u8]) -> bool {
        matches!(self, Self::Name(own) if own == name)
    }
}

/// Where reading stopped, and what should have stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct SyntaxError {
    pub offset: usize,
    pub expected: &'static str,
}

pub(super) type Scanned<T> = Result<T, SyntaxError>;

/// Reads on from a position. `values_left` bounds the memory that a hostile file can claim.
pub(super) struct Scanner<'a> {
    pub bytes: &'a [u8],
    pub position: usize,
    pub values_left: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn fail<T>(&self, expected: &'static str) -> Scanned<T> {
        Err(SyntaxError { offset: self.position, expected })
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.position..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    pub(super) fn skip_space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.position += 1;
        }
    }

    /// Steps over `token` when it stands here.
    pub(super) fn take(&mut self, token: &[u8]) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.position += token.len();
        }
        found
    }

    pub(super) fn expect(&mut self, token: &'static str) -> Scanned<()> {
        if self.take(token.as_bytes()) { Ok(()) } else { self.fail(token) }
    }

    /// One line ending: CR LF, LF or CR.
    pub(super) fn take_line_end(&mut self) -> bool {
        self.take(b"\r\n") || self.take(b"\n") || self.take(b"\r")
    }

    /// Digits only, at most ten of them.
    pub(super) fn number(&mut self, expected: &'static str) -> Scanned<usize> {
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).take(11).count();
        if digits == 0 || digits > 10 {
            return self.fail(expected);
        }
        let value = self.rest().iter().take(digits).fold(0u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
        let Ok(value) = usize::try_from(value) else { return self.fail(expected) };
        self.position += digits;
        Ok(value)
    }

    /// A value, and the bytes it takes.
    pub(super) fn value(&mut self) -> Scanned<(Value, Range<usize>)> {
        self.skip_space();
        let start = self.position;
        let value = self.value_at(0)?;
        Ok((value, start..self.position))
    }

    fn value_at(&mut self, depth: usize) -> Scanned<Value> {
        if depth > MAX_DEPTH {
            return self.fail("shallower nesting");
        }
        self.skip_space();
        // What other readers keep of each, in hundreds of bytes.
        let weight = match self.peek() {
            Some(b'<') if self.rest().starts_with(b"<<") => 8,
            Some(b'[') => 5,
            _ => 1,
        };
        self.values_left = match self.values_left.checked_sub(weight) {
            Some(left) => left,
            None => return self.fail("fewer objects"),
        };
        match self.peek() {
            Some(b'/') => self.name().map(Value::Name),
            Some(b'(') => self.literal_string(),
            Some(b'<') if self.rest().starts_with(b"<<") => self.dictionary(depth),
            Some(b'<') => self.hex_string(),
            Some(b'[') => self.array(depth),
            Some(b'+' | b'-' | b'.' | b'0'..=b'9') => self.numeric(),
            _ => self.keyword(),
        }
    }

    fn keyword(&mut self) -> Scanned<Value> {
        for (word, value) in [("null", Value::Null), ("true", Value::Boolean(true)), ("false", Value::Boolean(false))] {
            if self.take(word.as_bytes()) {
                return if self.peek().is_none_or(is_regular) { self.fail("a value") } else { Ok(value) };
            }
        }
        self.fail("a value")
    }

    fn array(&mut self, depth: usize) -> Scanned<Value> {
        self.position += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.take(b"]") {
                return Ok(Value::Array(items));
            }
            items.push(self.value_at(depth + 1)?);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Scanned<Value> {
        self.position += 2;
        let mut entries = Dictionary::new();
        loop {
            self.skip_space();
            if self.take(b">>") {
                return Ok(Value::Dictionary(entries));
            }
            if self.peek() != Some(b'/') {
                return self.fail("a name or >>");
            }
            let at = self.position;
            let key = self.name()?;
            let value = self.value_at(depth + 1)?;
            // Readers differ on which of two equal keys counts.
            if entries.insert(key, value).is_some() {
                return Err(SyntaxError { offset: at, expected: "a key that is not there yet" });
            }
        }
    }

    fn name(&mut self) -> Scanned<Vec<u8>> {
        self.position += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            self.position += 1;
            if byte == b'#' {
                let (Some(high), Some(low)) = (self.hex_digit(), self.hex_digit()) else {
                    return self.fail("two hexadecimal digits");
                };
                name.push(high * 16 + low);
            } else {
                name.push(byte);
            }
        }
        Ok(name)
    }

    fn hex_digit(&mut self) -> Option<u8> {
        let digit = char::from(self.peek()?).to_digit(16)?;
        self.position += 1;
        u8::try_from(digit).ok()
    }

    fn hex_string(&mut self) -> Scanned<Value> {
        self.position += 1;
        let mut bytes = Vec::new();
        while !self.take(b">") {
            let (Some(high), Some(low)) = (self.hex_digit(), self.hex_digit()) else {
                return self.fail("pairs of hexadecimal digits");
            };
            bytes.push(high * 16 + low);
        }
        Ok(Value::Text(bytes))
    }

    fn literal_string(&mut self) -> Scanned<Value> {
        self.position += 1;
        let mut bytes = Vec::new();
        let mut open = 1usize;
        loop {
            let Some(byte) = self.peek() else { return self.fail(")") };
            self.position += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    self.escape(&mut bytes)?;
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                return Ok(Value::Text(bytes));
            }
            bytes.push(byte);
        }
    }

    fn escape(&mut self, bytes: &mut Vec<u8>) -> Scanned<()> {
        let Some(byte) = self.peek() else { return self.fail("an escaped character") };
        if self.take_line_end() {
            return Ok(());
        }
        let mut octal = 0u16;
        let digits = self.rest().iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7')).count();
        if digits > 0 {
            for digit in self.rest().iter().take(digits) {
                octal = octal * 8 + u16::from(digit - b'0');
            }
            self.position += digits;
            let Ok(value) = u8::try_from(octal) else { return self.fail("an octal code up to 377") };
            bytes.push(value);
            return Ok(());
        }
        self.position += 1;
        bytes.push(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            other => other,
        });
        Ok(())
    }

    /// An integer, a real number, or a reference (`12 0 R`).
    fn numeric(&mut self) -> Scanned<Value> {
        let start = self.position;
        let length = self.rest().iter().take_while(|byte| is_regular(**byte)).count();
        let token = self.rest().get(..length).unwrap_or_default();
        self.position += length;
        let unsigned = token.strip_prefix(b"+").or(token.strip_prefix(b"-")).unwrap_or(token);
        let digits = unsigned.iter().filter(|byte| byte.is_ascii_digit()).count();
        let dots = unsigned.iter().filter(|byte| **byte == b'.').count();
        if digits == 0 || digits + dots != unsigned.len() || dots > 1 {
            return Err(SyntaxError { offset: start, expected: "a number" });
        }
        if dots == 1 {
            return Ok(Value::Real);
        }
        let number = std::str::from_utf8(token).ok().and_then(|text| text.parse::<i64>().ok());
        let Some(number) = number else { return Err(SyntaxError { offset: start, expected: "a smaller number" }) };
        match u32::try_from(number) {
            Ok(object) if unsigned.len() == token.len() && self.rest_of_reference() => Ok(Value::Reference(object)),
            _ => Ok(Value::Integer(number)),
        }
    }

    /// Steps over ` 0 R` when that stands here.
    fn rest_of_reference(&mut self) -> bool {
        let start = self.position;
        self.skip_space();
        if self.take(b"0") && self.peek().is_some_and(is_space) {
            self.skip_space();
            if self.take(b"R") && !self.peek().is_some_and(is_regular) {
                return true;
            }
        }
        self.position = start;
        false
    }
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Scanned<Value> {
        let mut scanner = Scanner { bytes: text.as_bytes(), position: 0, values_left: 1000 };
        scanner.value().map(|(value, _)| value)
    }

    #[test]
    fn values_are_read_as_written() {
        assert_eq!(read("12 0 R "), Ok(Value::Reference(12)));
        assert_eq!(read("[12 0 1 0 R]").unwrap().array().unwrap().len(), 3);
        assert_eq!(read("-7 "), Ok(Value::Integer(-7)));
        assert_eq!(read("-.5 "), Ok(Value::Real));
        assert_eq!(read(r"(a\(b\)(c)\101\n)"), Ok(Value::Text(b"a(b)(c)A\n".to_vec())));
        assert_eq!(read("<00fF>"), Ok(Value::Text(vec![0, 255])));
        assert_eq!(read("/J#53 "), Ok(Value::Name(b"JS".to_vec())));
        assert!(read("<</A<</B[/C null]>>/D true>>").is_ok());
    }

    #[test]
    fn arrays_and_dictionaries_lie_in_each_other_up_to_a_bound() {
        for (begin, end) in [("[", "]"), ("<</A ", ">>"), ("[<</A ", ">>]")] {
            let levels = begin.matches(['[', '/']).count();
            let read = |times: usize| {
                let text = format!("{}null {}", begin.repeat(times), end.repeat(times));
                let mut scanner = Scanner { bytes: text.as_bytes(), position: 0, values_left: 100_000 };
                scanner.value().is_ok()
            };
            assert!(read(MAX_DEPTH / levels) && !read(MAX_DEPTH / levels + 1), "{begin}");
        }
    }

    #[test]
    fn what_readers_could_disagree_on_is_refused() {
        for text in [
            "<</A 1/A 2>>",
            "<</A 1/#41 2>>",
            "<0>",
            "<0 0>",
            "(",
            "[1",
            "<</A",
            "1.2.3 ",
            "--1 ",
            "nul",
            "%x\n1 ",
            "99999999999999999999 ",
            "/a#4",
            "(\\777)",
            "5 0 X[",
            "truex ",
        ] {
            if text == "5 0 X[" {
                assert_eq!(read(text), Ok(Value::Integer(5)));
            } else {
                assert!(read(text).is_err(), "{text}");
            }
        }
        assert!(read(&"[".repeat(100_000)).is_err());
        // A dictionary weighs more than a number: other readers take more for it.
        assert!(
            read(&format!("[{}]", "<<>>".repeat(120))).is_ok() && read(&format!("[{}]", "<<>>".repeat(130))).is_err()
        );
        assert!(read(&format!("[{}]", "1 ".repeat(2000))).is_err());
    }
}
