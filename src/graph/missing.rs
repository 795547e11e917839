//! A path at which a link finds nothing: what stands there instead, and which file must have been meant.

use super::files::Files;
use super::resolve::{Miss, Resolver};
use crate::address;
use crate::diagnostic::Rule;
use crate::path::SourcePath;
use crate::source::is_leftover;

impl Resolver<'_> {
    /// That no file to which a link can lead stands at a path.
    pub(super) fn missing_file(
        &self,
        rule: &'static Rule,
        from: &SourcePath,
        typed: &str,
        source: &SourcePath,
    ) -> Miss {
        let is_here = format!("`{typed}` leads to `{source}`");
        let (message, help) = match self.unlinkable(from, typed, source) {
            Some((what, help)) => (format!("{is_here}, {what}"), help),
            None => (format!("{is_here}, which does not exist"), self.likely(from, typed, source)),
        };
        Miss { rule, message, help, meant: None, page: None }
    }

    /// What stands at a path to which no link can lead, and what to do.
    fn unlinkable(
        &self,
        from: &SourcePath,
        typed: &str,
        source: &SourcePath,
    ) -> Option<(&'static str, String)> {
        let path = source.as_str().trim_end_matches('/');
        if self.sources.is_folder(path) {
            let index = SourcePath::new(&[path, "/index.md"].concat());
            let list = path.strip_prefix("content/").map(|folder| format!("/{folder}/"));
            let help = match (self.sources.contains(&index), list) {
                (true, _) => format!("did you mean `{}`?", link_to(from, typed, &index)),
                (false, Some(list)) => format!("link to a file in it, or to its list at `{list}`"),
                (false, None) => "link to a file in it".to_owned(),
            };
            return Some(("which is a folder", help));
        }
        if self.index.drafts.contains(source.as_str()) {
            return Some(("which is a draft", "build with `--drafts`, or publish it first".to_owned()));
        }
        if self.sources.contains(source) {
            let help = "link to a file below `content/` or `static/`; nothing else is published".to_owned();
            return Some(("which is not published", help));
        }
        if typed.contains('\\') {
            return Some((
                "which does not exist",
                format!("write `/` between folders: `{}`", typed.replace('\\', "/")),
            ));
        }
        is_leftover(source.name()).then(|| {
            let help =
                "files of such names are copies that programs leave, and are left out; give it another name";
            ("which is never published", help.to_owned())
        })
    }

    /// What to do about a path at which nothing stands.
    fn likely(&self, from: &SourcePath, typed: &str, source: &SourcePath) -> String {
        if let Some(other) = self.files().of_other_accents(source) {
            format!(
                "did you mean the file `{other}`, whose accents are written in another way? copy its name"
            )
        } else {
            self.likely_file(source).map_or_else(
                || format!("make the file `{source}`, or mend the link"),
                |path| format!("did you mean `{}`, which is `{path}`?", link_to(from, typed, path)),
            )
        }
    }

    /// The link to the file that must be meant, if one must: the beginning of the link's address as typed, and mended.
    pub(super) fn meant_file(
        &self,
        from: &SourcePath,
        typed: &str,
        wanted: &SourcePath,
    ) -> Option<(String, String)> {
        if self.index.drafts.contains(wanted.as_str()) {
            return None;
        }
        let link = from.relative(self.only_file(wanted)?);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
        link.bytes().all(is_plain).then(|| (format!("]({typed}"), format!("]({link}")))
    }

    /// The only file whose path differs in capital letters alone; else the only one in the same folder with a name
    /// that is near; else the only one of that name anywhere.
    fn only_file(&self, wanted: &SourcePath) -> Option<&SourcePath> {
        let files = self.files();
        if let [first, others @ ..] = files.alike(wanted) {
            return others.is_empty().then_some(first);
        }
        let beside = files.beside(wanted);
        if let Some(beside) = beside.filter(|beside| beside.stems.nearest(wanted.stem()).is_some()) {
            return beside.file(beside.stems.only_near(wanted.stem())?);
        }
        match files.named(wanted) {
            [only] if wanted.stem() != "index" => Some(only),
            _ => None,
        }
    }

    /// The file that was meant: one with a name like it in the same folder, or one with the same name in another.
    /// Whole paths are not compared, because long folders make all of them look alike.
    fn likely_file(&self, wanted: &SourcePath) -> Option<&SourcePath> {
        if wanted.stem() == "index" {
            return None;
        }
        let files = self.files();
        // Whoever knows the built site types the name that a page has there.
        let page = wanted.as_str().strip_suffix(".html").map(|stem| SourcePath::new(&[stem, ".md"].concat()));
        if let Some([page, ..]) = page.as_ref().map(|page| files.alike(page)) {
            return Some(page);
        }
        let beside = files.beside(wanted);
        let similar = beside.and_then(|beside| beside.file(beside.stems.nearest(wanted.stem())?));
        similar.filter(|path| path.stem() != "index").or_else(|| files.named(wanted).first())
    }

    fn files(&self) -> &Files {
        self.index.files.get_or_init(|| Files::of(self.sources, &self.index.drafts))
    }
}

/// How the file `from` links to another. What was typed from the site's root on is written so again, where that can be.
fn link_to(from: &SourcePath, typed: &str, file: &SourcePath) -> String {
    let published = file.as_str().strip_prefix("static/").filter(|_| typed.starts_with('/'));
    let link = published.map_or_else(|| from.relative(file), |path| format!("/{path}"));
    let ends_links = |letter: char| letter.is_whitespace() || "#?%()<>\"'\\,".contains(letter);
    if link.contains(ends_links) { address::encoded(&link).collect() } else { link }
}
