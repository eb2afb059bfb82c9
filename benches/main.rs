//! How long the work takes that a user waits for. `cargo bench --no-default-features`
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement may stop at once, and tells its result")]
#![expect(missing_docs, reason = "criterion makes a public function")]

use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use getrandom::SysRng;
use trede::cli::EXAMPLE;
use trede::domain::ladder::Ladder;
use trede::domain::text::Language;
use trede::domain::{Command, Cover, Finding, NormId, Perspective, Sheet, Verdict, score};
use trede::session::{ReportJob, Session, Stamp};
use trede::signing::{Identity, Passphrase, Signer};
use trede::storage::{Access, exchange_file, framework_file, shipped};
use trede::verification::verify;

#[path = "../tests/large_framework.rs"]
mod large_framework;

const SUPERVISOR: Perspective = Perspective::Supervisor;

fn stamp() -> Stamp {
    Stamp { at: "2026-11-22T14:03:00+01:00".to_owned(), actor: "A. Voorbeeld".to_owned() }
}

/// The example as an assessment file.
fn example(path: &Path) -> Session {
    let framework = shipped::ALL[0].load().unwrap();
    let read = exchange_file::read(EXAMPLE.as_bytes(), &framework).unwrap();
    let mut session = Session::create(path, shipped::ALL[0].text.as_bytes(), read.cover.clone(), &stamp()).unwrap();
    session.execute(Command::Import(Box::new(read.into())), &stamp()).unwrap();
    session.flush().unwrap();
    session
}

fn signer() -> Signer {
    let passphrase = Passphrase::new("alleen voor de meting".to_owned()).unwrap();
    let from = "2026-01-01T00:00:00Z".parse().unwrap();
    Identity::generate("A. Voorbeeld", &passphrase, from, &mut SysRng).unwrap().unlock(&passphrase).unwrap()
}

fn scoring(criterion: &mut Criterion) {
    let framework = shipped::ALL[0].load().unwrap();
    let open = Sheet::empty(&framework);
    criterion.bench_function("admissible sets of all 7 parts with all norms open", |bench| {
        bench.iter(|| {
            framework.parts().map(|part| Ladder::climb(part, black_box(&open)).admissible).collect::<Vec<_>>()
        });
    });
    criterion.bench_function("all that follows from a sheet with all norms open", |bench| {
        bench.iter(|| score(black_box(&framework), black_box(&open)));
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.trede");
    drop(example(&path));
    criterion.bench_function("open .trede + score", |bench| {
        bench.iter(|| {
            let mut session = Session::open(&path, Access::Read, "A. Voorbeeld").unwrap();
            session.score(SUPERVISOR).total.clone()
        });
    });
}

/// Frameworks of 5,100 norms: in ten parts, and in one.
fn large(criterion: &mut Criterion) {
    for (parts, rows) in [(10, 170), (1, 1_700)] {
        let text = large_framework::text(parts, rows);
        let framework = framework_file::load(text.as_bytes()).unwrap();
        let open = Sheet::empty(&framework);
        criterion.bench_function(&format!("check 5,100 norms in {parts} part(s)"), |bench| {
            bench.iter(|| framework_file::load(black_box(text.as_bytes())).unwrap());
        });
        criterion.bench_function(&format!("score 5,100 open norms in {parts} part(s)"), |bench| {
            bench.iter(|| score(black_box(&framework), black_box(&open)));
        });
        let folder = tempfile::tempdir().unwrap();
        let cover = Cover { subject: "Grootbank".to_owned(), kvk: None, period: "2026".to_owned() };
        let mut session = Session::create(&folder.path().join("a.trede"), text.as_bytes(), cover, &stamp()).unwrap();
        let norm = NormId::new("1.3.17");
        let mut verdicts = [Verdict::Holds, Verdict::Fails].into_iter().cycle();
        criterion.bench_function(&format!("one edit among 5,100 norms in {parts} part(s), with the score"), |bench| {
            bench.iter(|| {
                let finding = Finding { verdict: verdicts.next().unwrap(), ..Finding::default() };
                let edit = Command::Find { perspective: SUPERVISOR, norm: norm.clone(), finding, continues: false };
                session.execute(edit, &stamp()).unwrap();
                session.score(SUPERVISOR).total.clone()
            });
        });
    }
}

fn reports(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let at = chrono::DateTime::parse_from_rfc3339(&stamp().at).unwrap();
    let job: ReportJob = example(&folder.path().join("a.trede")).report_job(SUPERVISOR, at, Language::Dutch).unwrap();
    let signer = signer();
    let report = job.make(Some(&signer)).unwrap();
    assert!(verify(&report, None).is_intact());
    println!("the report has {} bytes", report.len());
    criterion.bench_function("write report", |bench| bench.iter(|| job.make(None).unwrap()));
    criterion.bench_function("write + sign", |bench| bench.iter(|| job.make(Some(&signer)).unwrap()));
    criterion.bench_function("verify", |bench| bench.iter(|| verify(black_box(&report), None)));
}

/// One edit until it is durably on the disk, beside a bare write and fsync of as many bytes, taken in turn.
fn saving(_: &mut Criterion) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut session = example(&folder.path().join("a.trede"));
    let mut bare = std::fs::File::create(folder.path().join("bare")).unwrap();
    let (mut saved, mut written) = (Vec::new(), Vec::new());
    for round in 0..201 {
        let rationale = format!("Toelichting nummer {round}, zo lang als een zin die iemand bij een norm schrijft.");
        let finding = Finding::because(Verdict::Fails, &rationale);
        let norm = NormId::new("I.5.1");
        let edit = Command::Find { perspective: SUPERVISOR, norm, finding, continues: false };
        let start = Instant::now();
        session.execute(edit, &stamp()).unwrap();
        session.flush().unwrap();
        saved.push(start.elapsed());
        let entry = session.log().last().unwrap();
        let bytes =
            [&entry.event, &entry.at, &entry.actor, &entry.previous, &entry.hash].map(|text| text.as_bytes()).concat();
        let start = Instant::now();
        bare.write_all(&bytes).unwrap();
        bare.sync_all().unwrap();
        written.push(start.elapsed());
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort();
        times[times.len() / 2]
    };
    let (saved, written) = (median(&mut saved), median(&mut written));
    let ratio = saved.as_secs_f64() / written.as_secs_f64();
    println!("save one edit: {saved:?}; bare write + fsync: {written:?}; ratio {ratio:.2}");
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(30).measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_secs(1));
    targets = scoring, large, reports, saving
}
criterion_main!(benches);
