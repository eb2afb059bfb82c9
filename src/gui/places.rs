//! The folders of the user that the program reads and writes.

use std::path::{Path, PathBuf};

/// Where things are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The settings, and beside them the list of trusted signers.
    pub settings: PathBuf,
    /// Own signing identities.
    pub identities: PathBuf,
    /// Where assessments and reports go unless another folder is chosen.
    pub documents: PathBuf,
    /// Where copies of attached files go while other programs look at them.
    pub temporary: PathBuf,
    /// The home folder.
    pub home: Option<PathBuf>,
}

impl Places {
    /// The folders that the system has for this user; the folder the program was started in where it has none.
    pub fn of_user() -> Places {
        let users = directories::UserDirs::new();
        let home = users.as_ref().map(|users| users.home_dir().to_owned());
        let own = directories::ProjectDirs::from("nl", "", "Trede");
        let documents = users.as_ref().and_then(|users| users.document_dir().map(Path::to_owned));
        let documents = documents.filter(|folder| folder.is_dir()).or_else(|| home.clone());
        let settings = own.as_ref().map_or_else(|| PathBuf::from(".trede"), |own| own.config_dir().to_owned());
        // The command line keeps its identities in the same folder.
        let data = own.map_or_else(|| PathBuf::from("."), |own| own.data_dir().to_owned());
        Places {
            settings,
            identities: data.join("identities"),
            documents: documents.unwrap_or_else(|| PathBuf::from(".")),
            temporary: std::env::temp_dir(),
            home,
        }
    }

    /// Everything under one folder.
    pub fn under(folder: &Path) -> Places {
        Places {
            settings: folder.to_owned(),
            identities: folder.join("identities"),
            documents: folder.to_owned(),
            temporary: folder.to_owned(),
            home: None,
        }
    }
}
