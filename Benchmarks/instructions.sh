#!/usr/bin/env bash
# Instructions of one append to a document of 25 KB and of 25 MB, by callgrind.
set -euo pipefail
cd "$(dirname "$0")"
command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed"; exit 0; }
swift build -c release >/dev/null
count() { # count BYTES APPENDS: instructions of the whole run
    valgrind --tool=callgrind --callgrind-out-file=/dev/null .build/release/bench appends "$1" "$2" 2>&1 |
        sed -n 's/.*Collected : //p'
}
for bytes in 25000 25000000; do
    echo "append at $bytes bytes: $((($(count $bytes 3000) - $(count $bytes 1000)) / 2000)) instructions each"
done
