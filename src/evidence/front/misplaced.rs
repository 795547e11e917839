//! A page in a folder of plain pages that has the fields of another kind: a report in `content/report/`.

use crate::diagnostic::{Diagnostic, nearest, rules};
use crate::evidence::record::{RawCoverage, RawFinding, RawMeasure, RawReport};
use crate::path::SourcePath;
use crate::schema::{Node, RecordShape, Value};

/// Kinds of document with fields of their own, and the folder that each lies in.
const KINDS: [(&RecordShape, &str); 4] = [
    (&RawReport::SHAPE, "reports"),
    (&RawCoverage::SHAPE, "coverage"),
    (&RawFinding::SHAPE, "findings"),
    (&RawMeasure::SHAPE, "measures"),
];

/// Says once where such a page belongs, in place of a message for each of its fields.
pub(super) fn told(
    path: &SourcePath,
    node: &Node,
    plain: &RecordShape,
    found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let Some((shape, folder)) = meant(path, node, plain) else { return found };
    let here = path.folder();
    let (unknown, mut others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|one| one.rule == &rules::UNKNOWN_FIELD);
    let Some(first) = unknown.into_iter().next() else { return others };
    let message = format!(
        "this page has the fields of a {}, and lies in `{here}/`, which holds plain pages",
        shape.noun
    );
    let help = format!("move it to `content/{folder}/`, where each {} lies", shape.noun);
    others.push(Diagnostic { message, help: Some(help), ..first });
    others
}

/// The kind that has all fields which a plain page has not. Where several have, the nearest name of a folder decides.
fn meant(
    path: &SourcePath,
    node: &Node,
    plain: &RecordShape,
) -> Option<(&'static RecordShape, &'static str)> {
    let Value::Map { entries, .. } = &node.value else { return None };
    let unknown: Vec<&str> =
        entries.iter().map(|(key, _)| key.text.as_str()).filter(|name| plain.field(name).is_none()).collect();
    let fitting: Vec<_> = KINDS
        .into_iter()
        .filter(|(shape, _)| unknown.iter().all(|name| shape.field(name).is_some()))
        .collect();
    let here = path.folder().rsplit('/').next().unwrap_or_default();
    let near = nearest(here, fitting.iter().map(|(_, folder)| *folder));
    match (near, &fitting[..]) {
        (Some(near), _) => fitting.into_iter().find(|(_, folder)| *folder == near),
        (None, [only]) => Some(*only),
        (None, _) => None,
    }
}
