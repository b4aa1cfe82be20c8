"""A few of the byte fuzzer's schedules; `STENO_FUZZ_TERMINAL=2000` runs as many as it says."""
import os

from fuzz import fuzz


def test_what_is_taken_is_what_was_typed_however_it_comes():
    count = os.environ.get("STENO_FUZZ_TERMINAL")
    assert not (fuzz(int(count)) if count else fuzz(60, longest=2.5))
