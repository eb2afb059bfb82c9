//! Signing a report and finding out whether it is still what was signed.

mod attacks;
mod fixture;
mod identities;
mod p12;
mod packed;
mod signing;
mod stamps;
mod tampering;
mod tools;
