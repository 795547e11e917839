//! What one page may take of a site's own templates: turns of loops, time, and memory. The engine has no limits of its
//! own; the calls that `marked.rs` puts into templates, and the writer, ask here.

use super::marked::{PRINTED, TURN, TURN_OF_LIST, WEIGH};
use crate::source::disk;
use std::cell::RefCell;
use std::fmt;
use std::io::{self, Write};
use std::time::{Duration, Instant};
use tera::{Error, Kwargs, State, Tera, Value};

/// The limits of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Turns of all its loops.
    pub turns: u64,
    /// How long it may take.
    pub time: Duration,
    /// Bytes of one value that a template makes.
    pub value: usize,
    /// Bytes of the page.
    pub page: usize,
    /// Bytes by which the program may grow meanwhile, where the system tells.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            turns: 10_000_000,
            time: Duration::from_secs(10),
            value: 32 * 1024 * 1024,
            page: 64 * 1024 * 1024,
            memory: 512 * 1024 * 1024,
        }
    }
}

/// How deep a value may be nested; the program goes as deep to let go of it.
const DEEPEST: usize = 64;

/// Time and memory are looked at once in so many turns.
const SELDOM: u64 = 16;

/// Which limit a page went beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    Turns(u64),
    Time(Duration),
    Value(usize),
    Depth,
    Page(usize),
    Memory(u64),
    /// A list or a table is printed as a whole.
    Whole(&'static str),
}

impl fmt::Display for Excess {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mebibytes = |bytes: u64| bytes / 1024 / 1024;
        match self {
            Self::Turns(turns) => write!(formatter, "the loops of this page turn more than {turns} times"),
            Self::Time(time) => write!(formatter, "this page takes longer than {} seconds", time.as_secs()),
            Self::Value(bytes) => {
                write!(formatter, "a value grows beyond {} MiB here", mebibytes(*bytes as u64))
            }
            Self::Whole(what) => {
                write!(formatter, "a whole {what} is printed here, and only texts and numbers can be")
            }
            Self::Depth => write!(formatter, "a value has more than {DEEPEST} lists inside each other"),
            Self::Page(bytes) => write!(formatter, "this page grows beyond {} MiB", mebibytes(*bytes as u64)),
            Self::Memory(bytes) => {
                write!(formatter, "this page takes more than {} MiB of memory", mebibytes(*bytes))
            }
        }
    }
}

/// What a page has taken.
struct Taken {
    limits: Limits,
    turns: u64,
    begun: Instant,
    /// How long after that the size of the program was last looked at.
    looked: Duration,
    /// The size of the program when the first turns were counted; nothing where the system does not tell.
    size: Option<u64>,
    excess: Option<Excess>,
}

thread_local! {
    // The engine hands its functions nothing that could count, and a page is made on one thread from end to end.
    static TAKEN: RefCell<Option<Taken>> = const { RefCell::new(None) };
}

/// Does something within the limits of a page, and says which of them it went beyond.
pub(super) fn within<T>(limits: Limits, make: impl FnOnce() -> T) -> (T, Option<Excess>) {
    let taken =
        Taken { limits, turns: 0, begun: Instant::now(), looked: Duration::ZERO, size: None, excess: None };
    let before = TAKEN.replace(Some(taken));
    let made = make();
    let taken = TAKEN.replace(before);
    (made, taken.and_then(|taken| taken.excess))
}

/// Asks what is taken whether that is too much. Without a page there is no limit.
fn ask(what: impl FnOnce(&mut Taken) -> Result<(), Excess>) -> Result<(), Error> {
    TAKEN.with_borrow_mut(|taken| {
        let Some(taken) = taken else { return Ok(()) };
        what(taken).map_err(|excess| {
            taken.excess = Some(excess);
            Error::message(excess.to_string())
        })
    })
}

impl Taken {
    fn turn(&mut self) -> Result<(), Excess> {
        self.turns += 1;
        if self.turns.is_multiple_of(SELDOM) { self.look() } else { Ok(()) }
    }

    fn look(&mut self) -> Result<(), Excess> {
        if self.turns > self.limits.turns {
            return Err(Excess::Turns(self.limits.turns));
        }
        let passed = self.begun.elapsed();
        if passed > self.limits.time {
            return Err(Excess::Time(self.limits.time));
        }
        self.weigh_program(passed)
    }

