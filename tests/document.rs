//! The report as a document: nothing is lost, cut or drawn over another; charts, scorecard and letters say what they must.

mod charts;
mod letters;
mod order;
mod pdf;
mod scorecard;
mod stress;
