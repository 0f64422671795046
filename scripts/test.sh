#!/usr/bin/env bash
# The one test command: README, CI and contributors call it. Installs what the tests need where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

# Graphviz draws some pictures, and the tests look at its output too.
if ! command -v dot >/dev/null 2>&1; then
  if command -v apt-get >/dev/null 2>&1; then
    run=(); [ "$(id -u)" -eq 0 ] || run=(sudo)
    "${run[@]}" apt-get update -qq
    "${run[@]}" apt-get install -y -qq --no-install-recommends graphviz
  else
    echo "NOT RUN: tests that need Graphviz, which is not installed" >&2
    [ -z "${CI:-}" ] || exit 1
  fi
fi
for component in rustfmt clippy; do
  cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1 || rustup component add "$component"
done

cargo fmt --check
cargo clippy --all-targets --quiet -- -D warnings
# what others may leave out of the library: nothing but the core, pictures without the rest, a program without its data
for features in "" pictures cli; do
  cargo clippy --quiet --no-default-features --features "$features" -- -D warnings
done
cargo test --quiet
RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet
cargo run --quiet -- check --strict data
scripts/package.sh
