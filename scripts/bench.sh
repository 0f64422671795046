#!/usr/bin/env bash
# What checking 100,000 relations in 1,000 files costs in time and memory, and how long a question takes to start,
# compared with `git --version`. Finer numbers: `cargo bench`.
set -euo pipefail
cd "$(dirname "$0")/.."
relations=${1:-100000} files=${2:-1000}

for tool in /usr/bin/time hyperfine; do
  command -v "$tool" >/dev/null || { echo "$tool is needed (apt-get install time hyperfine)" >&2; exit 1; }
done
cargo build --release --quiet --bin frenemy --example generate
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
target/release/examples/generate "$data" "$relations" "$files"
echo "$relations relations in $files files, $(du -sm "$data" | cut -f1) MB:"
# invented data may have lints, which end with 1
/usr/bin/time -v target/release/frenemy check --strict "$data" >/dev/null 2>"$data.time" || [ $? -eq 1 ] || { cat "$data.time" >&2; exit 1; }
grep -E 'Elapsed|User time|System time|Maximum resident' "$data.time"
rm "$data.time"
hyperfine --shell=none --warmup 5 --runs 100 'target/release/frenemy who microsoft' 'git --version'
