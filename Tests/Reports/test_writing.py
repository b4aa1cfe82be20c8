"""The reports about what is written. The number of each is in its test's name."""
import re

from report import Report
from steno import Terminal, render_warnings


def test_01():
    """an item that ends in an indented paragraph: three new items"""
    with Report("01") as report:
        report.type()
        assert report.item("next point").list_depth == 1
        assert report.item("numbered").details.startswith("null . "), report.after
        assert any("check it" in text for block in report.blocks() if block.context == "item" for text in block.texts)
        assert [block.texts for block in report.blocks() if block.context == "literal"] == [["$ command --option"]]


def section_with_note(number):
    with Report(number) as report:
        report.type()
        report.section("15h00 - Next talk")
        assert report.item("note of the next talk").section == "15h00 - Next talk"


def test_02():
    """a lone + at the end: the section exists and has the note"""
    section_with_note("02")


def test_03():
    """a deeper bullet after an attached paragraph: an item at depth 2"""
    with Report("03") as report:
        report.type()
        assert report.item("deeper point").list_depth == 2, report.after


def test_05():
    """a heading after an attached description list: the section exists and has the note"""
    section_with_note("05")


def test_06():
    """block metadata left at the end: the bullet is a bullet, the lines stay"""
    with Report("06") as report:
        report.type()
        assert report.item("a bullet").list_depth == 1
        assert "[source,sh]" in report.after


def test_07():
    """an ifdef without its end: said, and the notes shown whether or not it holds, or refused"""
    with Report("07") as report:
        report.type(":check")
        assert re.search("ifdef|endif|condition", report.said), report.said
        report.type()
        refused = report.done.returncode == 1
        for options in ([], ["-a", "draft"]):
            html = report.html(*options)
            shown = [text for text in ("a bullet", "another", "Next talk") if text in html]
            assert len(shown) == 3 or (not shown and refused), (options, shown, report.said, report.after)


def test_08():
    """a delimiter is no underline: all bullets are bullets, no warning"""
    with Report("08") as report:
        report.type()
        assert report.item("next point").section == report.item("last point").section == "14h00 - Talk"
        assert render_warnings([report.file]) == []


def test_10():
    """a correction keeps a task's box"""
    with Report("10") as report:
        report.type()
        assert report.done.returncode == 0, report.said
        assert "check the figures" in report.said and "figurs" not in report.after, report.said
        assert re.search(r"(?m)^\* (\[x\]|☑) check the figures$", report.after), report.after


def test_11():
    """a correction changes the words only"""
    with Report("11") as report:
        report.type()
        words = [(f"old {word}", f"new {word}") for word in ("line", "task", "citation", "warning")]
        expected = report.before.decode()
        for old, new in words:
            expected = expected.replace(old, new)
        assert report.after == expected, report.after


def image(kind):
    with Report("13-imagesdir", document=f"13-imagesdir-{kind}") as report:
        before = {path for path in report.path.rglob("*.png")}
        report.type()
        new = {path for path in report.path.rglob("*.png")} - before
        if report.done.returncode:
            assert not new and report.file.read_bytes() == report.before and report.said.strip(), (new, report.said)
            return
        files = report.image_files()
        assert len(files) == 1 and files[0].exists(), (files, new, report.after)
        assert [path.resolve() for path in new] == [files[0].resolve()], (files, new)


def test_13__attribute():
    """imagesdir with a reference: the image is where Asciidoctor looks for it, or refused"""
    image("attribute")


def test_13__condition():
    """imagesdir within conditions"""
    image("condition")


def test_13__parent():
    """imagesdir beside the notebook"""
    image("parent")


def test_13__twice():
    """imagesdir given twice"""
    image("twice")


def test_14():
    """an image with a space in its name is beside the export"""
    with Report("14") as report:
        report.type()
        [export] = report.path.rglob("out/*.adoc")
        assert (export.parent / "images/my photo.png").exists(), (report.said, list(report.path.rglob("*")))


def test_15():
    """UTF-16: read-only, said why, not a byte changes"""
    with Report("15") as report:
        report.type()
        assert report.file.read_bytes() == report.before
        assert report.done.returncode == 1 and "UTF-16" in report.said, report.said


def test_16():
    """conflict markers: said with their lines, nothing closes the ======="""
    with Report("16") as report:
        report.type()
        opening = report.said
        assert re.search(r"\bline 6\b", opening), opening
        refused = report.done.returncode == 1
        report.type(":check")
        assert re.search(r"(?m)^6:.*conflict.*\bline 10\b", report.said), report.said
        assert report.after.count("=======\n") == 1, report.after
        if report.file.read_bytes() == report.before:
            assert refused
        else:
            lines = report.after.splitlines()
            assert [line for line in lines if line != "* a bullet"] == report.before.decode().splitlines(), report.after


def test_21():
    """moving an item keeps what is attached to it"""
    with Report("21") as report:
        terminal = Terminal(report, str(report.file))
        terminal.wait_prompt()
        terminal.type("\x1b[1;3C")
        terminal.wait_prompt()
        terminal.type("\x04")
        assert terminal.finish() == 0
        assert report.item("b").list_depth == 2, report.after
        listings = [block for block in report.blocks() if block.context == "listing"]
        assert [block.texts for block in listings] == [["code"]], report.after
        assert listings[0].parents[-1].texts == ["b"], report.blocks()


def numbers_do_not_trap(number):
    with Report(number) as report:
        report.type()
        assert report.done.returncode == 0, report.said
        assert report.after.count("after") == 1
        for command in ("check", "asg"):
            done = report.call(command, str(report.file))
            assert done.returncode in (0, 1), done
        report.type(":check")
        return report.blocks(), report.after


def test_22():
    """a negative column count: no crash, the line is written"""
    numbers_do_not_trap("22")


def test_23():
    """the largest leveloffset: no crash, the line is written"""
    numbers_do_not_trap("23")


def test_26():
    """an underlined heading: the underline follows, both notes are items of the slot"""
    with Report("26") as report:
        report.type()
        titles = [block.title for block in report.blocks() if block.context == "section"]
        assert len(titles) == 1 and titles[0].endswith("A longer title than before"), report.after
        assert report.item("a").section == report.item("b").section == titles[0]


def test_27():
    """numbers by hand go on, and are counted again"""
    with Report("27") as report:
        report.type(". three")
        assert report.after.endswith("1. one\n2. two\n3. three\n"), report.after
        report.type(":delete 1")
        assert report.after.endswith("\n1. two\n2. three\n"), report.after


def test_28():
    """deleting what stands between two lists keeps them two"""
    with Report("28") as report:
        report.type()
        lists = [block for block in report.blocks() if block.context in ("ulist", "olist")]
        assert [(block.context, block.list_depth) for block in lists] == [("ulist", 0), ("olist", 0)], report.after
        assert "between" not in report.after


def test_29():
    """the file's own marker and indent"""
    with Report("29") as report:
        report.type()
        assert report.after.endswith("\n- c\n  - d\n"), report.after


def test_30():
    """a second abstract is refused with :abstract! named"""
    with Report("30") as report:
        report.type()
        assert report.done.returncode == 1 and ":abstract!" in report.said, report.said
        assert report.file.read_bytes() == report.before
