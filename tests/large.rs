//! Frameworks of thousands of norms: read, scored, and changed without a wait.

use std::time::Instant;

use trede::domain::{Sheet, score};
use trede::storage::framework_file;

use crate::large_framework::text;

#[test]
fn five_thousand_norms_are_read_and_scored() {
    for (parts, rows) in [(10, 170), (1, 1_700)] {
        let file = text(parts, rows);
        let start = Instant::now();
        let framework = framework_file::load(file.as_bytes()).expect("it is good");
        println!("load {:?}", start.elapsed());
        assert_eq!(framework.norms().count(), 5_100);
        let start = Instant::now();
        let all = score(&framework, &Sheet::empty(&framework));
        println!("score {:?}", start.elapsed());
        assert_eq!(all.parts.iter().map(|part| part.decisive.len()).sum::<usize>(), 5_100);
    }
}
