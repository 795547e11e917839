//! Names of bodies and groups of people, compared as words. Nothing here guesses at spelling.

/// The words of a name in lower case, without an article in front.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words = split(text);
    if words.first().is_some_and(|word| word == "the") {
        words.remove(0);
    }
    words
}

/// Whether two names are the same but for case, an article in front and punctuation.
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// The words of a population: no articles, no plurals, no possessives, so that `the children's social worker`
/// is `children's social workers`.
#[must_use]
pub fn population(text: &str) -> Vec<String> {
    let has_marks = text.contains(['’', '\'']);
    let bare = has_marks.then(|| text.replace(['’', '\''], "'").replace("'s", "").replace("s'", "s"));
    split(bare.as_deref().unwrap_or(text))
        .into_iter()
        .filter(|word| !is_article(word))
        .map(singular)
        .collect()
}

fn split(text: &str) -> Vec<String> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "all")
}

/// The singular, by the endings of English; a word that only looks like a plural is cut wherever it stands.
fn singular(word: String) -> String {
    match word.as_str() {
        "children" => "child".to_owned(),
        "people" => "person".to_owned(),
        "women" => "woman".to_owned(),
        "men" => "man".to_owned(),
        plural if plural.len() > 4 && plural.ends_with("ies") => format!("{}y", &plural[..plural.len() - 3]),
        plural if plural.len() > 3 && plural.ends_with('s') && !plural.ends_with("ss") => {
            plural[..plural.len() - 1].to_owned()
        }
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::{population, same_words};

    #[test]
    fn names_are_the_same_but_for_case_articles_and_signs() {
        assert!(same_words("The National Audit Office", "national audit office"));
        assert!(!same_words("Department of Education", "Department for Education"));
    }

    #[test]
    fn populations_are_the_same_but_for_number() {
        for (one, other) in [
            ("all children's social workers", "Children’s social worker"),
            ("local authorities", "a local authority"),
            ("people aged 19 to 21", "the person aged 19 to 21"),
        ] {
            assert_eq!(population(one), population(other), "{one}");
        }
        assert_ne!(population("children in need"), population("children in care"));
    }
}
