#!/usr/bin/env python3
"""retype.py [--json] FILE…: each day typed again from an empty notebook, with the template learned from it ($STENO).

Of each file: its lines, those that were not reproduced, those that were written besides, the lines that were refused, and
the lines for which there was no command but :raw.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
import compare


def measure(path, folder):
    out = folder / path.stem
    out.mkdir(parents=True)
    subprocess.run([sys.executable, str(HERE / "adoc2steno.py"), str(path), str(out)], check=True, capture_output=True)
    return compare.Comparison(path, out)


def main():
    paths = [pathlib.Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            comparison = measure(path, pathlib.Path(folder))
            found[path.stem] = {
                "lines": len(comparison.wanted), "missing": len(comparison.missing), "extra": comparison.extra,
                "refused": len(comparison.refused), "raw": comparison.raw}
            if "--json" not in sys.argv:
                row = found[path.stem]
                print(f"{path.stem:24} {row['lines']:4} lines, {row['missing']:3} not reproduced "
                      f"({100 * comparison.share:4.1f} %), {row['extra']:2} extra, {row['refused']} refused, raw {row['raw']}")
    if "--json" in sys.argv:
        print(json.dumps(found, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
