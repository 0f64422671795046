#!/usr/bin/env bash
# Writes anew what tests compare: snapshots, the answers shown in the documentation, docs/cli.md.
# Look at `git diff` afterwards: it is the review of what users will see.
set -euo pipefail
cd "$(dirname "$0")/.."
INSTA_UPDATE=always FRENEMY_BLESS=1 cargo test --quiet
