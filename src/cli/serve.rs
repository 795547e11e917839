//! `serve`: one line for each save, and what is new among the problems below it.

use super::args::ServeArguments;
use super::since::{LastProblems, ProblemNews};
use super::terminal::{self, BOLD, GREEN, PLAIN, RED};
use super::{clock, root, site};
use crate::diagnostic::Level;
use crate::preview::editor::{editor_names, editor_template};
use crate::preview::live::CurrentOptions;
use crate::preview::watch::How;
use crate::preview::{Event, Settings, Tell, server};
use crate::report::{self, Located};
use crate::site::Options;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::error::Error;
use std::path::{PathBuf, absolute};
use std::sync::{Arc, Mutex, PoisonError};

/// Shows the site until Ctrl-C.
pub fn serve(arguments: ServeArguments) -> Result<bool, Box<dyn Error>> {
    // What each edit leaves behind would add up in an afternoon, and nobody waits for its being given back.
    #[cfg(unix)]
    super::thrifty::begin();
    let root = absolute(root::find(arguments.root.as_deref())?)?;
    site::settle(&root)?;
    check_editor(&arguments.editor)?;
    clock::today(None)?;
    let bound = server::bind(&arguments.host, arguments.port, arguments.strict_port)?;
    for notice in &bound.notices {
        terminal::note(notice);
    }
    let settings = Settings {
        bound,
        how: if arguments.poll { How::Poll } else { How::Native },
        session: session(),
        highlighter: site::highlighter(&root),
        options: options(&arguments),
        editor: arguments.editor,
        root: root.clone(),
    };
    crate::preview::serve(settings, teller(root, arguments.open))?;
    Ok(true)
}

fn check_editor(editor: &str) -> Result<(), String> {
    match editor_template(editor) {
        Some(_) => Ok(()),
        None => Err(format!(
            "there is no editor `{editor}`; name one of {}, or give an address with {{path}}, such as \
             `myeditor://open?file={{path}}&line={{line}}`",
            editor_names().collect::<Vec<_>>().join(", ")
        )),
    }
}

/// A day that cannot be told is told as none: it was possible when the preview began.
fn options(arguments: &ServeArguments) -> CurrentOptions {
    let (drafts, base) = (arguments.drafts, arguments.base_path.clone());
    Box::new(move || Options { drafts, base: base.clone(), today: clock::today(None).ok(), deny: Vec::new() })
}

/// A number that another run of the program will hardly have, small enough for any reader of JSON.
fn session() -> u64 {
    u64::try_from(Timestamp::now().as_millisecond()).unwrap_or_default()
}

fn teller(root: PathBuf, opens: bool) -> Tell {
    let told: Mutex<LastProblems> = Mutex::default();
    Arc::new(move |event| match event {
        Event::Ready { url, files, took, highlighter } => {
            let (files, took) = (terminal::grouped(files), terminal::duration(took));
            terminal::to_stderr(&format!(
                "{GREEN}serving{PLAIN} {BOLD}{url}{PLAIN}  {files} files, read in {took}\n"
            ));
            if opens {
                open(&url);
            }
            site::remember(&root, highlighter);
        }
        Event::Rebuilt(rebuilt, located) => {
            let line =
                format!("{}  {}  {}", time(), report::shown(&rebuilt.what), terminal::duration(rebuilt.took));
            let Some(located) = located else { return terminal::to_stderr(&format!("{line}\n")) };
            let news = told.lock().unwrap_or_else(PoisonError::into_inner).since(located);
            terminal::to_stderr(&format!("{line}{}\n", verdict(located, &news)));
            terminal::to_stderr(&report::human(&news.new));
        }
        Event::Checked(located) => {
            let news = told.lock().unwrap_or_else(PoisonError::into_inner).since(located);
            terminal::to_stderr(&report::human(&news.new));
        }
        Event::Remark(remark) => terminal::note(remark),
    })
}

fn time() -> String {
    Timestamp::now().to_zoned(TimeZone::system()).strftime("%H:%M:%S").to_string()
}

/// How many problems there are, and what the save did to them: `2 errors in 1 file (1 new, 1 gone)`.
fn verdict(located: &[Located], news: &ProblemNews) -> String {
    let parts = [(news.new.len(), "new"), (news.gone, "gone")];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, word)| format!("{number} {word}")).collect();
    let what = match (located.is_empty(), parts.is_empty()) {
        (true, true) => return String::new(),
        (true, false) => return format!("  {GREEN}all is well{PLAIN} ({})", parts.join(", ")),
        (false, true) => " (as before)".to_owned(),
        (false, false) if news.new.len() == located.len() && news.gone == 0 => String::new(),
        (false, false) => format!(" ({})", parts.join(", ")),
    };
    let has_errors = located.iter().any(|one| one.diagnostic.level == Level::Error);
    let colour = if has_errors { RED } else { BOLD };
    format!("  {colour}{}{PLAIN}{what}", terminal::counted(located))
}

/// A browser that does not open is no reason to stop.
fn open(url: &str) {
    if let Err(error) = open::that_detached(url) {
        terminal::note(format!("the browser cannot be opened: {error}"));
    }
}
