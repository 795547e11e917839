//! Who may ask. A page of somebody else's, open in the same browser, must not read an unpublished review:
//! neither with a request of its own (`Origin`), nor by a name that it makes lead here (`Host`).

use super::bind::BoundPort;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, Method, Uri, header};
use std::net::IpAddr;

/// The names that this server answers to.
#[derive(Debug, Clone)]
pub struct Gate {
    host: String,
    port: u16,
    everywhere: bool,
}

/// Why a request is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestRefusal {
    /// It would do something else than read.
    Method,
    /// It was sent to a name that is not this server's.
    Host,
    /// A page of another site sent it.
    Origin,
}

impl Gate {
    /// The names of a server that listens there.
    #[must_use]
    pub fn new(bound: &BoundPort) -> Self {
        Self {
            host: bound.host.clone(),
            port: bound.address.port(),
            everywhere: bound.address.ip().is_unspecified(),
        }
    }

    /// Whether a request may be answered.
    ///
    /// # Errors
    /// Why it may not.
    pub fn judge(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<(), RequestRefusal> {
        let host = only(headers, &header::HOST).ok_or(RequestRefusal::Host)?;
        let authorities = [host.parse().ok(), uri.authority().cloned()];
        if authorities[0].is_none() || !authorities.iter().flatten().all(|asked| self.answers_to(asked)) {
            return Err(RequestRefusal::Host);
        }
        let own = format!("http://{host}");
        if headers.get_all(header::ORIGIN).iter().any(|origin| !is(origin.as_bytes(), &own)) {
            return Err(RequestRefusal::Origin);
        }
        if matches!(*method, Method::GET | Method::HEAD) { Ok(()) } else { Err(RequestRefusal::Method) }
    }

    fn answers_to(&self, asked: &Authority) -> bool {
        let name = asked.host().trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        let is_own_name = name == self.host || name == "localhost" || name.ends_with(".localhost");
        let is_own_number = name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback() || self.everywhere);
        let has_user = asked.as_str().contains('@');
        asked.port_u16().unwrap_or(80) == self.port && (is_own_name || is_own_number) && !has_user
    }
}

/// The value of a header that is sent once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    if values.next().is_some() { None } else { first.to_str().ok() }
}

fn is(sent: &[u8], own: &str) -> bool {
    sent.eq_ignore_ascii_case(own.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{Gate, RequestRefusal};
    use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};

    fn gate(host: &str, everywhere: bool) -> Gate {
        Gate { host: host.to_owned(), port: 4000, everywhere }
    }

    fn ask(gate: &Gate, host: &str, origin: Option<&str>) -> Result<(), RequestRefusal> {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HeaderValue::from_str(host).expect("a header"));
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, HeaderValue::from_str(origin).expect("a header"));
        }
        gate.judge(&Method::GET, &Uri::from_static("/repo/"), &headers)
    }

    #[test]
    fn only_own_names_are_answered_to() {
        let gate = gate("127.0.0.1", false);
        for host in ["127.0.0.1:4000", "localhost:4000", "LOCALHOST:4000", "[::1]:4000", "a.localhost:4000"] {
            assert_eq!(ask(&gate, host, None), Ok(()), "{host}");
        }
        for host in [
            "evil.example:4000",
            "127.0.0.1",
            "127.0.0.1:4001",
            "127.0.0.1.evil.example:4000",
            "localhost.evil.example:4000",
            "192.168.1.5:4000",
            "evil@127.0.0.1:4000",
            "",
            "[::1:4000",
            "[fe80::1]:4000",
        ] {
            assert_eq!(ask(&gate, host, None), Err(RequestRefusal::Host), "{host}");
        }
    }

    #[test]
    fn a_named_host_is_answered_to_and_addresses_when_all_are_listened_at() {
        assert_eq!(ask(&gate("desk.lan", false), "Desk.lan:4000", None), Ok(()));
        let open = gate("0.0.0.0", true);
        assert_eq!(ask(&open, "192.168.1.5:4000", None), Ok(()));
        assert_eq!(ask(&open, "[fe80::1]:4000", None), Ok(()));
        assert_eq!(ask(&open, "desk.lan:4000", None), Err(RequestRefusal::Host));
    }

    #[test]
    fn another_origin_is_refused() {
        let gate = gate("127.0.0.1", false);
        assert_eq!(ask(&gate, "localhost:4000", Some("http://localhost:4000")), Ok(()));
        let others = [
            "null",
            "",
            "http://evil.example",
            "https://localhost:4000",
            "http://localhost:40",
            "http://127.0.0.1:4000",
        ];
        for origin in others {
            assert_eq!(ask(&gate, "localhost:4000", Some(origin)), Err(RequestRefusal::Origin), "{origin}");
        }
    }

    #[test]
    fn what_is_no_reading_is_refused_and_so_are_two_hosts() {
        let gate = gate("127.0.0.1", false);
        let mut headers = HeaderMap::new();
        let judge =
            |headers: &HeaderMap, method: Method, uri| gate.judge(&method, &Uri::from_static(uri), headers);
        assert_eq!(judge(&headers, Method::GET, "/"), Err(RequestRefusal::Host));
        headers.insert(header::HOST, HeaderValue::from_static("localhost:4000"));
        assert_eq!(judge(&headers, Method::POST, "/"), Err(RequestRefusal::Method));
        assert_eq!(judge(&headers, Method::HEAD, "/"), Ok(()));
        assert_eq!(judge(&headers, Method::GET, "http://evil.example/"), Err(RequestRefusal::Host));
        headers.append(header::HOST, HeaderValue::from_static("localhost:4000"));
        assert_eq!(judge(&headers, Method::GET, "/"), Err(RequestRefusal::Host));
    }
}
