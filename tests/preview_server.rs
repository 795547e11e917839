//! The preview server over a plain connection: what it answers, what it refuses, and that it stops.

use cscare_site::path::{OutputPath, UrlPath};
use cscare_site::preview::news::{News, Problem};
use cscare_site::preview::numbers::{PageNumbers, Unbound};
use cscare_site::preview::served::{Answer, Served};
use cscare_site::preview::server::{bind, serve_within};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use tokio::sync::{oneshot, watch};

const PAGE: &str = "<!DOCTYPE html><title>Home</title><body><h1>Home</h1></body></html>\n";

/// Longer than any answer takes, so that a test fails instead of hanging.
const DEADLINE: Duration = Duration::from_secs(10);

/// A site of a few files, which notes what it is asked for.
struct Fake {
    asked: Mutex<Vec<String>>,
    news: watch::Sender<News>,
}

impl Served for Fake {
    fn base_path(&self) -> String {
        "/repo/".to_owned()
    }

    fn file(&self, path: &OutputPath) -> Answer {
        self.asked.lock().expect("nobody panics with it").push(path.to_string());
        match path.as_str() {
            "index.html" | "topics/index.html" | "about.html" => Answer::File(PAGE.into()),
            "style.0123.css" => Answer::File("a{}".into()),
            "café.csv" => Answer::File("a,b\n".into()),
            "feed.xml" => Answer::File("<feed/>".into()),
            "broken/index.html" => Answer::Failed("the template <b> is broken".to_owned()),
            "panic.html" => panic!("on purpose"),
            _ => Answer::Missing("<body><h1>Not here</h1></body>".into()),
        }
    }

    fn numbers(&self, path: &OutputPath) -> PageNumbers {
        let unbound = Unbound { text: "64%".to_owned(), before: path.to_string() };
        let states = [("/repo/reports/a/#stat-b".to_owned(), "disputed")].into();
        PageNumbers { unbound: vec![unbound], states }
    }

    fn near(&self, address: &str) -> Vec<UrlPath> {
        if address == "/topcs/" { vec![UrlPath::new("/topics/")] } else { Vec::new() }
    }

    fn news(&self) -> watch::Receiver<News> {
        self.news.subscribe()
    }
}

/// A server on a port of its own; stops when it is dropped.
struct Running {
    fake: Arc<Fake>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    fn start() -> Self {
        Self::with_silence(DEADLINE)
    }

    /// A server that ends silent connections after this long.
    fn with_silence(silence: Duration) -> Self {
        let news = News { session: 7, generation: 3, ..News::default() };
        let fake = Arc::new(Fake { asked: Mutex::default(), news: watch::Sender::new(news) });
        let bound = bind("127.0.0.1", 0, false).expect("any port is free");
        let address = bound.address;
        let (stop, stopped) = oneshot::channel();
        let served = Arc::clone(&fake);
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
            let stop = async move { stopped.await.unwrap_or(()) };
            runtime
                .expect("there are threads")
                .block_on(serve_within(silence, bound, served, stop))
                .expect("it serves");
        });
        Self { fake, address, stop: Some(stop), thread: Some(thread) }
    }

    /// How long it takes to stop.
    fn stop(&mut self) -> Duration {
        let begun = Instant::now();
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server ends well");
        }
        begun.elapsed()
    }

    fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).expect("the server listens");
        stream.set_read_timeout(Some(DEADLINE)).expect("a time limit can be set");
        stream.write_all(request.as_bytes()).expect("it can be written");
        stream
    }

    /// The whole answer to a request with these further lines.
    fn ask(&self, method: &str, path: &str, lines: &str) -> Reply {
        let host = self.address;
        self.raw(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{lines}\r\n"))
    }

    fn raw(&self, request: &str) -> Reply {
        let mut bytes = Vec::new();
        self.send(request).read_to_end(&mut bytes).expect("the server closes in the end");
        Reply::read(&String::from_utf8(bytes).expect("the answers are text"))
    }

    fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }

    fn asked(&self) -> Vec<String> {
        self.fake.asked.lock().expect("nobody panics with it").clone()
    }

    /// An open stream of news.
    fn listen(&self) -> TcpStream {
        self.send(&format!("GET /.cscare-preview/news HTTP/1.1\r\nHost: {}\r\n\r\n", self.address))
    }

    /// A stream whose first news have come.
    fn told(&self) -> TcpStream {
        let mut stream = self.listen();
        read_until(&mut stream, "\"session\":7");
        stream
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Reply {
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Self { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).next().unwrap_or("")
    }
}

