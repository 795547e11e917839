//! The words that pages are made of. Nothing here is a fact about anything.

use super::random::Random;

/// What is counted: a word for ids, and one for prose.
pub const SUBJECTS: [(&str, &str); 20] = [
    ("referrals", "referrals"),
    ("assessments", "assessments"),
    ("placements", "placements"),
    ("visits", "home visits"),
    ("plans", "support plans"),
    ("enquiries", "enquiries"),
    ("admissions", "admissions"),
    ("transfers", "transfers"),
    ("reviews", "case reviews"),
    ("complaints", "complaints"),
    ("vacancies", "vacancies"),
    ("appeals", "appeals"),
    ("hearings", "hearings"),
    ("contacts", "first contacts"),
    ("moves", "changes of address"),
    ("absences", "absences"),
    ("exclusions", "exclusions"),
    ("inspections", "inspections"),
    ("adoptions", "adoptions"),
    ("grants", "grants"),
];

/// Where something was looked at.
pub const AREAS: [&str; 16] = [
    "coastal authorities",
    "inner cities",
    "market towns",
    "rural districts",
    "the northern counties",
    "the southern counties",
    "new towns",
    "border areas",
    "university towns",
    "harbour towns",
    "mining districts",
    "the island councils",
    "outer suburbs",
    "unitary authorities",
    "combined authorities",
    "the western valleys",
];

/// Who publishes.
pub const PUBLISHERS: [&str; 12] = [
    "Institute for Care Studies",
    "Office for Service Statistics",
    "Committee on Local Provision",
    "Centre for Family Evidence",
    "Audit Board",
    "Foundation for Early Help",
    "Council of Inspectors",
    "Bureau of Regional Data",
    "Association of Practitioners",
    "Policy Review Group",
    "Observatory of Public Services",
    "Working Party on Demand",
];

/// What a topic is called: a word for the id, and a title.
pub const TOPICS: [&str; 40] = [
    "demand",
    "funding",
    "workforce",
    "inspection",
    "variation",
    "outcomes",
    "prevention",
    "thresholds",
    "housing",
    "health",
    "schooling",
    "poverty",
    "transport",
    "training",
    "retention",
    "leadership",
    "technology",
    "records",
    "consent",
    "advocacy",
    "kinship",
    "fostering",
    "adoption",
    "residence",
    "mobility",
    "safety",
    "justice",
    "language",
    "disability",
    "bereavement",
    "employment",
    "wellbeing",
    "participation",
    "commissioning",
    "regulation",
    "research",
    "statistics",
    "forecasting",
    "partnership",
    "geography",
];

/// Terms of the glossary: id, term, meaning.
pub const TERMS: [(&str, &str, &str); 12] = [
    ("caseload", "Caseload", "How many cases one worker is responsible for at a time."),
    ("threshold", "Threshold", "How serious a situation has to be before a service steps in."),
    ("referral", "Referral", "A request that a service look at a situation."),
    ("stock", "Stock", "A count of what there is at one moment."),
    ("flow", "Flow", "A count of what happens during a period."),
    ("denominator", "Denominator", "The whole that a share is a share of."),
    ("cohort", "Cohort", "People who are followed because they entered a service in the same period."),
    ("provider", "Provider", "Whoever delivers a service, inside a council or outside."),
    ("key-worker", "Key worker", "The person who holds the threads of one case together."),
    ("early-help", "Early help", "Support that comes before problems become a crisis."),
    ("late-help", "Late help", "Support that comes when a crisis is there."),
    ("points", "Percentage point", "The unit for the difference between two percentages."),
];

const OPENERS: [&str; 22] = [
    "In most of the areas visited,",
    "Over the whole period,",
    "Among smaller providers,",
    "As far as records show,",
    "Compared with its neighbours,",
    "Once the series is adjusted,",
    "After the change of guidance,",
    "On closer reading,",
    "Across both samples,",
    "In the years that followed,",
    "Where budgets were tight,",
    "Outside the largest towns,",
    "By the authors' own account,",
    "Before the reform took hold,",
    "With few exceptions,",
    "For every second provider,",
    "Set against the earlier count,",
    "Without the revised weights,",
    "In the quarterly returns,",
    "Seen from the front line,",
    "Leaving the outliers aside,",
    "In a typical month,",
];

