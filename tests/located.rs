//! What the reader that keeps places makes of every form of text, number and word.

use trede::storage::located::{Node, Value, is_no_number, read};
use trede::storage::problem::Code;

fn value(text: &str) -> Value {
    read(text, &mut Vec::new()).unwrap_or_else(|problem| panic!("{text}: {problem:?}")).value
}

fn refused(text: &str) -> Code {
    read(text, &mut Vec::new()).expect_err(text).code
}

fn numbers(value: &Value) -> Vec<i64> {
    let Value::List(list) = value else { panic!("{value:?}") };
    let number = |node: &Node| match node.value {
        Value::Number(number) => number,
        ref other => panic!("{other:?}"),
    };
    list.iter().map(number).collect()
}

#[test]
fn every_escape_is_the_character_that_it_stands_for() {
    for (written, meant) in [
        (r"\n", "\n"),
        (r"\t", "\t"),
        (r"\r", "\r"),
        (r"\b", "\u{8}"),
        (r"\f", "\u{c}"),
        (r"\0", "\0"),
        (r"\x41", "A"),
        (r"\x7a", "z"),
        (r"\u00e9", "é"),
        (r"\uFFFD", "\u{FFFD}"),
        (r"\u{e9}", "é"),
        (r"\u{1F600}", "\u{1F600}"),
        (r"\uD83D\uDE00", "\u{1F600}"),
        (r"\uD800\uDC00", "\u{10000}"),
        (r"\uDBFF\uDFFF", "\u{10FFFF}"),
        (r#"\""#, "\""),
        (r"\\", "\\"),
        (r"\/", "/"),
        (r"\'", "'"),
        ("\\\n   ", ""),
        ("\\\n\t\n  ", ""),
    ] {
        assert_eq!(value(&format!("\"a{written}b\"")), Value::Text(format!("a{meant}b")), "{written:?}");
    }
    for written in [
        r"\q",
        r"\xZZ",
        r"\x4_",
        r"\u12",
        r"\u{}",
        r"\u{zz}",
        r"\u{110000}",
        r"\u{D800}",
        r"\uDE00",
        r"\uDC00\uD800",
        r"\uD83D",
        r"\uD83Dx",
        r"\uD83D\n",
        r"\uD83DA",
        r"\uD83D\uD83D",
        r"\uD83D\uE000",
        r"\u{e9",
    ] {
        assert_eq!(refused(&format!("\"a{written}b\"")), Code::Syntax, "{written:?}");
    }
    assert_eq!(refused("\"a\\"), Code::Syntax);
    assert_eq!(refused("\"a"), Code::Syntax);
}

#[test]
fn some_is_what_stands_in_it_and_other_names_before_parentheses_change_nothing() {
    assert_eq!(value("Some(7)"), Value::Number(7));
    assert_eq!(value("Some(Some(7))"), Value::Number(7));
    assert_eq!(numbers(&value("Some(7, 8)")), [7, 8]);
    assert_eq!(numbers(&value("Other(7)")), [7]);
    assert_eq!(numbers(&value("Other(7, 8)")), [7, 8]);
    assert!(matches!(value("Some(a: 7)"), Value::Fields(fields) if fields[0].0 == "a"));
    assert_eq!(value("Some"), Value::Word("Some".to_owned()));
    assert_eq!((value("None"), value("null")), (Value::Nothing, Value::Nothing));
}

#[test]
fn a_number_that_no_machine_holds_is_none() {
    for written in [
        "NaN",
        "inf",
        "Infinity",
        "-inf",
        "+NaN",
        "-Infinity",
        "1e999",
        "-1e999",
        "1E301",
        "1e+301",
        "1e1000",
        "2.5e0400",
    ] {
        assert!(is_no_number(written), "{written}");
        let mut problems = Vec::new();
        let read = read(written, &mut problems);
        // With a sign before it, it is no word any more, and no number either.
        assert!(read.is_err() || problems.iter().any(|problem| problem.code == Code::NotANumber), "{written}");
    }
    for written in [
        "0", "-12", "1e3", "1e300", "1e0300", "1e099", "1e-999", "1.5", "0x1e999", "0x1E301", "e", "1e", "1e4x",
        "infinite", "NaNa",
    ] {
        assert!(!is_no_number(written), "{written}");
    }
    assert_eq!((value("-12"), value("+12")), (Value::Number(-12), Value::Number(12)));
    assert_eq!(value("9223372036854775808"), Value::OtherNumber("9223372036854775808".to_owned()));
    assert_eq!(value("1_000"), Value::OtherNumber("1_000".to_owned()));
}
