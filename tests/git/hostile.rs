//! A repository made to attack: links, pipes, journals and names that would lead a command out of the site. Whatever is
//! typed in it, nothing around it changes, and nothing waits for ever.

use crate::support::{REPORT, Review, Run};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

/// What a path is, and what it holds or leads to.
type Snapshot = BTreeMap<String, (u32, Vec<u8>)>;

/// A review, beside which lies what must not be touched; its repository holds these links.
fn attacked(links: &[(&str, &str)]) -> Review {
    let review = Review::uncommitted();
    for file in
        ["precious.txt", "deploy/precious.txt", "sub/deep/x.md", "0.new", "index.html", "evidence.lock"]
    {
        review.put(&format!("beside/{file}"), format!("mine: {file}"));
    }
    // An output of another review, which a build that is led there would take for its own.
    review.put("beside/.cscare-manifest", "cscare-manifest 1\n0 18 precious.txt\n");
    review.put("archive/a.txt", "Of residents, 20% are members.\n");
    review.write(
        "content/about.md",
        "---\ntitle: About\n---\nOf them, [21%](stat:count.share) are members.\n\n```rust\nfn x() {}\n```\n",
    );
    let report = REPORT.replace("published: 2020", "published: 2020\nsnapshot: a.txt");
    review.write("content/reports/count.md", report);
    for (link, to) in links {
        add_link(&review, link, to);
    }
    review.git(&["add", "--force", "--all"]);
    review.git(&["commit", "--quiet", "-m", "First version"]);
    review
}

fn add_link(review: &Review, link: &str, to: &str) {
    let path = review.root().join(link);
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
    symlink(to, path).expect("nothing is there");
}

/// Everything around the site and the repository that is published to.
fn around(review: &Review) -> Snapshot {
    let mut found = Snapshot::new();
    look(&review.path(""), &review.path(""), &mut found);
    found
}

fn look(root: &Path, folder: &Path, found: &mut Snapshot) {
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the entry can be read").path();
        let name = path.strip_prefix(root).expect("it is below").to_string_lossy().into_owned();
        let metadata = fs::symlink_metadata(&path).expect("it is there");
        let holds = if metadata.is_symlink() {
            fs::read_link(&path).expect("it is one").into_os_string().into_encoded_bytes()
        } else if metadata.is_file() {
            fs::read(&path).expect("it can be read")
        } else {
            Vec::new()
        };
        if ["site", "site.git"].contains(&name.as_str()) {
            continue;
        }
        found.insert(name, (metadata.permissions().mode(), holds));
        if metadata.is_dir() {
            look(root, &path, found);
        }
    }
}

/// Every command that does something in a site, as it is typed there.
const COMMANDS: [&[&str]; 14] = [
    &["check"],
    &["check", "--fix"],
    &["build"],
    &["build", "--out", "other/../public"],
    &["serve", "--port", "0"],
    &["verify", "--archive", "../archive"],
    &["deploy", "--yes"],
    &["diff", "HEAD"],
    &["doctor"],
    &["new", "page", "Another", "--yes"],
    &["init", "--add", "workflow"],
    &["init", "--add", "editor"],
    &["clean"],
    &["build"],
];

