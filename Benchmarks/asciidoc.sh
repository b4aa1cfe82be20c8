#!/usr/bin/env bash
# The document model beside Asciidoctor, over the same files in the same run.
set -euo pipefail
cd "$(dirname "$0")"
corpus=${STENO_CORPUS:-../../shared/corpus}
[ -d "$corpus" ] || { echo "skipped: no corpus at $corpus (set STENO_CORPUS)"; exit 0; }
swift build -c release >/dev/null
for run in "parse $corpus" linear "append 25000" "append 25000000" memory; do
    # shellcheck disable=SC2086
    .build/release/bench $run
done
ruby asciidoctor.rb "$corpus"
