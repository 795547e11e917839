//! Files that links can lead to, by what a wrong path may have in common with one. Drafts are not among them.

use crate::diagnostic::Names;
use crate::path::SourcePath;
use crate::path::portable::folded;
use crate::source::SourceTree;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

/// Every file below `content/` and `static/`.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Those with letters beyond ASCII, by [`folded`] path.
    accented: HashMap<String, SourcePath>,
    /// By path in small letters.
    folded: HashMap<String, Vec<SourcePath>>,
    /// By name and extension.
    named: HashMap<String, Vec<SourcePath>>,
    /// By folder and extension.
    beside: HashMap<(String, String), FilesBeside>,
}

/// The files of one folder with one extension.
#[derive(Debug)]
pub(super) struct FilesBeside {
    by_stem: HashMap<String, SourcePath>,
    /// Their names without the extension.
    pub stems: Names,
}

impl FilesBeside {
    fn of(files: Vec<&SourcePath>) -> Self {
        let stems = Names::of(files.iter().map(|path| path.stem()));
        let mut by_stem = HashMap::default();
        for path in files {
            by_stem.entry(path.stem().to_owned()).or_insert_with(|| path.clone());
        }
        Self { by_stem, stems }
    }

    /// The file with this name.
    pub fn file(&self, stem: &str) -> Option<&SourcePath> {
        self.by_stem.get(stem)
    }
}

impl Files {
    pub fn of(sources: &SourceTree, drafts: &HashSet<String>) -> Self {
        let mut files = Self::default();
        let mut beside: HashMap<(String, String), Vec<&SourcePath>> = HashMap::default();
        let all = sources.below("content").chain(sources.below("static"));
        for path in all.filter(|path| !drafts.contains(path.as_str())) {
            if !path.as_str().is_ascii() {
                files.accented.entry(folded(path.as_str()).into_owned()).or_insert_with(|| path.clone());
            }
            files.folded.entry(path.as_str().to_ascii_lowercase()).or_default().push(path.clone());
            files.named.entry(path.name().to_owned()).or_default().push(path.clone());
            beside.entry((path.folder().to_owned(), path.extension())).or_default().push(path);
        }
        files.beside = beside.into_iter().map(|(key, paths)| (key, FilesBeside::of(paths))).collect();
        files
    }

    /// The one whose path differs in the form of an accent, and perhaps in capital letters.
    pub fn of_other_accents(&self, wanted: &SourcePath) -> Option<&SourcePath> {
        self.accented.get(&*folded(wanted.as_str()))
    }

    /// Those whose path differs in capital letters alone.
    pub fn alike(&self, wanted: &SourcePath) -> &[SourcePath] {
        self.folded.get(&wanted.as_str().to_ascii_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// Those of the same name, anywhere.
    pub fn named(&self, wanted: &SourcePath) -> &[SourcePath] {
        self.named.get(wanted.name()).map_or(&[], Vec::as_slice)
    }

    /// Those in the same folder with the same extension.
    pub fn beside(&self, wanted: &SourcePath) -> Option<&FilesBeside> {
        self.beside.get(&(wanted.folder().to_owned(), wanted.extension()))
    }
}
