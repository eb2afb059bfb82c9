//! Writes the man pages and the completions for shells, from the definition of the command line:
//! `cargo run --example pages -- FOLDER`. An example and not a command of the program: nobody but `.ci/package` needs it, and
//! so the program carries neither it nor its libraries. What it writes is not kept.

use std::error::Error;
use std::fs;
use std::path::Path;

use clap_complete::Shell;
use clap_mangen::Man;
use trede::domain::text::Language;
use trede::wording::Wording;

/// The names of the program: with a window, and without.
const NAMES: [&str; 2] = ["trede", "trede-cli"];

/// The headings that the library writes itself: in English as we say it, and in Dutch.
const HEADINGS: [(&str, &str, &str); 5] = [
    ("NAME", "NAME", "NAAM"),
    ("SYNOPSIS", "SYNOPSIS", "GEBRUIK"),
    ("DESCRIPTION", "DESCRIPTION", "BESCHRIJVING"),
    ("EXTRA", "WINDOW", "VENSTER"),
    ("VERSION", "VERSION", "VERSIE"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("give a folder to write to")?;
    let folder = Path::new(&folder);
    for language in Language::ALL {
        let mut pages = folder.join("man");
        if language != Language::English {
            pages = pages.join(language.code());
        }
        let pages = pages.join("man1");
        fs::create_dir_all(&pages)?;
        write_pages(&pages, trede::cli::definition(&Wording::new(language)), "trede", language)?;
        fs::write(pages.join("trede-cli.1"), ".so man1/trede.1\n")?;
    }
    // A shell has one set for all its users; these are Dutch.
    let completions = folder.join("completions");
    fs::create_dir_all(&completions)?;
    for name in NAMES {
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
            let mut command = trede::cli::definition(&Wording::new(Language::Dutch)).name(name);
            clap_complete::generate_to(shell, &mut command, name, &completions)?;
        }
    }
    Ok(())
}

/// Writes the page of a command, and those of the commands below it.
fn write_pages(folder: &Path, command: clap::Command, name: &str, language: Language) -> Result<(), Box<dyn Error>> {
    for below in command.get_subcommands() {
        write_pages(folder, below.clone(), &format!("{name}-{}", below.get_name()), language)?;
    }
    let title = name.to_uppercase();
    let shown = name.to_owned();
    let command = command.name(shown.clone()).display_name(shown.clone()).bin_name(name.replace('-', " "));
    let mut page = Vec::new();
    Man::new(command).title(title).manual("Trede").render(&mut page)?;
    let page = String::from_utf8(page)?;
    let lines = page.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(heading) => format!(".SH {}\n", headed(heading, language)),
        None => format!("{line}\n"),
    });
    fs::write(folder.join(format!("{name}.1")), lines.collect::<String>())?;
    Ok(())
}

/// A heading in this language, in capitals.
fn headed(heading: &str, language: Language) -> String {
    match HEADINGS.iter().find(|(written, _, _)| *written == heading) {
        Some((_, english, _)) if language == Language::English => (*english).to_owned(),
        Some((_, _, dutch)) => (*dutch).to_owned(),
        None => heading.to_uppercase(),
    }
}
