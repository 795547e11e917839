//! Every rule that the program can apply, explained: what `explain` prints, as one page.
//!
//! The pages of the rules belong to the program, so they are in its language, whatever the site's is.

use super::contents::section as own_section;
use super::page::RenderedPage;
use crate::diagnostic::page::{RulePagePart, RulePageSection, sections};
use crate::diagnostic::{Rule, rules};
use crate::document::markdown;
use crate::path::UrlPath;
use crate::render::Renderer;
use crate::render::trails::crumb;
use crate::render::view::{
    ExplainedRule, Html, KindView, RuleFile, RulePart, RuleSection, RulesView, SubjectView,
};

/// Where the rules are explained.
const ADDRESS: &str = "/methodology/rules/";

impl Renderer<'_> {
    pub(super) fn rules_page(&self) -> RenderedPage<'_> {
        let mut frame = self.made_frame(UrlPath::new(ADDRESS), "rules");
        let methodology = UrlPath::new("/methodology/");
        frame.trail.push(crumb(self.words.get("methodology_title"), &methodology, self.urls));
        let mut page = self.frame(frame);
        let subjects: Vec<SubjectView> = rules::SUBJECTS.iter().filter_map(subject).collect();
        let sections = subjects.iter().map(|subject| own_section(subject.id.clone(), subject.title));
        page.view.contents = self.contents(None, sections.collect());
        page.with(KindView::Rules(RulesView { subjects }))
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

fn section(section: &RulePageSection<'static>) -> RuleSection {
    RuleSection { heading: section.heading, parts: section.parts.iter().map(part).collect() }
}

fn part(part: &RulePagePart<'static>) -> RulePart {
    match *part {
        RulePagePart::Text(text) => RulePart::Body(Html(markdown::plain(text).into())),
        RulePagePart::File { path, text, .. } => RulePart::File(RuleFile { path, code: text }),
    }
}
