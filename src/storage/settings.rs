//! What the program remembers between runs: choices of the user, never anything of an assessment.
//!
//! A file that cannot be read never stops the program: it is put aside and the program starts as on its first day.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::file_error::FileError;
use super::whole_file::{self, Replace};
use crate::domain::Perspective;
use crate::domain::text::Language;

/// How many recent files are remembered.
pub const MOST_RECENT: usize = 10;
const NAME: &str = "settings.ron";
const LARGEST: u64 = 256 * 1024;

/// The colours of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Appearance {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Appearance {
    /// All values, in the order of the menu.
    pub const ALL: [Appearance; 3] = [Appearance::System, Appearance::Light, Appearance::Dark];

    /// The word in the settings file and in locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Appearance::System => "system",
            Appearance::Light => "light",
            Appearance::Dark => "dark",
        }
    }
}

/// How large the window shows everything, in percent: within bounds in which every screen can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Zoom(u16);

impl Zoom {
    /// The smallest.
    pub const SMALLEST: Zoom = Zoom(80);
    /// The largest.
    pub const LARGEST: Zoom = Zoom(200);

    /// So many percent, or the nearest that is allowed.
    pub fn of(percent: u16) -> Zoom {
        Zoom(percent.clamp(Zoom::SMALLEST.0, Zoom::LARGEST.0))
    }

    /// In percent.
    pub fn percent(self) -> u16 {
        self.0
    }
}

impl Default for Zoom {
    fn default() -> Zoom {
        Zoom(100)
    }
}

/// Where one was in an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastPlace {
    /// Its file.
    pub path: PathBuf,
    /// The norm that was chosen.
    pub norm: String,
    /// The side from which was judged.
    pub perspective: Perspective,
}

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language; none follows the system.
    pub language: Option<Language>,
    /// The colours.
    pub appearance: Appearance,
    /// Whether the colours differ strongly.
    pub strong_contrast: bool,
    /// How large everything is.
    pub zoom: Zoom,
    /// The folder in which a file was last chosen.
    pub last_folder: Option<PathBuf>,
    /// Assessments that were opened, the latest first; at most [`MOST_RECENT`].
    pub recent: Vec<PathBuf>,
    /// Where one was in the recent assessments; at most [`MOST_RECENT`].
    pub last_places: Vec<LastPlace>,
    /// Whether the tour was taken or skipped.
    pub tour_done: bool,
    /// The name of the assessor who last made an assessment.
    pub assessor_name: String,
    /// The role of that assessor.
    pub assessor_role: String,
    /// The identity that last signed.
    pub last_identity: Option<String>,
    /// The file with the literal wording of the norms.
    pub overlay: Option<PathBuf>,
    /// The module of the token that was last looked at; never loaded without being asked.
    pub token_module: Option<PathBuf>,
    /// The address of the time stamp service that is asked with every signature.
    pub time_stamp_url: Option<String>,
}

/// Settings as they were found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Loaded {
    /// The settings; the defaults where there are none or they cannot be read.
    pub settings: Settings,
    /// Where an unreadable file was put.
    pub set_aside: Option<PathBuf>,
}

impl Settings {
    /// Reads the settings in `folder`. Never fails: see [`Loaded`].
    pub fn load(folder: &Path) -> Loaded {
        let path = folder.join(NAME);
        let content = match whole_file::read(&path, LARGEST) {
            Ok(content) => content,
            Err(FileError::Missing(_)) => return Loaded::default(),
            Err(_) => return Loaded { settings: Settings::default(), set_aside: set_aside(&path) },
        };
        match std::str::from_utf8(&content).ok().and_then(|text| ron::from_str::<SettingsV1>(text).ok()) {
            Some(stored) => Loaded { settings: stored.into(), set_aside: None },
            None => Loaded { settings: Settings::default(), set_aside: set_aside(&path) },
        }
    }

    /// The language that was chosen, without touching anything: what cannot be read has none.
    pub fn language_in(folder: &Path) -> Option<Language> {
        Settings::peek(folder)?.language
    }

    /// The time stamp service that was set, without touching anything: what cannot be read has none.
    pub fn time_stamp_url_in(folder: &Path) -> Option<String> {
        Settings::peek(folder)?.time_stamp_url
    }

    fn peek(folder: &Path) -> Option<Settings> {
        let content = whole_file::read(&folder.join(NAME), LARGEST).ok()?;
        let stored: SettingsV1 = ron::from_str(std::str::from_utf8(&content).ok()?).ok()?;
        Some(stored.into())
    }