/// Reads until a text has come.
fn read_until(stream: &mut TcpStream, text: &str) -> String {
    let mut read = String::new();
    let mut buffer = [0; 4096];
    while !read.contains(text) {
        let count = stream.read(&mut buffer).expect("it comes in time");
        assert!(count > 0, "the stream ended before `{text}`: {read}");
        read.push_str(&String::from_utf8_lossy(&buffer[..count]));
    }
    read
}

#[test]
fn how_the_numbers_of_a_page_stand_is_told() {
    let server = Running::start();
    for (address, path) in [("/repo/long/", "long/index.html"), ("/repo/about.html", "about.html")] {
        let reply = server.get(&format!("/.cscare-preview/numbers{address}"));
        let wanted = format!(
            "{{\"unbound\":[{{\"text\":\"64%\",\"before\":\"{path}\"}}],\
             \"states\":{{\"/repo/reports/a/#stat-b\":\"disputed\"}}}}"
        );
        assert_eq!((reply.status, reply.body.as_str()), (200, wanted.as_str()));
    }
    let outside = server.get("/.cscare-preview/numbers/elsewhere/");
    assert_eq!(outside.body, "{\"unbound\":[],\"states\":{}}");
}

#[test]
fn a_page_is_the_built_one_with_a_script() {
    let server = Running::start();
    let reply = server.get("/repo/");
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(reply.header("cache-control"), "no-cache");
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert!(!reply.head.to_ascii_lowercase().contains("access-control"), "{}", reply.head);
    let etag = reply.header("etag").trim_start_matches("W/").trim_matches('"').to_owned();
    let tag = format!(
        "<script type=\"module\" src=\"/.cscare-preview/client.js\" data-page=\"{etag}\" data-status=\"200\" \
         data-session=\"7\" data-generation=\"3\" data-checked=\"0\"></script>"
    );
    assert_eq!(reply.body.replace(&tag, ""), PAGE);
    assert!(reply.body.contains(&format!("{tag}</body>")), "{}", reply.body);

    let head = server.ask("HEAD", "/repo/", "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), reply.body.len().to_string());
}

#[test]
fn what_is_known_is_not_sent_again() {
    let server = Running::start();
    for path in ["/repo/", "/repo/style.0123.css", "/.cscare-preview/client.js"] {
        let etag = server.get(path).header("etag").to_owned();
        for sent in [etag.as_str(), &format!("\"other\", {etag}"), "*"] {
            let reply = server.ask("GET", path, &format!("If-None-Match: {sent}\r\n"));
            assert_eq!((reply.status, reply.body.as_str()), (304, ""), "{path}");
            assert_eq!(reply.header("etag"), etag);
        }
        assert_eq!(server.ask("GET", path, "If-None-Match: \"other\"\r\n").status, 200);
    }
}

#[test]
fn addresses_lead_where_plain_hosts_lead() {
    let server = Running::start();
    for (path, status, found) in [
        ("/", 308, "/repo/"),
        ("/repo", 308, "/repo/"),
        ("/?a=b", 308, "/repo/?a=b"),
        ("/repo/topics", 308, "/repo/topics/"),
        ("/repo/topics?a=b&c", 308, "/repo/topics/?a=b&c"),
        ("/repo/topics/", 200, "text/html; charset=utf-8"),
        ("/repo/about", 200, "text/html; charset=utf-8"),
        ("/repo/about.html", 200, "text/html; charset=utf-8"),
        ("/repo/style.0123.css", 200, "text/css; charset=utf-8"),
        ("/repo/caf%C3%A9.csv", 200, "text/csv; charset=utf-8"),
        ("/repo/feed.xml", 200, "application/xml; charset=utf-8"),
        ("/repo/nothing", 404, "text/html; charset=utf-8"),
        ("/favicon.ico", 404, "text/html; charset=utf-8"),
    ] {
        let reply = server.get(path);
        let header = if status == 308 { "location" } else { "content-type" };
        assert_eq!((reply.status, reply.header(header)), (status, found), "{path}");
    }
    assert_eq!(server.get("/repo/feed.xml").body, "<feed/>");
    assert_eq!(server.get("/repo").header("cache-control"), "no-store");
}

#[test]
fn what_is_not_there_says_so_and_helps() {
    let server = Running::start();
    let missing = server.get("/repo/topcs/");
    assert_eq!(missing.status, 404);
    assert!(missing.body.starts_with("<body><h1>Not here</h1><script "), "{}", missing.body);
    assert!(missing.body.contains("data-status=\"404\""), "{}", missing.body);
    assert!(missing.body.contains("data-near=\"/repo/topics/\""), "{}", missing.body);
    let outside = server.get("/elsewhere/");
    assert_eq!(outside.status, 404);
    assert!(outside.body.contains("<a href=\"/repo/\">/repo/</a>"), "{}", outside.body);
}

#[test]
fn no_address_reaches_out_of_the_site() {
    let server = Running::start();
    for path in [
        "/../../etc/passwd",
        "/repo/../../etc/passwd",
        "/repo/%2e%2e/%2e%2e/etc/passwd",
        "/repo/..%2f..%2fetc/passwd",
        "/repo//etc/passwd",
        "//etc/passwd",
        "/repo/%2Fetc/passwd",
        "/repo/a%00.html",
        "/repo/..%5c..%5cwindows",
        "/repo/%ff",
        "/repo/.cscare-manifest",
        "/.cscare-preview/../Cargo.toml",
        "/.cscare-preview/",
    ] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    assert_eq!(server.get("/repo/a\0b").status, 400);
    assert_eq!(server.asked(), [""; 0], "the site was asked");
}

#[test]
fn a_page_that_cannot_be_made_lists_what_is_wrong() {
    let server = Running::start();
    let problem = |level, message: &str| Problem {
        level,
        code: "F001",
        message: message.to_owned(),
        file: "content/a.md".to_owned(),
        line: 3,
        column: 7,
        snippet: "3 | a < b".to_owned(),
        help: "Mend it".to_owned(),
        page: String::new(),
        editor: "zed://file/a.md:3:7".to_owned(),
    };
    let problems = (0..25).map(|number| problem("error", &format!("problem {number} & more"))).collect();
    server.fake.news.send_modify(|news| news.problems = Arc::new(problems));
    let reply = server.get("/repo/broken/");
    assert_eq!(reply.status, 500);
    for expected in [
        "the template &lt;b&gt; is broken",
        "problem 0 &amp; more",
        "problem 19 ",
        "… and 5 more",
        "<a href=\"zed://file/a.md:3:7\">content/a.md:3:7</a>",
        "<pre tabindex=\"0\">3 | a &lt; b</pre>",
        "data-status=\"500\"",
        "data-reason=\"the template &lt;b&gt; is broken\"",
    ] {
        assert!(reply.body.contains(expected), "{expected}: {}", reply.body);
    }
    assert!(!reply.body.contains("problem 20 ") && !reply.body.contains("http"), "{}", reply.body);
}

#[test]
fn a_panic_is_one_failed_page() {
    let server = Running::start();
    let reply = server.get("/repo/panic.html");
    assert_eq!(reply.status, 500);
    assert!(reply.body.contains("The program failed while it made this page."), "{}", reply.body);
    assert_eq!(server.get("/repo/").status, 200);
}

#[test]
fn nobody_else_may_ask() {
    let server = Running::start();
    let port = server.address.port();
    let with_host =
        |host: &str| server.raw(&format!("GET /repo/ HTTP/1.1\r\n{host}Connection: close\r\n\r\n"));
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(with_host(&format!("Host: {host}:{port}\r\n")).status, 200, "{host}");
    }
    for host in [format!("Host: evil.example:{port}\r\n"), "Host: localhost:1\r\n".to_owned(), String::new()]
    {
        let reply = with_host(&host);
        assert_eq!(reply.status, 421, "{host}");
        assert!(reply.body.contains("--host") && !reply.body.contains("<script"), "{}", reply.body);
    }
    for path in ["/repo/", "/.cscare-preview/news"] {
        let reply = server.ask("GET", path, "Origin: http://evil.example\r\n");
        assert_eq!(reply.status, 403);
        assert!(!reply.head.to_ascii_lowercase().contains("access-control"), "{}", reply.head);
    }
    assert_eq!(server.ask("GET", "/repo/", &format!("Origin: http://127.0.0.1:{port}\r\n")).status, 200);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "BREW"] {
        let reply = server.ask(method, "/repo/", "");
        assert_eq!((reply.status, reply.header("allow")), (405, "GET, HEAD"), "{method}");
    }
}

