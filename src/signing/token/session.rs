//! A module that is in use, a session with a token, and being logged in. Each is ended when it is dropped, whatever
//! happened.

use std::path::Path;

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::{Slot, TokenInfo};
use cryptoki::types::AuthPin;

use super::error::{TokenError, Tries};
use super::{Pin, contents};

/// More tokens than this are not looked at.
const MAX_TOKENS: usize = 64;

/// A module that is loaded and initialised.
pub(super) struct Module {
    pkcs11: Pkcs11,
    /// Whether it was initialised here: what another did is not undone.
    is_ours: bool,
}

impl Module {
    pub(super) fn load(path: &Path) -> Result<Self, TokenError> {
        let no_library = |detail: String| TokenError::NoLibrary { path: path.to_owned(), detail };
        // A bare name would be looked for in the folders of the system; what is loaded is what the user pointed at.
        let file = path.canonicalize().map_err(|error| no_library(error.to_string()))?;
        let pkcs11 = Pkcs11::new(&file).map_err(|error| match error {
            Error::LibraryLoading(error) => no_library(error.to_string()),
            _ => TokenError::NoModule { path: path.to_owned() },
        })?;
        let arguments = CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK);
        let is_ours = match pkcs11.initialize(arguments) {
            Ok(()) => true,
            Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => false,
            Err(Error::NullFunctionPointer) => return Err(TokenError::NoModule { path: path.to_owned() }),
            Err(error) => return Err(error.into()),
        };
        Ok(Self { pkcs11, is_ours })
    }

    /// The tokens that are there and that someone has set up.
    pub(super) fn tokens(&self) -> Result<Vec<(Slot, TokenInfo)>, TokenError> {
        let slots = self.pkcs11.get_slots_with_token()?;
        // A card that cannot be read does not hide the others.
        let read = |slot: Slot| self.pkcs11.get_token_info(slot).ok().map(|info| (slot, info));
        let tokens = slots.into_iter().take(MAX_TOKENS).filter_map(read);
        Ok(tokens.filter(|(_, info)| info.token_initialized()).collect())
    }

    /// Whether the token can do this.
    pub(super) fn can(&self, slot: Slot, mechanism: cryptoki::mechanism::MechanismType) -> Result<bool, TokenError> {
        Ok(self.pkcs11.get_mechanism_list(slot)?.contains(&mechanism))
    }

    pub(super) fn open(&self, slot: Slot) -> Result<Session, TokenError> {
        Ok(self.pkcs11.open_ro_session(slot)?)
    }

    /// Logs in until what is returned is dropped; `None` for a PIN that is typed on the card reader.
    pub(super) fn log_in<'a>(
        &self,
        slot: Slot,
        session: &'a Session,
        pin: Option<&Pin>,
    ) -> Result<LoggedIn<'a>, TokenError> {
        self.authenticate(slot, session, UserType::User, pin)?;
        Ok(LoggedIn(session))
    }

    /// Gives the PIN, and says of a wrong one how many tries are left.
    pub(super) fn authenticate(
        &self,
        slot: Slot,
        session: &Session,
        user: UserType,
        pin: Option<&Pin>,
    ) -> Result<(), TokenError> {
        // In one piece of its own size, so that no copy stays behind; it is wiped when dropped.
        let secret = pin.map(|pin| AuthPin::new(Box::<str>::from(pin.0.as_str())));
        session.login(user, secret.as_ref()).map_err(|error| match TokenError::of(&error) {
            TokenError::PinWrong { .. } => {
                let info = self.pkcs11.get_token_info(slot);
                match info.as_ref().map(contents::pin_state).unwrap_or_default() {
                    contents::PinState { is_locked: true, .. } => TokenError::PinLocked,
                    contents::PinState { tries, .. } => TokenError::PinWrong { tries },
                }
            }
            error => error,
        })
    }
}

impl Drop for Module {
    fn drop(&mut self) {
        if self.is_ours {
            // Nothing can be done about a module that does not want to stop.
            let _ = self.pkcs11.clone().finalize();
        }
    }
}

/// Being logged in.
pub(super) struct LoggedIn<'a>(&'a Session);

impl Drop for LoggedIn<'_> {
    fn drop(&mut self) {
        let _ = self.0.logout();
    }
}

/// The flags of a token about wrong PINs.
pub(super) fn tries(info: &TokenInfo) -> Tries {
    match (info.user_pin_final_try(), info.user_pin_count_low()) {
        (true, _) => Tries::Last,
        (false, true) => Tries::Few,
        (false, false) => Tries::Enough,
    }
}
