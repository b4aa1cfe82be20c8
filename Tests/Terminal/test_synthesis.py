"""What is to be kept of an event: a draft whose links lead where they say."""

import os
import re
import shutil
import subprocess

from steno import ROOT, Folder, Skip

SHARED = ROOT.parent / "shared"


def identifiers(path):
    """The identifiers that Asciidoctor gives the sections of a document."""
    done = subprocess.run(["asciidoctor", "-q", "-b", "html5", "-o", "-", str(path)], capture_output=True)
    return set(re.findall(r'id="([^"]+)"', done.stdout.decode()))


def test_what_was_marked_is_gathered_by_kind_topic_and_slot():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 Data : A", ":by Ada Lovelace (Analytical)", ":keep un = [deux]",
                    ":idea *oui*", "voir https://example.org/x", ":new 10h00 Web : B", ":keep trois", ":todo quatre",
                    ":todo cinq", ":done cinq"])
        done = folder.run([":synthesis"])
        assert done.returncode == 0, done.stderr.decode()
        [draft] = folder.notebook.glob("synthesis-*.adoc")
        text = draft.read_text()
        for heading in ["To keep", "Ideas", "To check", "People met", "Links", "By slot"]:
            assert f"\n== {heading}\n" in text, text
        assert "* Data\n** un = [deux] (xref:" in text and "* Ada Lovelace (Analytical) (xref:" in text, text
        assert "* https://example.org/x (xref:" in text and "cinq" not in text, text
        draft.write_text("mine")
        assert folder.run([":synthesis"]).returncode == 0
        assert draft.read_text() == "mine" and len(list(folder.notebook.glob("synthesis-*.adoc"))) == 2


def test_the_days_of_an_event_are_gathered_in_one():
    with Folder() as folder:
        folder.notebook.mkdir()
        for number, date in enumerate(["20260415", "20260416", "20260417", "20260501"], 1):
            (folder.notebook / f"{date}_devoxx.adoc").write_text(
                f"= Devoxx, jour {number}\n\n== 9h00 - Data : Un\n\n* \u2b50 garder {number}\n")
        (folder.notebook / "20260418_other.adoc").write_text("= Autre\n\n== 9h00 A\n\n* \u2b50 autre\n")
        done = folder.run([":synthesis"], "--on", str(folder.notebook / "20260416_devoxx.adoc"))
        assert done.returncode == 0, done.stderr
        [draft] = folder.notebook.glob("synthesis-*.adoc")
        text = draft.read_text()
        assert draft.name == "synthesis-20260415_devoxx.adoc", draft
        assert "garder 1 (xref:20260415" in text and "garder 3 (xref:20260417" in text, text
        assert "garder 4" not in text and "autre" not in text, text
        assert "* Devoxx, jour 2\n** xref:20260416" in text, text
        draft.write_text("mine")
        folder.run([":synthesis"], "--on", str(folder.notebook / "20260417_devoxx.adoc"))
        assert draft.read_text() == "mine" and (folder.notebook / "synthesis-2-20260415_devoxx.adoc").exists()


def test_a_day_without_anything_says_what_to_type():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", "un"])
        assert b":keep TEXT" in folder.run([":synthesis"]).stderr
        assert not list(folder.notebook.glob("synthesis-*"))


def test_links_of_real_days_lead_to_sections():
    if not shutil.which("asciidoctor") or not SHARED.exists():
        raise Skip("asciidoctor or ../shared is missing")
    days = sorted((SHARED / "days").glob("*.adoc"))[:: int(os.environ.get("STENO_DAYS_EVERY", "4"))]
    looked = 0
    for source in [SHARED / "reference-day.adoc", *days]:
        with Folder() as folder:
            folder.notebook.mkdir()
            day = folder.notebook / "20220524_event.adoc"
            day.write_bytes(source.read_bytes())
            folder.run([":go 1", ":keep quelque chose", ":synthesis"], "--on", str(day))
            for draft in folder.notebook.glob("synthesis-*.adoc"):
                wanted = set(re.findall(r"xref:20220524_event.adoc#([^\[]+)\[", draft.read_text()))
                missing = wanted - identifiers(day)
                assert not missing, (source.name, missing)
                looked += len(wanted)
    assert looked > 20, looked
