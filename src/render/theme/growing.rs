//! Filters in the place of the engine's own, because a few words make more of little with them than a machine has memory or a
//! reader has time for. They do the same, and refuse before a text is too long or a list took too long.

#![expect(clippy::needless_pass_by_value, reason = "the engine calls filters so")]

use super::budget::{room_for, turn};
use std::borrow::Cow;
use std::collections::HashMap;
use tera::value::{Key, Map};
use tera::{Error, Kwargs, State, StringInput, Tera, Value};

/// What is surely little, in bytes.
const SMALL: usize = 1024 * 1024;

/// Gives an engine the filters.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("replace", replace);
    tera.register_filter("join", join);
    tera.register_filter("indent", indent);
    tera.register_filter("unique", unique);
    tera.register_filter("group_by", group_by);
}

/// As the engine's own: safe when either text is.
fn replace(text: StringInput<'_>, given: Kwargs, state: &State<'_>) -> Result<Value, Error> {
    let (from, to) = (given.must_get::<&str>("from")?, given.must_get::<StringInput<'_>>("to")?);
    let is_safe = state.autoescaping_enabled() && (text.is_safe() || to.is_safe());
    let replaced = |text: &str, to: &str| {
        let most = text.len() / from.len().max(1) + 1;
        if text.len() + most * to.len() > SMALL {
            room_for(text.len() + text.matches(from).count() * to.len())?;
        }
        Ok(text.replace(from, to))
    };
    match is_safe {
        true => replaced(&text.rendered(state)?, &to.rendered(state)?).map(|text| Value::safe_string(&text)),
        false => replaced(text.as_str(), to.as_str()).map(Value::from),
    }
}

/// As the engine's own: safe when the sign between or one of the texts is.
fn join(values: &[Value], given: Kwargs, state: &State<'_>) -> Result<Value, Error> {
    let between = given.get::<StringInput<'_>>("sep")?;
    let is_safe = |value: &Value| value.is_string() && value.is_safe();
    let is_safe = state.autoescaping_enabled()
        && (values.iter().any(is_safe) || between.as_ref().is_some_and(StringInput::is_safe));
    let sign = match &between {
        Some(between) if is_safe => between.rendered(state)?,
        Some(between) => between.as_str().into(),
        None => "".into(),
    };
    let mut joined = String::new();
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            joined.push_str(&sign);
        }
        match is_safe {
            true if value.is_undefined() => {}
            true => joined.push_str(&state.escape_if_needed(value)?),
            false => joined.push_str(&value.to_string()),
        }
        room_for(joined.len())?;
    }
    Ok(if is_safe { Value::safe_string(&joined) } else { Value::from(joined) })
}

/// As the engine's own: a sign, so often, before each line that is wanted so.
fn indent(text: StringInput<'_>, given: Kwargs, state: &State<'_>) -> Result<Value, Error> {
    let width = given.get::<usize>("width")?.unwrap_or(4).min(1000);
    let sign = given.get::<StringInput<'_>>("indentation")?;
    let is_wanted = |name| given.get::<bool>(name).map(Option::unwrap_or_default);
    let (first, blank) = (is_wanted("first")?, is_wanted("blank")?);
    if sign.as_ref().is_some_and(|sign| sign.as_str().chars().count() != 1) {
        return Err(Error::message("the `indentation` argument must contain exactly one character"));
    }
    let is_safe =
        state.autoescaping_enabled() && (text.is_safe() || sign.as_ref().is_some_and(StringInput::is_safe));
    let text = if is_safe { text.rendered(state)? } else { Cow::Borrowed(text.as_str()) };
    let sign = match &sign {
        Some(sign) if is_safe => sign.rendered(state)?,
        Some(sign) => Cow::Borrowed(sign.as_str()),
        None => Cow::Borrowed(" "),
    };
    room_for(text.len() + text.lines().count() * (width * sign.len() + 1))?;
    let sign = sign.repeat(width);
    let lines = text.lines().enumerate().map(|(at, line)| match at {
        0 if !first => line.to_owned(),
        0 => format!("{sign}{line}"),
        _ if line.is_empty() && !blank => "\n".to_owned(),
        _ => format!("\n{sign}{line}"),
    });
    let mut indented = lines.collect::<String>();
    if text.ends_with('\n') {
        indented.push('\n');
    }
    Ok(if is_safe { Value::safe_string(&indented) } else { Value::from(indented) })
}

