//! Writing an empty overlay: a file in which the literal words of each norm can be filled in.

use super::exchange_write::ExchangeFormat;
use crate::domain::{Aspect, Framework, Language, Norm, Part};

/// An empty overlay over `framework`. The RON form tells above each norm what it is about, in `language`, and begins
/// with the lines of `lead`; JSON knows no comments.
pub fn empty(framework: &Framework, language: Language, lead: &str, format: ExchangeFormat) -> String {
    match format {
        ExchangeFormat::Json => json(framework),
        ExchangeFormat::Ron => ron(framework, language, lead),
    }
}

fn json(framework: &Framework) -> String {
    // Written by hand, so that the norms stand in the order of the framework.
    let texts: Vec<String> = framework.norms().map(|norm| format!("    {}: \"\"", quoted(norm.id.as_str()))).collect();
    let (id, version) = (quoted(&framework.id), quoted(&framework.version));
    let head = format!("  \"format\": 1,\n  \"overlay_of\": {id},\n  \"framework_version\": {version},\n");
    format!("{{\n{head}  \"source\": \"\",\n  \"texts\": {{\n{}\n  }}\n}}\n", texts.join(",\n"))
}

fn ron(framework: &Framework, language: Language, lead: &str) -> String {
    let mut file = String::new();
    for line in lead.lines() {
        file.push_str(&comment(line));
    }
    file.push_str("(\n    format: 1,\n");
    for (key, value) in [("overlay_of", &framework.id), ("framework_version", &framework.version)] {
        file.push_str(&format!("    {key}: {},\n", quoted(value)));
    }
    file.push_str("    source: \"\",\n    texts: {\n");
    for part in framework.parts() {
        file.push_str(&format!("\n        {}", comment(&format!("{}. {}", part.id, part.title.plain(language)))));
        for (aspect, norm) in in_source_order(part) {
            let (title, place, text) = (&aspect.title, &norm.place, &norm.text);
            let [title, place, text] = [title, place, text].map(|text| text.plain(language));
            file.push_str(&format!("        {}", comment(&format!("{title} ({place}): {text}"))));
            file.push_str(&format!("        {}: \"\",\n", quoted(norm.id.as_str())));
        }
    }
    file.push_str("    },\n)\n");
    file
}

/// The norms of a part rung by rung, highest first: a document is read that way, while a rubric is judged row by row.
fn in_source_order(part: &Part) -> Vec<(&Aspect, &Norm)> {
    let mut norms: Vec<(&Aspect, &Norm)> =
        part.aspects.iter().flat_map(|aspect| aspect.norms.iter().map(move |norm| (aspect, norm))).collect();
    norms.sort_by_key(|(_, norm)| std::cmp::Reverse(norm.rung.number()));
    norms
}

/// A line of comment, whatever the text holds.
fn comment(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() { "//\n".to_owned() } else { format!("// {}\n", words.join(" ")) }
}

/// A text as both formats write it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{overlay_file, shipped};

    #[test]
    fn an_empty_overlay_reads_back_as_nothing_filled_in() {
        let framework = shipped::ALL[0].load().unwrap();
        for format in [ExchangeFormat::Ron, ExchangeFormat::Json] {
            for language in Language::ALL {
                let file = empty(&framework, language, "Vul in.\n\nEn let op.", format);
                let read = overlay_file::read(file.as_bytes(), &framework).unwrap();
                assert_eq!((read.filled(), read.source.as_str()), (0, ""));
                assert_eq!(file.matches(": \"\"").count(), framework.norms().count() + 1);
            }
        }
    }

    #[test]
    fn no_text_of_a_framework_breaks_out_of_a_comment() {
        assert_eq!(comment("a\n\"I.5.1\": \"b\",\r\n\u{2028}c"), "// a \"I.5.1\": \"b\", c\n");
    }
}
