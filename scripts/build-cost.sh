#!/usr/bin/env bash
# What a clean release build costs: seconds of processor time for each crate, and for what each feature adds (docs/build.md).
# Processor time and not time on the clock, since that depends on how many cores there are and what else they do.
set -euo pipefail

# cargo calls this script in place of rustc while it measures
if [ -n "${FRENEMY_COSTS:-}" ]; then
  name=-
  for ((at = 1; at < $#; at++)); do
    next=$((at + 1))
    [ "${!at}" != --crate-name ] || name=${!next}
  done
  exec 3>&1 4>&2
  TIMEFORMAT='%U %S'
  { time "$@" 1>&3 2>&4; } 2> "$FRENEMY_COSTS/$name.$$"
  exit
fi

cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/costs"
cargo fetch --quiet --locked
TIMEFORMAT='%U %S'
{ time FRENEMY_COSTS="$place/costs" RUSTC_WRAPPER="$PWD/scripts/build-cost.sh" \
  cargo build --quiet --release --locked --target-dir "$place/target" 2> "$place/said"; } 2> "$place/whole" \
  || { cat "$place/said" >&2; exit 1; }

# the parts of a crate together: its library, its build script
for part in "$place/costs"/*; do
  name=$(basename "${part%.*}")
  echo "$name $(awk '{ print $1 + $2 }' "$part")"
done | awk '{ cost[$1] += $2 } END { for (name in cost) printf "%s %.1f\n", name, cost[name] }' | sort -k2,2 -rn > "$place/crates"

crates() { cargo tree --quiet --locked --edges normal,build --prefix none --format '{lib}' "$@" | sed 's, (\*)$,,' | grep -v '^frenemy$\|^$' | tr - _ | sort -u; }
total() { awk 'NR == FNR { wanted[$1]; next } $1 in wanted { n += $2 } END { printf "%.0f\n", n }' - "$place/crates"; }
crates --no-default-features > "$place/core"
known=$place/core
echo "| what | seconds |"
echo "|---|---|"
echo "| what every library needs | $(total < "$place/core") |"
for feature in pictures pdf cli; do
  crates --no-default-features --features "$feature" > "$place/$feature"
  echo "| \`$feature\` adds | $(comm -13 <(sort -u "$known") "$place/$feature" | total) |"
  sort -u "$known" "$place/$feature" > "$place/known.$feature"
  known=$place/known.$feature
done
echo "| frenemy itself, and its build script | $(awk '$1 == "frenemy" || $1 == "build_script_build" { n += $2 } END { printf "%.0f", n }' "$place/crates") |"
echo "| all of it, with cargo and build scripts that run | $(awk '{ printf "%.0f", $1 + $2 }' "$place/whole") |"
echo
echo "| crate | seconds |"
echo "|---|---|"
head -20 "$place/crates" | awk '{ printf "| `%s` | %s |\n", $1, $2 }'
