//! What is said of a list that is sorted or grouped by a field which one of its entries lacks.

use super::unknown::{Advice, begin_of_operand};
use crate::document::template_tags::tags;
use crate::span::Span;

/// What the engine says between an entry and the field.
const LACKS: &str = " does not have an attribute at path: ";

/// What is said, if it is that.
pub(super) fn said(sentence: &str, text: &str, span: Span) -> Option<Advice> {
    let (_, field) = sentence.split_once(LACKS).filter(|_| sentence.starts_with("Value at index "))?;
    let field = field.lines().next()?.trim_end_matches('.');
    let tag = tags(text).find(|tag| (tag.begin..tag.end).contains(&span.start));
    let list = tag.and_then(|tag| list_of(text.get(tag.begin..tag.end)?, field)).unwrap_or("list");
    Some((
        format!("not every entry of this list has a `{field}`, by which it is put in order"),
        format!("take those that have one: `[one for one in {list} if one.{field} is defined] | …`"),
    ))
}

/// The list that a tag sorts or groups by a field.
fn list_of<'t>(tag: &'t str, field: &str) -> Option<&'t str> {
    let is_asked = |(at, _): &(usize, &str)| {
        let rest = tag[at + 1..].trim_start();
        let is_named = rest.starts_with("sort") || rest.starts_with("group_by");
        is_named && rest.split(')').next().is_some_and(|asked| asked.contains(field))
    };
    let (pipe, _) = tag.match_indices('|').find(is_asked)?;
    let before = &tag[..pipe];
    let list = before[begin_of_operand(before)..].trim();
    (!list.is_empty() && !list.contains(['|', '%', '{'])).then_some(list)
}

#[cfg(test)]
mod tests {
    use super::list_of;

    #[test]
    fn the_list_is_what_the_filter_is_asked_of() {
        for (tag, wanted) in [
            (" for s in page.extra.rows | sort(attribute=\"a\") %}", Some("page.extra.rows")),
            (" set x = rows | group_by(attribute=\"a\") %}", Some("rows")),
            ("- (rows|sort(attribute='a') | first)[\"b\"] }}", None),
            (" rows | sort }}", None),
        ] {
            let found = list_of(tag, "a").filter(|list| !list.contains('('));
            assert_eq!(found, wanted, "{tag}");
        }
    }
}
