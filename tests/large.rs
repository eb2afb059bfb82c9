//! Frameworks of thousands of norms: what follows from them is what follows from small ones. `benches/` tells how long it takes.

use trede::domain::{Level, Sheet, Verdict, score};
use trede::storage::framework_file;

use crate::large_framework::text;

#[test]
fn five_thousand_norms_are_read_and_scored() {
    for (parts, rows) in [(10, 170), (1, 1_700)] {
        let framework = framework_file::load(text(parts, rows).as_bytes()).expect("it is good");
        assert_eq!(framework.norms().count(), 5_100);
        let mut sheet = Sheet::empty(&framework);
        let open = score(&framework, &sheet);
        assert_eq!(open.parts.iter().map(|part| part.decisive.len()).sum::<usize>(), 5_100);
        assert!(open.parts.iter().all(|part| part.admissible.levels().eq(Level::ALL)));
        // All but one norm of rung 5: each part but the last is a 5.
        for norm in framework.norms() {
            sheet.findings.entry(norm.id.clone()).or_default().verdict = norm.rung.good();
        }
        let last = format!("{parts}.5.{rows}");
        sheet.findings.get_mut(last.as_str()).expect("the last norm").verdict = Verdict::Fails;
        let judged = score(&framework, &sheet);
        let levels: Vec<Option<Level>> = judged.parts.iter().map(|part| part.score()).collect();
        assert_eq!(levels.last(), Some(&Some(Level::FOUR)));
        assert!(levels[..parts - 1].iter().all(|level| *level == Some(Level::FIVE)));
        let way = judged.parts.last().and_then(|part| part.ways.first()).expect("a way up");
        assert_eq!(way.changes.iter().map(|norm| norm.as_str()).collect::<Vec<_>>(), [last]);
    }
}
