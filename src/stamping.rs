//! Asking a time stamp service by HTTP. The only place of the program that opens a network connection, and it does so for
//! an address that the user gave, when he signs.
//!
//! Plain HTTP is enough: a stamp proves itself, and what is sent is a hash. The service sees who asks and when.

use std::fmt;
use std::time::Duration;

use rand_core::TryCryptoRng;
use ureq::http::Uri;
use ureq::{Agent, Error};

use crate::signing::{MAX_STAMP_ANSWER_BYTES, ServiceError, TimeStamper};

/// How long we wait for a whole answer.
pub const PATIENCE: Duration = Duration::from_secs(10);
const QUESTION: &str = "application/timestamp-query";
const ANSWER: &str = "application/timestamp-reply";
/// The longest address, in characters.
const MAX_ADDRESS_CHARS: usize = 500;

/// A time stamp service.
#[derive(Clone, PartialEq, Eq)]
pub struct StampService {
    address: String,
    patience: Duration,
}

/// Why an address is no service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It begins with `https://`.
    #[error("https address")]
    Https,
    /// It is no address of a web service.
    #[error("no http address")]
    Unreadable,
}

impl StampService {
    /// A service at this address, `http://` and a name at least. Nothing is sent yet.
    pub fn at(address: &str, patience: Duration) -> Result<StampService, AddressError> {
        let address = address.trim();
        let uri: Uri = address.parse().map_err(|_| AddressError::Unreadable)?;
        match uri.scheme_str() {
            Some("https") => return Err(AddressError::Https),
            Some("http") => {}
            _ => return Err(AddressError::Unreadable),
        }
        // A name and password in the address would be sent for all to read.
        let host = uri.authority().filter(|host| !host.as_str().contains('@') && !host.host().is_empty());
        if host.is_none() || address.chars().count() > MAX_ADDRESS_CHARS {
            return Err(AddressError::Unreadable);
        }
        Ok(StampService { address: address.to_owned(), patience })
    }

    /// Its address.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// Fresh bytes for a question.
pub fn nonce<R: TryCryptoRng>(random: &mut R) -> Result<[u8; 16], R::Error> {
    let mut bytes = [0; 16];
    random.try_fill_bytes(&mut bytes)?;
    Ok(bytes)
}

impl TimeStamper for StampService {
    fn answer(&self, query: &[u8]) -> Result<Vec<u8>, ServiceError> {
        // No proxy from the environment: the connection goes to the service that was named and to nobody else.
        let config = Agent::config_builder()
            .proxy(None)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(self.patience))
            .max_response_header_size(MAX_STAMP_ANSWER_BYTES)
            .user_agent("Trede")
            .build();
        let asked = Agent::new_with_config(config).post(&self.address).content_type(QUESTION).send(query);
        let mut answer = asked.map_err(|error| failure(&error))?;
        match answer.status().as_u16() {
            200 => {}
            300..=399 => return Err(ServiceError::Redirect),
            status => return Err(ServiceError::Status { status }),
        }
        let kind = answer.body().mime_type().unwrap_or_default().to_ascii_lowercase();
        if kind != ANSWER {
            return Err(ServiceError::ContentType { found: kind.chars().take(100).collect() });
        }
        // One byte more than is accepted, so that a larger answer is told from one that ends there.
        let limit = MAX_STAMP_ANSWER_BYTES as u64 + 1;
        let body = answer.body_mut().with_config().limit(limit).read_to_vec().map_err(|error| failure(&error))?;
        if body.len() > MAX_STAMP_ANSWER_BYTES {
            return Err(ServiceError::TooLarge { max: MAX_STAMP_ANSWER_BYTES });
        }
        Ok(body)
    }
}

fn failure(error: &Error) -> ServiceError {
    match error {
        Error::Timeout(_) => ServiceError::TimedOut,
        Error::HostNotFound => ServiceError::HostNotFound,
        Error::BodyExceedsLimit(_) | Error::LargeResponseHeader(..) => {
            ServiceError::TooLarge { max: MAX_STAMP_ANSWER_BYTES }
        }
        Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => ServiceError::TimedOut,
        Error::RedirectFailed | Error::TooManyRedirects => ServiceError::Redirect,
        error => ServiceError::Connection { detail: error.to_string() },
    }
}

impl fmt::Debug for StampService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StampService").field(&self.address).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_plain_http_without_a_password() {
        let read = |address: &str| StampService::at(address, PATIENCE).map(|service| service.address().to_owned());
        assert_eq!(read(" http://tijd.example:8080/tsa?a=b ").as_deref(), Ok("http://tijd.example:8080/tsa?a=b"));
        assert_eq!(read("http://127.0.0.1"), Ok("http://127.0.0.1".to_owned()));
        assert_eq!(read("https://tijd.example/"), Err(AddressError::Https));
        let long = format!("http://tijd.example/{}", "x".repeat(MAX_ADDRESS_CHARS));
        for wrong in
            ["", "tijd.example", "ftp://tijd.example/", "http://", "http:///pad", "http://a:b@tijd.example/", &long]
        {
            assert_eq!(read(wrong), Err(AddressError::Unreadable), "{wrong}");
        }
    }
}