const ACTORS: [&str; 24] = [
    "the teams",
    "case workers",
    "the inspectors",
    "local managers",
    "families",
    "the reviewers",
    "school staff",
    "commissioners",
    "the analysts",
    "younger applicants",
    "the panel",
    "health visitors",
    "long-serving staff",
    "the steering group",
    "independent advocates",
    "housing officers",
    "the auditors",
    "foster carers",
    "regional offices",
    "the survey's respondents",
    "newly trained workers",
    "voluntary providers",
    "the courts",
    "duty officers",
];

const VERBS: [&str; 24] = [
    "reported",
    "observed",
    "described",
    "recorded",
    "questioned",
    "expected",
    "traced",
    "compared",
    "weighed",
    "noted",
    "underestimated",
    "reviewed",
    "accepted",
    "documented",
    "explained",
    "doubted",
    "measured",
    "confirmed",
    "missed",
    "anticipated",
    "emphasised",
    "examined",
    "revised",
    "summarised",
];

const OBJECTS: [&str; 26] = [
    "a steady rise in new cases",
    "longer waits between two visits",
    "the loss of experienced colleagues",
    "gaps in the handover of records",
    "a wider spread between areas",
    "fewer unplanned moves",
    "the cost of late decisions",
    "a shift towards shorter contracts",
    "better contact with schools",
    "the effect of a new threshold",
    "uneven access to specialist advice",
    "a backlog that would not shrink",
    "early signs of improvement",
    "differences in how cases are counted",
    "the weight of travel in rural work",
    "a change in who is referred",
    "less time for direct work",
    "clearer roles at the first contact",
    "a series that breaks in the middle",
    "the limits of administrative data",
    "a growing share of repeat cases",
    "stronger links with health services",
    "plans that outlast their purpose",
    "decisions taken without a second opinion",
    "a fall in agency spending",
    "the influence of court timetables",
];

const ENDINGS: [&str; 24] = [
    "although the pattern is far from uniform",
    "which earlier studies had not found",
    "and most expect this to continue",
    "but the sample is too small to say why",
    "because returns were late in several places",
    "even where staffing had not changed",
    "as the appendix sets out in detail",
    "while neighbouring areas saw none of it",
    "so the comparison should be read with care",
    "and none of the alternatives fits the data better",
    "whatever definition is used",
    "in spite of a rise in funding",
    "when the first wave is left out",
    "though practice differs from team to team",
    "and the trend holds in both halves of the sample",
    "which may reflect better recording",
    "before and after the new system came in",
    "with no sign of a turning point",
    "and families tell much the same story",
    "if the weights are taken at face value",
    "unless the oldest cases are counted twice",
    "and the interviews bear this out",
    "which limits what can be concluded",
    "as several submissions pointed out",
];

/// Headings of sections.
pub const HEADINGS: [&str; 14] = [
    "What was counted",
    "Who took part",
    "Where the figures come from",
    "What changed",
    "What stayed the same",
    "Differences between areas",
    "The view of practitioners",
    "The view of families",
    "Costs and budgets",
    "Limits",
    "What to compare it with",
    "How records were kept",
    "Before and after",
    "Open questions",
];

/// Adds one sentence and a space.
pub fn sentence(random: &mut Random, out: &mut String) {
    let parts = [random.pick(&OPENERS), random.pick(&ACTORS), random.pick(&VERBS), random.pick(&OBJECTS)];
    out.push_str(&parts.join(" "));
    out.push_str(", ");
    out.push_str(random.pick(&ENDINGS));
    out.push_str(". ");
}

/// Part of a sentence, for labels and notes.
pub fn remark(random: &mut Random) -> String {
    format!("{} {} {}", random.pick(&ACTORS), random.pick(&VERBS), random.pick(&OBJECTS))
}

/// A word with a capital first letter.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
