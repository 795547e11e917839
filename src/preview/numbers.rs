//! How the numbers of a page stand, as the browser is told.

use crate::path::OutputPath;
use crate::render::Renderer;
use crate::site::Site;
use serde::Serialize;
use std::collections::BTreeMap;

/// The numbers of a page. Whatever is a link to a statistic and is not among the states is bound, and no more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PageNumbers {
    /// Those that are not bound, in the order of the page's texts.
    pub unbound: Vec<Unbound>,
    /// By the address of a statistic: how it stands.
    pub states: BTreeMap<String, &'static str>,
}

/// A number that is not bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unbound {
    /// The number.
    pub text: String,
    /// The words right before it.
    pub before: String,
}

impl PageNumbers {
    /// The numbers of the document that is the page at an output path; none for a page that is a list.
    #[must_use]
    pub fn of(site: &Site, renderer: &Renderer<'_>, path: &OutputPath) -> Self {
        let page = site.plan.addresses.iter().position(|address| address.output() == *path);
        let Some(page) = page else { return Self::default() };
        let review = site.review();
        let numbers = review.numbers(page);
        let unbound = numbers.unbound.into_iter();
        let disputed = numbers.disputed.into_iter().map(|statistic| (statistic, "disputed"));
        let verified = numbers.verified.into_iter().map(|statistic| (statistic, "verified"));
        let states = disputed.chain(verified);
        Self {
            unbound: unbound
                .map(|number| Unbound { text: number.typed.clone(), before: number.before.clone() })
                .collect(),
            states: states.map(|(statistic, state)| (renderer.statistic_url(statistic), state)).collect(),
        }
    }
}