/// As the engine's own: each value once, where it stands first. Values have no order in which they could be looked up, so what
/// this takes grows with the square of what there is.
fn unique(values: &[Value], _: Kwargs, _: &State<'_>) -> Result<Vec<Value>, Error> {
    let mut unique: Vec<Value> = Vec::new();
    for value in values {
        turn()?;
        if !unique.contains(value) {
            unique.push(value.clone());
        }
    }
    Ok(unique)
}

/// As the engine's own, but in the order in which the groups first appear; the engine gives another order each time.
fn group_by(values: &[Value], given: Kwargs, _: &State<'_>) -> Result<Map, Error> {
    let mut groups: Vec<(Key<'static>, Vec<Value>)> = Vec::new();
    let mut places: HashMap<Key<'static>, usize> = HashMap::new();
    if values.is_empty() {
        return Ok(Map::new());
    }
    let attribute = given.must_get::<&str>("attribute")?;
    for (at, value) in values.iter().enumerate() {
        let of = value.get_from_path(attribute);
        let of = of.ok_or_else(|| Error::message(lacks(at, value.name(), attribute)))?;
        if of.is_none() {
            continue;
        }
        let key = key(of).ok_or_else(|| Error::message("Not a valid key type"))?;
        let place = *places.entry(key.clone()).or_insert(groups.len());
        if place == groups.len() {
            groups.push((key, Vec::new()));
        }
        groups[place].1.push(value.clone());
    }
    Ok(groups.into_iter().map(|(key, group)| (key, Value::from(group))).collect())
}

/// In the engine's own words.
fn lacks(at: usize, kind: &str, attribute: &str) -> String {
    format!("Value at index {at} (a {kind}) does not have an attribute at path: {attribute}")
}

/// A value as the name of an entry, if it can be one.
fn key(value: &Value) -> Option<Key<'static>> {
    let text = || value.as_str().map(|text| Key::from(text.to_owned()));
    let whole = || value.as_i128().map(Key::from);
    text().or_else(|| value.as_bool().map(Key::Bool)).or_else(whole)
}

#[cfg(test)]
mod tests {
    use super::{Tera, register};
    use tera::Context;

    #[test]
    fn the_filters_do_what_the_engine_does() {
        let texts = [
            "{{ '<a>\\n\\n b' | indent }}|{{ 'a\\nb\\n' | indent(width=2, first=true, indentation='<') }}",
            "{{ 'a\\n\\nb' | indent(blank=true) | safe }}|{{ '<b>' | safe | indent(first=true) }}",
            "{{ 'a<b' | replace(from='<', to='&') }}|{{ '<' | safe | replace(from='<', to='>') }}|{{ 'ab' | replace(from='', to='-') }}",
            "{{ ['<', 1, none, 'x'] | join(sep=', ') }}|{{ ['<' | safe, '<'] | join(sep='>') }}|{{ [] | join }}",
            "{{ 'a' | indent(indentation='ab') }}",
            "{{ [1, 'a', 1.0, '1', {'a': 1}, {'a': 1}, 'a', none, none, [2], [2]] | unique | length }}|{{ [] | unique | length }}",
            "{% for k, v in [{'a': 'x'}, {'a': none}, {'a': 'x'}] | group_by(attribute='a') %}{{ k }}{{ v | length }}{% endfor %}",
            "{{ ([{'a': 7}] | group_by(attribute='a'))[7] | length }}|{{ [] | group_by(attribute='a') | length }}",
            "{{ [{'a': 1.5}] | group_by(attribute='a') | length }}",
            "{{ [{'b': 1}] | group_by(attribute='a') | length }}",
            "{{ [3, 1, 3, 2, 1] | unique | join(sep=',') }}|{{ 'a' | unique }}",
        ];
        for text in texts {
            let (usual, mut own) = (Tera::default(), Tera::default());
            register(&mut own);
            let print = |mut tera: Tera| {
                tera.add_raw_template("a.html", text).expect("it can be read");
                tera.render("a.html", &Context::new()).map_err(|_| "refused")
            };
            assert_eq!(print(own), print(usual), "{text}");
        }
    }
}
