//! The server, asked over real sockets.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use frenemy::lang::Lang;
use frenemy::serve::{Hosts, Live, Options, openapi, serve};
use frenemy::values::PartialDate;
use frenemy::{Budget, Dataset, QUESTIONS, Request};
use serde_json::Value;
use tokio::sync::oneshot;

use crate::support::root;

/// The day on which everything is asked.
const TODAY: &str = "2026-11-23";

fn today() -> Option<PartialDate> {
    TODAY.parse().ok()
}

/// A server of some data, which ends with the test.
struct Served {
    address: SocketAddr,
    live: Arc<Live>,
    log: Arc<Mutex<Vec<(u16, String)>>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<std::io::Result<()>>>,
}

impl Served {
    fn of(dataset: Dataset) -> Self {
        Self::with(dataset, |_| ())
    }

    fn with(dataset: Dataset, change: impl FnOnce(&mut Options)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let live = Arc::new(Live::new(dataset));
        let log: Arc<Mutex<Vec<(u16, String)>>> = Arc::default();
        let (stop, stopped) = oneshot::channel();
        let logged = log.clone();
        let mut options = Options {
            today,
            hosts: Hosts::Loopback,
            origins: Vec::new(),
            steps: 1_000_000_000,
            time: Duration::from_secs(60),
            at_once: 2,
            connections: 500,
            patience: Duration::from_secs(20),
            log: Arc::new(move |entry| logged.lock().unwrap().push((entry.status, entry.target.to_owned()))),
        };
        change(&mut options);
        let served = live.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(serve(listener, served, options, async {
                let _ = stopped.await;
            }))
        });
        Self {
            address,
            live,
            log,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    fn url(&self, target: &str) -> String {
        format!("http://{}{target}", self.address)
    }

    fn get(&self, target: &str) -> Got {
        self.send(ureq::http::Request::get(self.url(target)).body(()).unwrap())
    }

    fn send<B: ureq::AsSendBody>(&self, request: ureq::http::Request<B>) -> Got {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0);
        let agent: ureq::Agent = config.max_redirects_will_error(false).build().into();
        let mut response = agent.run(request).unwrap();
        let headers = response.headers().clone();
        let header = |name: &str| {
            headers
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
                .unwrap_or_default()
        };
        Got {
            status: response.status().as_u16(),
            content_type: header("content-type"),
            etag: header("etag"),
            location: header("location"),
            headers: headers.clone(),
            body: response
                .body_mut()
                .with_config()
                .limit(1 << 28)
                .read_to_string()
                .unwrap(),
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.stop.take());
        let ended = self.thread.take().unwrap().join();
        if !std::thread::panicking() {
            ended.unwrap().unwrap();
        }
    }
}

struct Got {
    status: u16,
    content_type: String,
    etag: String,
    location: String,
    headers: ureq::http::HeaderMap,
    body: String,
}

impl Got {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The name of the problem that it is.
    fn problem(&self) -> String {
        assert_eq!(self.content_type, "application/problem+json", "{}", self.body);
        let problem = self.json();
        assert_eq!(problem["status"], self.status);
        judge("problem").validate(&problem).unwrap();
        problem["type"]
            .as_str()
            .unwrap()
            .trim_start_matches("/v1/problems/")
            .to_owned()
    }
}

/// The validator of a schema of the API's description.
fn judge(name: &str) -> jsonschema::Validator {
    let mut document: Value = serde_json::from_str(openapi()).unwrap();
    document["$ref"] = format!("#/components/schemas/{name}").into();
    jsonschema::validator_for(&document).unwrap()
}

fn bundled() -> Dataset {
    Dataset::bundled().unwrap()
}

/// A data set in a directory, as files of these names and texts.
fn written(folder: &Path, files: &[(&str, &str)]) -> Dataset {
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    Dataset::open([folder], today().unwrap().first()).unwrap()
}

fn escaped(example: &str) -> String {
    example.parse::<Request>().unwrap().address().to_string()
}

