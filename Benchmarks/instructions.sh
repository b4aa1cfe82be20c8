#!/usr/bin/env bash
# Instructions of one append to a document of 25 KB and of 25 MB, by callgrind: of an edit, and of the operation that makes it.
set -euo pipefail
cd "$(dirname "$0")"
command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed"; exit 0; }
swift build -c release >/dev/null
count() { # count WHAT BYTES TIMES: instructions of the whole run
    valgrind --tool=callgrind --callgrind-out-file=/dev/null .build/release/bench "$1" "$2" "$3" 2>&1 |
        sed -n 's/.*Collected : //p'
}
for bytes in 25000 25000000; do
    echo "append at $bytes bytes: $((($(count appends $bytes 3000) - $(count appends $bytes 1000)) / 2000)) instructions each"
    each=$((($(count operations $bytes 300) - $(count operations $bytes 100)) / 200))
    echo "append through the operations at $bytes bytes: $each instructions each"
done
