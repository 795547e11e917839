//! Every rule that the program can apply, explained: what `explain` prints, as one page.
//!
//! The pages of the rules belong to the program, so they are in its language, whatever the site's is.

use super::contents::OwnSection;
use crate::diagnostic::page::{Part, Section, sections};
use crate::diagnostic::{Rule, rules};
use crate::document::escape::escape;
use crate::document::markdown;
use crate::path::UrlPath;
use crate::render::Renderer;
use crate::render::trails::step;
use crate::render::view::{ExplainedRule, PageView, RuleSection, RulesView, SubjectView};

/// Where the rules are explained.
const ADDRESS: &str = "/methodology/rules/";

impl Renderer<'_> {
    pub(super) fn rules_page(&self) -> (&'static str, PageView, Option<usize>) {
        let mut frame = self.made_frame("rules", UrlPath::new(ADDRESS), "rules");
        let methodology = UrlPath::new("/methodology/");
        frame.trail.push_str(&step(self.words.get("methodology_title"), &methodology, self.urls));
        let mut page = self.frame(frame);
        let subjects: Vec<SubjectView> = rules::SUBJECTS.iter().filter_map(subject).collect();
        let sections: Vec<OwnSection<'_>> =
            subjects.iter().map(|subject| (subject.id.as_str(), subject.title)).collect();
        page.toc_html = self.contents(None, &sections);
        page.rules = Some(RulesView { subjects });
        ("rules.html", page, None)
    }

    /// Where a rule is explained.
    pub(super) fn rule_url(&self, rule: &Rule) -> String {
        format!("{}#{}", self.urls.href(&UrlPath::new(ADDRESS)), rule.code)
    }
}

/// A subject, if it has rules.
fn subject((letter, title): &(char, &'static str)) -> Option<SubjectView> {
    let rules: Vec<ExplainedRule> = rules::of_subject(*letter).map(explained).collect();
    (!rules.is_empty()).then(|| SubjectView { id: format!("section-{letter}"), title, rules })
}

fn explained(rule: &'static Rule) -> ExplainedRule {
    ExplainedRule {
        code: rule.code,
        name: rule.name,
        level: rule.level.name(),
        can_be_lowered: rule.can_be_lowered,
        sections: sections(rule.page).iter().map(section).collect(),
    }
}

fn section(section: &Section<'static>) -> RuleSection {
    RuleSection { heading: section.heading, html: section.parts.iter().map(html).collect() }
}

fn html(part: &Part<'_>) -> String {
    match part {
        Part::Text(text) => markdown::plain(text),
        Part::File { path: "", text, .. } => code(text),
        Part::File { path, text, .. } => {
            format!("<p class=\"sub\"><code>{}</code></p>\n{}", escape(path), code(text))
        }
    }
}

fn code(text: &str) -> String {
    format!("<pre class=\"code\" tabindex=\"0\"><code>{}</code></pre>\n", escape(text))
}
