//! Small readers of csv and xlsx that share nothing with the writers, and just enough arithmetic for the formulas.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use trede::domain::Exact;
use trede::domain::score::Ends;

/// The rows of a csv between semicolons, which begins with a mark and whose lines end with CR LF.
pub fn rows_of(file: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(file).unwrap().strip_prefix('\u{FEFF}').expect("a mark at the start");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut rest = text.chars().peekable();
    let mut quoted = false;
    while let Some(each) = rest.next() {
        match (quoted, each) {
            (true, '"') if rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            (_, '"') => quoted = !quoted,
            (false, ';') => row.push(std::mem::take(&mut cell)),
            (false, '\r') => {
                assert_eq!(rest.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (false, '\n') => panic!("a line end of another system"),
            (_, each) => cell.push(each),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty());
    rows
}

/// A spreadsheet as it was read.
pub struct Book {
    pub names: Vec<String>,
    pub files: Vec<String>,
    pub sheets: Vec<Sheet>,
}

/// A sheet: what stands in its cells, by name such as `B7`.
pub struct Sheet {
    pub xml: String,
    pub texts: BTreeMap<String, String>,
    pub numbers: BTreeMap<String, f64>,
    pub formulas: BTreeMap<String, String>,
}

/// The stretches of a text between two others.
fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(from).skip(1).filter_map(move |rest| rest.split_once(to)).map(|(inside, _)| inside)
}

/// XML as it reads: entities, and the way in which spreadsheets write a character by its number.
fn plain(xml: &str) -> String {
    let mut text = xml.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    let mut from = 0;
    while let Some(at) = text[from..].find("_x").map(|at| at + from) {
        from = at + 2;
        let code = text.get(at + 2..at + 6).filter(|_| text.get(at + 6..at + 7) == Some("_"));
        if let Some(each) = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            text.replace_range(at..at + 7, &each.to_string());
            from = at + each.len_utf8();
        }
    }
    text
}

impl Book {
    pub fn read(file: &[u8]) -> Book {
        let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
        let mut files: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        files.sort();
        let mut content = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let workbook = content("xl/workbook.xml");
        let names: Vec<String> = between(&workbook, "<sheet name=\"", "\"").map(plain).collect();
        let shared = content("xl/sharedStrings.xml");
        let text = |item: &str| plain(item.split_once('>').unwrap().1.split_once("</t>").unwrap().0);
        let shared: Vec<String> = between(&shared, "<si><t", "</si>").map(text).collect();
        let sheets = (1..=names.len()).map(|at| Sheet::read(content(&format!("xl/worksheets/sheet{at}.xml")), &shared));
        let sheets = sheets.collect();
        Book { names, files, sheets }
    }
}

impl Sheet {
    fn read(xml: String, shared: &[String]) -> Sheet {
        let mut sheet = Sheet { xml, texts: BTreeMap::new(), numbers: BTreeMap::new(), formulas: BTreeMap::new() };
        for cell in between(&sheet.xml, "<c ", "</c>") {
            let (attributes, inside) = cell.split_once('>').unwrap();
            let name = between(attributes, "r=\"", "\"").next().unwrap().to_owned();
            let value = between(inside, "<v>", "</v>").next().unwrap();
            if let Some(formula) = between(inside, "<f>", "</f>").next() {
                sheet.formulas.insert(name.clone(), plain(formula));
            }
            if attributes.contains("t=\"s\"") {
                sheet.texts.insert(name, shared[value.parse::<usize>().unwrap()].clone());
            } else {
                sheet.numbers.insert(name, value.parse().unwrap());
            }
        }
        sheet
    }

    /// The text of a cell.
    #[track_caller]
    pub fn text(&self, cell: &str) -> &str {
        self.texts.get(cell).unwrap_or_else(|| panic!("{cell} has no text"))
    }

    /// The number in a cell, or the result that stands beside its formula.
    pub fn number(&self, cell: &str) -> Option<f64> {
        self.numbers.get(cell).copied()
    }

    /// The number in a cell, worked out anew where it is a formula.
    pub fn calculated(&self, cell: &str) -> f64 {
        let Some(formula) = self.formulas.get(cell) else { return self.numbers.get(cell).copied().unwrap_or_default() };
        if let Some(inner) = formula.strip_prefix("ROUND(ROUND(").and_then(|rest| rest.strip_suffix(",12),1)")) {
            let inner = (self.calculated(inner) * 1e12).round() / 1e12;
            return ((inner * 1e6).round() / 1e5).round() / 10.0;
        }
        if let Some((sum, weight)) = formula.split_once("/SUMIF(") {
            let (scores, weights) = weight.strip_suffix(')').unwrap().split_once(",\">0\",").unwrap();
            let weight: f64 =
                self.pairs(weights, scores).filter(|(_, score)| *score > 0.0).map(|(weight, _)| weight).sum();
            return self.product(sum) / weight;
        }
        match formula.split_once('/') {
            Some((above, below)) => above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap(),
            None => self.product(formula),
        }
    }

    fn product(&self, formula: &str) -> f64 {
        let inside = formula.strip_prefix("SUMPRODUCT(").unwrap().strip_suffix(')').unwrap();
        let (one, other) = inside.split_once(',').unwrap();
        self.pairs(one, other).map(|(one, other)| one * other).sum()
    }

    fn pairs(&self, one: &str, other: &str) -> impl Iterator<Item = (f64, f64)> {
        let cells = |range: &str| {
            let (from, to) = range.split_once(':').unwrap();
            assert_eq!(from[..1], to[..1]);
            let rows = from[1..].parse::<u32>().unwrap()..=to[1..].parse().unwrap();
            rows.map(|row| self.calculated(&format!("{}{row}", &from[..1]))).collect::<Vec<f64>>()
        };
        cells(one).into_iter().zip(cells(other))
    }

    /// The formulas of a row give these ends, and these ends stand beside them; or there is nothing at all.
    #[track_caller]
    pub fn assert_score(&self, row: usize, ends: Option<&Ends>) {
        for (column, end) in [('E', ends.map(|ends| &ends.lowest)), ('F', ends.map(|ends| &ends.highest))] {
            let cell = format!("{column}{row}");
            match end {
                Some(end) => {
                    assert_eq!(self.number(&cell), Some(float(end)), "{cell}");
                    assert!((self.calculated(&cell) - float(end)).abs() < 1e-12, "{cell}");
                }
                None => {
                    assert!(self.number(&cell).is_none() && !self.formulas.contains_key(&cell), "{cell}");
                    assert!(!self.text(&format!("I{row}")).is_empty());
                }
            }
        }
    }
}

/// The nearest number of a spreadsheet.
pub fn float(number: &Exact) -> f64 {
    let fraction = number.as_fraction();
    let (above, below) = fraction.split_once('/').unwrap();
    above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap()
}
