//! Questions to a person, on a terminal only; elsewhere, and with `--yes`, every question answers itself.

use dialoguer::{Input, MultiSelect, Select};
use std::error::Error;
use std::io::IsTerminal;

/// Whether somebody can be asked.
#[derive(Debug, Clone, Copy)]
pub struct Ask {
    is_open: bool,
}

impl Ask {
    /// Somebody can be asked when input and messages are a terminal, and `--yes` was not given.
    pub fn unless(yes: bool) -> Self {
        Self { is_open: !yes && std::io::stdin().is_terminal() && std::io::stderr().is_terminal() }
    }

    /// What was given, or an answer, or what is usual.
    pub fn text(self, given: Option<String>, question: &str, usual: &str) -> Result<String, Box<dyn Error>> {
        match given {
            Some(given) => Ok(given),
            None if !self.is_open => Ok(usual.to_owned()),
            None => Ok(Input::new().with_prompt(question).default(usual.to_owned()).interact_text()?),
        }
    }

    /// What was given, or an answer; none when nothing is answered.
    pub fn perhaps(self, given: Option<String>, question: &str) -> Result<Option<String>, Box<dyn Error>> {
        if given.is_some() || !self.is_open {
            return Ok(given);
        }
        let question = format!("{question} (Enter: later)");
        let answer: String = Input::new().with_prompt(question).allow_empty(true).interact_text()?;
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
        let chosen = MultiSelect::new().with_prompt(question).items(&shown).interact_opt()?;
        Ok(chosen.unwrap_or_default().into_iter().map(|at| known[at].0.clone()).collect())
    }
}