    /// Writes the settings into `folder`, which is made if need be: the old file or the new one, never half of one.
    pub fn save(&self, folder: &Path) -> Result<(), FileError> {
        let path = folder.join(NAME);
        fs::create_dir_all(folder).map_err(|error| FileError::io(folder, &error))?;
        let style = ron::ser::PrettyConfig::new().indentor("    ").new_line("\n");
        let text = ron::ser::to_string_pretty(&SettingsV1::from(self), style)
            .map_err(|error| FileError::Other { path: path.clone(), detail: error.to_string() })?;
        whole_file::write(&path, (text + "\n").as_bytes(), Replace::Asked)
    }

    /// Puts `path` first among the recent files, and its folder as the last one.
    pub fn note_opened(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
        self.note_folder(path);
    }

    /// Remembers where one was in an assessment.
    pub fn note_place(&mut self, place: LastPlace) {
        self.last_places.retain(|known| known.path != place.path);
        self.last_places.insert(0, place);
        self.last_places.truncate(MOST_RECENT);
    }

    /// Where one was in the assessment at `path`.
    pub fn last_place(&self, path: &Path) -> Option<&LastPlace> {
        self.last_places.iter().find(|place| place.path == path)
    }

    /// Remembers the folder of a chosen file.
    pub fn note_folder(&mut self, path: &Path) {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            self.last_folder = Some(folder.to_owned());
        }
    }
}

fn set_aside(path: &Path) -> Option<PathBuf> {
    let aside = whole_file::free_path(&path.with_file_name("settings-unreadable.ron"));
    fs::rename(path, &aside).is_ok().then_some(aside)
}

/// The settings as they stand in the file. Unknown fields are passed over: a newer version may have written them.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct SettingsV1 {
    language: String,
    appearance: String,
    strong_contrast: bool,
    zoom: u16,
    last_folder: String,
    recent: Vec<String>,
    last_places: Vec<LastPlaceV1>,
    tour_done: bool,
    assessor_name: String,
    assessor_role: String,
    last_identity: String,
    overlay: String,
    token_module: String,
    time_stamp_url: String,
}

/// Where one was, as it stands in the file.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct LastPlaceV1 {
    path: String,
    norm: String,
    perspective: String,
}

impl LastPlaceV1 {
    fn of(place: &LastPlace) -> Option<LastPlaceV1> {
        let path = place.path.to_str()?.to_owned();
        Some(LastPlaceV1 { path, norm: place.norm.clone(), perspective: place.perspective.code().to_owned() })
    }

    fn read(self) -> Option<LastPlace> {
        let perspective = Perspective::from_code(&self.perspective)?;
        Some(LastPlace { path: PathBuf::from(self.path), norm: self.norm, perspective })
    }
}

/// What earlier versions wrote for strong contrast in the colours of the system.
const STRONG_OF_OLD: &str = "high-contrast";

impl From<&Settings> for SettingsV1 {
    fn from(settings: &Settings) -> SettingsV1 {
        // A path that is no Unicode is not remembered; everything else about the program works with it.
        let word = |path: &Option<PathBuf>| path.as_deref().and_then(Path::to_str).unwrap_or_default().to_owned();
        SettingsV1 {
            language: settings.language.map(Language::code).unwrap_or_default().to_owned(),
            appearance: settings.appearance.code().to_owned(),
            strong_contrast: settings.strong_contrast,
            zoom: settings.zoom.percent(),
            last_folder: word(&settings.last_folder),
            recent: settings.recent.iter().filter_map(|path| path.to_str()).map(str::to_owned).collect(),
            last_places: settings.last_places.iter().filter_map(LastPlaceV1::of).collect(),
            tour_done: settings.tour_done,
            assessor_name: settings.assessor_name.clone(),
            assessor_role: settings.assessor_role.clone(),
            last_identity: settings.last_identity.clone().unwrap_or_default(),
            overlay: word(&settings.overlay),
            token_module: word(&settings.token_module),
            time_stamp_url: settings.time_stamp_url.clone().unwrap_or_default(),
        }
    }
}

