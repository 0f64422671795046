//! The `frenemy` command.

fn main() -> std::process::ExitCode {
    frenemy::cli::main()
}
