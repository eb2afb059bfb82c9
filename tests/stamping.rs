//! Asking a time stamp service by HTTP: every way in which that can go wrong, and who opens connections at all.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;

use trede::signing::{MAX_STAMP_ANSWER_BYTES, ServiceError, TimeStamper as _};
use trede::stamping::StampService;

use crate::authority::{Service, reply, respond};
use crate::source;

fn ask(address: &str, patience: Duration) -> Result<Vec<u8>, ServiceError> {
    StampService::at(address, patience).unwrap().answer(b"vraag")
}

fn answer(answer: impl Fn(&mut TcpStream) + Send + 'static) -> Result<Vec<u8>, ServiceError> {
    let service = Service::start(move |_, stream| answer(stream));
    let found = ask(&service.address, Duration::from_secs(60));
    assert_eq!(service.asked(), 1, "one question, one connection");
    found
}

const KIND: &str = "Content-Type: application/timestamp-reply\r\n";

#[test]
fn an_answer_of_the_right_kind_is_handed_on() {
    let service = Service::start(|query, stream| reply(stream, &[b"op ", query].concat()));
    assert_eq!(ask(&service.address, Duration::from_secs(60)).unwrap(), b"op vraag");
    let loud = "Content-Type: Application/Timestamp-Reply; charset=x\r\n";
    assert_eq!(answer(move |stream| respond(stream, "200 OK", loud, b"ja")).unwrap(), b"ja");
}

#[test]
fn an_answer_of_another_kind_is_refused() {
    let status = |status: u16| Err(ServiceError::Status { status });
    assert_eq!(answer(|stream| respond(stream, "500 Oeps", KIND, b"x")), status(500));
    assert_eq!(answer(|stream| respond(stream, "404 Weg", KIND, b"x")), status(404));
    assert_eq!(answer(|stream| respond(stream, "204 Leeg", KIND, b"")), status(204));
    let html = "Content-Type: text/html; charset=utf-8\r\n";
    let found = Err(ServiceError::ContentType { found: "text/html".to_owned() });
    assert_eq!(answer(move |stream| respond(stream, "200 OK", html, b"<p>")), found);
    let found = Err(ServiceError::ContentType { found: String::new() });
    assert_eq!(answer(|stream| respond(stream, "200 OK", "", b"x")), found);
}

#[test]
fn nobody_is_sent_on_to_another_address() {
    let elsewhere = Service::start(|_, stream| reply(stream, b"gevangen"));
    for status in ["301 Weg", "302 Weg", "303 Weg", "307 Weg", "308 Weg"] {
        let headers = format!("Location: {}\r\n{KIND}", elsewhere.address);
        assert_eq!(
            answer(move |stream| respond(stream, status, &headers, b"")),
            Err(ServiceError::Redirect),
            "{status}"
        );
    }
    assert_eq!(elsewhere.asked(), 0);
}

#[test]
fn an_answer_without_end_is_cut_off() {
    let endless = |stream: &mut TcpStream| {
        let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\n{KIND}Connection: close\r\n\r\n").as_bytes());
        while stream.write_all(&[0; 4096]).is_ok() {}
    };
    let too_large = Err(ServiceError::TooLarge { max: MAX_STAMP_ANSWER_BYTES });
    assert_eq!(answer(endless), too_large);
    assert_eq!(answer(|stream| respond(stream, "200 OK", KIND, &vec![0; MAX_STAMP_ANSWER_BYTES + 1])), too_large);
    assert!(answer(|stream| respond(stream, "200 OK", KIND, &vec![0; MAX_STAMP_ANSWER_BYTES])).is_ok());
    let headers = |stream: &mut TcpStream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        while stream.write_all(format!("X: {}\r\n", "x".repeat(900)).as_bytes()).is_ok() {}
    };
    assert!(answer(headers).is_err());
}

#[test]
fn a_slow_or_silent_service_is_not_waited_for() {
    let short = Duration::from_millis(300);
    let slow = Service::start(|_, stream| {
        let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\n{KIND}Content-Length: 9000\r\n\r\n").as_bytes());
        while stream.write_all(b"x").is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    assert_eq!(ask(&slow.address, short), Err(ServiceError::TimedOut));
    let silent = Service::start(|_, stream| {
        let _ = stream.read(&mut [0]);
    });
    assert_eq!(ask(&silent.address, short), Err(ServiceError::TimedOut));
}

#[test]
fn a_connection_that_breaks_off_or_never_comes_is_told() {
    let broken = |found: Result<Vec<u8>, ServiceError>| matches!(found, Err(ServiceError::Connection { .. }));
    assert!(broken(answer(|_| {})));
    assert!(broken(answer(|stream| drop(stream.write_all(b"HTTP/1.1 200 OK\r\nConte")))));
    let half = format!("HTTP/1.1 200 OK\r\n{KIND}Content-Length: 50\r\n\r\nhalf");
    assert!(broken(answer(move |stream| drop(stream.write_all(half.as_bytes())))));
    assert!(broken(answer(|stream| drop(stream.write_all(b"\x30\x03\x02\x01\x00 geen HTTP\r\n\r\n")))));
    let closed = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", closed.local_addr().unwrap());
    drop(closed);
    assert!(broken(ask(&address, Duration::from_secs(60))));
}

#[test]
fn no_other_place_in_the_program_opens_a_connection() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for path in source::rust_files(&folder) {
        let code = source::code(&fs::read_to_string(&path).unwrap());
        let opens = ["ureq", "std::net", "TcpStream", "UdpSocket", "UnixStream"].iter().any(|word| code.contains(word));
        assert_eq!(opens, path.ends_with("src/stamping.rs"), "{}", path.display());
        seen += usize::from(opens);
        // Only these ask a service, and only when one was set.
        if code.contains("StampService::at(") {
            assert!(path.ends_with("src/cli/stamps.rs") || path.ends_with("src/gui/stamps.rs"), "{}", path.display());
        }
    }
    assert_eq!(seen, 1);
}
