//! From what the user asked for to one certificate on one token, and to a signer.

use std::sync::Arc;

use super::super::keys::PrivateKey;
use super::super::signer::{MAX_SIGNER_CHARS, Signer};
use super::contents::{PinState, Token, TokenCertificate};
use super::error::TokenError;
use super::key::TokenKey;
use super::{Pin, TokenModule};

/// The fewest digits of a fingerprint that point at a certificate.
const MIN_FINGERPRINT_DIGITS: usize = 8;
/// The digits that tell two certificates with the same name apart.
const SHOWN_DIGITS: usize = 16;

/// A certificate on a token that was chosen, still without a PIN.
#[derive(Debug, Clone)]
pub struct Chosen {
    module: TokenModule,
    token: Token,
    certificate: TokenCertificate,
}

impl TokenModule {
    /// Looks for the certificate with this name, or with this fingerprint or the start of it, on the token with this
    /// label or serial number. What is not given must be clear by itself. Runs the module.
    ///
    /// # Errors
    /// [`TokenError`]: what is missing, unknown or not clear, or what is wrong with the certificate.
    pub fn choose(&self, token: Option<&str>, key: Option<&str>) -> Result<Chosen, TokenError> {
        let token = one_token(self.tokens()?, token)?;
        let certificate = one_certificate(&token, key)?.clone();
        if let Some((name, problem)) = &certificate.problem {
            return Err(TokenError::Certificate { name: name.clone(), problem: problem.clone() });
        }
        certificate.certificate.plain_name(MAX_SIGNER_CHARS)?;
        Ok(Chosen { module: self.clone(), token, certificate })
    }
}

impl Chosen {
    /// How the token wants its PIN.
    #[must_use]
    pub fn pin(&self) -> PinState {
        self.token.pin
    }

    /// The name of the token.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token.label
    }

    /// The name in the certificate.
    #[must_use]
    pub fn name(&self) -> &str {
        self.certificate.certificate.name()
    }

    /// The signer. The token is not asked before it signs; then it gets the PIN, which is given up with the signer.
    ///
    /// # Errors
    /// [`TokenError`] for a PIN that is missing or cannot be right.
    pub fn into_signer(self, pin: Option<Pin>) -> Result<Signer, TokenError> {
        let pin = checked(pin, self.token.pin)?;
        let TokenCertificate { certificate, issuers, id, .. } = self.certificate;
        let name = certificate.name().to_owned();
        let problem = |fault| TokenError::Certificate { name: name.clone(), problem: fault };
        let public = certificate.public_key().map_err(|fault| problem(fault.into()))?;
        let key = TokenKey {
            module: self.module,
            label: self.token.label,
            serial: self.token.serial,
            id,
            name: name.clone(),
            public,
            is_on_pad: self.token.pin.is_on_pad,
            pin: pin.map(Arc::new),
        };
        Signer::new(PrivateKey::Token(Box::new(key)), certificate, issuers).ok_or(TokenError::NoKey { name })
    }
}

/// The PIN as the token gets it: none when it is typed on the reader or not wanted.
fn checked(pin: Option<Pin>, state: PinState) -> Result<Option<Pin>, TokenError> {
    if state.is_locked {
        return Err(TokenError::PinLocked);
    }
    if state.is_on_pad || !state.is_needed {
        return Ok(None);
    }
    let pin = pin.filter(|pin| !pin.0.is_empty()).ok_or(TokenError::PinNeeded)?;
    let (min, max) = state.length;
    // A wrong length would cost a try. Some tokens say nothing useful here.
    if max >= min && max > 0 && !(min..=max).contains(&pin.0.len()) {
        return Err(TokenError::PinLength { min, max });
    }
    Ok(Some(pin))
}

fn one_token(tokens: Vec<Token>, asked: Option<&str>) -> Result<Token, TokenError> {
    let names = |tokens: &[Token]| tokens.iter().map(|token| format!("{} ({})", token.label, token.serial)).collect();
    if tokens.is_empty() {
        return Err(TokenError::NoToken);
    }
    let found = names(&tokens);
    let fits = |token: &Token| asked.is_none_or(|asked| token.label == asked || token.serial == asked);
    let mut fitting: Vec<Token> = tokens.into_iter().filter(fits).collect();
    match (fitting.pop(), fitting.is_empty(), asked) {
        (Some(only), true, _) => Ok(only),
        (Some(last), false, _) => {
            fitting.push(last);
            Err(TokenError::SeveralTokens { found: names(&fitting) })
        }
        (None, _, asked) => Err(TokenError::UnknownToken { asked: asked.unwrap_or_default().to_owned(), found }),
    }
}

fn one_certificate<'a>(token: &'a Token, asked: Option<&str>) -> Result<&'a TokenCertificate, TokenError> {
    if token.certificates.is_empty() {
        return Err(TokenError::NoCertificate { token: token.label.clone() });
    }
    let fits = |each: &&TokenCertificate| asked.is_none_or(|asked| is_called(each, asked));
    let fitting: Vec<&TokenCertificate> = token.certificates.iter().filter(fits).collect();
    // Cards hold certificates for other purposes beside the one for signing, often with the same name.
    let usable: Vec<&TokenCertificate> = fitting.iter().copied().filter(|each| each.problem.is_none()).collect();
    match (usable.as_slice(), fitting.as_slice()) {
        ([only], _) | ([], [only, ..]) => Ok(only),
        ([], []) => Err(TokenError::UnknownKey {
            asked: asked.unwrap_or_default().to_owned(),
            found: token.certificates.iter().map(shown).collect(),
        }),
        (several, _) => Err(TokenError::SeveralKeys { found: several.iter().copied().map(shown).collect() }),
    }
}

fn is_called(each: &TokenCertificate, asked: &str) -> bool {
    let digits: String =
        asked.chars().filter(|each| !matches!(each, ' ' | ':')).map(|each| each.to_ascii_lowercase()).collect();
    each.certificate.name() == asked
        || (digits.len() >= MIN_FINGERPRINT_DIGITS && each.certificate.fingerprint().starts_with(&digits))
}

fn shown(each: &TokenCertificate) -> String {
    let print: String = each.certificate.fingerprint().chars().take(SHOWN_DIGITS).collect();
    format!("{} ({print})", each.certificate.name())
}
