"""`steno asg`: a file's structure as JSON."""
import json

from steno import Folder


def graph(folder, *arguments, stdin=b""):
    done = folder.call("asg", *arguments, stdin=stdin)
    assert done.returncode == 0 and not done.stderr, done
    return json.loads(done.stdout)


def test_a_file_and_standard_input_give_the_same():
    with Folder() as folder:
        source = "= Été\n\n* café {x}\n".encode()
        (folder.path / "day.adoc").write_bytes(source)
        found = graph(folder, "day.adoc")
        assert found == graph(folder, "-", stdin=source)
        assert found["header"]["title"][0]["value"] == "Été", found
        item = found["blocks"][0]["items"][0]
        assert item["principal"][0]["location"] == [{"line": 3, "col": 3}, {"line": 3, "col": 10}], item
        given = graph(folder, "-a", "x=noir", "day.adoc")
        assert given["blocks"][0]["items"][0]["principal"][0]["value"] == "café noir", given


def test_inlines_by_themselves():
    with Folder() as folder:
        assert graph(folder, "--inline", "-", stdin=b"*s*")[0]["variant"] == "strong"


def test_a_missing_file_is_one_line_of_error():
    with Folder() as folder:
        done = folder.call("asg", "nowhere.adoc")
        assert done.returncode == 1 and not done.stdout, done
        assert len(done.stderr.splitlines()) == 1 and b"nowhere.adoc" in done.stderr, done
