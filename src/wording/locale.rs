//! The locale files on board and the messages in them, read when they are first needed.

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Arg;
use crate::domain::text::Language;

/// The messages of one language. Read once and shared: together they take a megabyte and a half.
#[derive(Clone)]
pub(super) enum Messages {
    OnBoard(&'static OnBoard),
    Given(Arc<Bundle>),
}

impl Messages {
    /// The messages on board in `language`.
    pub(super) fn of(language: Language) -> Messages {
        Messages::OnBoard(match language {
            Language::Dutch => &DUTCH,
            Language::English => &ENGLISH,
        })
    }

    /// The messages in these locale files.
    pub(super) fn given<'a>(language: Language, contents: impl IntoIterator<Item = &'a str>) -> Messages {
        Messages::Given(Arc::new(read(language, contents)))
    }

    /// Whether there is a message with this key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.bundle(key).is_some()
    }

    /// The message with this key and these values, if there is one. Whole numbers choose plural forms.
    pub(super) fn format(&self, key: &str, args: &[Arg]) -> Option<String> {
        let bundle = self.bundle(key)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::new();
        for (name, value) in args {
            match value.parse::<u32>() {
                Ok(number) if number.to_string() == *value => values.set(*name, FluentValue::from(number)),
                _ => values.set(*name, FluentValue::from(value.as_str())),
            }
        }
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned())
    }

    fn bundle(&self, key: &str) -> Option<&Bundle> {
        let has = |bundle: &&Bundle| bundle.has_message(key);
        match self {
            Messages::OnBoard(messages) => {
                Some(&*messages.often).filter(has).or_else(|| Some(&*messages.seldom).filter(has))
            }
            Messages::Given(bundle) => Some(&**bundle).filter(has),
        }
    }
}

/// The messages on board in one language. A window in which norms are judged needs the first of them; the others are read
/// when one of them is asked for. No message refers to another, so that it does not matter which stand together.
pub(super) struct OnBoard {
    often: LazyLock<Bundle>,
    seldom: LazyLock<Bundle>,
}

static DUTCH: OnBoard = OnBoard {
    often: LazyLock::new(|| on_board(Language::Dutch, true)),
    seldom: LazyLock::new(|| on_board(Language::Dutch, false)),
};

static ENGLISH: OnBoard = OnBoard {
    often: LazyLock::new(|| on_board(Language::English, true)),
    seldom: LazyLock::new(|| on_board(Language::English, false)),
};

fn on_board(language: Language, often: bool) -> Bundle {
    let chosen = |file: &&(&str, &str)| OFTEN.contains(&file.0) == often;
    read(language, files(language).iter().filter(chosen).map(|(_, content)| *content))
}

type Bundle = FluentBundle<FluentResource>;

fn read<'a>(language: Language, contents: impl IntoIterator<Item = &'a str>) -> Bundle {
    let tag: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Without isolation marks: the text goes into a PDF and is compared.
    bundle.set_use_isolating(false);
    for content in contents {
        let resource = FluentResource::try_new(content.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The files with the messages that a window with an assessment needs at once.
const OFTEN: &[&str] = &[
    "announcements.ftl",
    "attachments.ftl",
    "dates.ftl",
    "desk.ftl",
    "domain.ftl",
    "internal.ftl",
    "names.ftl",
    "personal.ftl",
    "rubric.ftl",
    "screens.ftl",
    "window.ftl",
];

macro_rules! contents {
    ($folder:literal, $($file:literal),+ $(,)?) => {
        &[$(($file, include_str!(concat!("../../assets/locales/", $folder, "/", $file)))),+]
    };
}

macro_rules! locale {
    ($folder:literal) => {
        contents!(
            $folder,
            "announcements.ftl",
            "attachments.ftl",
            "cli.ftl",
            "dates.ftl",
            "desk.ftl",
            "document.ftl",
            "domain.ftl",
            "drawing.ftl",
            "files.ftl",
            "internal.ftl",
            "keys.ftl",
            "mending.ftl",
            "names.ftl",
            "overlay.ftl",
            "passwords.ftl",
            "personal.ftl",
            "preview.ftl",
            "problems.ftl",
            "proposals.ftl",
            "report.ftl",
            "rubric.ftl",
            "screens.ftl",
            "signatures.ftl",
            "stamps.ftl",
            "tables.ftl",
            "tokens.ftl",
            "versions.ftl",
            "window.ftl",
        )
    };
}

const IN_DUTCH: &[(&str, &str)] = locale!("nl");
const IN_ENGLISH: &[(&str, &str)] = locale!("en");

/// The locale files of `language`: name and content.
pub fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Dutch => IN_DUTCH,
        Language::English => IN_ENGLISH,
    }
}

#[cfg(test)]
mod tests {
    use super::{Messages, OFTEN, files};
    use crate::domain::text::Language;

    #[test]
    fn every_file_is_read_as_soon_as_one_of_its_messages_is_asked_for() {
        for language in Language::ALL {
            let named: Vec<&str> = files(language).iter().map(|(name, _)| *name).collect();
            assert!(OFTEN.iter().all(|name| named.contains(name)) && OFTEN.len() < named.len());
            let messages = Messages::of(language);
            for (name, content) in files(language) {
                let key = content.lines().find_map(|line| line.split_once(" =")).map(|(key, _)| key);
                assert!(messages.format(key.unwrap(), &[]).is_some(), "{name}: {key:?}");
            }
            assert!(!messages.has("no-such-message") && messages.format("no-such-message", &[]).is_none());
        }
    }
}