    /// Looks at the size of the program every fiftieth of a second, if the page takes that long at all.
    fn weigh_program(&mut self, passed: Duration) -> Result<(), Excess> {
        const BETWEEN: Duration = Duration::from_millis(20);
        if passed < self.looked + BETWEEN {
            return Ok(());
        }
        self.looked = passed;
        let Some(now) = disk::size_of_program() else { return Ok(()) };
        match now.saturating_sub(*self.size.get_or_insert(now)) > self.limits.memory {
            true => Err(Excess::Memory(self.limits.memory)),
            false => Ok(()),
        }
    }

    fn value(&mut self, value: &Value) -> Result<(), Excess> {
        let mut left = self.limits.value;
        match weigh(value, DEEPEST, &mut left) {
            Some(false) => Err(Excess::Depth),
            None => Err(Excess::Value(self.limits.value)),
            Some(true) => self.turn(),
        }
    }
}

/// Takes the weight of a value from what is left; `None` when that is not enough, `Some(false)` when it is too deep.
fn weigh(value: &Value, depth: usize, left: &mut usize) -> Option<bool> {
    let own = value.as_str().map_or(size_of::<Value>(), |text| size_of::<Value>() + text.len());
    *left = left.checked_sub(own)?;
    if depth == 0 {
        return Some(false);
    }
    let listed = value.as_array().into_iter().flatten();
    let mapped = value.as_map().into_iter().flat_map(|map| map.values());
    for inner in listed.chain(mapped) {
        match weigh(inner, depth - 1, left) {
            Some(true) => {}
            other => return other,
        }
    }
    Some(true)
}

/// Gives an engine the functions that count.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(TURN, |_: Kwargs, _: &State<'_>| {
        ask(Taken::turn).map(|()| Value::safe_string(""))
    });
    tera.register_function(TURN_OF_LIST, |_: Kwargs, _: &State<'_>| ask(Taken::turn).map(|()| true));
    tera.register_function(PRINTED, |given: Kwargs, _: &State<'_>| {
        let value = given.get::<&Value>("value").ok().flatten();
        value.map_or(Ok(()), printed).map(|()| Value::safe_string(""))
    });
    tera.register_function(WEIGH, |given: Kwargs, _: &State<'_>| {
        let value = given.get::<&Value>("value").ok().flatten();
        value.map_or(Ok(()), |value| ask(|taken| taken.value(value))).map(|()| Value::safe_string(""))
    });
}

/// Refuses what is neither text nor number.
fn printed(value: &Value) -> Result<(), Error> {
    let what = match (value.as_array(), value.as_map()) {
        (Some(_), _) => "list",
        (None, Some(_)) => "table",
        (None, None) => return Ok(()),
    };
    ask(|_| Err(Excess::Whole(what)))
}

/// Counts a turn of a filter over a long list, as one of a loop.
pub(super) fn turn() -> Result<(), Error> {
    ask(Taken::turn)
}

/// Refuses a text of so many bytes before it is made.
pub(super) fn room_for(bytes: usize) -> Result<(), Error> {
    ask(|taken| match bytes > taken.limits.value {
        true => Err(Excess::Value(taken.limits.value)),
        false => Ok(()),
    })
}

/// Takes a page as it is printed, up to its limit.
pub(super) struct PrintedPage {
    /// What was printed.
    pub bytes: Vec<u8>,
    left: usize,
}

impl PrintedPage {
    /// Room for most pages, in bytes.
    const USUAL: usize = 32 * 1024;

    /// An empty page.
    pub fn new(limits: Limits) -> Self {
        Self { bytes: Vec::with_capacity(Self::USUAL), left: limits.page }
    }
}

impl Write for PrintedPage {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.left.checked_sub(bytes.len()) {
            Some(left) => {
                self.left = left;
                self.bytes.extend_from_slice(bytes);
                Ok(())
            }
            None => Err(too_long()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cold]
fn too_long() -> io::Error {
    let error = ask(|taken| Err(Excess::Page(taken.limits.page))).err();
    io::Error::other(error.map_or_else(String::new, |error| error.to_string()))
}
