//! From the command line to the window.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use super::places::Places;
use super::renderer::{Renderer, cannot_draw, cause};
use crate::storage::settings::Settings;
use crate::wording::{Arg, Wording, arg, choice};

/// What the arguments of the window name.
#[derive(Debug, Default, PartialEq, Eq)]
struct Asked {
    /// The assessment.
    file: Option<PathBuf>,
    /// The literal wording of the norms.
    overlay: Option<PathBuf>,
    /// What is to draw the window.
    renderer: Option<Renderer>,
}

/// What is wrong with an argument.
#[derive(Debug, PartialEq, Eq)]
enum Wrong {
    /// This option has no value.
    Missing(&'static str),
    /// There is no such renderer.
    Renderer(String),
}

const OVERLAY: &str = "--overlay";
const RENDERER: &str = "--renderer";

impl Asked {
    /// Reads the arguments, the name of the program first.
    fn read(arguments: &[OsString]) -> Result<Asked, Wrong> {
        let mut asked = Asked::default();
        let mut words = arguments.iter().skip(1);
        while let Some(word) = words.next() {
            let text = word.to_string_lossy();
            if text == OVERLAY {
                asked.overlay = Some(words.next().map(PathBuf::from).ok_or(Wrong::Missing(OVERLAY))?);
            } else if let Some(path) = text.strip_prefix("--overlay=") {
                asked.overlay = Some(PathBuf::from(path));
            } else if text == RENDERER {
                let word = words.next().ok_or(Wrong::Missing(RENDERER))?;
                asked.renderer = Some(renderer(&word.to_string_lossy())?);
            } else if let Some(word) = text.strip_prefix("--renderer=") {
                asked.renderer = Some(renderer(word)?);
            } else if text == "--lang" {
                // Read before, with the setting.
                words.next();
            } else if !text.starts_with('-') && asked.file.is_none() {
                asked.file = Some(PathBuf::from(word));
            }
        }
        Ok(asked)
    }
}

fn renderer(word: &str) -> Result<Renderer, Wrong> {
    Renderer::named(word).ok_or_else(|| Wrong::Renderer(word.to_owned()))
}

/// Opens the window for these arguments, the name of the program first: at most one file, `--overlay FILE`,
/// `--renderer NAME` and `--lang`. Without a display, or where nothing can be drawn, it says so on standard error and gives
/// exit code 2.
pub fn start_up(arguments: &[OsString]) -> ExitCode {
    let asked = choice::asked(arguments);
    let setting = Settings::language_in(&Places::of_user().settings);
    let language = choice::language(asked, setting, locale().as_deref());
    let words = Wording::new(language);
    if cfg!(all(unix, not(target_os = "macos"))) && !has_display() {
        return refuse(&words.text("no-display"));
    }
    let named = match Asked::read(arguments) {
        Ok(named) => named,
        Err(Wrong::Missing(option)) => return refuse(&words.with("cli-missing-value", &[arg("argument", option)])),
        Err(Wrong::Renderer(word)) => {
            let valid = Renderer::ALL.iter().map(|renderer| renderer.word()).collect::<Vec<_>>().join(", ");
            let values: [Arg; 3] = [arg("argument", RENDERER), arg("value", word), arg("valid", valid)];
            return refuse(&words.with("cli-invalid-value", &values));
        }
    };
    let mut troubles = Vec::new();
    for renderer in Renderer::in_order(named.renderer) {
        match super::open_window(named.file.clone(), named.overlay.clone(), language, renderer) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) if cannot_draw(&error) => troubles.push(format!("{}: {}", renderer.word(), cause(&error))),
            Err(error) => return refuse(&words.with("window-failed", &[arg("detail", error)])),
        }
    }
    refuse(&words.with("no-graphics", &[arg("detail", troubles.join("; "))]))
}

fn locale() -> Option<String> {
    let mut named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    named.find(|value| !value.is_empty())
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn refuse(why: &str) -> ExitCode {
    // Whoever closed standard error does not want to know.
    let _ = writeln!(std::io::stderr(), "{why}");
    ExitCode::from(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Result<(Option<String>, Option<String>), Wrong> {
        let arguments: Vec<OsString> = ["trede"].iter().chain(words).map(OsString::from).collect();
        let text = |path: Option<PathBuf>| path.map(|path| path.display().to_string());
        Asked::read(&arguments).map(|asked| (text(asked.file), text(asked.overlay)))
    }

    #[test]
    fn the_window_takes_an_assessment_and_an_overlay_in_any_order() {
        let both = Ok((Some("a.trede".to_owned()), Some("laag.ron".to_owned())));
        assert_eq!(asked(&["a.trede", "--overlay", "laag.ron"]), both);
        assert_eq!(asked(&["--overlay", "laag.ron", "a.trede"]), both);
        assert_eq!(asked(&["--overlay=laag.ron", "a.trede"]), both);
        assert_eq!(asked(&[]), Ok((None, None)));
        assert_eq!(asked(&["a.trede", "--overlay"]), Err(Wrong::Missing("--overlay")));
    }

    #[test]
    fn a_renderer_is_taken_by_its_name_only() {
        let read = |words: &[&str]| {
            let arguments: Vec<OsString> = ["trede"].iter().chain(words).map(OsString::from).collect();
            Asked::read(&arguments).map(|asked| (asked.renderer, asked.file))
        };
        let file = Some(PathBuf::from("a.trede"));
        assert_eq!(read(&["--renderer", "glow", "a.trede"]), Ok((Some(Renderer::Glow), file.clone())));
        assert_eq!(read(&["a.trede", "--renderer=glow"]), Ok((Some(Renderer::Glow), file)));
        assert_eq!(read(&[]), Ok((None, None)));
        assert_eq!(read(&["--renderer", "verf"]), Err(Wrong::Renderer("verf".to_owned())));
        assert_eq!(read(&["--renderer"]), Err(Wrong::Missing("--renderer")));
    }

    #[test]
    fn the_language_is_not_taken_for_a_file() {
        let file = Ok((Some("bank.trede".to_owned()), None));
        assert_eq!(asked(&["--lang", "en"]), Ok((None, None)));
        assert_eq!(asked(&["--lang", "en", "bank.trede"]), file);
        assert_eq!(asked(&["bank.trede", "--lang=en"]), file);
    }
}
