//! Builds the view of each kind of page.

pub(super) mod cards;
mod contents;
mod coverage;
mod findings;
mod frame;
mod glossary;
mod lists;
mod measures;
mod methodology;
mod page;
mod pager;
mod reports;
mod rules;
mod shared;
pub(super) mod site;
mod statistics;
mod topics;
mod verified;
