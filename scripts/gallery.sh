#!/usr/bin/env bash
# Draws the pictures in docs/pictures/ anew. Look at them afterwards: `git diff` alone does not show what readers will see.
set -euo pipefail
cd "$(dirname "$0")/.."
FRENEMY_BLESS=1 cargo test --quiet --test it gallery::
