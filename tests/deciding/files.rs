//! Files at findings.

use trede::domain::attachment::MOST_ATTACHED;
use trede::domain::{Attachment, Command, NormId, Refusal, Verdict};

use super::{SIDE, Work, file, names, verdict};

fn attach(norm: &str, files: Vec<Attachment>) -> Command {
    Command::Attach { perspective: SIDE, norm: NormId::new(norm), files }
}

fn detach(norm: &str, byte: &str) -> Command {
    Command::Detach { perspective: SIDE, norm: NormId::new(norm), sha256: byte.repeat(32) }
}

fn mark(norm: &str, byte: &str, internal: bool) -> Command {
    Command::MarkFile { perspective: SIDE, norm: NormId::new(norm), sha256: byte.repeat(32), internal }
}

fn many(from: usize, number: usize) -> Vec<Attachment> {
    (from..from + number).map(|at| Attachment::new("a.pdf", &format!("{at:064x}"), 1).unwrap()).collect()
}

#[test]
fn a_file_is_attached_once_at_the_norm_and_its_twin() {
    let mut work = Work::new();
    work.does(verdict("I.3.2", Verdict::Holds));
    work.does(attach("I.5.2", vec![file("brief.pdf", "ab"), file("kopie.pdf", "ab"), file("nota.pdf", "cd")]));
    for norm in ["I.5.2", "I.3.2"] {
        assert_eq!(names(&work.finding(norm)), ["brief.pdf", "nota.pdf"], "{norm}");
        assert_eq!(work.finding(norm).verdict, Verdict::Holds);
    }
    assert_eq!(work.refused(attach("I.3.2", vec![file("weer.pdf", "ab")])), Refusal::NothingChanges);
    assert_eq!(work.refused(attach("X", Vec::new())), Refusal::UnknownNorm(NormId::new("X")));
    work.does(detach("I.3.2", "ab"));
    for norm in ["I.5.2", "I.3.2"] {
        assert_eq!(names(&work.finding(norm)), ["nota.pdf"], "{norm}");
    }
    assert_eq!(work.refused(detach("I.3.2", "ab")), Refusal::NothingChanges);
}

#[test]
fn the_name_of_a_file_is_kept_without_the_number_of_a_person() {
    let mut work = Work::new();
    work.does(attach("I.3.1", vec![file("klant 111222333.pdf", "ab")]));
    let found = work.finding("I.3.1");
    assert_eq!(names(&found), ["klant [BSN].pdf"]);
    assert_eq!((found.attached[0].sha256(), found.attached[0].size()), ("ab".repeat(32).as_str(), 3));
}

#[test]
fn no_more_files_than_the_most_are_attached() {
    let mut work = Work::new();
    assert_eq!(work.refused(attach("I.3.1", many(0, MOST_ATTACHED + 1))), Refusal::TooManyAttached(MOST_ATTACHED));
    work.does(attach("I.3.1", many(0, MOST_ATTACHED)));
    assert_eq!(work.finding("I.3.1").attached.len(), MOST_ATTACHED);
    assert_eq!(work.refused(attach("I.3.1", many(500, 1))), Refusal::TooManyAttached(MOST_ATTACHED));
}

#[test]
fn only_a_file_that_is_there_is_marked_and_the_mark_goes_with_it() {
    let mut work = Work::new();
    work.does(attach("I.3.1", vec![file("brief.pdf", "ab"), file("nota.pdf", "cd")]));
    assert_eq!(work.refused(mark("I.3.1", "ef", true)), Refusal::NothingChanges);
    assert_eq!(work.refused(mark("I.3.1", "ab", false)), Refusal::NothingChanges);
    let marked = |work: &Work| {
        let found = work.finding("I.3.1");
        found.attached.iter().filter(|file| found.is_internal(file)).map(|file| file.name().to_owned()).collect()
    };
    work.does(mark("I.3.1", "ab", true));
    let internal: Vec<String> = marked(&work);
    assert_eq!(internal, ["brief.pdf"]);
    work.does(mark("I.3.1", "ab", false));
    let internal: Vec<String> = marked(&work);
    assert!(internal.is_empty());
    work.does(mark("I.3.1", "cd", true));
    work.does(detach("I.3.1", "cd"));
    assert!(work.finding("I.3.1").internal.is_empty());
}
