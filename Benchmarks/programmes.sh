#!/usr/bin/env bash
# Reading a programme of 1,000 sessions against Python's json and xml.etree, whole processes in one run; and what refusing
# large files takes. Usage: programmes.sh [PROBE]
set -euo pipefail
here=$(dirname "$0")
probe=${1:-}
if [ -z "$probe" ]; then
    swift build -c release --product ProgrammesProbe --package-path "$here/.." >&2
    probe=$here/../.build/release/ProgrammesProbe
fi
exec "$here/programmes.py" "$probe"
