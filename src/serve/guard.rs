//! Who may ask: the names that the server answers under, and the origins whose pages may read answers.
//!
//! A page of a stranger can make a browser send requests to this machine, under a name of the stranger's that leads here (DNS
//! rebinding). Such a request bears the stranger's name as its `Host`, and is refused.

use std::net::IpAddr;

use super::Options;
use super::problem::{Kind, Problem};

/// Under which names a server answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hosts {
    /// Under the names of this machine for itself.
    Loopback,
    /// Under these names.
    Named(Vec<String>),
    /// Under any: whoever reaches it may ask.
    Any,
}

impl Hosts {
    /// Whether it answers under the `Host` of a request, whose port may be any.
    fn has(&self, host: &str) -> bool {
        let name = name_of(host);
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        match self {
            Self::Loopback => is("localhost") || is_loopback(name),
            Self::Named(names) => names.iter().any(|known| is(known)),
            Self::Any => !name.is_empty(),
        }
    }
}

/// Whether a host is an address of this machine in figures, which no name of a stranger's can be.
fn is_loopback(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    address.is_ok_and(|address| address.is_loopback())
}

/// A host without its port.
fn name_of(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) && !name.ends_with(':') => name,
        _ => host,
    }
}

/// Whether a request may be answered.
///
/// # Errors
/// When its host is not ours, or a page of another origin sends it and it is no plain reading.
pub(super) fn check(options: &Options, host: Option<&str>, origin: Option<&str>, reads: bool) -> Result<(), Problem> {
    let host = host.ok_or_else(|| Problem::new(Kind::BadRequest, "the request names no host"))?;
    if !options.hosts.has(host) {
        return Err(Problem::new(
            Kind::WrongHost,
            format!("`{host}` is no name of this server; --host NAME makes it one"),
        ));
    }
    let foreign = origin.filter(|origin| !is_own(origin, host) && allowed(options, Some(origin)).is_none());
    match foreign {
        Some(origin) if !reads => Err(Problem::new(
            Kind::ForeignOrigin,
            format!("pages of `{origin}` may not ask here; --allow-origin lets them"),
        )),
        _ => Ok(()),
    }
}

fn is_own(origin: &str, host: &str) -> bool {
    let own = origin.split_once("://").map(|(_, own)| own);
    own.is_some_and(|own| own.eq_ignore_ascii_case(host))
}

/// What `Access-Control-Allow-Origin` says to an origin; nothing where its pages may not read.
pub(super) fn allowed<'a>(options: &Options, origin: Option<&'a str>) -> Option<&'a str> {
    let origin = origin?;
    let known = |known: &String| known == "*" || known.eq_ignore_ascii_case(origin);
    options.origins.iter().any(known).then_some(origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_known_whatever_its_port() {
        for host in [
            "localhost",
            "LOCALHOST:8000",
            "127.0.0.1:1",
            "127.0.0.2",
            "[::1]",
            "[::1]:80",
        ] {
            assert!(Hosts::Loopback.has(host), "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example:80",
            "127.0.0.1.evil.example",
            "",
            "[::2]:80",
            "localhost:x",
        ] {
            assert!(!Hosts::Loopback.has(host), "{host}");
        }
        let named = Hosts::Named(vec!["graph.example".to_owned()]);
        assert!(named.has("Graph.Example:443") && !named.has("localhost"));
        assert!(Hosts::Any.has("whatever") && !Hosts::Any.has(""));
    }
}
