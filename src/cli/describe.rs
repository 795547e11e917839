//! What the program says of itself to other programs: `schema`, `completions` and `man`.

use super::args::Program;
use super::{terminal, told};
use crate::output::fresh::{self, NewFile};
use crate::scaffold::kind::FileKind;
use crate::scaffold::schema::json_schema;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use std::error::Error;
use std::io;
use std::path::PathBuf;

/// What `schema` takes.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// Kind of record, or `site` for site.toml
    #[arg(value_name = "KIND", value_parser = kinds())]
    pub kind: FileKind,
}

/// What `completions` takes.
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// Shell to complete commands in
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: Shell,
}

/// What `man` takes.
#[derive(Debug, Args)]
pub struct ManArguments {
    /// Folder for the pages of all commands; without it, the page of the program is printed
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

pub const SCHEMA_EXAMPLES: &str = "Examples:
  cscare-site schema report
  cscare-site schema site > site.schema.json

`cscare-site init --add editor` writes all of them, and wires them for VS Code.";

pub const COMPLETIONS_EXAMPLES: &str = "Examples:
  cscare-site completions bash > ~/.local/share/bash-completion/completions/cscare-site
  cscare-site completions fish > ~/.config/fish/completions/cscare-site.fish
  cscare-site completions zsh > \"${fpath[1]}/_cscare-site\"";

pub const MAN_EXAMPLES: &str = "Examples:
  cscare-site man | man -l -
  cscare-site man --out ~/.local/share/man/man1";

fn kinds() -> impl TypedValueParser<Value = FileKind> {
    let words = PossibleValuesParser::new(FileKind::ALL.map(FileKind::word));
    words.map(|word| {
        FileKind::ALL.into_iter().find(|kind| kind.word() == word).expect("the words are the kinds'")
    })
}

/// Prints the schema of one kind.
pub fn schema(arguments: &SchemaArguments) -> Result<bool, Box<dyn Error>> {
    terminal::to_stdout(&json_schema(arguments.kind.shape(), arguments.kind.notation()))?;
    Ok(true)
}

/// Prints what a shell reads to complete commands.
pub fn completions(arguments: &CompletionsArguments) -> Result<bool, Box<dyn Error>> {
    let mut bytes = Vec::new();
    clap_complete::generate(arguments.shell, &mut Program::command(), "cscare-site", &mut bytes);
    terminal::to_stdout(&String::from_utf8(bytes)?)?;
    Ok(true)
}

/// Prints the manual page of the program, or writes those of all commands.
pub fn man(arguments: &ManArguments) -> Result<bool, Box<dyn Error>> {
    let program = Program::command().disable_help_subcommand(true);
    let Some(folder) = &arguments.out else {
        terminal::to_stdout(&page(&program)?.text)?;
        return Ok(true);
    };
    let mut files = Vec::new();
    pages(&program, &mut files)?;
    let outcomes = fresh::write(folder, &files)?;
    told::files(&files, &outcomes);
    Ok(true)
}

/// The page of a command, then those of its own commands, which are named after it.
fn pages(command: &Command, files: &mut Vec<NewFile>) -> io::Result<()> {
    let name = command.get_name().to_owned();
    files.push(page(command)?);
    for inner in command.get_subcommands() {
        let inner_name = format!("{name}-{}", inner.get_name());
        pages(&inner.clone().name(inner_name), files)?;
    }
    Ok(())
}

fn page(command: &Command) -> io::Result<NewFile> {
    let name = command.get_name().to_owned();
    let command = command.clone().display_name(name.clone()).version(env!("CARGO_PKG_VERSION"));
    let mut bytes = Vec::new();
    Man::new(command).title(name.clone()).render(&mut bytes)?;
    Ok(NewFile::new(format!("{name}.1"), String::from_utf8_lossy(&bytes).into_owned()))
}
