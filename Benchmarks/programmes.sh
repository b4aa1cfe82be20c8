#!/usr/bin/env bash
# Reading a programme of 1,000 sessions against Python's json and xml.etree, whole processes in one run; what refusing
# large files takes; and what `:new` and starting cost with a programme. Usage: programmes.sh [STENO]
set -euo pipefail
here=$(dirname "$0")
build="swift build -c release --package-path $here/.."
$build --product ProgrammesProbe >&2
"$here/programmes.py" "$here/../.build/release/ProgrammesProbe"
steno=${1:-}
if [ -z "$steno" ]; then
    $build --static-swift-stdlib --product steno >&2
    steno=$here/../.build/release/steno
fi
exec "$here/programme_use.py" "$steno"
