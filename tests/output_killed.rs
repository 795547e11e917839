//! A build killed at any instant: this binary runs itself as a child that builds two sites in
//! turn, kills it, and looks at what is left before and after the next start.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test stands outside the program")]

mod output_support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use cscare_site::output::Staging;
use output_support::{MANIFEST, Place, Site, build, names, place, put, read, stage};

const CHILD_FOLDER: &str = "CSCARE_TEST_CHILD_FOLDER";
const CHILD_ONLY_FAILS: &str = "CSCARE_TEST_CHILD_ONLY_FAILS";
const READY: &str = "the child is ready";
const LATE: &str = "late/comer.html";

fn versioned(version: usize) -> Site {
    let text = |path: &str| format!("{path} {version} ").repeat(40);
    let mut paths: Vec<String> = (0..60).map(|i| format!("both/{i}/index.html")).collect();
    paths.extend((0..20).map(|i| format!("only{version}/{i}/index.html")));
    paths.push(["swap", "swap/index.html"][version].into());
    paths.push(["back/index.html", "back"][version].into());
    if version == 1 {
        paths.push(LATE.into());
    }
    let mut site: Site = paths.into_iter().map(|path| (path.clone(), text(&path))).collect();
    site.insert("same.css".into(), "same".into());
    site
}

/// Not a test of its own: what the child does until it is killed.
#[test]
fn child_builds_until_killed() {
    let Some(output) = std::env::var_os(CHILD_FOLDER).map(PathBuf::from) else {
        return;
    };
    let only_failing = std::env::var_os(CHILD_ONLY_FAILS).is_some();
    let sites = [versioned(0), versioned(1)];
    println!("{READY}");
    for round in 0.. {
        build(&output, &sites[0]).expect("the first site builds");
        if only_failing || round % 4 == 1 {
            // A foreign file that comes late makes the commit fail half-way and undo itself.
            let staging = stage(&output, &sites[1]);
            put(&output.join(LATE), "mine");
            staging.commit().expect_err("the late file is refused");
            fs::remove_file(output.join(LATE)).expect("removed");
            fs::remove_dir(output.join("late")).expect("removed");
        }
        if !only_failing {
            build(&output, &sites[1]).expect("the second site builds");
        }
    }
}

/// Every file in the output is entirely of one version, whatever the instant.
fn assert_whole(output: &Path, sites: &[Site; 2]) {
    for (path, text) in read(output) {
        let stage = path.starts_with(".cscare-stage") || path == ".cscare-lock";
        let known = sites.iter().any(|site| site.get(&path) == Some(&text));
        let folder = path.ends_with('/');
        let late = path == LATE && matches!(text.as_str(), "mine" | "");
        assert!(stage || known || folder || late, "`{path}` is half-written");
    }
}

/// After the next start, the output is entirely one of the two sites.
fn assert_consistent(output: &Path, sites: &[Site; 2]) {
    let mut found = read(output);
    // What the child itself had half put up or taken down: the late file.
    found.remove("late/");
    if found.get(LATE).is_some_and(|text| text == "mine" || text.is_empty()) {
        found.remove(LATE);
    }
    let paths: Vec<_> = found.keys().collect();
    assert!(sites.contains(&found), "neither site: {paths:?}");
    let listed = fs::read_to_string(output.join(MANIFEST)).expect("there is a manifest");
    let listed = listed.lines().skip(1).filter_map(|line| line.splitn(3, ' ').nth(2));
    assert!(listed.eq(found.keys()), "the manifest lists other files");
}

/// What a killed child was at, by what it left.
fn state(output: &Path) -> &'static str {
    let stage = output.with_file_name(".public.cscare-stage");
    match (stage.exists(), output.exists()) {
        _ if stage.join(".cscare-undo").exists() => "undoing",
        _ if stage.join(".cscare-journal").exists() => "committing",
        (true, true) => "staging",
        (true, false) => "staging a first build",
        (false, _) => "between",
    }
}

/// Starts the child and waits until it begins to build.
fn start_child(output: &Path, only_failing: bool) -> Child {
    let binary = std::env::current_exe().expect("this binary has a path");
    let mut command = Command::new(binary);
    command
        .args(["--exact", "child_builds_until_killed", "--nocapture"])
        .env(CHILD_FOLDER, output)
        .stdout(Stdio::piped());
    if only_failing {
        command.env(CHILD_ONLY_FAILS, "1");
    }
    let mut child = command.spawn().expect("the child starts");
    let lines = BufReader::new(child.stdout.as_mut().expect("it is piped")).lines();
    let ready = lines.map_while(Result::ok).any(|line| line.ends_with(READY));
    assert!(ready, "the child failed by itself");
    child
}

struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

#[test]
fn a_build_killed_at_any_instant_leaves_one_site_or_the_other() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_nanos();
    let given = std::env::var("CSCARE_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or(u64::try_from(now % 1_000_000_007).expect("it is small") + 1);
    println!("seed {seed}");
    let mut random = Random(seed);
    let sites = [versioned(0), versioned(1)];
    let Place { temp, output } = place();
    let mut killed = BTreeMap::<&str, usize>::new();
    let end = Instant::now() + Duration::from_secs(10);
    for round in 0..200 {
        if Instant::now() > end {
            break;
        }
        if output.exists() && random.below(4) == 0 {
            fs::remove_dir_all(&output).expect("removed, for another first build");
        }
        let failing = round % 3 == 1;
        let mut child = start_child(&output, failing);
        if round % 3 == 0 {
            std::thread::sleep(Duration::from_micros(random.below(8_000)));
        } else {
            // Commits are short: wait for one to begin, lest most kills miss them.
            let journal = if failing { ".cscare-undo" } else { ".cscare-journal" };
            wait_for(&output.with_file_name(".public.cscare-stage").join(journal));
            std::thread::sleep(Duration::from_micros(random.below(1_000)));
        }
        let early = child.try_wait().expect("the child is ours");
        assert!(early.is_none(), "the child failed by itself");
        child.kill().expect("the child is killed");
        child.wait().expect("the child ends");

        *killed.entry(state(&output)).or_default() += 1;
        if output.exists() {
            assert_whole(&output, &sites);
        }
        if random.below(2) == 0 {
            remove_late_file(&output);
        }
        let recovered = Staging::open(&output).expect("recovery works");
        recovered.discard().expect("discarded");
        if output.exists() {
            assert_consistent(&output, &sites);
        }
        let left = names(temp.path());
        assert!(left.iter().all(|name| name == "public"), "left-overs: {left:?}");
        remove_late_file(&output);
    }
    println!("killed while {killed:?}");
}

fn wait_for(path: &Path) {
    let end = Instant::now() + Duration::from_secs(1);
    while !path.exists() && Instant::now() < end {
        std::thread::yield_now();
    }
}

/// Clears the late file away when it is the foreign one, as the next child does not expect it.
fn remove_late_file(output: &Path) {
    let late = output.join(LATE);
    if fs::read_to_string(&late).is_ok_and(|text| text == "mine" || text.is_empty()) {
        fs::remove_file(&late).expect("removed");
    }
    // Refused when it holds the site's own file.
    let _ = fs::remove_dir(output.join("late"));
}
