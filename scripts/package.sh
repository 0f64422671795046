#!/usr/bin/env bash
# The package as others get it: unpacked elsewhere it builds and answers, and it leaves out what only this repository needs.
set -euo pipefail
cd "$(dirname "$0")/.."
# what is built for the tests is not built again
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"

cargo package --quiet --no-verify --allow-dirty
version=$(cargo metadata --no-deps --format-version 1 | sed -E 's/.*"version":"([^"]+)".*/\1/')
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
tar -xzf "$CARGO_TARGET_DIR/package/frenemy-$version.crate" -C "$place"
cd "$place/frenemy-$version"

unwanted=$(find . -name '*.snap' -o -path ./tests -o -path ./benches -o -path ./docs -o -path ./scripts)
if [ -n "$unwanted" ]; then
  printf 'the package holds what nobody needs who uses it:\n%s\n' "$unwanted" >&2
  exit 1
fi
cargo build --quiet --locked
answer=$("$CARGO_TARGET_DIR/debug/frenemy" who microsoft)
case $answer in
  "Microsoft "*) ;;
  *) printf 'the program of the package answers:\n%s\n' "$answer" >&2; exit 1 ;;
esac
