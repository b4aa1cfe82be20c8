"""The reports about the language: what ended the program, and what was written into a literal paragraph."""
from report import Report


def survives(number, *commands):
    with Report(f"language/{number}") as report:
        for command in commands:
            done = report.call(command, str(report.file))
            assert done.returncode in (0, 1), done
        report.type(":check")


def test_language_01():
    """asg of an address with a query before a bracket"""
    survives("01", "asg", "check")


def test_language_02():
    """asg of such an address in a footnote"""
    survives("02", "asg", "check")


def test_language_03():
    """check of a table in Latin-1"""
    survives("03", "asg", "check")


def test_language_04():
    """asg of 1,400 quotes in one line"""
    survives("04", "asg", "check")


def test_language_05():
    """a note after a literal paragraph in an item"""
    with Report("language/05") as report:
        report.type("a note")
        assert report.item("a note").list_depth == 1, report.after
        assert [block.texts for block in report.blocks() if block.context == "literal"] == [["literal"]]
