//! What an editor is given: a schema for each kind of file, the wiring for VS Code, and a task that lists every
//! problem. What really works where is said in `site/editor/schemas.md`, which is written beside the schemas.

use super::kind::FileKind;
use super::schema::json_schema;
use crate::output::fresh::NewFile;
use serde_json::{Map, Value, json};

/// The folder of the schemas.
const SCHEMAS: &str = ".vscode/schemas";

/// Every file of the editor's setup.
#[must_use]
pub fn files() -> Vec<NewFile> {
    let mut files: Vec<NewFile> = FileKind::ALL.into_iter().map(schema).collect();
    files.push(NewFile::new(format!("{SCHEMAS}/README.md"), include_str!("site/editor/schemas.md")));
    files.push(NewFile::new(".vscode/settings.json", settings()));
    files.push(NewFile::new(".vscode/tasks.json", include_str!("site/editor/tasks.json")));
    files.push(NewFile::new(".vscode/extensions.json", include_str!("site/editor/extensions.json")));
    files
}

/// The file of one schema.
#[must_use]
pub fn schema(kind: FileKind) -> NewFile {
    NewFile::new(schema_path(kind), json_schema(kind.shape(), kind.notation()))
}

fn schema_path(kind: FileKind) -> String {
    format!("{SCHEMAS}/{}.json", kind.word())
}

fn settings() -> String {
    let schemas: Map<String, Value> = FileKind::ALL
        .into_iter()
        .filter(|kind| *kind != FileKind::Site)
        .map(|kind| (format!("./{}", schema_path(kind)), json!(patterns(kind))))
        .collect();
    format!("{:#}\n", json!({ "yaml.schemas": schemas }))
}

/// Which files are of this kind. The introduction of a list is a page.
fn patterns(kind: FileKind) -> Vec<String> {
    let folder = kind.folder();
    match kind {
        FileKind::Page => vec![format!("{folder}/*.md"), format!("{folder}/*/index.md")],
        FileKind::Report
        | FileKind::Coverage
        | FileKind::Finding
        | FileKind::Topic
        | FileKind::Measure
        | FileKind::Site => {
            vec![format!("{folder}/*.md"), format!("!{folder}/index.md")]
        }
    }
}
