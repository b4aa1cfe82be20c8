#!/usr/bin/env bash
# Start-up to the first prompt. Usage: startup.sh STENO
exec "$(dirname "$0")/idle.py" "$1"
