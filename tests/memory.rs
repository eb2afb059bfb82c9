//! A secret that is no longer needed is nowhere in the memory of the program: all of it is read and searched.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::process::Command;

use getrandom::SysRng;
use trede::signing::{Identity, Passphrase};

/// So much of a secret in one piece is found.
const PIECE: usize = 12;
const PAGE: usize = 4096;

/// A secret that stands nowhere else: made as the test runs, backwards, so that what is searched for is not found in itself.
struct Secret {
    backwards: Vec<u8>,
}

impl Secret {
    fn new(seed: u8) -> Secret {
        let mut state = u32::from(seed);
        let mut letter = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            b'a' + (state >> 24) as u8 % 26
        };
        Secret { backwards: (0..60).map(|_| letter()).collect() }
    }

    /// The secret as it is typed: a new piece of memory, just large enough.
    fn typed(&self) -> String {
        let mut text = String::with_capacity(self.backwards.len());
        self.backwards.iter().rev().for_each(|letter| text.push(char::from(*letter)));
        text
    }

    /// How many pieces of it stand in the memory. Page by page: of a secret across two, pieces stand on one of them.
    fn places(&self) -> usize {
        let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
        let mut memory = File::open("/proc/self/mem").unwrap();
        let mut page = vec![0_u8; PAGE];
        // What is read must not be read again where it is read into.
        let own = page.as_ptr().addr() as u64;
        let own = own.saturating_sub(PAGE as u64)..own + PAGE as u64;
        let mut found = 0;
        for line in maps.lines().filter(|line| line.contains(" rw")) {
            let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
            let (from, to) = (u64::from_str_radix(from, 16).unwrap(), u64::from_str_radix(to, 16).unwrap());
            for at in (from..to).step_by(PAGE).filter(|at| !own.contains(at)) {
                // What cannot be read holds nothing of ours.
                if memory.seek(SeekFrom::Start(at)).is_ok() && memory.read_exact(&mut page).is_ok() {
                    found += self.count(&page);
                }
            }
        }
        page.fill(0);
        found
    }

    /// Every piece that stands there, whichever part of the secret it is.
    fn count(&self, bytes: &[u8]) -> usize {
        let pieces: Vec<&[u8]> = self.backwards.chunks_exact(PIECE).collect();
        let mut found = 0;
        let firsts: Vec<u8> = pieces.iter().map(|piece| piece[PIECE - 1]).collect();
        for start in 0..=bytes.len() - PIECE {
            if firsts.contains(&bytes[start]) {
                let is_piece = |piece: &&[u8]| bytes[start..start + PIECE].iter().eq(piece.iter().rev());
                found += pieces.iter().filter(|piece| is_piece(piece)).count();
            }
        }
        found
    }
}

/// Runs a test of these in a process of its own, where no other test works at the same time.
fn alone(name: &str) -> bool {
    if std::env::var_os("TREDE_MEMORY").is_some() {
        return true;
    }
    let program = std::env::current_exe().unwrap();
    let ran = Command::new(program).args(["--exact", name, "--nocapture"]).env("TREDE_MEMORY", "1").output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    false
}

#[test]
fn the_search_finds_a_secret_that_is_there_and_one_that_was_freed() {
    if !alone("memory::the_search_finds_a_secret_that_is_there_and_one_that_was_freed") {
        return;
    }
    let secret = Secret::new(3);
    assert_eq!(secret.places(), 0);
    let typed = secret.typed();
    assert_eq!(secret.places(), 60 / PIECE);
    drop(typed);
    // Freeing takes its first bytes, but for the rest nobody wipes it.
    assert!(secret.places() > 0);
}

#[test]
fn of_a_passphrase_nothing_is_left() {
    if !alone("memory::of_a_passphrase_nothing_is_left") {
        return;
    }
    let secret = Secret::new(5);
    let passphrase = Passphrase::new(secret.typed()).unwrap();
    let from = "2026-01-01T00:00:00Z".parse().unwrap();
    let identity = Identity::generate("A. Voorbeeld", &passphrase, from, &mut SysRng).unwrap();
    let signer = identity.unlock(&passphrase).unwrap();
    assert!(secret.places() > 0);
    drop(passphrase);
    assert_eq!(secret.places(), 0);
    drop(signer);
}

#[cfg(feature = "encryption")]
mod encrypted {
    use trede::storage::{Access, Password, TredeFile};

    use super::{Secret, alone};
    use crate::cli::desk::Desk;

    #[test]
    fn of_the_password_of_a_file_nothing_is_left_once_it_is_closed() {
        if !alone("memory::encrypted::of_the_password_of_a_file_nothing_is_left_once_it_is_closed") {
            return;
        }
        let desk = Desk::with_example();
        let (path, secret, other) = (desk.path("a.trede"), Secret::new(7), Secret::new(9));
        let password = |secret: &Secret| Password::typed(secret.typed()).unwrap();
        let (first, second) = (password(&secret), password(&other));
        TredeFile::change_password(&path, None, Some(&first), "A").unwrap();
        TredeFile::change_password(&path, Some(&first), Some(&second), "A").unwrap();
        drop(first);
        assert_eq!(secret.places(), 0, "the first, after it was set and changed");
        let opened = TredeFile::open_with(&path, Access::Write, "A", Some(&second)).unwrap();
        assert!(other.places() > 0);
        drop((opened, second));
        assert_eq!(other.places(), 0, "the second, after the file was closed");
    }
}
