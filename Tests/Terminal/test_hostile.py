"""A day that somebody else wrote: nothing of it runs or loads in an export, in a browser or on paper."""

import http.server
import re
import shutil
import subprocess
import threading

from steno import Folder, Skip

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
RUN = "document.documentElement.setAttribute('data-ran','1')"

# @ is the server's address, # the construct's number.
CONSTRUCTS = [
    "++++\n<script>" + RUN + ";fetch('@/#')</script>\n++++",
    "++++\n<script src=\"@/#\"></script>\n++++",
    "pass:[<img src=x onerror=\"" + RUN + "\">]",
    "+++<img src=\"@/#\">+++",
    "link:javascript:" + RUN + "[click]",
    "link:++java&#x73;cript:" + RUN + "++[click]",
    "include::/etc/passwd[]",
    "include::../../../../etc/hostname[]",
    "include::@/#[]",
    "image::@/#.png[remote]",
    "image::drawing.svg[drawing]",
    "image::drawing.svg[drawing,opts=inline]",
    "image::drawing.svg[drawing,opts=interactive]",
    "inline image:@/#.png[remote]",
    "++++\n<style>body{background:url(@/#)}</style>\n++++",
    "++++\n<style>@import url(@/#);</style>\n++++",
    "++++\n<p style=\"background:url(@/#)\">t</p>\n++++",
    "++++\n<link rel=\"stylesheet\" href=\"@/#\">\n++++",
    "++++\n<link rel=\"preload\" as=\"image\" href=\"@/#\">\n++++",
    "++++\n<meta http-equiv=\"refresh\" content=\"0;url=@/#\">\n++++",
    "++++\n<base href=\"@/#/\"><img src=\"b.png\">\n++++",
    "++++\n<iframe src=\"@/#\"></iframe>\n++++",
    "++++\n<iframe srcdoc=\"<script>parent." + RUN + "</script>\"></iframe>\n++++",
    "++++\n<object data=\"@/#\"></object><embed src=\"@/#\">\n++++",
    "++++\n<form action=\"@/#\" id=\"f\"><input autofocus onfocus=\"" + RUN + "\"></form>\n++++",
    "++++\n" + SVG + "<script>" + RUN + "</script><image xlink:href=\"@/#\"/></svg>\n++++",
    "++++\n<svg onload=\"" + RUN + "\"></svg>\n++++",
    "++++\n<details open ontoggle=\"" + RUN + "\"><summary>s</summary></details>\n++++",
    "++++\n<video src=\"@/#\" autoplay poster=\"@/#\"></video><audio src=\"@/#\" autoplay></audio>\n++++",
    "video::@/#.mp4[poster=@/#.png]",
    "audio::@/#.ogg[options=autoplay]",
    "++++\n<img srcset=\"@/# 1x\" src=\"@/#\"><picture><source srcset=\"@/#\"><img></picture>\n++++",
    "++++\n<table background=\"@/#\"><tr><td>t</td></tr></table><body background=\"@/#\">\n++++",
    "++++\n<math><mtext><img src=x onerror=\"" + RUN + "\"></mtext></math>\n++++",
    "++++\n<!--><img src=\"@/#\" onerror=\"" + RUN + "\">-->\n++++",
    "++++\n<noscript><p title=\"</noscript><img src=@/# onerror=" + RUN + ">\">\n++++",
    "[.x\" onmouseover=\"" + RUN + "\" style=\"background:url(@/#)]#text#",
    "image::here.png[\"a\\\" onerror=\\\"" + RUN + "\"]",
    "[subs=none]\n<img src=@/# onerror=" + RUN + ">",
    "icon:x[link=javascript:" + RUN + "] stem:[\\href{javascript:1}{x}]",
]


class Server:
    """Remembers what was asked of it."""

    def __enter__(self):
        asked = self.asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.send_response(204)
                self.end_headers()

            do_POST = do_HEAD = do_GET

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def hostile_day(folder, address):
    text = ":icons: font\n:stem:\n:source-highlighter: highlightjs\n:docinfo: shared\n:webfonts: \n:stylesheet: x.css\n"
    folder.notebook.mkdir(exist_ok=True)
    drawing = f'{SVG}<script>{RUN}</script><image xlink:href="{address}/svg"/><use href="{address}/use"/></svg>'
    (folder.notebook / "drawing.svg").write_text(drawing)
    (folder.notebook / "docinfo.html").write_text(f'<script src="{address}/docinfo"></script>')
    (folder.notebook / "x.css").write_text(f"@import url({address}/css);")
    day = folder.notebook / "20261125_hostile.adoc"
    blocks = [re.sub(r"@/#", f"{address}/c{number}", part) for number, part in enumerate(CONSTRUCTS)]
    day.write_text("= Hostile\n" + text + "\n== 9h00 A\n\n" + "\n\n".join(blocks) + "\n\nthe end\n")
    return day


def look(page, folder):
    """What a browser makes of a page, after its scripts had time to run."""
    done = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder.path}/browser",
         "--virtual-time-budget=4000", "--timeout=8000", "--dump-dom", f"file://{page}"],
        capture_output=True, timeout=60, env={**folder.env})
    return done.stdout.decode(errors="replace")


def need(*programs):
    for program in programs:
        if not shutil.which(program):
            raise Skip(f"{program} is not installed")


def test_nothing_of_a_hostile_day_runs_or_loads():
    need("asciidoctor", "chromium")
    assert len(CONSTRUCTS) >= 30
    with Folder() as folder, Server() as server:
        day = hostile_day(folder, server.address)
        page = folder.path / "page.html"
        done = folder.call("export", str(day), str(page))
        assert done.returncode == 0, done.stderr
        shown = look(page, folder)
        assert "the end" in shown, shown[-500:]
        assert "data-ran" not in shown.split("<body")[0], shown[:300]
        assert not server.asked, server.asked
        text = page.read_text()
        assert "root:" not in text and "<script" not in text and "data-ran" not in shown.split(">")[1]
        # The same page without our guard does both: the test can fail.
        done = folder.call("export", str(day), str(page), "--trust", "--overwrite")
        assert done.returncode == 0, done.stderr
        shown = look(page, folder)
        assert server.asked, "a page that is trusted loads"


def test_nothing_of_a_hostile_day_is_loaded_for_paper():
    need("asciidoctor", "weasyprint")
    with Folder() as folder, Server() as server:
        day = hostile_day(folder, server.address)
        done = folder.call("export", str(day), str(folder.path / "page.pdf"))
        assert done.returncode == 0, done.stderr
        assert (folder.path / "page.pdf").read_bytes().startswith(b"%PDF")
        assert not server.asked, server.asked


def test_markdown_of_a_hostile_day_has_no_raw_markup():
    with Folder() as folder, Server() as server:
        day = hostile_day(folder, server.address)
        done = folder.call("export", str(day), str(folder.path / "page.md"))
        assert done.returncode == 0, done.stderr
        text = (folder.path / "page.md").read_text()
        assert not re.search(r"(?<!\\)<(script|img|iframe|object|style|svg|meta)", text), text
        assert "](javascript:" not in text.lower(), text
