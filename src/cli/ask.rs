//! Questions to a person, on a terminal only; elsewhere, and with `--yes`, every question answers itself.

use dialoguer::{Input, MultiSelect, Select};
use std::error::Error;
use std::io::IsTerminal;

/// How many entries of a list are shown at once.
const LONGEST_LIST: usize = 12;

/// Whether somebody can be asked.
#[derive(Debug, Clone, Copy)]
pub struct Ask {
    is_open: bool,
}

/// A question that is answered in words.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// What is asked.
    pub text: &'a str,
    /// Refuses an answer, with the reason; it is asked again then.
    pub check: fn(&str) -> Result<String, String>,
}

impl<'a> Question<'a> {
    /// A question to which every answer is right.
    pub fn open(text: &'a str) -> Self {
        Self { text, check: |answer| Ok(answer.to_owned()) }
    }

    fn passes(&self, answer: &str) -> Result<(), String> {
        (self.check)(answer.trim()).map(|_| ())
    }
}

impl Ask {
    /// Somebody can be asked when input and messages are a terminal, and `--yes` was not given.
    pub fn unless(yes: bool) -> Self {
        Self { is_open: !yes && std::io::stdin().is_terminal() && std::io::stderr().is_terminal() }
    }

    /// What was given, or an answer that passes, or what is usual.
    pub fn text(
        self,
        given: Option<String>,
        question: &Question<'_>,
        usual: &str,
    ) -> Result<String, Box<dyn Error>> {
        match given {
            Some(given) => Ok(given),
            None if !self.is_open => Ok(usual.to_owned()),
            None => {
                let input = Input::new().with_prompt(question.text).default(usual.to_owned());
                let check = |answer: &String| question.passes(answer);
                Ok(input.validate_with(check).interact_text()?.trim().to_owned())
            }
        }
    }

    /// What was given, or an answer that passes; none when nothing is answered.
    pub fn perhaps(
        self,
        given: Option<String>,
        question: &Question<'_>,
    ) -> Result<Option<String>, Box<dyn Error>> {
        if given.is_some() || !self.is_open {
            return Ok(given);
        }
        let input = Input::new().with_prompt(format!("{} (Enter: later)", question.text)).allow_empty(true);
        let check = |answer: &String| match answer.trim().is_empty() {
            true => Ok(()),
            false => question.passes(answer),
        };
        let answer = input.validate_with(check).interact_text()?;
        Ok(Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty()))
    }

    /// What was given, or one of these words; none when none is chosen.
    pub fn one_of(
        self,
        given: Option<String>,
        question: &str,
        words: &[&str],
    ) -> Result<Option<String>, Box<dyn Error>> {
        if given.is_some() || !self.is_open {
            return Ok(given);
        }
        let chosen = Select::new().with_prompt(format!("{question} (Esc: later)")).items(words).default(0);
        Ok(chosen.interact_opt()?.map(|at| words[at].to_owned()))
    }

    /// What was given, or some of these records.
    pub fn some_of(
        self,
        given: Vec<String>,
        question: &str,
        known: &[(String, String)],
    ) -> Result<Vec<String>, Box<dyn Error>> {
        if !given.is_empty() || !self.is_open || known.is_empty() {
            return Ok(given);
        }
        let shown: Vec<String> = known.iter().map(|(id, title)| format!("{id}: {title}")).collect();
        let question = format!("{question} (Space: choose, Enter: done)");
        let chosen =
            MultiSelect::new().with_prompt(question).items(&shown).max_length(LONGEST_LIST).interact_opt()?;
        Ok(chosen.unwrap_or_default().into_iter().map(|at| known[at].0.clone()).collect())
    }
}
