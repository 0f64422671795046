//! From a request to its response: what an address means, and in which form its answer goes out.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Body;
use hyper::header::{
    ACCEPT, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, CONTENT_LOCATION, CONTENT_TYPE, HOST, IF_NONE_MATCH, ORIGIN, VARY,
};
use hyper::{Method, Request as HttpRequest, StatusCode};
use tokio::sync::Semaphore;

use super::about;
use super::answer::{self, Job};
use super::asked::Asked;
use super::format::Format;
use super::live::{Live, State};
use super::problem::{Kind, Problem};
use super::response::{self, Answer, Methods};
use super::{Entry, Options, etag, guard, names, openapi, page, picture};
use crate::graph::Budget;
use crate::lang::Lang;
use crate::query::{QUESTIONS, Request, ask};
use crate::report::html::CSS;
use crate::request::{Address, Resolver};
use crate::values::PartialDate;

/// The bytes that a body or an address can have.
const LARGEST_BODY: usize = 64 * 1024;
const LONGEST_TARGET: usize = 8 * 1024;

/// What programs may ask for; the first where they do not say.
const API: &[Format] = &[Format::Json, Format::Csv, Format::Markdown, Format::Html, Format::Text];
/// What people are shown.
const PAGE: &[Format] = &[Format::Html, Format::Json, Format::Csv, Format::Markdown, Format::Text];

/// What answers.
pub(super) struct Server {
    pub(super) live: Arc<Live>,
    pub(super) options: Options,
    /// Places of answers that are worked out at once.
    places: Arc<Semaphore>,
}