#[test]
fn every_question_is_answered_as_the_library_answers_it() {
    let served = Served::of(bundled());
    let dataset = bundled();
    let budget = Budget::steps(1_000_000_000);
    for question in QUESTIONS {
        let judge = judge(question.name);
        for example in question.examples {
            let address = escaped(example);
            let answer = dataset.ask(&example.parse().unwrap(), today(), &budget).unwrap();
            let got = served.get(&format!("/v1/{address}"));
            assert_eq!(
                (got.status, got.content_type.as_str()),
                (200, "application/json"),
                "{address}: {}",
                got.body
            );
            assert_eq!(got.body, answer.json(Lang::En).unwrap(), "{address}");
            if question.answers.len() == 1 {
                judge
                    .validate(&got.json())
                    .unwrap_or_else(|error| panic!("{address}: {error}"));
            }
        }
        let address = escaped(question.examples[0]);
        let (path, query) = address
            .split_once('?')
            .map_or((address.as_str(), String::new()), |(path, query)| {
                (path, format!("?{query}"))
            });
        for (extension, content_type) in [
            ("json", "application/json"),
            ("csv", "text/csv; charset=utf-8; header=present"),
            ("md", "text/markdown; charset=utf-8"),
            ("html", "text/html; charset=utf-8"),
            ("txt", "text/plain; charset=utf-8"),
        ] {
            let got = served.get(&format!("/v1/{path}.{extension}{query}"));
            assert_eq!(
                (got.status, got.content_type.as_str()),
                (200, content_type),
                "{address} as {extension}"
            );
            let accepted =
                ureq::http::Request::get(served.url(&format!("/v1/{address}"))).header("Accept", content_type);
            assert_eq!(
                served.send(accepted.body(()).unwrap()).body,
                got.body,
                "{address} as {extension}"
            );
        }
        let page = served.get(&format!("/{address}"));
        assert_eq!(
            (page.status, page.content_type.as_str()),
            (200, "text/html; charset=utf-8"),
            "{address}"
        );
        assert!(
            page.body.contains("<h1>") && page.body.contains("frenemy "),
            "{address}"
        );
    }
}

#[test]
fn a_vietnamese_reader_is_answered_in_vietnamese() {
    let served = Served::of(bundled());
    let asked = ureq::http::Request::get(served.url("/who/dell")).header("Accept-Language", "vi-VN,vi;q=0.9,en;q=0.5");
    let got = served.send(asked.body(()).unwrap());
    assert_eq!(got.header("content-language"), "vi");
    assert!(
        got.body.contains("<html lang=\"vi\">") && got.body.contains("Mối quan hệ"),
        "{}",
        got.body
    );
    let got = served.get("/v1/ask?q=ai+c%E1%BA%A1nh+tranh+v%E1%BB%9Bi+Dell");
    assert_eq!(
        (got.status, got.location.as_str()),
        (303, "/v1/who/dell?side=competition&lang=vi")
    );
    assert_eq!(served.get("/v1/who/dell?lang=fr").problem(), "bad-request");
}

#[test]
fn what_the_index_names_is_there_as_it_stands() {
    let served = Served::of(bundled());
    for question in served.get("/v1").json()["questions"].as_array().unwrap() {
        for example in question["examples"].as_array().unwrap() {
            let example = example.as_str().unwrap();
            assert_eq!(served.get(example).status, 200, "{example}");
        }
    }
}

#[test]
fn a_page_keeps_the_language_that_was_chosen_whatever_the_browser_prefers() {
    let served = Served::of(bundled());
    for (lang, other) in [("en", "vi"), ("vi", "en")] {
        let request =
            ureq::http::Request::get(served.url(&format!("/who/dell?lang={lang}"))).header("Accept-Language", other);
        let page = served.send(request.body(()).unwrap()).body;
        assert!(page.contains(&format!("href=\"/who/microsoft?lang={lang}\"")), "{page}");
        assert!(page.contains(&format!("href=\"/who/dell?lang={other}\"")), "{page}");
        let request = ureq::http::Request::get(served.url(&format!("/search?q=dell&lang={lang}")))
            .header("Accept-Language", other);
        assert_eq!(
            served.send(request.body(()).unwrap()).location,
            format!("/who/dell?lang={lang}")
        );
    }
}