#[test]
fn news_come_at_once_and_after_each_change() {
    let server = Running::start();
    let mut stream = server.listen();
    let first = read_until(&mut stream, "\n\n");
    let first = if first.contains("event: news") { first } else { read_until(&mut stream, "\n\n") };
    assert!(first.contains("\"session\":7,\"generation\":3,\"reload\":0"), "{first}");
    server.fake.news.send_modify(|news| news.generation = 4);
    assert!(read_until(&mut stream, "\"generation\":4").contains("event: news"));
    let head = server.ask("HEAD", "/.cscare-preview/news", "");
    assert_eq!(
        (head.status, head.header("content-type"), head.body.as_str()),
        (200, "text/event-stream", "")
    );
}

#[test]
fn a_reader_who_leaves_is_forgotten() {
    let server = Running::start();
    let streams: Vec<TcpStream> = (0..5).map(|_| server.told()).collect();
    assert_eq!(server.fake.news.receiver_count(), 5);
    drop(streams);
    let begun = Instant::now();
    while server.fake.news.receiver_count() > 0 {
        assert!(begun.elapsed() < DEADLINE, "{} streams are left", server.fake.news.receiver_count());
        server.fake.news.send_modify(|news| news.generation += 1);
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn fifty_readers_do_not_hold_up_the_end() {
    let mut server = Running::start();
    let mut streams: Vec<TcpStream> = (0..50).map(|_| server.told()).collect();
    assert_eq!(server.get("/repo/").status, 200);
    let took = server.stop();
    assert!(took < Duration::from_millis(450), "{took:?}");
    let mut rest = Vec::new();
    streams[0].read_to_end(&mut rest).expect("the stream was ended");
}

/// Waits until the server ends a connection, and gives what it said before.
fn ended(stream: &mut TcpStream) -> String {
    let mut read = Vec::new();
    stream.read_to_end(&mut read).expect("the server closes in the end");
    String::from_utf8(read).expect("the answers are text")
}

#[test]
fn connections_that_ask_for_nothing_end_and_streams_of_news_stay() {
    let server = Running::with_silence(Duration::from_millis(50));
    let mut news = server.told();
    let host = server.address;
    // Nothing at all, half a head, and a second request that never comes.
    ended(&mut server.send(""));
    ended(&mut server.send(&format!("GET /repo/ HTTP/1.1\r\nHost: {host}\r\nX")));
    let kept = ended(&mut server.send(&format!("GET /repo/about.html HTTP/1.1\r\nHost: {host}\r\n\r\n")));
    assert!(kept.starts_with("HTTP/1.1 200") && kept.contains("Home"), "{kept}");
    server.fake.news.send_modify(|news| news.generation = 9);
    assert!(read_until(&mut news, "\"generation\":9").contains("event: news"));
}
