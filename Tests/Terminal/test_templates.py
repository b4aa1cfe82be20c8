"""Every template, end to end: a talk typed with the same lines is written as the template shows it."""
import functools

from steno import Folder, render_warnings

LINES = [
    ":set author Ada Lovelace", ":day 2024-04-17 Salon", ":new 13h55-14h40 Titre", ":by Alan Turing (ACME)",
    ":abstract Le résumé.", "* un", "** deux", ":image photo.jpg Une légende", ":tip Une astuce", ":section Questions",
    "* q", ":new 15h Autre", "* trois"]

IMAGE = "20240417_salon_01.jpg[]"
TIP = "[TIP]\n====\nUne astuce\n====\n"
BULLETS = "* un\n    ** deux\n"


def written(heading, speakers, abstract, bullets, image, tip, other):
    """A slot's text, and that of the next one, without the blank lines."""
    return "\n".join([heading, speakers, abstract, bullets.rstrip(), ".Une légende", image + IMAGE, tip.rstrip(), other])


LISTING = ".Abstract\n----\nLe résumé.\n----"
PLAIN = "=== Questions\n* q\n== 15h00 - Autre\n* trois"
EXPECTED = {
    "conference": written(
        "== 13h55 -> 14h40 - Titre", "By Alan Turing (ACME)", LISTING, BULLETS, "image:", TIP, PLAIN),
    "minimal": written("== 13h55 -> 14h40 - Titre", "By Alan Turing (ACME)", LISTING, BULLETS, "image:", TIP, PLAIN),
    "meetup": written(
        "== 13h55 -> 14h40 - Titre", "Présenté par Alan Turing (ACME)", LISTING, BULLETS, "image:", "TIP: Une astuce",
        PLAIN),
    "meeting": written(
        "== 13h55 -> 14h40 - Titre", "By Alan Turing (ACME)", LISTING, BULLETS, "image:", "TIP: Une astuce", PLAIN),
    "multi-day": written(
        "== JOUR 1 : MERCREDI 17/04\n=== 13:55 -> 14:40 : Titre", "Présenté par Alan Turing (ACME)",
        ".abstract\n--\nLe résumé.\n--", BULLETS, "image:", "TIP: Une astuce",
        "==== Questions\n* q\n=== 15:00 : Autre\n* trois"),
    "english": written(
        "== 13:55–14:40 Titre", "*Speakers:* Alan Turing (ACME)", ".Abstract\n____\nLe résumé.\n____", "* un\n** deux\n",
        "image::", "TIP: Une astuce", "=== Questions\n* q\n== 15:00 Autre\n* trois"),
    "talk": written(
        "= Mercredi 13:55 - 14:40 : Titre\nAda Lovelace", "Par Alan Turing (ACME)",
        "== Abstract\nLe résumé.\n== Notes", "* un\n** deux\n", "image::", "TIP: Une astuce",
        "=== Questions\n* q\n== Mercredi 15:00 : Autre\n=== Notes\n* trois"),
}


def body(text):
    """Without blank lines and without the header's attributes."""
    lines = [line for line in text.split("\n") if line and not line.startswith((":", "//", "ifdef", "ifndef", "endif"))]
    return "\n".join(line for line in lines if line != "toc::[]")


ENGLISH = {"JOUR 1 : MERCREDI": "DAY 1: WEDNESDAY", "Mercredi": "Wednesday", "Présenté par": "Presented by", "\nPar ": "\nBy "}


