//! Signing with keys on a token: SoftHSM2, on tokens that the tests make, and a module that misbehaves in front of it.

mod commands;
pub mod faults;
pub mod fixture;