#[test]
fn pages_ask_about_another_date_where_that_has_a_sense() {
    let served = Served::of(bundled());
    for (page, dated) in [
        ("/who/dell?stance=coopetition", true),
        ("/cite/microsoft/dell?at=2014", true),
        ("/timeline/openai?from=2023&to=2024", false),
        ("/diff/openai?from=2019&to=2024", false),
    ] {
        assert_eq!(served.get(page).body.contains("name=\"at\""), dated, "{page}");
    }
    let page = served.get("/who/dell?stance=coopetition&lang=vi").body;
    for kept in ["name=\"stance\" value=\"coopetition\"", "name=\"lang\" value=\"vi\""] {
        assert!(page.contains(kept), "{page}");
    }
    assert!(
        served
            .get("/who/Microsft?lang=vi")
            .body
            .contains("Không tìm thấy tên này trong dữ liệu")
    );
}

#[test]
fn what_cannot_be_answered_is_a_problem_that_says_why() {
    let served = Served::of(bundled());
    for (target, status, name) in [
        ("/v1/who/Microsft", 404, "unknown-name"),
        ("/v1/nothing", 404, "no-such-page"),
        ("/v1/who", 400, "bad-request"),
        ("/v1/who/dell?colour=red", 400, "bad-request"),
        ("/v1/who/dell?at=soon", 400, "bad-request"),
        ("/v1/who/dell?at=2014&from=2012&to=2015", 400, "bad-request"),
        ("/v1/who/dell/hp", 400, "bad-request"),
        ("/v1/who/%FF", 400, "bad-request"),
        ("/v1/stats.svg", 406, "not-acceptable"),
        ("/v1/ask?q=purple+monkey+dishwasher", 404, "not-understood"),
        ("/v1/names", 400, "bad-request"),
        ("/v1/names?q=a&limit=0", 400, "bad-request"),
        ("/v1/names?q=a&x=1", 400, "bad-request"),
        ("/v1/problems/none", 404, "no-such-page"),
    ] {
        let got = served.get(target);
        assert_eq!(
            (got.status, got.problem().as_str()),
            (status, name),
            "{target}: {}",
            got.body
        );
        assert_eq!(got.json()["instance"], target);
        let explained = served.get(&format!("/v1/problems/{name}"));
        assert_eq!(explained.json()["title"], got.json()["title"]);
    }
    let candidates = served.get("/v1/who/Microsft").json();
    assert_eq!(candidates["candidates"][0]["id"], "microsoft");
    let unacceptable = ureq::http::Request::get(served.url("/v1/stats")).header("Accept", "image/png");
    assert_eq!(served.send(unacceptable.body(()).unwrap()).problem(), "not-acceptable");
    let long = format!("/v1/who/{}", "a".repeat(9_000));
    assert_eq!(served.get(&long).problem(), "address-too-long");
    for (status, target) in served.log.lock().unwrap().iter() {
        assert!((300..500).contains(status) || *status == 200, "{target}");
    }
    // people read a page
    let page = served.get("/who/Microsft");
    assert_eq!(
        (page.status, page.content_type.as_str()),
        (404, "text/html; charset=utf-8")
    );
    assert!(
        page.body.contains("<a href=\"/who/microsoft?lang=en\">"),
        "{}",
        page.body
    );
}