impl From<SettingsV1> for Settings {
    fn from(stored: SettingsV1) -> Settings {
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        let mut recent: Vec<PathBuf> = Vec::new();
        for path in stored.recent.into_iter().filter(|path| !path.is_empty()).map(PathBuf::from) {
            if recent.len() < MOST_RECENT && !recent.contains(&path) {
                recent.push(path);
            }
        }
        Settings {
            language: Language::from_code(&stored.language),
            appearance: Appearance::ALL.into_iter().find(|each| each.code() == stored.appearance).unwrap_or_default(),
            strong_contrast: stored.strong_contrast || stored.appearance == STRONG_OF_OLD,
            // Without a number everything has its own size.
            zoom: if stored.zoom == 0 { Zoom::default() } else { Zoom::of(stored.zoom) },
            last_folder: filled(stored.last_folder).map(PathBuf::from),
            recent,
            last_places: stored.last_places.into_iter().take(MOST_RECENT).filter_map(LastPlaceV1::read).collect(),
            tour_done: stored.tour_done,
            assessor_name: stored.assessor_name,
            assessor_role: stored.assessor_role,
            last_identity: filled(stored.last_identity),
            overlay: filled(stored.overlay).map(PathBuf::from),
            token_module: filled(stored.token_module).map(PathBuf::from),
            time_stamp_url: filled(stored.time_stamp_url),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings {
            language: Some(Language::English),
            appearance: Appearance::Dark,
            strong_contrast: true,
            zoom: Zoom::of(150),
            tour_done: true,
            assessor_name: "A. \"Bee\" van der Cé".to_owned(),
            last_identity: Some("A. Bee".to_owned()),
            overlay: Some(PathBuf::from("/een/map/letterlijk \"1\".ron")),
            token_module: Some(PathBuf::from("/een/map/module.so")),
            time_stamp_url: Some("http://tijd.example/".to_owned()),
            ..Settings::default()
        };
        settings.note_opened(Path::new("/een/map/b.trede"));
        settings.note_place(LastPlace {
            path: PathBuf::from("/een/map/b.trede"),
            norm: "V.5.3".to_owned(),
            perspective: Perspective::Reviewer,
        });
        settings.save(&folder.path().join("nieuw")).unwrap();
        settings.save(&folder.path().join("nieuw")).unwrap();
        let loaded = Settings::load(&folder.path().join("nieuw"));
        assert_eq!(loaded, Loaded { settings, set_aside: None });
        assert_eq!(Settings::time_stamp_url_in(&folder.path().join("nieuw")).as_deref(), Some("http://tijd.example/"));
        assert_eq!(Settings::time_stamp_url_in(folder.path()), None);
        assert_eq!(loaded.settings.last_folder.as_deref(), Some(Path::new("/een/map")));
    }

    #[test]
    fn without_a_file_the_defaults_hold() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Settings::load(&folder.path().join("niets")), Loaded::default());
    }

    #[test]
    fn an_unreadable_file_is_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        for (round, rubbish) in [&b"(recent: 7"[..], b"\xff\xfe", b"", b"[1, 2]"].into_iter().enumerate() {
            fs::write(folder.path().join(NAME), rubbish).unwrap();
            let loaded = Settings::load(folder.path());
            assert_eq!(loaded.settings, Settings::default());
            let aside = loaded.set_aside.unwrap();
            assert_eq!(fs::read(&aside).unwrap(), rubbish, "round {round}");
            assert!(!folder.path().join(NAME).exists());
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }

    #[test]
    fn unknown_words_and_fields_fall_back() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(NAME), "(language: \"fy\", appearance: \"neon\", later: 3)").unwrap();
        assert_eq!(Settings::load(folder.path()), Loaded::default());
    }

    #[test]
    fn sizes_out_of_bounds_and_the_old_word_for_strong_contrast_are_understood() {
        let folder = tempfile::tempdir().unwrap();
        for (zoom, percent) in [("5", 80), ("65535", 200), ("130", 130), ("0", 100)] {
            fs::write(folder.path().join(NAME), format!("(appearance: \"high-contrast\", zoom: {zoom})")).unwrap();
            let settings = Settings::load(folder.path()).settings;
            assert_eq!((settings.zoom.percent(), settings.strong_contrast), (percent, true));
            assert_eq!(settings.appearance, Appearance::System);
        }
    }

    #[test]
    fn a_place_is_remembered_once_for_each_of_the_latest_assessments() {
        let mut settings = Settings::default();
        let place = |file: &str, norm: &str| LastPlace {
            path: PathBuf::from(file),
            norm: norm.to_owned(),
            perspective: Perspective::Supervisor,
        };
        for number in 0..14 {
            settings.note_place(place(&format!("/map/{number}.trede"), "I.1.1"));
        }
        settings.note_place(place("/map/9.trede", "V.5.3"));
        assert_eq!(settings.last_places.len(), MOST_RECENT);
        assert_eq!(settings.last_place(Path::new("/map/9.trede")), Some(&place("/map/9.trede", "V.5.3")));
        assert_eq!(settings.last_place(Path::new("/map/0.trede")), None);
    }

    #[test]
    fn the_latest_ten_files_are_kept_once_each() {
        let mut settings = Settings::default();
        for number in 0..14 {
            settings.note_opened(&PathBuf::from(format!("/map/{number}.trede")));
        }
        settings.note_opened(Path::new("/map/9.trede"));
        assert_eq!(settings.recent.len(), MOST_RECENT);
        assert_eq!(settings.recent[0], Path::new("/map/9.trede"));
        assert_eq!(settings.recent.iter().filter(|path| path.ends_with("9.trede")).count(), 1);
    }
}
