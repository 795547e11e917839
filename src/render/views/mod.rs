//! Builds the view of each kind of page.

mod cards;
mod claims;
mod coverage;
mod findings;
mod glossary;
mod lists;
mod measures;
mod methodology;
mod page;
mod reports;
mod shared;
pub(super) mod site;
mod statistics;
mod tellings;
mod topics;
mod verified;