fn run(review: &Review, command: &[&str]) -> Run {
    if command[0] != "serve" {
        return review.run(command);
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_cscare-site"))
        .args(command)
        .current_dir(review.root())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let lines = BufReader::new(child.stderr.take().expect("it is piped")).lines().map_while(Result::ok);
    let mut said = String::new();
    for line in lines {
        said.push_str(&line);
        if line.contains("serving") {
            break;
        }
    }
    // Its caches are written right after that.
    std::thread::sleep(std::time::Duration::from_millis(100));
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    Run { code: Some(0), stdout: String::new(), stderr: said }
}

/// Runs all commands, each of which has to end by itself and to leave everything around as it is.
fn withstands(review: &Review, what: &str, commands: &[&[&str]]) {
    let before = around(review);
    for command in commands {
        let run = run(review, command);
        assert!(matches!(run.code, Some(0..=2)), "{what}, {command:?}: {run:#?}");
        let after = around(review);
        let differs = |(path, held): &(&String, &(u32, Vec<u8>))| before.get(*path) != Some(*held);
        let new: Vec<_> = after.iter().filter(differs).map(|(path, _)| path).collect();
        let gone: Vec<_> = before.keys().filter(|path| !after.contains_key(*path)).collect();
        assert!(new.is_empty() && gone.is_empty(), "{what}, {command:?}: {new:?} changed, {gone:?} are gone");
    }
}

#[test]
fn no_command_follows_a_link_of_the_repository() {
    for links in [
        &[(".cscare", "../beside")][..],
        &[(".cscare", "../nothing")],
        &[
            (".cscare/deploy", "../../beside"),
            (".cscare/rewrite", "../../beside"),
            (".cscare/cache", "../../beside"),
            (".cscare/watched", "../../beside/new"),
        ],
        &[(".cscare/.gitignore", "../../beside/new"), (".evidence.lock.cscare.tmp", "../beside/new")],
        &[
            (".cscare/highlighted.txt", "../../beside/precious.txt"),
            ("evidence.lock", "../beside/evidence.lock"),
        ],
        &[
            (".cscare/highlighted.txt", "../../beside/new"),
            (".cscare/built.json", "../../beside/new"),
            ("evidence.lock", "../beside/new"),
        ],
        &[
            (".cscare/.deploy.cscare-lock", "../../beside/new"),
            (".cscare/.rewrite.cscare-lock", "../../beside/new"),
            (".cscare/.cache.cscare-lock", "../../beside/precious.txt"),
        ],
        &[(".public.cscare-lock", "../beside/new")],
        &[(".public.cscare-lock", "../beside/precious.txt")],
        &[(".public.cscare-stage", "../beside")],
        &[("public", "../beside")],
        &[("public", "../nothing")],
        &[("public/.cscare-manifest", "../../beside/.cscare-manifest")],
        &[("public/.cscare-stage", "../../beside")],
        &[("public/index.html", "../../beside/precious.txt"), ("public/reports", "../../beside")],
        &[
            ("content/precious.md", "../../beside/precious.txt"),
            ("content/measures", "../../beside"),
            ("content/another.md", "../../beside/new"),
            ("templates", "../beside"),
            ("static", "../beside"),
            (".vscode", "../beside"),
            (".github", "../beside"),
            (".gitignore", "../beside/new"),
        ],
    ] {
        withstands(&attacked(links), &format!("{links:?}"), &COMMANDS);
    }
}

/// A repository can bring what a build that was killed would have left, with links in it.
#[test]
fn a_journal_of_the_repository_moves_nothing_out_or_in() {
    for (link, line) in [
        ("0", "remove index.html"),
        ("0", "replace 0 index.html"),
        ("0", "create 0 new.html"),
        ("0/0.new", "create 0 new.html"),
        (".cscare-manifest", "create 0 new.html"),
    ] {
        for undo in [false, true] {
            let review = attacked(&[]);
            review.write("public/index.html", "from the repository");
            let manifest = "cscare-manifest 1\n0 19 index.html\n";
            review.write("public/.cscare-manifest", manifest);
            let stage = ".public.cscare-stage";
            let to = ["../../beside", "../../../beside/precious.txt", "../../beside/.cscare-manifest"];
            let to = to[usize::from(link == "0/0.new") + 2 * usize::from(link == ".cscare-manifest")];
            add_link(&review, &format!("{stage}/{link}"), to);
            if link != ".cscare-manifest" {
                review.write(&format!("{stage}/.cscare-manifest"), "cscare-manifest 1\n");
            }
            let stamp = xxhash_rust::xxh3::xxh3_64(manifest.as_bytes());
            let journal = format!("cscare-journal 1\nfrom {stamp:016x}\n{line}\n");
            let name = if undo { ".cscare-undo" } else { ".cscare-journal" };
            review.write(&format!("{stage}/{name}"), journal);
            review.git(&["add", "--force", "--all"]);
            review.git(&["commit", "--quiet", "-m", "Attack"]);
            review.run(&["build"]).expect(2, &["is a symbolic link"]);
            withstands(
                &review,
                &format!("{link}, {line}, {undo}"),
                &[&["check"], &["deploy", "--yes"], &["clean"]],
            );
            assert!(!review.root().join("public/new.html").exists());
        }
    }
}

#[test]
fn a_link_is_named_with_what_to_do() {
    let review = attacked(&[(".cscare/deploy", "../../beside")]);
    let said = ["`", ".cscare/deploy` is a symbolic link", "next: remove it"];
    review.run(&["deploy", "--dry-run"]).expect(2, &said);
    let review = attacked(&[(".public.cscare-lock", "../beside/new")]);
    review.run(&["build"]).expect(2, &[".public.cscare-lock` is a symbolic link", "next: remove it"]);
    let review = attacked(&[("public", "../beside")]);
    review.run(&["build"]).expect(2, &["public` is a symbolic link", "--out", "public"]);
    let review = attacked(&[("evidence.lock", "../beside/evidence.lock")]);
    review.run(&["verify", "--archive", "../archive"]).expect(2, &["evidence.lock` is a symbolic link"]);
}

/// Who names a link with `--out` means it.
#[test]
fn a_link_that_is_named_is_followed() {
    let review = attacked(&[("public", "../empty")]);
    fs::create_dir(review.path("empty")).expect("it is new");
    review.replace("content/about.md", "21%", "20%");
    review.run(&["build", "--out", "public"]).expect(0, &[]);
    assert!(review.path("empty/index.html").exists());
    review.run(&["clean", "--out", "public"]).expect(0, &["removed"]);
    assert!(!review.path("empty/index.html").exists());
}

#[test]
fn nobody_waits_for_a_pipe() {
    for name in [
        ".cscare",
        ".cscare/highlighted.txt",
        ".cscare/built.json",
        ".cscare/.gitignore",
        ".cscare/deploy",
        ".cscare/.deploy.cscare-lock",
        ".cscare/.cache.cscare-lock",
        ".public.cscare-lock",
        ".public.cscare-stage",
        ".public.cscare-stage/.cscare-journal",
        "public/.cscare-manifest",
        "public/index.html",
        "evidence.lock",
        "content/pipe.md",
    ] {
        let review = attacked(&[]);
        let path = review.root().join(name);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("it can be made");
        assert!(Command::new("mkfifo").arg(&path).status().expect("it starts").success());
        withstands(
            &review,
            name,
            &[&["check", "--fix"], &["serve", "--port", "0"], &["deploy", "--yes"], &["build"]],
        );
        if name == ".public.cscare-lock" {
            review
                .run(&["build"])
                .expect(2, &[".public.cscare-lock` is a pipe or a device", "next: remove it"]);
        }
    }
}

#[test]
fn names_templates_and_attributes_of_a_stranger_do_nothing_outside() {
    let review = attacked(&[]);
    for (number, name) in ["$(touch owned)", "-rf", "a\n::error::x", "..\\..\\x", "~", "'; touch owned; '"]
        .into_iter()
        .enumerate()
    {
        let page = format!(
            "---\nid: page-{number}\ntitle: A page\naliases: [\"/../../beside/{number}/\"]\n---\nBody.\n"
        );
        review.write(&format!("content/{name}.md"), page);
    }
    review.write(
        "content/up.md",
        "---\nid: ../../beside/up\ntitle: Up\n---\n![x](../../beside/precious.txt)\n",
    );
    review.write("templates/page.html", "{% include \"../../beside/precious.txt\" %}");
    review.write(".gitattributes", "* filter=evil diff=evil merge=evil\n*.md ident export-subst\n");
    review.write(
        ".gitmodules",
        "[submodule \"x\"]\n\tpath = content/x\n\turl = -u./owned\n\tupdate = !touch owned\n",
    );
    review.script("site/.githooks/pre-push", "#!/bin/sh\ntouch ../beside/owned\n");
    review.script("site/hooks/pre-push", "#!/bin/sh\ntouch ../beside/owned\n");
    review.commit("Attack");
    withstands(&review, "names", &COMMANDS);
    assert!(!review.root().join("owned").exists());
    for remote in [
        "ext::sh -c 'touch owned'",
        "-u./owned",
        "--upload-pack=touch owned",
        "ssh://-oProxyCommand=touch owned/x",
    ] {
        review.run(&["deploy", "--yes", "--remote", remote]).expect(2, &[]);
    }
    assert!(!review.root().join("owned").exists());
}
