"""Days of other years, typed again from an empty notebook with the template that is learned from each."""
import json
import os
import subprocess
import sys

from steno import ROOT, STENO, Skip

DAYS = sorted((ROOT / "../shared/days").glob("*.adoc"))


def test_days_of_other_years_are_typed_again():
    if not DAYS:
        raise Skip("../shared/days is not there")
    done = subprocess.run(
        [sys.executable, str(ROOT / "Tests/Days/retype.py"), "--json", *map(str, DAYS)], capture_output=True, text=True,
        env={**os.environ, "STENO": str(STENO)}, check=True)
    for name, row in json.loads(done.stdout).items():
        assert row["refused"] == 0, (name, row)
        assert row["missing"] <= 0.02 * row["lines"], (name, row)
        assert sum(row["raw"].values()) <= 0.01 * row["lines"], (name, row)
