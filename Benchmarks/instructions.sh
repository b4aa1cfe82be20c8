#!/usr/bin/env bash
# Instructions of one bullet in a document of 25 KB and of 25 MB, by callgrind: of the edit alone, and through the operation
# that makes and verifies it.
set -euo pipefail
cd "$(dirname "$0")"
command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed"; exit 0; }
swift build -c release >/dev/null
count() { # count WHAT BYTES TIMES [middle]: instructions of the whole run
    valgrind --tool=callgrind --callgrind-out-file=/dev/null .build/release/bench "$@" 2>&1 |
        sed -n 's/.*Collected : //p'
}
each() { # each FEW MANY WHAT BYTES [middle]: instructions of one, from the difference of two runs
    local few=$1 many=$2 what=$3 bytes=$4
    shift 4
    echo $((($(count "$what" "$bytes" "$many" "$@") - $(count "$what" "$bytes" "$few" "$@")) / (many - few)))
}
# After the first lines, which copy the arrays of a large document once to make room.
for bytes in 25000 25000000; do
    echo "append at $bytes bytes: $(each 1000 3000 appends $bytes) instructions each"
    echo "bullet through the operations at the end of $bytes bytes: $(each 220 420 operations $bytes) instructions each"
done
# Below the middle, the rest of the document is moved and its places are counted on.
echo "bullet through the operations in the middle of 25000 bytes: $(each 20 60 operations 25000 middle) instructions each"
