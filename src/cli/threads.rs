//! The threads that files are read on.

use rayon::ThreadPoolBuilder;

/// More threads than these wait for each other, whatever `RAYON_NUM_THREADS` says.
const MOST: usize = 64;

/// Makes the threads that are used by everything below; where none can be had, as under a limit of a container, everything
/// is done on this one.
pub(super) fn make() {
    let wanted = std::env::var("RAYON_NUM_THREADS").ok().and_then(|n| n.parse().ok());
    let wanted = wanted.unwrap_or(0_usize).min(MOST);
    // an error says that there is a pool already, or that no thread could be had
    if ThreadPoolBuilder::new().num_threads(wanted).build_global().is_err() {
        let _ = ThreadPoolBuilder::new()
            .num_threads(1)
            .use_current_thread()
            .build_global();
    }
}
