//! Stylesheets with the addresses under which their files are published.

use super::Renderer;
use crate::address::encoded_rest;
use crate::diagnostic::Diagnostic;
use crate::path::SourcePath;
use crate::plan::Reference;
use std::borrow::Cow;

impl<'a> Renderer<'a> {
    /// A file that is published as it is, but for addresses in a stylesheet that have to be others.
    pub(super) fn file(&self, source: &SourcePath) -> Result<Cow<'a, [u8]>, Diagnostic> {
        let bytes = self.model.sources.bytes(source)?;
        Ok(match self.model.plan.stylesheets.get(source) {
            Some(references) => Cow::Owned(self.with_addresses(&bytes, references)),
            None => bytes,
        })
    }

    fn with_addresses(&self, css: &[u8], references: &[Reference]) -> Vec<u8> {
        let mut written = Vec::with_capacity(css.len());
        let mut copied = 0;
        for Reference { range, file, rest, .. } in references.iter().filter(|reference| !reference.is_right) {
            let Some(url) = self.model.plan.files.get(file) else { continue };
            written.extend(css.get(copied..range.start).unwrap_or_default());
            written.extend(self.urls.href(url).bytes());
            written.extend(encoded_rest(rest).flat_map(str::bytes));
            copied = range.end;
        }
        written.extend(css.get(copied..).unwrap_or_default());
        written
    }
}
