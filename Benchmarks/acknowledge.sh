#!/usr/bin/env bash
# Run by scripts/bench: the store alone, then the whole program.
set -euo pipefail
cd "$(dirname "$0")"
swift build --package-path Store -c release >&2
Store/.build/release/StoreBenchmark "${TMPDIR:-/var/tmp}"
python3 acknowledge.py "$1"
