//! Sockets: connections are accepted, served within their limits, and finished when the server is told to stop.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use super::handle::Server;
use super::problem::Problem;
use super::response::{self, Methods};
use super::{Live, Options};

/// How long answers that are being worked out may take when the server is to stop.
const FAREWELL: Duration = Duration::from_secs(10);
/// How long to wait after a connection could not be accepted, as when there are too many open files.
const BREATH: Duration = Duration::from_millis(50);

/// Serves a data set on a listener until `stop` is ready, then finishes what it is doing.
///
/// # Errors
/// When the listener cannot be used.
pub async fn serve(
    listener: std::net::TcpListener,
    live: Arc<Live>,
    options: Options,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    let places = Arc::new(Semaphore::new(options.connections));
    let patience = options.patience;
    let server = Arc::new(Server::new(live, options));
    let service = ServiceBuilder::new()
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(panicked))
        .service_fn(move |request: Request<Incoming>| {
            let server = server.clone();
            async move { Ok::<_, Infallible>(server.handle(request).await) }
        });
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(patience);
    let open = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = next(&listener, &places) => accepted,
        };
        let Ok((stream, place)) = accepted else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(patience));
        let connection = builder.serve_connection(
            TokioIo::new(Box::pin(stream)),
            TowerToHyperService::new(service.clone()),
        );
        let connection = open.watch(connection);
        tokio::spawn(async move {
            // what breaks off is the client's affair
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(FAREWELL, open.shutdown()).await;
    Ok(())
}

/// The next connection, when there is a place for it.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> io::Result<(tokio::net::TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let place = places.clone().acquire_owned().await.map_err(io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    Ok((stream, place))
}

fn panicked(_: Box<dyn std::any::Any + Send>) -> Response<Full<Bytes>> {
    response::problem(&Problem::fault("a panic"), "", Methods::Reading)
}
