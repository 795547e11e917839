//! A block of code, different on every page.

use super::random::Random;
use super::words::SUBJECTS;
use std::fmt::{self, Write as _};

/// Writes a block in one of four languages.
pub fn block(random: &mut Random, page: usize, text: &mut String) -> fmt::Result {
    let word = SUBJECTS[random.below(SUBJECTS.len())].0;
    let (first, second) = (random.between(2, 9_999), random.between(2, 97));
    text.push_str("\n```");
    match random.below(4) {
        0 => rust(text, word, page, first, second)?,
        1 => python(text, word, page, first, second)?,
        2 => json(text, word, page, first, second)?,
        _ => sql(text, word, page, first, second)?,
    }
    text.push_str("```\n");
    Ok(())
}

fn rust(text: &mut String, word: &str, page: usize, first: u64, second: u64) -> fmt::Result {
    writeln!(text, "rust\n/// Weighted {word} of table {page}.")?;
    writeln!(text, "pub fn {word}_{page}(rows: &[Row], weight: f64) -> Option<f64> {{")?;
    writeln!(text, "    let kept = rows.iter().filter(|row| row.year > {second} && row.area != \"all\");")?;
    writeln!(text, "    let total: f64 = kept.map(|row| f64::from(row.count) * weight).sum();")?;
    writeln!(text, "    (total > {first}.0).then_some(total / {second}.0) // small areas are left out\n}}")
}

fn python(text: &mut String, word: &str, page: usize, first: u64, second: u64) -> fmt::Result {
    writeln!(text, "python\ndef {word}_{page}(rows, weight={second}):")?;
    writeln!(text, "    \"\"\"Weighted {word} of table {page}, small areas left out.\"\"\"")?;
    writeln!(text, "    kept = [row for row in rows if row[\"count\"] > {second}]")?;
    writeln!(text, "    total = sum(row[\"count\"] * weight for row in kept)")?;
    writeln!(text, "    return None if total < {first} else round(total / len(kept), 2)")
}

fn json(text: &mut String, word: &str, page: usize, first: u64, second: u64) -> fmt::Result {
    writeln!(text, "json\n{{")?;
    writeln!(text, "  \"table\": {page},")?;
    writeln!(text, "  \"series\": \"{word}\",")?;
    writeln!(text, "  \"weights\": [{second}, {}, {}],", second * 2, second * 3)?;
    writeln!(text, "  \"base\": {{\"count\": {first}, \"revised\": false, \"note\": null}}\n}}")
}

fn sql(text: &mut String, word: &str, page: usize, first: u64, second: u64) -> fmt::Result {
    writeln!(text, "sql\n-- Table {page}: {word} by area, small areas left out.")?;
    writeln!(text, "SELECT area, year, SUM(cases) AS {word}, COUNT(*) AS providers")?;
    writeln!(text, "FROM returns_{page} JOIN areas USING (area_id)")?;
    writeln!(
        text,
        "WHERE year BETWEEN {} AND {} AND status <> 'draft'",
        1990 + second % 10,
        2010 + second % 10
    )?;
    writeln!(text, "GROUP BY area, year HAVING SUM(cases) >= {first}\nORDER BY year DESC;")
}
