//! Names that are near to a wrong one: what is suggested, and what is certain enough to be put in its place.

/// The name most like `wrong`, if any is near enough to be what was meant.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = wrong.to_lowercase();
    names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&folded, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= allowed_distance(wrong.len().max(name.len())))
        .min()
        .map(|(_, name)| name)
}

/// Every name that is near enough to be what was meant, the nearest first.
pub fn all_near<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let folded = wrong.to_lowercase();
    let mut near: Vec<(usize, &str)> = names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&folded, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= allowed_distance(wrong.len().max(name.len())))
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(_, name)| name).collect()
}

/// The name that must be meant: the only one that is near at all. Two that differ in a digit are never near, because
/// `share-2018` is no slip for `share-2019`.
pub fn only_near<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let own = digits(wrong);
    let mut near = names.into_iter().filter(|name| nearest(wrong, [*name]).is_some());
    let only = near.next().filter(|only| digits(only) == own)?;
    near.all(|other| other == only).then_some(only)
}

/// How many typing slips still count as the same word: a third of its length, at least one.
fn allowed_distance(length: usize) -> usize {
    (length / 3).clamp(1, 6)
}

/// "did you mean `x`?", when a name is near enough.
pub fn did_you_mean<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(wrong, names).map(|name| format!("did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, only_near};

    #[test]
    fn suggests_only_what_is_near() {
        let names = ["title", "publisher", "published"];
        assert_eq!(did_you_mean("titel", names).as_deref(), Some("did you mean `title`?"));
        assert_eq!(did_you_mean("Publisher", names).as_deref(), Some("did you mean `publisher`?"));
        assert_eq!(did_you_mean("colour", names), None);
    }

    #[test]
    fn only_what_must_be_meant_is_meant() {
        assert_eq!(only_near("visitts", ["visits", "share"]), Some("visits"));
        assert_eq!(only_near("visit", ["visits", "visitor"]), None, "two are near");
        assert_eq!(only_near("share-2019", ["share-2018", "visits"]), None, "another year is no slip");
        assert_eq!(only_near("audit2024", ["audit-2024"]), Some("audit-2024"));
    }
}
