//! The report of the example beside the same content set by Typst: how long each takes, before signing.
//!
//! `TREDE_TYPST_PYTHON=venv/bin/python cargo bench --no-default-features --bench typst`, where that Python has the
//! package `typst`. Ours and Typst's runs are taken in turn, so that a busy machine slows down both alike.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement tells its result, and may stop at once"
)]

mod figure;
mod markup;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use trede::cli::EXAMPLE;
use trede::domain::text::Language;
use trede::domain::{Perspective, score};
use trede::report::Document;
use trede::report::content::{LAYOUT, PROGRAM, Parameters, Source, document};
use trede::report::reading::page_texts;
use trede::session::{ReportJob, Session, Stamp};
use trede::storage::{exchange_file, shipped};
use trede::wording::Wording;

const ROUNDS: usize = 21;
const AT: &str = "2026-11-22T14:03:00+01:00";
/// What Typst is asked for: tagged PDF, for archives and for screen readers, as ours.
const STANDARDS: [&str; 3] = ["a-3a,ua-1", "a-3a", ""];

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.trede");
    let job = example(&file);
    let document = blocks(&job);
    let python = std::env::var_os("TREDE_TYPST_PYTHON").map(PathBuf::from);
    let Some(python) = python.filter(|python| has_typst(python)) else {
        println!("skipped: set TREDE_TYPST_PYTHON to a Python that has the package typst");
        return;
    };
    for attached in &document.attachments {
        std::fs::write(folder.path().join(&attached.name), &attached.bytes).unwrap();
    }
    let setter = Setter { python, folder: folder.path().to_owned(), document };
    let Some(standards) = STANDARDS.into_iter().find(|standards| setter.accepts(standards)) else {
        println!("skipped: this Typst does not compile the markup");
        return;
    };
    compare(&setter, standards, &job, &file);
}

/// Runs all in turn and prints the medians.
fn compare(setter: &Setter, standards: &str, job: &ReportJob, file: &Path) {
    let mut warm = setter.start(standards);
    // Its memory of earlier runs begins to help from the second on.
    setter.set(&mut warm, 0);
    let (mut inside, mut process, mut cold, mut again) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut ours_worked, mut theirs_worked) = (0.0, Vec::new());
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        let start = Instant::now();
        ours = job.make(None).unwrap();
        inside.push(milliseconds(start));
        let before = worked_by_children();
        process.push(whole_process(file));
        ours_worked += worked_by_children() - before;
        let set = setter.set(&mut setter.start(standards), round);
        cold.push(set.spent);
        theirs_worked.push(set.worked);
        theirs = set.pdf;
        again.push(setter.set(&mut warm, round).spent);
    }
    let [inside, process, cold, again] = [inside, process, cold, again].map(median);
    println!(
        "median of {ROUNDS} runs in turn, {} {}",
        warm.version,
        if standards.is_empty() { "tagged" } else { standards }
    );
    println!("Trede, whole process (start, open, score, write)  {process:8.1} ms");
    println!("Trede, in the process (read, score, write)        {inside:8.1} ms");
    println!("Typst, new process, first compile, without Python  {cold:7.1} ms");
    println!("Typst, same process, one word changed              {again:7.1} ms");
    println!("Typst new / Trede whole process: {:.1}", cold / process);
    #[expect(clippy::cast_precision_loss, reason = "a few rounds")]
    let (ours_worked, theirs_worked) = (ours_worked / ROUNDS as f64, median(theirs_worked));
    println!(
        "processor time of those two: {ours_worked:.0} ms and {theirs_worked:.0} ms, {:.1}",
        theirs_worked / ours_worked
    );
    if cfg!(debug_assertions) {
        println!("this build is not optimised: what it says of Trede in the process means nothing");
    }
    println!("Typst same / Trede in the process: {:.1}", again / inside);
    for (name, pdf) in [("Trede", &ours), ("Typst", &theirs)] {
        let pages = pages(pdf);
        println!("{name}: {pages} pages, {} bytes", pdf.len());
    }
}

