//! `cscare-site serve` as a person starts it: what it prints, what it lives through, how it ends.

#![expect(clippy::disallowed_methods, reason = "tests make sites, look at files and run the program")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Longer than anything takes, so that a test fails instead of hanging.
const DEADLINE: Duration = Duration::from_secs(120);

/// A running preview of a site in a folder of its own.
struct Preview {
    folder: tempfile::TempDir,
    child: Child,
    port: u16,
    said: Arc<Mutex<String>>,
}

impl Preview {
    fn of(folder: tempfile::TempDir, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_cscare-site"))
            .args(["serve", "--root"])
            .arg(folder.path())
            .args(arguments)
            .env("NO_COLOR", "1")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let stderr = child.stderr.take().expect("it is piped");
        let said: Arc<Mutex<String>> = Arc::default();
        let noted = Arc::clone(&said);
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                noted.lock().expect("nobody panics with it").push_str(&(line + "\n"));
            }
        });
        let mut preview = Self { folder, child, port: 0, said };
        let line = preview.wait_for_words("serving http://");
        let after = line.split("serving http://127.0.0.1:").nth(1).expect("the address is named");
        preview.port = after.split('/').next().and_then(|port| port.parse().ok()).expect("the port is named");
        preview
    }

    fn start(arguments: &[&str]) -> Self {
        Self::of(site(), arguments)
    }

    fn said(&self) -> String {
        self.said.lock().expect("nobody panics with it").clone()
    }

    /// The output once it holds these words.
    fn wait_for_words(&mut self, words: &str) -> String {
        let begun = Instant::now();
        while !self.said().contains(words) {
            let ended = self.child.try_wait().expect("it can be asked");
            assert!(
                ended.is_none() && begun.elapsed() < DEADLINE,
                "`{words}` was not said:\n{}",
                self.said()
            );
            thread::sleep(Duration::from_millis(5));
        }
        self.said()
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Status line, headers and body of a page.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(DEADLINE)).expect("it can be set");
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .expect("it is sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The page once it holds these words.
    fn wait_for_page(&self, path: &str, words: &str) -> String {
        let begun = Instant::now();
        loop {
            let page = self.get(path);
            if page.contains(words) {
                return page;
            }
            assert!(begun.elapsed() < DEADLINE, "{path} never held `{words}`:\n{}\n{page}", self.said());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Ends it as Ctrl-C does.
    fn interrupt(mut self) -> (ExitStatus, tempfile::TempDir, String) {
        let kill = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(kill.expect("there is a kill").success());
        let status = self.child.wait().expect("it ends");
        let said = self.said();
        let folder = std::mem::replace(&mut self.folder, tempfile::tempdir().expect("there is room"));
        (status, folder, said)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    };
    write("site.toml", "title = \"Libraries\"\nbase_url = \"https://example.org/repo/\"\n");
    write("content/about.md", "---\ntitle: About\n---\nText.\n");
    folder
}

#[test]
fn a_save_is_seen_and_told_in_one_line() {
    let mut preview = Preview::start(&["--port", "0"]);
    assert!(preview.get("/repo/about/").contains("Text."));
    preview.write("content/about.md", "---\ntitle: About us\n---\nOther text.\n");
    preview.wait_for_page("/repo/about/", "Other text.");
    let said = preview.wait_for_words("content/about.md  title, text  ");
    assert_eq!(said.lines().filter(|line| line.contains("content/about.md")).count(), 1, "{said}");
    preview.write("content/about.md", "---\ntitel: About us\n---\nOther text.\n");
    let said = preview.wait_for_words("did you mean `title`?");
    assert!(said.contains("1 error in 1 file") && said.contains("content/about.md:2:1"), "{said}");
    assert!(preview.get("/repo/about/").contains("Other text."), "the last good page stays");
}

#[test]
fn a_template_that_is_mended_is_told_as_mended() {
    let mut preview = Preview::start(&["--port", "0"]);
    for (text, told) in [
        (
            "{% extends \"builtin/page.html\" %}{% block head %}{{ page.titel }}{% endblock %}",
            "did you mean `title`?",
        ),
        ("{% extends \"builtin/page.html\" %}", "all is well (1 gone)"),
        (
            "{% extends \"builtin/page.html\" %}{% block head %}<link href=\"{{ site.home }}no.css\">{% endblock %}",
            "`/repo/no.css` is no address of this site",
        ),
        (
            "{% extends \"builtin/page.html\" %}{% block head %}<link href=\"{{ site.home }}none.css\">{% endblock %}",
            "1 error in 1 file (1 new, 1 gone)",
        ),
        ("{% extends \"builtin/page.html\" %}{% block head %}{% endblock %}", "1 gone)\n"),
        ("{% extends \"builtin/page.html\" %}{% if %}", "templates/page.html:1:40"),
        (
            "{% extends \"builtin/page.html\" %}{% block main %}{{ super() }}{% endblock %}",
            "all is well (1 gone)",
        ),
    ] {
        preview.said.lock().expect("nobody panics with it").clear();
        preview.write("templates/page.html", text);
        let said = preview.wait_for_words(told);
        assert!(!said.contains("as before"), "{said}");
    }
}

/// What is alive can be counted, but not what the allocator keeps: only whether it was told to keep nothing.
#[cfg(target_os = "linux")]
#[test]
fn it_is_one_process_that_gives_memory_back() {
    let preview = Preview::start(&[]);
    let surroundings = fs::read(format!("/proc/{}/environ", preview.child.id())).expect("it runs");
    let surroundings = String::from_utf8_lossy(&surroundings);
    assert!(surroundings.split('\0').any(|one| one == "MIMALLOC_PURGE_DELAY=0"), "{surroundings}");
}

#[test]
fn ctrl_c_ends_it_at_once_and_leaves_nothing_but_the_cache() {
    let preview = Preview::start(&["--port", "0"]);
    let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).expect("it listens");
    write!(stream, "GET /.cscare-preview/news HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", preview.port)
        .expect("it is sent");
    let begun = Instant::now();
    let (status, folder, said) = preview.interrupt();
    assert!(status.success(), "{status}: {said}");
    assert!(begun.elapsed() < Duration::from_secs(5), "a stream of news holds it up");
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names.retain(|name| name != ".cscare");
    assert_eq!(names, ["content", "site.toml"]);
}

#[test]
fn a_taken_port_is_told_and_another_one_is_taken() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("some port is free");
    let port = taken.local_addr().expect("it has an address").port().to_string();
    let preview = Preview::start(&["--port", &port]);
    assert!(
        preview.said().contains(&format!("port {port} is taken; using {}", preview.port)),
        "{}",
        preview.said()
    );
    let folder = site();
    let strict = Command::new(env!("CARGO_BIN_EXE_cscare-site"))
        .args(["serve", "--strict-port", "--port", &port, "--root"])
        .arg(folder.path())
        .output()
        .expect("the program can be started");
    assert_eq!(strict.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&strict.stderr).contains("is taken by another program"));
}

