//! Saves as scripts of events, each told at once.

use super::{Gathering, Happened, Pace};
use crate::path::SourcePath;
use crate::preview::watch::Burst;
use crate::source::disk::FileState;
use Happened::{Arrived, Closed, Created, Touched, Vanished, Written};
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

const X: &str = "content/x.md";
const Y: &str = "content/y.md";

/// Microseconds after the start, as in all scripts.
type Micros = u64;

/// What a script's step is.
#[derive(Clone, Copy)]
enum Step {
    To(&'static str, Happened),
    Relist,
    /// The file has so many bytes from now on; fewer than none: it is not there.
    Length(&'static str, i64),
}
use Step::{Length, Relist, To};

fn pace() -> Pace {
    Pace { quiet: Duration::from_millis(1), ..Pace::default() }
}

/// The bursts of a script, with the time of each. Files have bytes unless the script says otherwise.
fn play(tells_closing: bool, script: &[(Micros, Step)]) -> Vec<(Micros, String)> {
    let start = Instant::now();
    let mut gathering = Gathering::new(pace(), tells_closing);
    let mut lengths: BTreeMap<&str, i64> = BTreeMap::new();
    let mut told = Vec::new();
    let mut script = script.iter().peekable();
    for _ in 0..100_000 {
        let step = script.peek().map(|(at, _)| start + Duration::from_micros(*at));
        let wake = gathering.next();
        let Some(now) = [step, wake].into_iter().flatten().min() else { return told };
        if step == Some(now) {
            match script.next().unwrap().1 {
                To(path, happened) => {
                    match happened {
                        Vanished => drop(lengths.insert(path, -1)),
                        Created | Arrived => {
                            let length = lengths.entry(path).or_insert(1);
                            *length = if *length < 0 { 1 } else { *length };
                        }
                        _ => {}
                    }
                    gathering.add(SourcePath::new(path), happened, now);
                }
                Relist => gathering.relist(now),
                Length(path, length) => {
                    lengths.insert(path, length);
                }
            }
        } else {
            let look = |path: &SourcePath| match lengths.get(path.as_str()).copied().unwrap_or(1) {
                0 => FileState::Empty,
                1.. => FileState::Full,
                _ => FileState::Absent,
            };
            if let Some(burst) = gathering.due(now, look) {
                told.push((u64::try_from((now - start).as_micros()).unwrap(), shown(&burst)));
            }
        }
    }
    panic!("it never comes to rest");
}

fn shown(burst: &Burst) -> String {
    let names: BTreeSet<&str> = burst.files.iter().map(SourcePath::name).collect();
    let names = names.into_iter().collect::<Vec<_>>().join(" ");
    if burst.relist { format!("{names} and more").trim().to_owned() } else { names }
}

#[track_caller]
fn expect(script: &[(Micros, Step)], told: &[(Micros, &str)]) {
    let played = play(true, script);
    let played: Vec<(Micros, &str)> = played.iter().map(|(at, names)| (*at, names.as_str())).collect();
    assert_eq!(played, told);
}

#[test]
fn a_save_in_place_is_told_a_millisecond_after_the_closing() {
    expect(&[(0, To(X, Written)), (300, To(X, Written)), (900, To(X, Closed))], &[(1900, "x.md")]);
}

#[test]
fn nothing_is_told_between_truncation_and_closing() {
    expect(&[(0, To(X, Written)), (9_000_000, To(X, Closed))], &[(9_001_000, "x.md")]);
}

#[test]
fn an_empty_file_is_about_to_be_filled() {
    expect(
        &[
            (0, To(X, Written)),
            (0, Length(X, 0)),
            (100, To(X, Closed)),
            (5000, To(X, Written)),
            (5000, Length(X, 9)),
            (5100, To(X, Closed)),
        ],
        &[(6100, "x.md")],
    );
    expect(&[(0, Length(X, 0)), (0, To(X, Written)), (100, To(X, Closed))], &[(41_100, "x.md")]);
}

#[test]
fn a_file_put_aside_and_written_anew_is_one_save() {
    expect(
        &[
            (0, To("content/4914", Created)),
            (50, To("content/4914", Closed)),
            (90, To("content/4914", Vanished)),
            (100, To(X, Vanished)),
            (200, To(X, Created)),
            (300, To(X, Written)),
            (400, To(X, Closed)),
            (700, To(X, Touched)),
            (3000, To(X, Touched)),
        ],
        &[(1400, "x.md")],
    );
    // The writer takes its time.
    expect(
        &[
            (0, To(X, Vanished)),
            (39_000, To(X, Created)),
            (39_000, Length(X, 0)),
            (90_000, To(X, Written)),
            (99_000, To(X, Closed)),
            (99_000, Length(X, 5)),
        ],
        &[(100_000, "x.md")],
    );
}

#[test]
fn an_atomic_save_is_told_at_the_renaming() {
    let sed = "content/sedaB3xYz";
    expect(
        &[
            (0, To(sed, Created)),
            (50, To(sed, Written)),
            (100, To(sed, Touched)),
            (5000, To(sed, Closed)),
            (9000, To(sed, Vanished)),
            (9000, To(X, Arrived)),
        ],
        &[(10_000, "x.md")],
    );
}

#[test]
fn a_temporary_file_whose_end_is_not_told_yet_is_not_told() {
    let temporary = "content/abc";
    expect(&[(0, To(temporary, Created)), (50, To(temporary, Closed)), (60, Length(temporary, -1))], &[]);
}

#[test]
fn a_deletion_is_told_after_the_grace() {
    expect(&[(0, To(X, Vanished))], &[(40_000, "x.md")]);
    expect(
        &[(0, To(X, Written)), (9, To(X, Vanished)), (20, To(X, Written)), (30, To(X, Closed))],
        &[(40_009, "x.md")],
    );
}

#[test]
fn a_deletion_that_the_disk_denies_waits_for_what_follows() {
    let late = [(0, To(X, Vanished)), (9, Length(X, 5)), (50_000, To(X, Created)), (50_100, To(X, Closed))];
    expect(&late, &[(51_100, "x.md")]);
    expect(&late[..2], &[(80_000, "x.md")]);
}

#[test]
fn both_names_of_a_renamed_file_are_told_together() {
    expect(&[(0, To(X, Vanished)), (0, To(Y, Arrived))], &[(40_000, "x.md y.md")]);
}

#[test]
fn a_new_file_is_told_when_nothing_more_happens_to_it() {
    expect(&[(0, To(X, Created)), (100, To(X, Written)), (200, To(X, Closed))], &[(40_200, "x.md")]);
    // By a hard link, it is neither written nor closed.
    expect(&[(0, To(X, Created))], &[(40_000, "x.md")]);
    // Somebody thinks before writing.
    expect(
        &[(0, Length(X, 0)), (0, To(X, Created)), (3_000_000, Length(X, 5)), (3_000_000, To(X, Closed))],
        &[(3_040_000, "x.md")],
    );
}

#[test]
fn an_edit_does_not_wait_for_a_new_file() {
    expect(
        &[(0, To(Y, Created)), (100, To(Y, Closed)), (5000, To(X, Written)), (5100, To(X, Closed))],
        &[(6100, "x.md"), (40_100, "y.md")],
    );
    // Nor for one that is written for long.
    let mut script: Vec<(Micros, Step)> = (0..200).map(|at| (at * 100, To(Y, Written))).collect();
    script.extend([(20_000, To(X, Closed)), (20_500, To(Y, Written)), (90_000, To(Y, Closed))]);
    expect(&script, &[(21_000, "x.md"), (91_000, "y.md")]);
}

#[test]
fn permissions_alone_count_when_no_save_explains_them() {
    expect(&[(0, To(X, Touched))], &[(40_000, "x.md")]);
    expect(&[(0, To(X, Closed)), (500_000, To(X, Touched))], &[(1000, "x.md")]);
    expect(&[(0, To(X, Closed)), (1_500_000, To(X, Touched))], &[(1000, "x.md"), (1_540_000, "x.md")]);
}

#[test]
fn folders_wait_for_the_files_in_them() {
    expect(
        &[(0, Relist), (500, Relist), (900, To(X, Created)), (5000, To(X, Closed))],
        &[(45_000, "x.md and more")],
    );
    expect(&[(0, Relist), (0, To(X, Written)), (90_000, To(X, Closed))], &[(91_000, "x.md and more")]);
    expect(&[(0, Relist)], &[(40_000, "and more")]);
}

#[test]
fn many_files_are_one_burst_or_few() {
    let names: Vec<&'static str> =
        (0..500).map(|at| &*Box::leak(format!("content/{at}.md").into_boxed_str())).collect();
    let in_place: Vec<(Micros, Step)> =
        names.iter().zip(0..).map(|(name, at)| (at * 100, To(name, Closed))).collect();
    let told = play(true, &in_place);
    assert_eq!(told.iter().map(|(_, names)| names.split(' ').count()).sum::<usize>(), 500);
    assert_eq!(told.len(), 1, "{}", told.len());

    let replaced: Vec<(Micros, Step)> = names
        .iter()
        .zip(0..)
        .flat_map(|(name, at)| {
            [(at * 1000, To(name, Vanished)), (at * 1000 + 300, To(name, Created))]
                .into_iter()
                .chain([(at * 1000 + 600, To(name, Closed))])
        })
        .collect();
    let told = play(true, &replaced);
    assert_eq!(told.iter().map(|(_, names)| names.split(' ').count()).sum::<usize>(), 500);
    assert!(told.len() <= 6, "{}", told.len());
}

#[test]
fn folders_that_keep_coming_are_told_nevertheless() {
    let script: Vec<(Micros, Step)> = (0..100).map(|at| (at * 10_000, Relist)).collect();
    let told = play(true, &script);
    assert!((8..=12).contains(&told.len()), "{told:?}");
}

#[test]
fn without_closings_a_pause_is_the_end_of_a_save() {
    let told = play(
        false,
        &[
            (0, Length(X, 0)),
            (0, To(X, Written)),
            (1500, Length(X, 7)),
            (1500, To(X, Written)),
            (90_000, To(Y, Created)),
            (90_000, To(Y, Written)),
            (200_000, To(X, Vanished)),
        ],
    );
    assert_eq!(told, [(2500, "x.md".into()), (130_000, "y.md".into()), (240_000, "x.md".into())]);
}
