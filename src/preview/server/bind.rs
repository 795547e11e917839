//! Finds a port to listen at. What is worth saying about it is a value; the command line says it.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr, TcpListener};

/// How many ports are tried after the one that was asked for, before the system may choose any.
const NEXT_PORTS: u16 = 100;

/// A port that is listened at; connections wait until [`super::serve`] takes them.
#[derive(Debug)]
pub struct BoundPort {
    pub(super) listener: TcpListener,
    pub(super) host: String,
    /// Where it listens.
    pub address: SocketAddr,
    /// What a person should know about it.
    pub notices: Vec<PortNotice>,
}

impl BoundPort {
    /// The address to open in a browser, for a site below this path.
    #[must_use]
    pub fn url(&self, base_path: &str) -> String {
        let host = match self.address.ip() {
            ip if ip.is_unspecified() => "localhost".to_owned(),
            IpAddr::V6(ip) if self.host.contains(':') => format!("[{ip}]"),
            _ => self.host.clone(),
        };
        format!("http://{host}:{}{base_path}", self.address.port())
    }
}

/// Something about the port that is no failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PortNotice {
    /// Another program listens at the port that was asked for.
    Taken {
        /// The port that was asked for.
        wanted: u16,
        /// The port that was free.
        got: u16,
    },
    /// Other machines can reach the preview.
    Open {
        /// The host that was asked for.
        host: String,
    },
}

impl fmt::Display for PortNotice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken { wanted, got } => write!(formatter, "port {wanted} is taken; using {got}"),
            Self::Open { host } => write!(
                formatter,
                "with --host {host} other machines on the network can read the preview, drafts included"
            ),
        }
    }
}

/// Why nothing can be listened at.
#[derive(Debug)]
pub enum BindFailure {
    /// Another program listens at the port, and no other was wanted.
    Taken {
        /// The port.
        port: u16,
    },
    /// The system refuses.
    Refused {
        /// The host and port that were asked for.
        wanted: String,
        /// What the system says.
        source: io::Error,
    },
}

impl fmt::Display for BindFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken { port } => write!(
                formatter,
                "port {port} is taken by another program; stop that one, or name another port with --port"
            ),
            Self::Refused { wanted, source } => write!(
                formatter,
                "cannot listen at {wanted}: {source}; name another place with --host and --port"
            ),
        }
    }
}

impl std::error::Error for BindFailure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Taken { .. } => None,
            Self::Refused { source, .. } => Some(source),
        }
    }
}

/// Listens at a port of a host, or at the next free one unless `strict`. Port 0 means any.
///
/// # Errors
/// The port is taken and `strict`, or the system refuses.
pub fn bind(host: &str, port: u16, strict: bool) -> Result<BoundPort, BindFailure> {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let refused = |source| BindFailure::Refused { wanted: format!("{host}:{port}"), source };
    let listener = match TcpListener::bind((host, port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse && strict => {
            return Err(BindFailure::Taken { port });
        }
        Err(error) if error.kind() == ErrorKind::AddrInUse => next_free(host, port).map_err(refused)?,
        other => other.map_err(refused)?,
    };
    listener.set_nonblocking(true).map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    let notices = notices(host, port, address);
    Ok(BoundPort { listener, host: host.to_ascii_lowercase(), address, notices })
}

fn next_free(host: &str, port: u16) -> io::Result<TcpListener> {
    let next = port.saturating_add(1)..=port.saturating_add(NEXT_PORTS);
    next.chain([0])
        .map(|port| TcpListener::bind((host, port)))
        .find(|tried| !matches!(tried, Err(error) if error.kind() == ErrorKind::AddrInUse))
        .unwrap_or_else(|| Err(ErrorKind::AddrInUse.into()))
}

fn notices(host: &str, wanted: u16, address: SocketAddr) -> Vec<PortNotice> {
    let got = address.port();
    let taken = (wanted != 0 && wanted != got).then_some(PortNotice::Taken { wanted, got });
    let open = (!address.ip().is_loopback()).then(|| PortNotice::Open { host: host.to_owned() });
    taken.into_iter().chain(open).collect()
}

#[cfg(test)]
mod tests {
    use super::{BindFailure, PortNotice, bind};

    #[test]
    fn a_taken_port_gives_the_next_one_and_says_so() {
        let first = bind("127.0.0.1", 0, false).expect("any port is free");
        assert_eq!(first.notices, []);
        let wanted = first.address.port();
        let second = bind("127.0.0.1", wanted, false).expect("another port is free");
        let got = second.address.port();
        assert_ne!(got, wanted);
        assert_eq!(second.notices, [PortNotice::Taken { wanted, got }]);
        assert_eq!(second.notices[0].to_string(), format!("port {wanted} is taken; using {got}"));
        assert_eq!(second.url("/repo/"), format!("http://127.0.0.1:{got}/repo/"));
    }

    #[test]
    fn a_strict_port_is_that_one_or_an_error_with_a_remedy() {
        let first = bind("127.0.0.1", 0, true).expect("any port is free");
        let failure = bind("127.0.0.1", first.address.port(), true).expect_err("it is taken");
        assert!(matches!(failure, BindFailure::Taken { .. }));
        assert!(failure.to_string().contains("--port"), "{failure}");
    }

    #[test]
    fn the_newer_protocol_has_brackets() {
        // Not every machine speaks it.
        if let Ok(bound) = bind("[::1]", 0, false) {
            assert_eq!(bound.url("/"), format!("http://[::1]:{}/", bound.address.port()));
            assert_eq!(bound.notices, []);
        }
    }

    #[test]
    fn a_host_that_others_reach_is_warned_about() {
        let open = bind("0.0.0.0", 0, false).expect("any port is free");
        assert_eq!(open.notices, [PortNotice::Open { host: "0.0.0.0".to_owned() }]);
        assert!(open.url("/").starts_with("http://localhost:"));
        assert!(bind("host.invalid", 0, false).is_err());
    }
}