#[test]
fn a_site_that_is_broken_from_the_start_is_served_with_what_is_wrong() {
    let folder = site();
    fs::create_dir(folder.path().join("templates")).expect("the folder is new");
    fs::write(folder.path().join("templates/base.html"), "{% if %}").expect("the file can be written");
    let preview = Preview::of(folder, &["--port", "0"]);
    let page = preview.wait_for_page("/repo/about/", "templates/base.html");
    assert!(page.starts_with("HTTP/1.1 500"), "{page}");
    fs::remove_file(preview.folder.path().join("templates/base.html")).expect("the file is there");
    preview.wait_for_page("/repo/about/", "Text.");
}

#[cfg(unix)]
#[test]
fn it_lives_through_what_is_no_text() {
    let mut preview = Preview::start(&["--port", "0"]);
    let content = preview.folder.path().join("content");
    let mut noise: u64 = 1;
    for number in 0..200_usize {
        let bytes: Vec<u8> = (0..300 + number)
            .map(|_| {
                noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (noise >> 33).to_le_bytes()[0]
            })
            .collect();
        preview.write(&format!("content/noise/noise-{number}.md"), bytes);
        preview.write(&format!("content/pictures/binary-{number}.png"), number.to_le_bytes());
    }
    preview.write("content/huge.md", vec![b'x'; 50 * 1024 * 1024]);
    std::os::unix::fs::symlink(&content, content.join("loop")).expect("a link can be made");
    link_back(&content.join("noise"));
    let fifo = Command::new("mkfifo").arg(content.join("pipe.md")).status();
    assert!(fifo.expect("there is a mkfifo").success());
    for number in 0..1_000 {
        preview.write(
            &format!("content/many/page-{number}.md"),
            format!("---\ntitle: Page {number}\n---\nText.\n"),
        );
    }
    preview.write("content/about.md", "---\ntitle: About\n---\nStill here.\n");
    preview.wait_for_page("/repo/about/", "Still here.");
    preview.wait_for_page("/repo/many/page-999/", "Page 999");
    for words in [
        "`content/pipe.md` was left out",
        "`content/loop` was left out",
        "`content/huge.md` has 50.0 MiB",
        "noise-199.md` is not UTF-8",
    ] {
        preview.wait_for_words(words);
    }
    assert!(preview.get("/repo/noise/noise-7/").starts_with("HTTP/1.1 "), "it answers");
}

#[cfg(unix)]
fn link_back(folder: &Path) {
    std::os::unix::fs::symlink("..", folder.join("back")).expect("a link can be made");
}