def test_a_talk_is_written_as_the_template_shows_it():
    in_english = {name: functools.reduce(lambda text, word: text.replace(*word), ENGLISH.items(), text)
                  for name, text in EXPECTED.items()}
    for language, template, expected in [("C", *pair) for pair in in_english.items()] + [("fr_FR", *pair) for pair in EXPECTED.items()]:
        with Folder() as folder:
            folder.env["LANG"] = language + ".UTF-8"
            folder.photo()
            done = folder.run(LINES, "-t", template)
            assert done.returncode == 0, f"{template}: {done.stderr.decode()}"
            [day] = folder.days()
            text = body(day.read_text())
            assert text.endswith(expected), f"{template}:\n{text}\n\nexpected:\n{expected}"
            assert render_warnings([day]) == [], template
            # The next run knows the template that the day was made of.
            folder.run([":new 16h Encore", ":by Grace Hopper", "* quatre"], "--on", str(day))
            last = body(day.read_text())[len(text):].strip().split("\n")
            heading, speakers = (next(l for l in expected.split("\n") if word in l) for word in ("Autre", "Alan Turing"))
            assert last[0] == heading.replace("15", "16").replace("Autre", "Encore"), f"{template}: {last}"
            assert speakers.replace("Alan Turing (ACME)", "Grace Hopper") in last, f"{template}: {last}"


def test_a_template_is_learned_from_a_file_and_used():
    with Folder() as folder:
        folder.notebook.mkdir()
        (folder.notebook / "20220422_devoxx.adoc").write_text(
            "= Devoxx 2022\n:toc:\n\n== MERCREDI\n\n=== 09h30 - 12h30 (242AB) : Un\n\n*Speakers :* Ada Lovelace (ACME)\n\n"
            "==== Abstract\n\n----\nx\n----\n\n==== Notes\n\n* a\n\t** b\n\nTIP: c\n")
        done = folder.run([":template learn 20220422_devoxx.adoc mien", ":template"])
        out = done.stdout.decode()
        assert done.returncode == 0, done.stderr.decode()
        assert "slots: 1, at level 2" in out and "{{start}}{{ - end}}{{ (room)}} : {{title}}" in out, out
        lines = [
            ":set template mien", ":day 2023-04-12 Devoxx 2023", ":part MERCREDI", ":new 9h-9h45 Deux", ":by Alan Turing",
            ":abstract y", "* d", "** e", ":tip f"]
        done = folder.run(lines)
        assert done.returncode == 0, done.stderr.decode()
        text = (folder.notebook / "20230412_devoxx-2023.adoc").read_text()
        assert text == (
            "= Devoxx 2023\n:toc:\n\n== MERCREDI\n\n=== 09h00 - 09h45 : Deux\n\n*Speakers :* Alan Turing\n\n"
            "==== Abstract\n\n----\ny\n----\n\n==== Notes\n\n* d\n\t** e\n\nTIP: f\n"), text


def test_a_learned_template_names_its_user_and_not_the_author_of_the_file():
    """By a line below the title, or by attributes; the date of a revision stays with its day."""
    headers = {
        "Somebody Else <https://x.example/some[@some]>\nv1.2, 2021-05-02\n": "Ada Lovelace\n",
        "Somebody Else; Other Person\n": "Ada Lovelace\n", ":author: Somebody Else\n:email: s@x.example\n": ":author: Ada Lovelace\n",
        "// a comment\nSomebody Else\n:revdate: {docdate}\n": "// a comment\nAda Lovelace\n:revdate: {docdate}\n", "": "",
    }
    for header, expected in headers.items():
        for title, said in {"Salon": True, "Salon 2021/05/02": False}.items():
            with Folder() as folder:
                folder.notebook.mkdir()
                (folder.notebook / "20210502_salon.adoc").write_text(
                    f"= {title}\n{header}:toc:\n\n== 9h30 - Un\n\n* a\n")
                done = folder.run([
                    ":template learn 20210502_salon.adoc mien", ":set author Ada Lovelace", ":set template mien",
                    ":day 2022-05-24 Foire"])
                assert done.returncode == 0, done.stderr.decode()
                out = done.stdout.decode()
                text = (folder.notebook / "20220524_foire.adoc").read_text()
                assert text == f"= Foire{'' if said else ' 2022/05/24'}\n{expected}:toc:\n", text
                assert ("author: {{author}}, you (:set author NAME)" in out) == bool(header), out
                assert ("title: no date in it" in out) == said, out