/// The example as an assessment file, and what a report is made from.
fn example(path: &Path) -> ReportJob {
    let framework = shipped::ALL[0].load().unwrap();
    let read = exchange_file::read(EXAMPLE.as_bytes(), &framework).unwrap();
    let stamp = Stamp { at: AT.to_owned(), actor: "A. Voorbeeld".to_owned() };
    let mut session = Session::create(path, shipped::ALL[0].text.as_bytes(), read.cover.clone(), &stamp).unwrap();
    session.execute(trede::domain::Command::Import(Box::new(read.into())), &stamp).unwrap();
    session.report_job(Perspective::Supervisor, AT.parse().unwrap(), Language::Dutch).unwrap()
}

/// What the report says.
fn blocks(job: &ReportJob) -> Document {
    let read = exchange_file::read(job.exchange.as_bytes(), &job.framework).unwrap();
    let parameters = Parameters {
        layout: LAYOUT,
        program: PROGRAM.to_owned(),
        language: job.language,
        at: job.at,
        is_final: job.is_final,
        signer: None,
    };
    let source = Source {
        framework: &job.framework,
        framework_text: &job.framework_text,
        cover: &read.cover,
        perspective: read.perspective,
        sheet: &read.sheet,
        score: &score(&job.framework, &read.sheet),
        log_head: read.log_head.as_ref(),
        exchange: &job.exchange,
        literal: None,
        parameters: &parameters,
    };
    document(&source, &Wording::new(job.language))
}

fn has_typst(python: &Path) -> bool {
    let asked = Command::new(python).args(["-c", "import typst"]).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// The command line from its start to its end.
fn whole_process(file: &Path) -> f64 {
    let out = file.with_extension("pdf");
    let start = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_trede-cli"))
        .args(["report", "--unsigned", "--force", "--at", AT, "--out"])
        .args([&out, file])
        .env("XDG_DATA_HOME", file.with_extension("home"))
        .env("XDG_CONFIG_HOME", file.with_extension("home"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    let spent = milliseconds(start);
    assert!(status.success(), "the report is not made");
    spent
}

/// Milliseconds that processes worked which this one started and which have ended, to ten; 0 where there is no `/proc`.
fn worked_by_children() -> f64 {
    const TICK: f64 = 10.0;
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    // In user mode and in the kernel.
    after_name.split_whitespace().skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * TICK
}

/// What came of setting the content once.
struct Set {
    /// Milliseconds.
    spent: f64,
    /// Milliseconds of all processors together.
    worked: f64,
    pdf: Vec<u8>,
}

/// Typst with the content that it sets.
struct Setter {
    python: PathBuf,
    folder: PathBuf,
    document: Document,
}

/// A Python in which Typst waits for work.
struct Running {
    process: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    version: String,
}

impl Setter {
    fn start(&self, standards: &str) -> Running {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut process = Command::new(&self.python)
            .arg(here.join("benches/typst/run.py"))
            .args([here.join("assets/fonts").as_os_str(), standards.as_ref()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let to = process.stdin.take();
        let mut from = BufReader::new(process.stdout.take().expect("asked for"));
        let mut version = String::new();
        from.read_line(&mut version).unwrap();
        Running { process, to, from, version: version.trim().to_owned() }
    }

    /// Sets the content, with the number of the round in it so that no two are the same.
    fn set(&self, running: &mut Running, round: usize) -> Set {
        self.try_set(running, round).expect("Typst stopped")
    }

    fn try_set(&self, running: &mut Running, round: usize) -> Option<Set> {
        let mut document = self.document.clone();
        document.running_foot = format!("{} {round}", document.running_foot);
        let (source, out) = (self.folder.join("a.typ"), self.folder.join("typst.pdf"));
        std::fs::write(&source, markup::markup(&document)).unwrap();
        writeln!(running.to.as_mut()?, "{}\t{}", source.display(), out.display()).ok()?;
        let mut answer = String::new();
        running.from.read_line(&mut answer).ok()?;
        let (spent, worked) = answer.trim().split_once(' ')?;
        Some(Set { spent: spent.parse().ok()?, worked: worked.parse().ok()?, pdf: std::fs::read(out).unwrap() })
    }

    /// Whether Typst sets the content to these standards.
    fn accepts(&self, standards: &str) -> bool {
        self.try_set(&mut self.start(standards), 0).is_some()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Its input ends, and with it the program.
        self.to = None;
        let _ = self.process.wait();
    }
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf)
        .map_or_else(|_| page_texts(pdf).map_or(0, |pages| pages.len()), |pdf| pdf.page_iter().count())
}