/// Stops the work for an answer that nobody waits for any more.
struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Server {
    pub(super) fn new(live: Arc<Live>, options: Options) -> Self {
        Self {
            live,
            places: Arc::new(Semaphore::new(options.at_once)),
            options,
        }
    }

    /// Answers a request.
    pub(super) async fn handle<B>(&self, request: HttpRequest<B>) -> Answer
    where
        B: Body<Data = Bytes> + Send,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let begun = Instant::now();
        let (head, body) = request.into_parts();
        let target = head
            .uri
            .path_and_query()
            .map_or("/", |target| target.as_str())
            .to_owned();
        let methods = if head.uri.path() == "/v1/ask" {
            Methods::ReadingAndPost
        } else {
            Methods::Reading
        };
        let asked = Asked {
            path: head.uri.path(),
            query: head.uri.query(),
            headers: &head.headers,
            today: (self.options.today)(),
        };
        let host = head.uri.host().or_else(|| asked.header(&HOST));
        let origin = asked.header(&ORIGIN);
        let reads = matches!(head.method, Method::GET | Method::HEAD | Method::OPTIONS);
        let checked = guard::check(&self.options, host, origin, reads);
        let found = match checked {
            Err(problem) => Err(problem),
            Ok(()) if target.len() > LONGEST_TARGET => Err(Problem::new(
                Kind::TooLong,
                format!("an address can have {LONGEST_TARGET} bytes; this has {}", target.len()),
            )),
            Ok(()) => match head.method {
                Method::OPTIONS => Ok(response::options(methods)),
                Method::GET | Method::HEAD => self.read(&asked).await,
                Method::POST if methods == Methods::ReadingAndPost => self.ask(&asked, body).await,
                _ => Err(Problem::new(
                    Kind::MethodNotAllowed,
                    format!("{} is not taken here", head.method),
                )),
            },
        };
        let (mut answer, fault) = match found {
            Ok(answer) => (answer, None),
            Err(problem) => (self.refusal(&asked, &problem, &target, methods), problem.fault),
        };
        if !self.options.origins.is_empty() {
            response::set(&mut answer, VARY, "accept, accept-language, origin");
        }
        if let Some(origin) = guard::allowed(&self.options, origin) {
            response::set(&mut answer, ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response::set(
                &mut answer,
                ACCESS_CONTROL_EXPOSE_HEADERS,
                "etag, link, content-location",
            );
            response::set(&mut answer, ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST");
            response::set(&mut answer, ACCESS_CONTROL_ALLOW_HEADERS, "content-type, if-none-match");
        }
        (self.options.log)(&Entry {
            method: head.method.as_str(),
            target: &target,
            status: answer.status().as_u16(),
            time: begun.elapsed(),
            fault: fault.as_deref(),
        });
        answer
    }

    /// A problem as whoever asked reads it.
    fn refusal(&self, asked: &Asked<'_>, problem: &Problem, target: &str, methods: Methods) -> Answer {
        let is_page = !asked.path.starts_with("/v1")
            && Format::of_path(asked.path)
                .1
                .is_none_or(|format| format == Format::Html);
        if !is_page || Format::of_accept(asked.header(&ACCEPT), PAGE).is_ok_and(|format| format != Format::Html) {
            return response::problem(problem, target, methods);
        }
        let parameters = asked.parameters().unwrap_or_default();
        let lang = parameters.into_iter().find(|(name, _)| name == "lang");
        let lang = asked.language(lang.and_then(|(_, lang)| lang).as_deref());
        let lang = lang.unwrap_or_default();
        let page = page::problem(&self.live.state(), problem, "", lang);
        let answer = response::of(problem.kind.status(), Format::Html.content_type(), page);
        response::with_problem(answer, problem, methods)
    }

    async fn read(&self, asked: &Asked<'_>) -> Result<Answer, Problem> {
        match asked.path {
            "/" => {
                let [lang] = asked.only(["lang"])?;
                let lang = asked.language(lang.as_deref())?;
                let page = page::home(&self.live.state(), lang);
                Ok(response::of(StatusCode::OK, Format::Html.content_type(), page))
            }
            page::STYLE => Ok(response::lasting("text/css; charset=utf-8", CSS)),
            page::ICON => Ok(response::lasting(Format::Svg.content_type(), page::ICON_SVG)),
            "/search" => self.search(asked),
            "/v1" | "/v1/" => Ok(response::json(about::index(&self.live.state())?)),
            "/v1/openapi.json" => Ok(response::lasting(Format::Json.content_type(), openapi::openapi())),
            "/v1/status" => Ok(response::json(about::status(&self.live.state())?)),
            "/v1/names" => self.names(asked),
            "/v1/ask" => self.in_words(asked),
            path => match path.strip_prefix("/v1/") {
                Some(rest) => match rest.strip_prefix("problems/") {
                    Some(name) => about::explained(name),
                    None => self.question(asked, rest, false).await,
                },
                None => self.question(asked, &path[1..], true).await,
            },
        }
    }

    /// The answer to the question at an address.
    async fn question(&self, asked: &Asked<'_>, path: &str, is_page: bool) -> Result<Answer, Problem> {
        let (path, extension) = Format::of_path(path);
        let query = asked.query.map_or_else(String::new, |query| format!("?{query}"));
        let mut address: Address = format!("{path}{query}").parse()?;
        if !QUESTIONS.iter().any(|question| question.name == address.question) {
            let names: Vec<&str> = QUESTIONS.iter().map(|question| question.name).collect();
            let message = format!(
                "no question is called `{}`; there are {}",
                address.question,
                names.join(", ")
            );
            return Err(Problem::new(Kind::NoSuchPage, message));
        }
        let mut wanted = address.parameters.extract_if(.., |(name, _)| name == "lang");
        let (lang, again) = (wanted.next(), wanted.next());
        drop(wanted);
        if again.is_some() {
            return Err(Problem::new(Kind::BadRequest, "`lang` is given twice"));
        }
        let lang = asked.language(lang.and_then(|(_, value)| value).as_deref())?;
        // a form sends the fields that were left empty
        if is_page {
            address.parameters.retain(|(_, value)| value.as_deref() != Some(""));
        }
        let offered = if is_page { PAGE } else { API };
        let format = match extension {
            Some(format) => format,
            None => Format::of_accept(asked.header(&ACCEPT), offered)?,
        };
        let job = Job {
            request: Request::from_address(&address)?,
            format,
            lang,
            page: is_page,
            today: asked.today,
        };
        self.answer(asked, job).await
    }

    /// The answer to a request that is sent as JSON.
    async fn ask<B>(&self, asked: &Asked<'_>, body: B) -> Result<Answer, Problem>
    where
        B: Body<Data = Bytes> + Send,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let media_type = asked.header(&CONTENT_TYPE).unwrap_or_default();
        let media_type = media_type.split(';').next().unwrap_or_default().trim();
        if !media_type.eq_ignore_ascii_case("application/json") {
            return Err(Problem::new(Kind::NotJson, "a question is sent as `application/json`"));
        }
        let arrived = tokio::time::timeout(self.options.patience, Limited::new(body, LARGEST_BODY).collect()).await;
        let arrived = arrived.map_err(|_| Problem::new(Kind::BadRequest, "the body did not arrive in time"))?;
        let body = arrived.map_err(|error| {
            if error.is::<LengthLimitError>() {
                Problem::new(Kind::TooLarge, format!("a body can have {LARGEST_BODY} bytes"))
            } else {
                Problem::new(Kind::BadRequest, "the body did not arrive whole")
            }
        })?;
        let request: Request = serde_json::from_slice(&body.to_bytes())
            .map_err(|error| Problem::new(Kind::BadRequest, error.to_string()))?;
        let [lang] = asked.only(["lang"])?;
        let job = Job {
            request,
            format: Format::of_accept(asked.header(&ACCEPT), API)?,
            lang: asked.language(lang.as_deref())?,
            page: false,
            today: asked.today,
        };
        let place = page::in_language(&page::address_of("/v1", &job.request.address()), job.lang);
        let mut answer = self.answer(asked, job).await?;
        if place.len() <= LONGEST_TARGET {
            response::set(&mut answer, CONTENT_LOCATION, &place);
        }
        Ok(answer)
    }

    /// Works an answer out on a thread of its own, within the time that it may take; or says that it is as it was.
    async fn answer(&self, asked: &Asked<'_>, job: Job) -> Result<Answer, Problem> {
        let state = self.live.state();
        let address = job.request.address();
        // a page also says what is wrong with newer data
        let mark = format!("{}{}", state.dataset.hash(), state.problems.concat());
        let etag = etag::of(&mark, job.today, &address, job.format, job.lang, job.page);
        let (format, lang) = (job.format, job.lang);
        let known = asked
            .header(&IF_NONE_MATCH)
            .is_some_and(|given| etag::matches(given, &etag));
        let mut answer = if known {
            response::marked(StatusCode::NOT_MODIFIED, format, lang, &etag, Bytes::new())
        } else {
            let text = self.work_out(state, job.clone()).await?;
            response::marked(StatusCode::OK, format, lang, &etag, text)
        };
        let others = API.iter().filter(|other| **other != format);
        let mut links: Vec<(String, Format)> = others
            .map(|other| {
                (
                    page::with_format(&page::address_of("/v1", &address), *other, lang),
                    *other,
                )
            })
            .collect();
        if picture::has(&job.request) && format != Format::Svg {
            links.push((
                page::with_format(&page::address_of("/v1", &address), Format::Svg, lang),
                Format::Svg,
            ));
        }
        // an address that is too long to be asked for is not offered; six of them are a head that clients still read
        if address.to_string().len() <= LONGEST_TARGET / 4 {
            response::link(&mut answer, &links);
        }
        Ok(answer)
    }

    async fn work_out(&self, state: Arc<State>, job: Job) -> Result<String, Problem> {
        let time = self.options.time;
        let slow = |what: &str| {
            Problem::new(
                Kind::TooSlow,
                format!("{what} within {time:?}; ask about less, or later"),
            )
        };
        let stop = Stop(Arc::default());
        let budget = Budget::steps(self.options.steps).cancelled_by(stop.0.clone());
        let place = tokio::time::timeout(time, self.places.clone().acquire_owned()).await;
        let place = place.map_err(|_| slow("too many answers are waited for; it was not this one's turn"))?;
        let place = place.map_err(|closed| Problem::fault(closed.to_string()))?;
        let work = tokio::task::spawn_blocking(move || {
            let told = answer::work_out(&state, &job, &budget);
            // the place is free when the work is done, not when nobody waits for it any more
            drop(place);
            told
        });
        match tokio::time::timeout(time, work).await {
            Ok(Ok(told)) => told,
            Ok(Err(broken)) => Err(Problem::fault(broken.to_string())),
            Err(_) => Err(slow("there is no answer")),
        }
    }

    /// Names that hold a text.
    fn names(&self, asked: &Asked<'_>) -> Result<Answer, Problem> {
        let [text, limit] = asked.only(["q", "limit"])?;
        let text = text.filter(|text| !text.trim().is_empty());
        let text = text.ok_or_else(|| Problem::new(Kind::BadRequest, "`q` is missing: a part of a name"))?;
        let limit = limit.map_or(Ok(names::FEW), |limit| {
            let number = limit.parse().ok().filter(|limit| (1..=names::MOST).contains(limit));
            number.ok_or_else(|| {
                Problem::new(
                    Kind::BadRequest,
                    format!("`limit` is `{limit}`; it can be 1 to {}", names::MOST),
                )
            })
        })?;
        let found = names::names(&self.live.state().dataset, &text, limit)?;
        Ok(response::json(about::written(&found)?))
    }

    /// The address of a question in words.
    fn in_words(&self, asked: &Asked<'_>) -> Result<Answer, Problem> {
        let [question] = asked.only(["q"])?;
        let question = question.unwrap_or_default();
        let (address, lang) = self.understood(&question, asked.today)?.map_err(|forms| {
            let detail = if forms.is_empty() {
                "a question looks like: who competes and cooperates with Microsoft".to_owned()
            } else {
                format!("the nearest questions are: {}", forms.join("; "))
            };
            Problem::new(Kind::NotUnderstood, detail)
        })?;
        Ok(response::redirect(&page::in_language(
            &page::address_of("/v1", &address),
            lang,
        )))
    }

    /// What a question in words asks, and in which language; or the nearest forms.
    fn understood(
        &self,
        question: &str,
        today: Option<PartialDate>,
    ) -> Result<Result<(Address, Lang), Vec<String>>, Problem> {
        let state = self.live.state();
        let today = today.ok_or_else(|| Problem::fault("nobody says which day it is"))?;
        let understood = ask::ask(state.dataset.model(), question, today);
        state.dataset.intact().map_err(crate::request::AskError::from)?;
        Ok(understood.map(|understood| (understood.request.address(), understood.lang)))
    }

    /// From the search of a page to a company, or to the answer of a question in words.
    fn search(&self, asked: &Asked<'_>) -> Result<Answer, Problem> {
        let [text, lang] = asked.only(["q", "lang"])?;
        let lang = asked.language(lang.as_deref())?;
        let text = text.unwrap_or_default();
        let text = text.trim();
        if text.is_empty() {
            return Ok(response::redirect(&page::in_language("/", lang)));
        }
        let state = self.live.state();
        let mut name = text.to_owned();
        let company = Resolver::new(state.dataset.model()).company(&mut name);
        let refused = match company {
            Ok(_) => return Ok(response::redirect(&page::in_language(&format!("/who/{name}"), lang))),
            Err(refused) => Problem::from(refused),
        };
        match self.understood(text, asked.today)? {
            Ok((address, spoken)) => {
                // a Vietnamese question has a Vietnamese answer, an English one that of the page
                let lang = if spoken == Lang::Vi { spoken } else { lang };
                Ok(response::redirect(&page::in_language(
                    &page::address_of("", &address),
                    lang,
                )))
            }
            Err(forms) => {
                let is_name = !refused.candidates.is_empty() || !text.contains(char::is_whitespace);
                let page = if is_name {
                    page::problem(&state, &refused, text, lang)
                } else {
                    page::not_understood(&state, text, &forms, lang)
                };
                Ok(response::of(StatusCode::NOT_FOUND, Format::Html.content_type(), page))
            }
        }
    }
}
