//! The key on a token, asked to sign.

use std::sync::Arc;

use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, AttributeType, KeyType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::Slot;
use sha2::{Digest, Sha256};

use super::super::keys::{KeyKind, PublicKey};
use super::contents::readable;
use super::error::TokenError;
use super::session::Module;
use super::{PAD_FACTOR, Pin, TokenModule, call};

/// `DigestInfo` of a SHA-256 hash (RFC 8017, 9.2) up to the hash itself.
const DIGEST_INFO: [u8; 19] =
    [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

/// A key on a token, and what is needed to use it.
#[derive(Clone)]
pub(in super::super) struct TokenKey {
    pub(super) module: TokenModule,
    pub(super) label: String,
    pub(super) serial: String,
    pub(super) id: Vec<u8>,
    /// The name in its certificate.
    pub(super) name: String,
    pub(super) public: PublicKey,
    pub(super) is_on_pad: bool,
    pub(super) pin: Option<Arc<Pin>>,
}

impl TokenKey {
    /// The public key, as the certificate says; [`Self::sign`] proves that it belongs to the key on the token.
    pub(in super::super) fn public(&self) -> PublicKey {
        self.public.clone()
    }

    /// A signature with SHA-256 over `message`, in the one form that [`PublicKey::verifies`] accepts.
    pub(in super::super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, TokenError> {
        let (key, text) = (self.clone(), message.to_vec());
        let patience = self.module.patience * if self.is_on_pad { PAD_FACTOR } else { 1 };
        let raw = call::within(patience, move || key.ask(&text))?;
        let signature = self.public.normalized(raw).ok_or(TokenError::Rubbish)?;
        // A token can answer anything, and the certificate beside the key may be that of another key.
        if self.public.verifies(message, &signature) { Ok(signature) } else { Err(TokenError::Rubbish) }
    }

    fn ask(&self, message: &[u8]) -> Result<Vec<u8>, TokenError> {
        let module = Module::load(&self.module.path)?;
        let same = |label: &str, serial: &str| readable(label) == self.label && readable(serial) == self.serial;
        let tokens = module.tokens()?;
        let token = tokens.into_iter().find(|(_, info)| same(info.label(), info.serial_number()));
        let (slot, info) = token.ok_or(TokenError::Gone)?;
        let session = module.open(slot)?;
        let pin = self.pin.as_deref();
        let _logged_in = match info.login_required() {
            true => Some(module.log_in(slot, &session, pin)?),
            false => None,
        };
        let handle = self.find(&session)?;
        let always = session.get_attributes(handle, &[AttributeType::AlwaysAuthenticate]);
        let always = matches!(always.as_deref(), Ok([Attribute::AlwaysAuthenticate(true)]));
        let (mechanism, data) = self.mechanism(&module, slot, message, always)?;
        let signed = if always {
            // Such a key wants the PIN once more, between the start and the rest.
            session.sign_init(&mechanism, handle)?;
            module.authenticate(slot, &session, UserType::ContextSpecific, pin)?;
            session.sign_update(&data).and_then(|()| session.sign_final())
        } else {
            session.sign(&mechanism, handle, &data)
        };
        signed.map_err(|error| self.named(error.into()))
    }

    fn find(&self, session: &Session) -> Result<ObjectHandle, TokenError> {
        let kind = if self.public.kind() == KeyKind::P256 { KeyType::EC } else { KeyType::RSA };
        let wanted =
            [Attribute::Class(ObjectClass::PRIVATE_KEY), Attribute::Id(self.id.clone()), Attribute::KeyType(kind)];
        let first = session.iter_objects(&wanted)?.next();
        first.transpose()?.ok_or_else(|| TokenError::NoKey { name: self.name.clone() })
    }

    /// How this token makes the signature, and what it must be given for that. Most hash here; what signs in several
    /// steps must hash itself, because it may take a bare hash in one step only.
    fn mechanism(
        &self,
        module: &Module,
        slot: Slot,
        message: &[u8],
        in_steps: bool,
    ) -> Result<(Mechanism<'static>, Vec<u8>), TokenError> {
        let hash = Sha256::digest(message).to_vec();
        let (bare, whole) = match self.public.kind() {
            KeyKind::P256 => ((Mechanism::Ecdsa, hash), Mechanism::EcdsaSha256),
            KeyKind::Rsa { .. } => ((Mechanism::RsaPkcs, [&DIGEST_INFO[..], &hash].concat()), Mechanism::Sha256RsaPkcs),
        };
        let mut ways = [bare, (whole, message.to_vec())];
        if in_steps {
            ways.reverse();
        }
        for (mechanism, data) in ways {
            if module.can(slot, mechanism.mechanism_type())? {
                return Ok((mechanism, data));
            }
        }
        Err(TokenError::Mechanism { algorithm: self.public.kind().algorithm() })
    }

    /// A refusal that is about the kind of signature, as that.
    fn named(&self, error: TokenError) -> TokenError {
        const ABOUT_KIND: [&str; 4] =
            ["MechanismInvalid", "MechanismParamInvalid", "KeyTypeInconsistent", "KeySizeRange"];
        match error {
            TokenError::Failed { code, .. } if ABOUT_KIND.contains(&code.as_str()) => {
                TokenError::Mechanism { algorithm: self.public.kind().algorithm() }
            }
            error => error,
        }
    }
}
