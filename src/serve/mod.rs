//! A server: the requests, addresses and answers of the library over HTTP.
//!
//! Below `/v1` they are for programs (`/v1/who/dell?at=2014`, JSON unless another format is asked for), without it pages for people
//! (`/who/dell?at=2014`). The address is the one that a request has everywhere. Nothing here knows a rule of the data, a file or
//! a clock: the data set, the day and the log are given.
//!
//! It answers `GET`, `HEAD` and `OPTIONS`, and `POST` of a request as JSON to `/v1/ask`; it changes nothing and keeps no session.

mod about;
mod accept;
mod answer;
mod asked;
mod etag;
mod format;
mod guard;
mod handle;
mod live;
mod names;
mod openapi;
mod page;
mod picture;
mod problem;
mod response;

pub use accept::serve;
pub use guard::Hosts;
pub use live::Live;
pub use openapi::openapi;

use std::sync::Arc;
use std::time::Duration;

use crate::values::PartialDate;

/// How a server answers.
#[derive(Clone)]
pub struct Options {
    /// The day of asking, asked for again with each request.
    pub today: fn() -> Option<PartialDate>,
    /// Under which names it answers.
    pub hosts: Hosts,
    /// Pages of which origins may read answers (`https://example.org`); `*` stands for all.
    pub origins: Vec<String>,
    /// How much work an answer may take.
    pub steps: u64,
    /// How long an answer may take.
    pub time: Duration,
    /// How many answers are worked out at once; others wait for their turn as long as an answer may take.
    pub at_once: usize,
    /// How many connections are held at once; others wait to be accepted.
    pub connections: usize,
    /// How long a client may take for the head of a request, how long for its body, and how long it may leave what is sent unread.
    pub patience: Duration,
    /// Told of each answer.
    pub log: Arc<dyn Fn(&Entry<'_>) + Send + Sync>,
}

/// A request that was answered.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// `GET`.
    pub method: &'a str,
    /// Path and query as they were sent.
    pub target: &'a str,
    /// The status of the answer.
    pub status: u16,
    /// How long it took.
    pub time: Duration,
    /// What went wrong inside the program; users are told no more than that something did.
    pub fault: Option<&'a str>,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut debug = f.debug_struct("Options");
        debug.field("hosts", &self.hosts).field("origins", &self.origins);
        debug.field("steps", &self.steps).field("time", &self.time);
        debug.finish_non_exhaustive()
    }
}
