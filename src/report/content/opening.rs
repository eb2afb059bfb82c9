//! The cover: who, what, the total and signals.

use super::super::block::{Block, CalloutKind, KeyValue, Span};
use super::Page;
use crate::domain::score::Ends;
use crate::wording::arg;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let Page { source, wording } = page;
    let mut blocks = vec![
        Block::Cover {
            brand: wording.text("report-brand"),
            title: page.words(&source.framework.report_title),
            subtitle: source.cover.subject.clone(),
        },
        Block::KeyValues(facts(page)),
    ];
    if let Some(doubt) = wording.doubt_about_name(&source.cover.subject) {
        blocks.push(Block::Callout { kind: CalloutKind::Alert, text: vec![Span::plain(doubt)] });
    }
    if !source.parameters.is_final {
        blocks.push(Block::Callout {
            kind: CalloutKind::Info,
            text: vec![Span::plain(wording.text("report-concept-why"))],
        });
    }
    blocks.push(total(page));
    for alert in &source.score.alerts {
        let rule = source.framework.alerts.iter().find(|rule| rule.code == alert.code);
        let (title, text) = rule.map(|rule| (page.words(&rule.title), page.words(&rule.text))).unwrap_or_default();
        let lead = wording.with("report-alert", &[("norms", wording.norms(&alert.norms)), ("title", title)]);
        let text = vec![Span::bold(lead), Span::plain(format!(" {text}"))];
        blocks.push(Block::Callout { kind: CalloutKind::Alert, text });
    }
    blocks
}

fn facts(page: &Page) -> Vec<KeyValue> {
    let Page { source, wording } = page;
    let plain = |key: &str, value: String| KeyValue { key: wording.text(key), value: vec![Span::plain(value)] };
    let mono = |key: &str, value: String| KeyValue { key: wording.text(key), value: vec![Span::mono(value)] };
    let framework = source.framework;
    let name = format!("{}, {} {}", page.words(&framework.title), wording.text("report-version"), framework.version);
    let name = vec![Span::plain(name), Span::muted(format!(" · {}", framework.id))];
    let none = || wording.text("report-none");
    let assessor = source.sheet.assessor.as_ref().map(|assessor| match assessor.role.is_empty() {
        true => assessor.name.clone(),
        false => format!("{}, {}", assessor.name, assessor.role),
    });
    let status = wording.text(if source.parameters.is_final { "report-is-final" } else { "report-is-concept" });
    let date = format!("{}, {status}", wording.date_in_words(source.parameters.at));
    let mut facts = vec![
        KeyValue { key: wording.text("report-framework"), value: name },
        mono("report-framework-hash", framework.sha256.clone()),
        plain("report-kvk", source.cover.kvk.clone().unwrap_or_else(none)),
        plain("report-period", source.cover.period.clone()),
        plain("report-perspective", wording.perspective(source.perspective)),
        plain("report-assessor", assessor.unwrap_or_else(none)),
        plain("report-date", date),
    ];
    match source.log_head {
        Some(head) => {
            let count = wording.with("report-log-count", &[arg("count", head.count)]);
            let hash = Span::mono(format!("\n{}", head.sha256));
            facts.push(KeyValue { key: wording.text("report-log"), value: vec![Span::plain(count), hash] });
        }
        None => facts.push(plain("report-log", none())),
    }
    if let Some(literal) = source.literal {
        let overlay = literal.overlay;
        let counts = [arg("filled", overlay.filled()), arg("norms", framework.norms().count())];
        let count = wording.with("report-overlay-count", &counts);
        let named = Span::plain(format!("{}\n{count}", wording.literal_source(overlay)));
        let hash = Span::mono(format!("\n{}", overlay.sha256));
        facts.push(KeyValue { key: wording.text("report-overlay"), value: vec![named, hash] });
    }
    facts.push(plain("report-standing", wording.text("report-not-afm")));
    facts
}

pub(super) fn total(page: &Page) -> Block {
    let Page { source, wording } = page;
    let title = wording.text(if source.score.complete { "report-total-complete" } else { "report-total-incomplete" });
    let number = match &source.score.total {
        None => "–".to_owned(),
        Some(Ends { lowest, highest }) if lowest == highest => wording.score(lowest),
        Some(Ends { lowest, highest }) => format!("{} – {}", wording.score(lowest), wording.score(highest)),
    };
    let text = match &source.score.total {
        None => wording.text("report-total-none"),
        Some(_) => {
            let mut sums = Vec::new();
            for theme in &source.framework.themes {
                let ends = source.score.theme(theme.id.as_str()).and_then(|theme| theme.ends.as_ref());
                let value = match ends.and_then(Ends::only) {
                    Some(mean) => mean.as_fraction(),
                    None => page.ends(ends),
                };
                sums.push(format!("{} × {value}", wording.percent(&theme.weight)));
            }
            let args = [arg("total", page.ends(source.score.total.as_ref())), arg("sum", sums.join(" + "))];
            wording.with("report-total-how", &args)
        }
    };
    Block::Total { number, title, text: vec![Span::plain(text)] }
}
