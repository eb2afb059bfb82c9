//! A time stamp service on loopback: an authority that openssl makes, and answers of every wrong kind.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use trede::signing::{Certificate, ServiceError, TimeStamper};

/// The kind of key that an authority and its root have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Rsa,
    P256,
}

pub struct Authority {
    folder: tempfile::TempDir,
}

const CONFIGURATION: &str = "[t]
serial=serial
crypto_device=builtin
signer_cert=tsa.pem
certs=root.pem
signer_key=tsa.key
signer_digest=DIGEST
default_policy=1.2.3.4.1
digests=sha256
accuracy=secs:1
clock_precision_digits=3
ordering=yes
tsa_name=yes
ess_cert_id_alg=ESS
[c]
policy=p
new_certs_dir=.
database=index
rand_serial=yes
unique_subject=no
[p]
commonName=supplied
[req]
distinguished_name=n
[n]
[root]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign
[tsa]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
";

impl Authority {
    /// A root and an authority under it; none, said aloud, without openssl. `digest` is what it signs with, `ess` how it
    /// names its certificate.
    pub fn new(kind: Kind, digest: &str, ess: &str) -> Option<Authority> {
        Authority::with(kind, digest, ess, ["20260101000000Z", "20991231235959Z"], "")
    }

    /// An authority whose certificate was valid in 2020 only.
    pub fn expired() -> Option<Authority> {
        Authority::with(Kind::P256, "sha256", "sha256", ["20200101000000Z", "20201231235959Z"], "")
    }

    /// An authority with a certificate that fits in no signature.
    pub fn huge() -> Option<Authority> {
        let comment = format!("nsComment={}\n", "x".repeat(20_000));
        Authority::with(Kind::P256, "sha256", "sha256", ["20260101000000Z", "20991231235959Z"], &comment)
    }

    fn with(kind: Kind, digest: &str, ess: &str, [from, until]: [&str; 2], extension: &str) -> Option<Authority> {
        if let Err(error) = Command::new("openssl").arg("version").output() {
            println!("skipped: openssl: {error}");
            return None;
        }
        let authority = Authority { folder: tempfile::tempdir().unwrap() };
        let path = authority.folder.path();
        let text = CONFIGURATION.replace("DIGEST", digest).replace("ESS", ess) + extension;
        fs::write(path.join("c.cnf"), text).unwrap();
        fs::write(path.join("index"), "").unwrap();
        for (name, subject) in [("root", "/CN=Proef Tijdstam"), ("tsa", "/CN=Proef Tijdstempels")] {
            let key = format!("{name}.key");
            match kind {
                Kind::Rsa => authority.run(&["genrsa", "-out", &key, "2048"]),
                Kind::P256 => authority.run(&["ecparam", "-genkey", "-noout", "-name", "prime256v1", "-out", &key]),
            };
            authority.run(&["req", "-new", "-config", "c.cnf", "-key", &key, "-subj", subject, "-out", "csr"]);
            let (certificate, signer) = (format!("{name}.pem"), if name == "root" { "-selfsign" } else { "-cert" });
            let mut arguments =
                vec!["ca", "-batch", "-notext", "-config", "c.cnf", "-name", "c", "-md", "sha256", signer];
            arguments.extend(if name == "root" { &[][..] } else { &["root.pem"] });
            arguments.extend(["-keyfile", "root.key", "-startdate", from, "-enddate", until, "-extensions", name]);
            arguments.extend(["-in", "csr", "-out", &certificate]);
            authority.run(&arguments);
        }
        Some(authority)
    }

    fn run(&self, arguments: &[&str]) -> Vec<u8> {
        let output = Command::new("openssl").args(arguments).current_dir(self.folder.path()).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    fn certificate(&self, name: &str) -> Certificate {
        Certificate::from_pem(&fs::read_to_string(self.path(name)).unwrap()).unwrap()
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// The certificate that it signs with.
    pub fn own(&self) -> Certificate {
        self.certificate("tsa.pem")
    }

    pub fn root(&self) -> Certificate {
        self.certificate("root.pem")
    }

    /// The answer that `openssl ts` gives.
    pub fn reply(&self, query: &[u8]) -> Vec<u8> {
        // Requests can come at the same time, and openssl keeps a serial number in the folder.
        let at = tempfile::tempdir_in(self.folder.path()).unwrap();
        let (asked, answer) = (at.path().join("q"), at.path().join("r"));
        fs::write(&asked, query).unwrap();
        let text = |path: &Path| path.to_str().unwrap().to_owned();
        self.run(&[
            "ts",
            "-reply",
            "-config",
            "c.cnf",
            "-section",
            "t",
            "-queryfile",
            &text(&asked),
            "-out",
            &text(&answer),
        ]);
        fs::read(answer).unwrap()
    }
}

impl TimeStamper for Authority {
    fn answer(&self, query: &[u8]) -> Result<Vec<u8>, ServiceError> {
        Ok(self.reply(query))
    }
}

/// A service on this machine; its address, and how often it was asked.
pub struct Service {
    pub address: String,
    asked: Arc<AtomicUsize>,
}

impl Service {
    /// Handles each question by `answer`, which gets the body of the request.
    pub fn start(answer: impl Fn(&[u8], &mut TcpStream) + Send + 'static) -> Service {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        // Ends with the process: it waits for questions that no longer come.
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                count.fetch_add(1, Ordering::SeqCst);
                if let Some(body) = body(&mut stream) {
                    answer(&body, &mut stream);
                }
            }
        });
        Service { address, asked }
    }

    /// Answers as the authority does.
    pub fn of(authority: Authority) -> Service {
        Service::start(move |query, stream| reply(stream, &authority.reply(query)))
    }

    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

/// The body of a request; none when it is not a question as it should be.
fn body(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let (mut bytes, mut chunk) = (Vec::new(), [0; 4096]);
    loop {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(end) = end {
            let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
            assert!(head.starts_with("post / http/1.1") && head.contains("content-type: application/timestamp-query"));
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            let length: usize = length.expect("a length");
            if bytes.len() >= end + 4 + length {
                return Some(bytes[end + 4..].to_vec());
            }
        }
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return None,
            Ok(read) => bytes.extend_from_slice(&chunk[..read]),
        }
    }
}

/// Writes an answer of the right kind.
pub fn reply(stream: &mut TcpStream, body: &[u8]) {
    respond(stream, "200 OK", "Content-Type: application/timestamp-reply\r\n", body);
}

/// Writes an answer. Whoever asked may be gone already.
pub fn respond(stream: &mut TcpStream, status: &str, headers: &str, body: &[u8]) {
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    let _ = stream.write_all(&[head.as_bytes(), body].concat());
}

/// A question with one byte of the hash, or of the nonce, changed.
pub fn other_question(query: &[u8], which: Part) -> Vec<u8> {
    let marker: &[u8] = match which {
        Part::Hash => &[0x04, 0x20],
        Part::Nonce => &[0x02, 0x10],
    };
    let at = query.windows(2).position(|two| two == marker).unwrap() + 9;
    let mut changed = query.to_vec();
    changed[at] ^= 1;
    changed
}

#[derive(Clone, Copy)]
pub enum Part {
    Hash,
    Nonce,
}