#[test]
fn a_question_is_sent_as_json_too() {
    let served = Served::of(bundled());
    let post = |content_type: &str, body: &str| {
        let request = ureq::http::Request::post(served.url("/v1/ask")).header("Content-Type", content_type);
        served.send(request.body(body.to_owned()).unwrap())
    };
    let json = "application/json";
    let got = post(
        json,
        r#"{"question": "who", "company": "dell", "scope": {"at": "2014"}}"#,
    );
    assert_eq!(got.header("content-location"), "/v1/who/dell?at=2014&lang=en");
    assert_eq!(got.body, served.get("/v1/who/dell?at=2014").body);
    assert_eq!(post(json, "{").problem(), "bad-request");
    assert_eq!(
        post(json, r#"{"question": "who", "company": "dell", "x": 1}"#).problem(),
        "bad-request"
    );
    assert_eq!(post("text/plain", "{}").problem(), "not-json");
    let large = format!(r#"{{"question": "who", "company": "{}"}}"#, "a".repeat(70_000));
    assert_eq!(post(json, &large).problem(), "body-too-large");
    let elsewhere = ureq::http::Request::post(served.url("/v1/who/dell")).body("x").unwrap();
    let got = served.send(elsewhere);
    assert_eq!(
        (got.problem().as_str(), got.header("allow")),
        ("method-not-allowed", "GET, HEAD, OPTIONS")
    );
}

#[test]
fn an_answer_that_is_known_is_not_sent_again() {
    let folder = tempfile::tempdir().unwrap();
    let company = |name: &str| format!("companies:\n  - {{id: acme, name: {name}}}\n");
    let before = written(folder.path(), &[("a.yaml", &company("Acme"))]);
    let served = Served::of(before);
    let ask = |etag: &str, target: &str| {
        let request = ureq::http::Request::get(served.url(target)).header("If-None-Match", etag);
        served.send(request.body(()).unwrap())
    };
    let first = served.get("/v1/show/acme");
    assert!(first.etag.starts_with("W/\"") && first.header("cache-control") == "no-cache");
    let again = ask(&first.etag, "/v1/show/acme");
    assert_eq!((again.status, again.body.as_str(), &again.etag), (304, "", &first.etag));
    for other in ["/v1/show/acme?lang=vi", "/v1/show/acme.csv", "/show/acme"] {
        assert_eq!(ask(&first.etag, other).status, 200, "{other}");
    }
    served
        .live
        .exchange(written(folder.path(), &[("a.yaml", &company("Acme Ltd"))]));
    let renewed = ask(&first.etag, "/v1/show/acme");
    assert_eq!(renewed.status, 200);
    assert!(renewed.body.contains("Acme Ltd") && renewed.etag != first.etag);
    // what is wrong with newer data is told on pages, which rest on the older
    served.live.refuse(vec!["a.yaml:2: <b>broken</b>".to_owned()]);
    let page = served.get("/show/acme");
    assert!(page.body.contains("a.yaml:2: &lt;b&gt;broken&lt;/b&gt;") && page.body.contains("Acme Ltd"));
    assert_eq!(
        served.get("/v1/status").json()["problems"][0],
        "a.yaml:2: <b>broken</b>"
    );
}

#[test]
fn strangers_are_not_answered() {
    let served = Served::with(bundled(), |options| {
        options.origins = vec!["https://friend.example".to_owned()];
    });
    let with = |method: &str, headers: &[(&str, &str)]| {
        let mut request = ureq::http::Request::builder().method(method).uri(served.url("/v1/ask"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.header("Content-Type", "application/json");
        served.send(
            request
                .body(if method == "POST" {
                    r#"{"question": "stats"}"#
                } else {
                    ""
                })
                .unwrap(),
        )
    };
    assert_eq!(with("GET", &[("Host", "rebound.example")]).problem(), "wrong-host");
    let foreign = with("POST", &[("Origin", "https://evil.example")]);
    assert_eq!(
        (
            foreign.problem().as_str(),
            foreign.header("access-control-allow-origin")
        ),
        ("foreign-origin", "")
    );
    let friend = with("POST", &[("Origin", "https://friend.example")]);
    assert_eq!(
        (friend.status, friend.header("access-control-allow-origin")),
        (200, "https://friend.example")
    );
    let asked = with("OPTIONS", &[("Origin", "https://friend.example")]);
    assert_eq!((asked.status, asked.header("allow")), (204, "GET, HEAD, OPTIONS, POST"));
    assert_eq!(asked.header("access-control-allow-methods"), "GET, HEAD, POST");
    assert!(served.get("/v1").header("vary").contains("origin"));
    assert_eq!(served.get("/v1").header("x-content-type-options"), "nosniff");
}

#[test]
fn names_in_data_do_nothing_on_pages() {
    let folder = tempfile::tempdir().unwrap();
    let name = r#"<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;"#;
    let text = format!(
        "companies:\n  - {{id: evil, name: \"{name}\"}}\n  - {{id: good, name: Good}}\nsources:\n  - {{id: s, title: \"{name}\", kind: news, published: 2020, url: \"https://a.example/?<script>\"}}\n"
    );
    let case = format!(
        "case: {{id: c, title: \"{name}\", about: [evil, good]}}\nalliances:\n  - id: r\n    parties: [evil, good]\n    note: \"{name}\"\n    since: 2019\n    sources: [s]\n"
    );
    let dataset = written(folder.path(), &[("a.yaml", &text), ("c.yaml", &case)]);
    let served = Served::of(dataset);
    for target in [
        "/",
        "/who/evil",
        "/who/good",
        "/between/evil/good",
        "/v1/between/evil/good.html",
        "/show/c%2Fr",
        "/cite/c%2Fr",
        "/v1/who/evil.svg",
        "/search?q=%3Cscript%3E",
    ] {
        let got = served.get(target);
        assert!(got.status == 200 || got.status == 404, "{target}: {}", got.body);
        assert!(
            !got.body.contains("<script") && !got.body.contains("<img src=x"),
            "{target}: {}",
            got.body
        );
        assert!(
            got.header("content-security-policy").contains("default-src 'none'"),
            "{target}"
        );
    }
}

#[test]
fn an_answer_has_its_bounds() {
    let served = Served::with(bundled(), |options| options.steps = 10);
    let got = served.get("/v1/between/microsoft/dell");
    assert_eq!((got.status, got.problem().as_str()), (422, "too-much-work"));
    let cut = served.get("/v1/who/microsoft").json();
    assert_eq!(
        (&cut["truncated"], &cut["cut_by"]["budget"]),
        (&Value::Bool(true), &Value::from(10))
    );
    let served = Served::with(bundled(), |options| options.time = Duration::ZERO);
    let got = served.get("/v1/who/microsoft");
    assert_eq!(
        (got.status, got.problem().as_str(), got.header("retry-after")),
        (503, "too-slow", "1")
    );
}

#[test]
fn slow_clients_block_nobody_and_are_let_go() {
    let served = Served::with(bundled(), |options| options.patience = Duration::from_secs(2));
    let mut slow: Vec<TcpStream> = (0..200).map(|_| TcpStream::connect(served.address).unwrap()).collect();
    for (at, stream) in slow.iter_mut().enumerate() {
        stream
            .write_all(match at % 3 {
                0 => b"".as_slice(),
                1 => b"GET /v1 HTTP/1.1\r\nHost: loc",
                _ => b"POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{",
            })
            .unwrap();
    }
    assert_eq!(served.get("/v1/status").status, 200);
    for mut stream in slow {
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        // an answer that it took too long, or nothing: the connection ends
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).unwrap();
        assert!(
            rest.is_empty() || rest.starts_with(b"HTTP/1.1 408") || rest.starts_with(b"HTTP/1.1 400"),
            "{}",
            String::from_utf8_lossy(&rest)
        );
    }
}

#[test]
fn what_is_no_http_is_refused_and_harms_nobody() {
    let served = Served::with(bundled(), |options| options.patience = Duration::from_secs(2));
    for words in [
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET /v1 HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET /v1 HTTP/1.1\r\nHost: localhost\r\nHost: x\r\nbroken\r\n\r\n",
        "GET  /v1  HTTP/1.1\r\n\r\n",
        "POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "GET /v1 HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /v1\u{0} HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}",
    ] {
        let mut stream = TcpStream::connect(served.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream.write_all(words.as_bytes()).unwrap();
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        // well-formed but for the host, so that it is we who refuse it
        if words == "GET /v1 HTTP/1.1\r\nConnection: close\r\n\r\n" {
            assert!(answer.contains("/v1/problems/bad-request"), "{answer}");
        }
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.0 4"),
            "{words:?}: {answer}"
        );
    }
    assert_eq!(served.get("/v1/status").status, 200);
}

#[test]
fn the_description_refers_to_nothing_that_is_missing() {
    let document: Value = serde_json::from_str(openapi()).unwrap();
    let known: BTreeSet<String> = document["components"]["schemas"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(object) => {
                if let Some(Value::String(reference)) = object.get("$ref") {
                    found.insert(reference.clone());
                }
                object.values().for_each(|value| references(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    for reference in found {
        let name = reference
            .strip_prefix("#/components/schemas/")
            .unwrap_or_else(|| panic!("{reference}"));
        assert!(known.contains(name), "{reference}");
    }
    for question in QUESTIONS {
        let paths = document["paths"].as_object().unwrap();
        let begins = format!("/v1/{}", question.name);
        assert!(
            paths
                .keys()
                .any(|path| *path == begins || path.starts_with(&format!("{begins}/"))),
            "{begins}"
        );
    }
}

#[cfg(unix)]
#[test]
fn the_program_serves_what_is_written_and_ends_when_told_to() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    fs::write(&file, "companies:\n  - {id: acme, name: Acme}\n").unwrap();
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("frenemy"))
        .args(["serve", "--addr", "127.0.0.1:0", "--log", "json", "--data"])
        .arg(folder.path())
        .current_dir(root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(program.stdout.take().unwrap());
    let mut page = String::new();
    out.read_line(&mut page).unwrap();
    let ask = |what: &str| {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let mut response = agent.get(format!("{}{what}", page.trim())).call().unwrap();
        response.body_mut().read_to_string().unwrap()
    };
    let until = |what: &str, holds: &dyn Fn(&str) -> bool| {
        for _ in 0..300 {
            if holds(&ask(what)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("{what} never came: {}", ask(what));
    };
    assert!(ask("v1/show/acme").contains("Acme"));
    fs::write(&file, "companies:\n  - {id: acme, name: Acme Limited}\n").unwrap();
    until("v1/show/acme", &|answer| answer.contains("Acme Limited"));
    fs::write(&file, "companies:\n  - {id: acme, name: Acme, colour: red}\n").unwrap();
    until("show/acme", &|page| {
        page.contains("colour") && page.contains("a.yaml:2") && page.contains("Acme Limited")
    });
    fs::write(&file, "companies:\n  - {id: acme, name: Acme again}\n").unwrap();
    until("show/acme", &|page| {
        page.contains("Acme again") && !page.contains("colour")
    });
    assert!(
        Command::new("kill")
            .arg(program.id().to_string())
            .status()
            .unwrap()
            .success()
    );
    let mut log = String::new();
    program.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(program.wait().unwrap().success(), "{log}");
    let line = log.lines().find(|line| line.contains("v1/show/acme")).unwrap();
    let line: Value = serde_json::from_str(line).unwrap();
    assert_eq!(
        (&line["status"], &line["method"]),
        (&Value::from(200), &Value::from("GET"))
    );
}

#[test]
fn what_others_can_reach_is_served_only_when_that_is_wanted() {
    let refused = crate::support::run(&["serve", "--addr", "0.0.0.0:0"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("--allow-remote"), "{}", refused.err);
}
