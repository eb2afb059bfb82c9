//! Time stamps, and services that give none, in words.

use super::{Wording, arg};
use crate::signing::{MAX_STAMP_DIFFERENCE, ServiceError, StampError, StampProblem};
use crate::stamping::AddressError;

impl Wording {
    /// Why nothing was signed: there is no time stamp.
    pub fn stamp_error(&self, error: &StampError) -> String {
        let reason = match error {
            StampError::Service(error) => self.service_error(error),
            StampError::Unreadable => self.text("stamp-answer-unreadable"),
            StampError::Refused { status, reason, text } => {
                let parts = [status.to_string(), (*reason).to_owned(), text.clone()];
                let filled: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                self.with("stamp-refused", &[arg("detail", filled.join(", "))])
            }
            StampError::Nonce => self.text("stamp-nonce"),
            StampError::TooLarge { bytes, max } => {
                self.with("stamp-too-large", &[arg("bytes", bytes), arg("most", max)])
            }
            StampError::Problem(StampProblem::Time { stamped, claimed }) => {
                let stamped = self.second(stamped.with_timezone(&claimed.timezone()));
                self.with("stamp-clock", &[("stamped", stamped), ("claimed", self.second(*claimed))])
            }
            StampError::Problem(problem) => self.stamp_problem(problem),
            StampError::Encoding => self.text("stamp-not-made"),
        };
        self.with("stamp-failed", &[("reason", reason)])
    }

    fn service_error(&self, error: &ServiceError) -> String {
        match error {
            ServiceError::TimedOut => self.text("stamp-timed-out"),
            ServiceError::HostNotFound => self.text("stamp-host-not-found"),
            ServiceError::Connection { detail } => self.with("stamp-connection", &[arg("detail", detail)]),
            ServiceError::Status { status } => self.with("stamp-http-status", &[arg("status", status)]),
            ServiceError::Redirect => self.text("stamp-redirect"),
            ServiceError::ContentType { found } => {
                let found = if found.is_empty() { self.text("reason-no-text") } else { found.clone() };
                self.with("stamp-content-type", &[("found", found)])
            }
            ServiceError::TooLarge { max } => self.with("stamp-answer-too-large", &[arg("most", max / 1024)]),
        }
    }

    /// What is wrong with a time stamp.
    pub fn stamp_problem(&self, problem: &StampProblem) -> String {
        let args = match problem {
            StampProblem::Algorithm { name } | StampProblem::Purpose { name } => vec![arg("name", name)],
            StampProblem::Certificate { name, problem } => {
                vec![arg("name", name), ("problem", self.certificate_problem(problem))]
            }
            StampProblem::Period { name, at } => vec![arg("name", name), ("at", self.second(at.fixed_offset()))],
            StampProblem::Time { stamped, claimed } => vec![
                ("stamped", self.second(stamped.with_timezone(&claimed.timezone()))),
                ("claimed", self.second(*claimed)),
                arg("most", MAX_STAMP_DIFFERENCE.num_minutes()),
            ],
            _ => Vec::new(),
        };
        self.with(&format!("fault-{}", problem.code()), &args)
    }

    /// Why an address is no time stamp service.
    pub fn address_error(&self, address: &str, error: AddressError) -> String {
        match error {
            AddressError::Https => self.text("stamp-address-https"),
            AddressError::Unreadable => {
                self.with("stamp-address-wrong", &[("address", address.trim().chars().take(100).collect())])
            }
        }
    }
}
