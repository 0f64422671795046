//! The `frenemy` command.
fn main() {}
