//! A framework of thousands of norms, made by code: to measure with, and to see that the window stays quick.

use std::fmt::Write as _;

/// The file of a framework in two languages with `parts` parts of `rows` rows of three norms; ids are `1.5.1` and so on.
pub fn text(parts: usize, rows: usize) -> String {
    let mut file = String::from(
        r#"(format: 1, id: "groot-kader", version: "1.0.0", languages: ["nl", "en"],
    title: (nl: "Groot kader", en: "Large framework"), report_title: (nl: "Beoordeling", en: "Assessment"),
    source: (nl: "Gemaakt om te meten.", en: "Made to measure."), scale: ["#,
    );
    for level in 1..=5 {
        let _ = writeln!(file, r#"(level: {level}, text: (nl: "Dit is een {level}.", en: "This is a {level}.")),"#);
    }
    file.push_str("], scale_source: (nl: \"Bedacht.\", en: \"Made up.\"), policies: [");
    for (policy, value) in [
        ("exceeds_one", "assessor_settles"),
        ("exceeds_three", "any_distinguishing"),
        ("partly", "signals_four"),
        ("score_two_refers_to", "3"),
        ("part_weights", "equal"),
        ("rounding", "half_up_one_decimal"),
        ("waived_costs", "net_with_gross_shown"),
    ] {
        let same = r#"(nl: "Bedacht.", en: "Made up.")"#;
        let _ = writeln!(
            file,
            r#"(id: "{policy}", value: "{value}", title: {same}, source_says: {same}, choice: {same}),"#
        );
    }
    file.push_str(r#"], themes: [(id: "A", title: (nl: "Alles", en: "All of it"), weight: "1", parts: ["#);
    for part in 1..=parts {
        let _ = write!(
            file,
            r#"(id: "{part}", title: (nl: "Onderdeel {part}", en: "Part {part}"),
    summary: (nl: "Of alles van onderdeel {part} gebeurt.", en: "Whether all of part {part} happens."),
    introduction: [], groups: [], aspects: ["#
        );
        for row in 1..=rows {
            push_row(&mut file, part, row);
        }
        file.push_str("]),\n");
    }
    file.push_str("])], footnotes: [], alerts: [], notes: [], silent: [])\n");
    file
}

fn push_row(file: &mut String, part: usize, row: usize) {
    let _ = writeln!(file, r#"(id: "{part}.a{row}", title: (nl: "Onderwerp {row}", en: "Subject {row}"), norms: ["#);
    // Rows of different heights, as in a real framework.
    let more =
        ["", ", ook als dat meer tijd kost", ", en legt vast waarom dat zo is gegaan en wie dat besliste"][row % 3];
    for (rung, dutch, english) in [
        (5, "gaat *altijd* na of het past", "*always* checks whether it fits"),
        (3, "gaat *meestal* na of het past", "*usually* checks whether it fits"),
        (1, "gaat *nooit* na of het past", "*never* checks whether it fits"),
    ] {
        let _ = writeln!(
            file,
            r#"(id: "{part}.{rung}.{row}", rung: {rung}, test_unit: "both", place: (nl: "blz. {row}", en: "page {row}"),
    text: (nl: "De aanbieder {dutch} bij onderwerp {row} van onderdeel {part}{more}.", en: "The lender {english} for subject {row} of part {part}.")),"#
        );
    }
    file.push_str("]),\n");
}
