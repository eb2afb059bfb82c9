//! Trede scores how a mortgage lender treats customers in payment arrears, against a norm framework, and writes a
//! signed report that proves itself.
//!
//! The rooms, from the inside out; each knows only the rooms named with it:
//!
//! | room | holds | knows |
//! |---|---|---|
//! | [`domain`] | framework, findings, the stepped rule, scores, events | nothing |
//! | [`wording`] | every text on screen and in the report, per language | domain, and the errors of every room, to put them in words |
//! | [`storage`] | framework files, the `.trede` file, exchange files, settings | domain |
//! | [`report`] | an assessment as tagged PDF pages | domain, wording |
//! | [`signing`] | identities and PAdES signatures | PDF bytes and keys, nothing of assessments |
//! | [`stamping`] | asking a time stamp service; the only network connection | signing |
//! | [`trust`] | the signers that the user trusts | domain, signing, storage |
//! | [`verification`] | recomputes what a report states | report, signing, storage |
//! | [`session`] | what a user can ask, done in order | all of the above |
//! | [`cli`], `gui` | the two outsides of the program | session |

pub mod cli;
pub mod domain;
#[cfg(feature = "gui")]
pub mod gui;
pub mod report;
pub mod session;
pub mod signing;
pub mod stamping;
pub mod storage;
pub mod trust;
pub mod verification;
pub mod wording;
