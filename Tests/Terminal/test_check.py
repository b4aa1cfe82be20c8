"""`steno check`: what of AsciiDoc files would render wrongly."""
import json
import os
import stat

from steno import Folder

BAD = "= T\n\npara\n* a\n\n{gone}\n\n----\nopen\n"
FOUND = [
    "4:1: warning: without a blank line before it, this list is text [list-is-text] (--fix)",
    "6:2: warning: no attribute “gone” is set here [unknown-attribute]",
    "8:1: error: nothing closes this block: “----” is missing [unterminated-block] (--fix)",
]


def check(folder, *arguments, stdin=b"", status=1):
    done = folder.call("check", *arguments, stdin=stdin)
    assert done.returncode == status, done
    return done.stdout.decode()


def test_files_folders_and_standard_input():
    with Folder() as folder:
        (folder.path / "a").mkdir()
        (folder.path / "a/bad.adoc").write_text(BAD)
        (folder.path / "a/other.txt").write_text(BAD)
        (folder.path / "good.adoc").write_text("= T\n\nx\n")
        assert check(folder, "good.adoc", status=0) == ""
        assert check(folder, ".").splitlines() == ["./a/bad.adoc:" + line for line in FOUND]
        assert check(folder, "-", stdin=BAD.encode()).splitlines() == ["-:" + line for line in FOUND]
        assert len(check(folder, "--level", "error", "a").splitlines()) == 1
        assert "gone" not in check(folder, "-a", "gone=x", "a")


def test_fixes_are_written_with_the_files_mode():
    with Folder() as folder:
        file = folder.path / "bad.adoc"
        file.write_text(BAD)
        file.chmod(0o640)
        os.symlink("bad.adoc", folder.path / "link.adoc")
        done = folder.call("check", "--fix", "link.adoc")
        assert done.returncode == 1 and done.stdout.decode().splitlines() == ["link.adoc:7:2: " + FOUND[1][5:]], done
        assert b"2 put right, in line 4 [list-is-text], 8 [unterminated-block]" in done.stderr, done
        assert file.read_text() == "= T\n\npara\n\n* a\n\n{gone}\n\n----\nopen\n----\n"
        assert stat.S_IMODE(file.stat().st_mode) == 0o640 and (folder.path / "link.adoc").is_symlink()
        assert sorted(path.name for path in folder.path.glob("*.adoc*")) == ["bad.adoc", "link.adoc"]
        assert not folder.call("check", "--fix", "bad.adoc").stderr


def test_formats_for_machines():
    with Folder() as folder:
        (folder.path / "a b,c:100%.adoc").write_text(BAD)
        line = check(folder, "--format", "github", "a b,c:100%.adoc").splitlines()[0]
        assert line.startswith("::warning file=a b%2Cc%3A100%25.adoc,line=4,endLine=4,col=1,title=list-is-text::"), line
        run = json.loads(check(folder, "--format", "sarif", "a b,c:100%.adoc"))["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
            "list-is-text", "unknown-attribute", "unterminated-block"]
        place = run["results"][1]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "a%20b,c%3A100%25.adoc", place
        assert place["region"] == {"startLine": 6, "startColumn": 2, "endLine": 6, "endColumn": 6}, place


def test_what_cannot_be_read_is_said_and_the_others_are_checked():
    with Folder() as folder:
        (folder.path / "bad.adoc").write_text(BAD)
        done = folder.call("check", "gone.adoc", "bad.adoc")
        assert done.returncode == 2 and len(done.stdout.splitlines()) == 3, done
        assert len(done.stderr.splitlines()) == 1 and b"gone.adoc" in done.stderr, done
        assert folder.call("check", "--fix", "-").returncode != 0
        assert b"list-is-text" in folder.call("check", "--rules").stdout
