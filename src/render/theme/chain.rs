//! How deep templates reach into each other. The engine goes one step deeper for each template that another includes,
//! extends or calls a component of, and for each block in a block, until its stack ends; so this is counted first.

use crate::document::template_tags::{TemplateTag, tags};
use std::collections::BTreeMap;

/// How many templates may include or extend each other in a line.
pub(super) const LONGEST: usize = 50;

/// How often the engine lets components call each other.
const COMPONENTS: usize = 20;

/// How many `elif` a template may have; the engine reads each one step deeper than the last.
pub(super) const CHOICES: usize = 200;

/// Templates that take the engine too deep.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TooDeep {
    /// A line of templates that is too long.
    Line {
        /// Where it begins.
        first: String,
        /// The first template that is too many.
        last: String,
    },
    /// Too many `elif`.
    Choices {
        /// The template that has them.
        template: String,
    },
}

/// How many steps deep the engine goes for these templates at most.
///
/// # Errors
/// What is too deep.
pub(super) fn depth(templates: &BTreeMap<String, String>) -> Result<usize, TooDeep> {
    let reaches = templates.iter().map(|(name, text)| (name.as_str(), Reach::of(text))).collect();
    if let Some((name, _)) = templates.iter().find(|(_, text)| choices(text) > CHOICES) {
        return Err(TooDeep::Choices { template: name.clone() });
    }
    let mut walk = ChainWalk { reaches, known: BTreeMap::new() };
    let mut deepest = 0;
    for name in templates.keys() {
        let found = walk.from(name, 1);
        let chain = found.map_err(|last| TooDeep::Line { first: name.clone(), last: last.to_owned() })?;
        deepest = deepest.max(chain.steps);
    }
    let components = walk.reaches.values().map(|reach| reach.components).sum::<usize>();
    Ok(deepest * (1 + components.min(COMPONENTS)))
}

fn choices(text: &str) -> usize {
    tags(text).filter(|tag| tag.words().next() == Some("elif")).count()
}

/// What one template reaches.
struct Reach<'t> {
    /// The templates that it includes or extends.
    others: Vec<&'t str>,
    /// How deep blocks stand in blocks.
    blocks: usize,
    /// How many components it defines.
    components: usize,
}

impl<'t> Reach<'t> {
    fn of(text: &'t str) -> Self {
        let mut reach = Self { others: Vec::new(), blocks: 0, components: 0 };
        let mut open = 0_usize;
        for tag in tags(text) {
            match tag.words().next() {
                Some("include" | "extends") => reach.others.extend(named(tag)),
                Some("component") => reach.components += 1,
                Some("block") => {
                    open += 1;
                    reach.blocks = reach.blocks.max(open);
                }
                Some("endblock") => open = open.saturating_sub(1),
                _ => {}
            }
        }
        reach
    }
}

/// The template that a tag names.
fn named(tag: TemplateTag<'_>) -> Option<&str> {
    let name = tag.words().nth(1)?;
    name.get(1..name.len().checked_sub(1)?)
}

/// The longest chain from a template on.
#[derive(Debug, Clone, Copy, Default)]
struct Chain {
    /// How many templates it has.
    length: usize,
    /// How many steps the engine takes for it.
    steps: usize,
}

struct ChainWalk<'t> {
    reaches: BTreeMap<&'t str, Reach<'t>>,
    known: BTreeMap<&'t str, Chain>,
}

impl<'t> ChainWalk<'t> {
    /// The longest chain from a template on, the `place`th of its own chain; or the template that is too many. A circle,
    /// which the engine reports, ends where it closes.
    fn from(&mut self, name: &'t str, place: usize) -> Result<Chain, &'t str> {
        if let Some(known) = self.known.get(name) {
            return Ok(*known);
        }
        if place > LONGEST {
            return Err(name);
        }
        let Some(reach) = self.reaches.get(name) else { return Ok(Chain::default()) };
        let (blocks, others) = (reach.blocks, reach.others.clone());
        self.known.insert(name, Chain::default());
        let mut chain = Chain::default();
        for other in others {
            let below = self.from(other, place + 1)?;
            if below.length + 1 > LONGEST {
                return Err(other);
            }
            chain = Chain { length: chain.length.max(below.length), steps: chain.steps.max(below.steps) };
        }
        chain = Chain { length: chain.length + 1, steps: chain.steps + 1 + blocks };
        self.known.insert(name, chain);
        Ok(chain)
    }
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, LONGEST, TooDeep, depth};

    /// Templates `0.html`, `1.html` …, each of which has `tag` of the next one.
    fn line(count: usize, tag: &str) -> BTreeMap<String, String> {
        let text = |at: usize| match at + 1 < count {
            true => format!("{{% {tag} \"{}.html\" %}}{{% block a %}}{{% endblock %}}", at + 1),
            false => String::new(),
        };
        (0..count).map(|at| (format!("{at}.html"), text(at))).collect()
    }

    #[test]
    fn a_line_may_be_so_long_and_no_longer() {
        for tag in ["include", "extends"] {
            assert_eq!(depth(&line(LONGEST, tag)), Ok(2 * LONGEST - 1));
            assert!(depth(&line(LONGEST + 1, tag)).is_err());
            assert!(depth(&line(20_000, tag)).is_err());
        }
        let mut two = line(LONGEST, "include");
        two.insert("00.html".to_owned(), "{% include '0.html' %}".to_owned());
        let line = TooDeep::Line { first: "00.html".to_owned(), last: "0.html".to_owned() };
        assert_eq!(depth(&two), Err(line));
    }

    #[test]
    fn a_circle_ends() {
        let circle = [("a", "{% include 'b' %}"), ("b", "{%- include 'a' -%}{% include 'nowhere' %}")];
        let circle = circle.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
        assert_eq!(depth(&circle), Ok(2));
    }
}
