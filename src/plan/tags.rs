//! The pages of tags. Tags that differ in case or white space alone are one; others may not share an address.

use super::{Item, Planner, Tag, View, list_page, pages_needed, tag_address};
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};
use crate::path::UrlPath;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

impl Planner<'_> {
    /// Plans a list for each tag, and the list of all.
    pub(super) fn tags(&mut self) {
        self.collect_tags();
        if !self.plan.tags.is_empty() {
            self.put(&UrlPath::new("/tags/"), Item::Page(View::Tags), None);
        }
        for place in 0..self.plan.tags.len() {
            let tag = &mut self.plan.tags[place];
            tag.pages.dedup();
            let (count, first) = (tag.pages.len(), tag_address(tag));
            let origin = Place::value(&self.evidence.pages[tag.pages[0]].path, FieldPath::key("tags"));
            for number in 1..=pages_needed(count, self.config.page_size) {
                self.put(
                    &list_page(&first, number),
                    Item::Page(View::Tag(place, number)),
                    Some(origin.clone()),
                );
            }
        }
    }

    fn collect_tags(&mut self) {
        let mut tags: BTreeMap<String, (Tag, Place)> = BTreeMap::new();
        for (page, record) in self.evidence.pages.iter().enumerate() {
            for (at, name) in record.tags.iter().enumerate() {
                let slug = slug::slugify(name);
                let place = Place::value(&record.path, FieldPath::key("tags").at(at));
                if slug.is_empty() {
                    self.diagnostics.push(without_address(place, name));
                    continue;
                }
                match tags.entry(slug) {
                    Entry::Occupied(known) if folded(&known.get().0.name) != folded(name) => {
                        self.diagnostics.push(shared(place, name, known.get()));
                    }
                    Entry::Occupied(mut known) => known.get_mut().0.pages.push(page),
                    Entry::Vacant(free) => {
                        let slug = free.key().clone();
                        free.insert((Tag { name: name.clone(), slug, pages: vec![page] }, place));
                    }
                }
            }
        }
        self.plan.tags = tags.into_values().map(|(tag, _)| tag).collect();
    }
}

/// A tag without what readers take for nothing: case and white space.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn shared(place: Place, name: &str, (known, first): &(Tag, Place)) -> Diagnostic {
    let message =
        format!("the tags `{name}` and `{}` would share the address `/tags/{}/`", known.name, known.slug);
    Diagnostic::new(&rules::DUPLICATE_URL, place, message)
        .also(first.clone(), "the other tag")
        .help("write both alike, or tell them apart in letters or digits, such as `over 16` and `16`")
}

fn without_address(place: Place, name: &str) -> Diagnostic {
    let message =
        format!("the tag `{}` gives no address: it has neither letters nor digits", name.escape_debug());
    Diagnostic::new(&rules::INVALID_URL, place, message).help("write a tag in words")
}
