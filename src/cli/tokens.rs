//! Keys on tokens: what is there, and signing with one.

use std::io::IsTerminal as _;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::World;
use super::failure::{Ending, Failure, Outcome};
use super::signing_arguments::Key;
use crate::signing::{Chosen, Pin, Signer, Token, TokenCertificate, TokenError, TokenModule};
use crate::wording::arg;

/// Lists the tokens of a module, and the certificates on them.
pub fn list(world: &mut World, module: &Path, wait: Option<u16>) -> Ending {
    let tokens = opened(module, wait).tokens().map_err(|error| refused(world, &error))?;
    if world.json {
        let tokens: Vec<Value> = tokens.iter().map(|token| token_json(world, token)).collect();
        world.say_json(&json!({ "tokens": tokens }));
        return Ok(Outcome::Done);
    }
    if tokens.is_empty() {
        let text = world.wording.token_error(&TokenError::NoToken);
        world.say(text);
    }
    for token in &tokens {
        let args = [arg("label", &token.label), arg("serial", &token.serial), arg("model", &token.model)];
        let text = world.wording.with("cli-token-line", &args);
        world.say(text);
        if let Some(text) = world.wording.pin_warning(token.pin) {
            world.say(format!("  {text}"));
        }
        if token.certificates.is_empty() {
            let text = world.wording.text("cli-token-empty");
            world.say(format!("  {text}"));
        }
        for each in &token.certificates {
            say_certificate(world, each);
        }
    }
    Ok(Outcome::Done)
}

fn say_certificate(world: &mut World, each: &TokenCertificate) {
    let certificate = &each.certificate;
    world.say(format!("  {}  sha256 {}", certificate.name(), certificate.fingerprint()));
    let until = world.wording.minute(certificate.not_after().fixed_offset());
    let about = match &each.problem {
        Some((name, problem)) => {
            let problem = world.wording.certificate_problem(problem);
            world.wording.with("token-unusable", &[arg("name", name), arg("problem", problem)])
        }
        None => {
            let key = certificate.key_kind().map(|kind| world.wording.key_kind(kind)).unwrap_or_default();
            world.wording.with("cli-token-certificate", &[arg("key", key), arg("until", until)])
        }
    };
    world.say(format!("    {about}"));
}

fn token_json(world: &World, token: &Token) -> Value {
    let certificates: Vec<Value> = token
        .certificates
        .iter()
        .map(|each| {
            let problem = each.problem.as_ref().map(|(name, problem)| {
                let problem = world.wording.certificate_problem(problem);
                world.wording.with("token-unusable", &[arg("name", name), arg("problem", problem)])
            });
            json!({
                "name": each.certificate.name(),
                "fingerprint": each.certificate.fingerprint(),
                "algorithm": each.certificate.key_kind().map(crate::signing::KeyKind::algorithm),
                "key_bits": each.certificate.key_kind().map(crate::signing::KeyKind::bits),
                "not_before": each.certificate.not_before().to_rfc3339(),
                "not_after": each.certificate.not_after().to_rfc3339(),
                "problem": problem,
            })
        })
        .collect();
    json!({
        "label": token.label,
        "serial": token.serial,
        "model": token.model,
        "pin_on_reader": token.pin.is_on_pad,
        "pin_locked": token.pin.is_locked,
        "certificates": certificates,
    })
}

/// The signer whose key is on a token.
pub fn signer(world: &World, module: &Path, key: &Key) -> Result<Signer, Failure> {
    let chosen = opened(module, key.token_wait).choose(key.token.as_deref(), key.token_key.as_deref());
    let chosen = chosen.map_err(|error| refused(world, &error))?;
    let pin = pin(world, &chosen, key.pin_env.as_deref())?;
    chosen.into_signer(pin).map_err(|error| refused(world, &error))
}

/// The PIN: from the environment variable that is named, or typed on the terminal; none when the reader asks for it.
fn pin(world: &World, chosen: &Chosen, variable: Option<&str>) -> Result<Option<Pin>, Failure> {
    let state = chosen.pin();
    if state.is_on_pad || !state.is_needed || state.is_locked {
        return Ok(None);
    }
    let text = match variable {
        Some(variable) => std::env::var(variable)
            .map_err(|_| Failure::usage(world.wording.with("cli-pin-variable", &[arg("variable", variable)])))?,
        None if std::io::stdin().is_terminal() => {
            let args = [arg("name", chosen.name()), arg("token", chosen.token())];
            let question = world.wording.with("cli-pin", &args);
            let warning = world.wording.pin_warning(state).map(|text| text + "\n").unwrap_or_default();
            rpassword::prompt_password(format!("{warning}{question} "))
                .map_err(|_| Failure::usage(world.wording.text("cli-pin-needed")))?
        }
        None => return Err(Failure::usage(world.wording.text("cli-pin-needed"))),
    };
    Ok(Some(Pin::new(text)))
}

fn opened(module: &Path, wait: Option<u16>) -> TokenModule {
    let opened = TokenModule::at(module);
    match wait {
        Some(seconds) => opened.with_patience(Duration::from_secs(u64::from(seconds))),
        None => opened,
    }
}

fn refused(world: &World, error: &TokenError) -> Failure {
    Failure { code: "token", ..Failure::usage(world.wording.token_error(error)) }
}
