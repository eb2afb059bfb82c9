//! The attached files that an exchange file names. Their bytes do not travel with it.

use super::fields::{Fields, list, text};
use super::located::Node;
use super::problem::{Code, Position, Problem};
use crate::domain::Attachment;
use crate::domain::attachment::{LONGEST_NAME, MOST_ATTACHED, NamingFault};

/// The files of one answer.
pub(super) fn read(node: &Node, problems: &mut Vec<Problem>) -> Vec<Attachment> {
    let nodes = list(node, problems);
    if nodes.len() > MOST_ATTACHED {
        problems.push(Problem::new(Code::TooLarge, node.at).with("what", "attached").with("most", MOST_ATTACHED));
        return Vec::new();
    }
    let mut found: Vec<(Attachment, Position)> = Vec::new();
    for node in nodes {
        let Some(file) = file(node, problems) else { continue };
        match found.iter().find(|(known, _)| known.sha256() == file.sha256()) {
            Some((_, first)) => {
                let problem = Problem::new(Code::DuplicateId, node.at).with("id", file.sha256());
                problems.push(problem.with("line", first.line));
            }
            None => found.push((file, node.at)),
        }
    }
    found.into_iter().map(|(file, _)| file).collect()
}

fn file(node: &Node, problems: &mut Vec<Problem>) -> Option<Attachment> {
    let mut fields = Fields::of(node, problems)?;
    let name = fields.required("name", problems).and_then(|node| text(node, problems));
    let sha256 = fields.required("sha256", problems).and_then(|node| text(node, problems));
    let size = fields.number("size", problems);
    fields.finish(problems);
    let (name, sha256, size) = (name?, sha256?, size?);
    let mut unknown = |at, found: &dyn ToString, known| {
        problems.push(Problem::new(Code::UnknownValue, at).with("found", found.to_string()).with("known", known));
    };
    let bytes = u64::try_from(size.value);
    if bytes.is_err() {
        unknown(size.at, &size.value, "0, 1, 2, …");
    }
    match Attachment::new(&name.value, &sha256.value, bytes.unwrap_or(0)) {
        Ok(file) => bytes.is_ok().then_some(file),
        Err(NamingFault::Name) => {
            let problem = Problem::new(Code::FileName, name.at).with("name", &name.value);
            problems.push(problem.with("most", LONGEST_NAME));
            None
        }
        Err(NamingFault::Sha256) => {
            unknown(sha256.at, &sha256.value, "SHA-256");
            None
        }
    }
}
