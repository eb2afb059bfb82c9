//! Every single-bit change of a whole report is refused, with a reason.
//!
//! `cargo test` tries a fixed sample. All of them:
//! `TREDE_SWEEP=all cargo test --release --no-default-features sweep -- --nocapture`

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use trede::domain::text::Language;
use trede::session::ReportJob;
use trede::signing::inspect;
use trede::storage::framework_file;
use trede::verification::verify;
use trede::wording::Wording;

use crate::example::{ASSESSOR, at};

const EXCHANGE: &str = r#"(
    format: 1,
    framework: "proef",
    subject: (name: "Proefbank N.V."),
    period: "2026",
    perspective: "supervisor",
    answers: {
        "I.5.1": (verdict: "fails", rationale: "Niet altijd."), "I.3.1": "holds", "I.1.1": "fails",
        "I.3.2": "holds", "I.1.2": "fails", "II.5.1": "holds", "II.3.1": "holds",
    },
    settlements: { "I": (level: 4, rationale: "Op papier."), "II": (level: 4, rationale: "Vriendelijk.") },
)
"#;

/// A whole report as the program makes it, on a framework of two parts: pages, fonts, attachments, one signature.
static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let text = include_str!("../assets/skeletons/nl.ron").replacen("id: \"ID\"", "id: \"proef\"", 1);
    let job = ReportJob {
        framework: framework_file::load(text.as_bytes()).unwrap(),
        framework_text: text.into_bytes(),
        exchange: EXCHANGE.to_owned(),
        overlay: None,
        is_final: false,
        at: at(),
        language: Language::Dutch,
    };
    job.make(Some(&ASSESSOR)).unwrap()
});

/// Whether a file is called intact, as `verify` does it. The pages are made again only when the signature holds: a fault
/// there is a reason already. A refusal without a sentence for the reader counts as accepted.
fn is_accepted(pdf: &[u8], words: &Wording) -> bool {
    let faults = inspect(pdf).all_faults();
    match faults.first() {
        Some(fault) => words.fault(fault).is_empty(),
        None => verify(pdf, None).is_intact(),
    }
}

/// Tries every bit of the bytes at these positions on as many threads as there are processors; gives the positions and
/// bits that were accepted.
fn sweep(pdf: &[u8], positions: &[usize], bits: impl Fn(usize) -> Vec<u8> + Sync, progress: bool) -> Vec<(usize, u8)> {
    const CHUNK: usize = 64;
    let (next, started) = (AtomicUsize::new(0), Instant::now());
    let worker = || {
        let (mut damaged, mut accepted, words) = (pdf.to_vec(), Vec::new(), Wording::new(Language::Dutch));
        loop {
            let from = next.fetch_add(CHUNK, Ordering::Relaxed);
            let Some(chunk) = positions.get(from..positions.len().min(from + CHUNK)).filter(|some| !some.is_empty())
            else {
                return accepted;
            };
            for &position in chunk {
                for bit in bits(position) {
                    damaged[position] ^= 1 << bit;
                    if is_accepted(&damaged, &words) {
                        accepted.push((position, bit));
                    }
                    damaged[position] ^= 1 << bit;
                }
            }
            if progress && (from / CHUNK).is_multiple_of(100) {
                println!("{from} of {} positions, {} s", positions.len(), started.elapsed().as_secs());
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

#[test]
fn every_bit_in_the_sweep_of_a_small_report_counts() {
    let pdf = &*SMALL;
    assert!(verify(pdf, None).is_intact(), "{:?}", verify(pdf, None).reasons);
    let all = std::env::var("TREDE_SWEEP").is_ok_and(|asked| asked == "all");
    let started = Instant::now();
    let (positions, changes, accepted) = if all {
        let positions: Vec<usize> = (0..pdf.len()).collect();
        (positions.len(), positions.len() * 8, sweep(pdf, &positions, |_| (0..8).collect(), true))
    } else {
        // Positions a fixed step apart that meets all residues, another bit each.
        let positions: Vec<usize> = (0..400).map(|round| round * 7_919 % pdf.len()).collect();
        let accepted = sweep(pdf, &positions, |position| vec![(position % 8) as u8], false);
        (positions.len(), positions.len(), accepted)
    };
    println!(
        "{} bytes: {positions} positions, {changes} changes, {} accepted, {:.1} s",
        pdf.len(),
        accepted.len(),
        started.elapsed().as_secs_f64()
    );
    assert_eq!(accepted, [], "positions and bits that may be changed");
}
