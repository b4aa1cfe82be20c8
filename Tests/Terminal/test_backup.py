"""Days kept in git: in the background, nothing but their own files, and no line ever waits."""

import os
import shutil
import signal
import subprocess
import time

from steno import Folder, Skip, Terminal


def git(folder, *arguments, check=True):
    done = subprocess.run(["git", "-C", str(folder.notebook), *arguments], capture_output=True, text=True, env=folder.env)
    assert not check or done.returncode == 0, done.stderr
    return done.stdout


def repository(folder):
    if not shutil.which("git"):
        raise Skip("git is not installed")
    folder.notebook.mkdir(exist_ok=True)
    git(folder, "init", "-q")
    git(folder, "config", "user.email", "ada@example.org")
    git(folder, "config", "user.name", "Ada")


def commits(folder, count):
    """The subjects of the commits, oldest first, once there are so many and git is done."""
    limit = time.monotonic() + 20
    while True:
        subjects = git(folder, "log", "--reverse", "--format=%s", check=False).splitlines()
        if len(subjects) >= count and not (folder.notebook / ".git/index.lock").exists():
            return subjects
        assert time.monotonic() < limit, subjects
        time.sleep(0.05)


def test_a_day_and_its_images_are_committed_when_a_slot_ends_and_on_leaving():
    with Folder() as folder:
        repository(folder)
        (folder.notebook / "other.txt").write_text("mine")
        git(folder, "add", "other.txt")
        folder.photo()
        done = folder.run([":set backup git", ":day Tech Rocks", ":new 9h00 : A", ":image photo.jpg", ":end 9h30"])
        assert done.returncode == 0, done.stderr
        assert commits(folder, 1)[0].endswith("A"), commits(folder, 1)
        folder.run([":new 10h00 : B", "dernier"])
        [day] = folder.days()
        limit = time.monotonic() + 20
        while git(folder, "show", f"HEAD:{day.name}", check=False) != day.read_text():
            assert time.monotonic() < limit, "leaving keeps all"
            time.sleep(0.05)
        names = git(folder, "ls-tree", "-r", "--name-only", "HEAD").split()
        assert sorted(name.rsplit(".")[-1] for name in names) == ["adoc", "jpg"], names
        assert git(folder, "diff", "--cached", "--name-only").split() == ["other.txt"], "what was staged stays so"


def test_hooks_and_watchers_of_a_repository_do_not_run():
    with Folder() as folder:
        repository(folder)
        for name in ["pre-commit", "post-commit", "commit-msg", "post-index-change", "watch"]:
            hook = folder.notebook / ".git/hooks" / name
            hook.parent.mkdir(exist_ok=True)
            hook.write_text(f"#!/bin/sh\ntouch '{folder.path}/ran-{name}'\n")
            hook.chmod(0o755)
        git(folder, "config", "core.fsmonitor", str(folder.notebook / ".git/hooks/watch"))
        git(folder, "config", "commit.gpgSign", "true")
        git(folder, "config", "gpg.program", str(folder.notebook / ".git/hooks/watch"))
        for path in folder.path.glob("ran-*"):
            path.unlink()
        folder.run([":set backup git", ":day Tech Rocks", ":new 9h00 : A", "un"])
        limit = time.monotonic() + 20
        while not list((folder.notebook / ".git/refs/heads").iterdir()):
            assert time.monotonic() < limit
            time.sleep(0.05)
        time.sleep(0.5)
        assert not list(folder.path.glob("ran-*")), list(folder.path.glob("ran-*"))


def test_without_a_repository_or_git_it_is_said_once_and_lines_are_taken():
    with Folder() as folder:
        lines = [":set backup git", ":day Tech Rocks", ":new 9h00 : A"]
        lines += [line for _ in range(40) for line in ("un", ":end 9h30")]
        done = folder.run(lines + [":slots"])
        assert done.returncode == 0, done.stderr
        assert folder.text().count("* un\n") == 40
        assert done.stderr.decode().count("no backup") <= 1, done.stderr.decode()
        empty = folder.path / "empty"
        empty.mkdir()
        done = folder.run([":end 9h40", "deux", ":end 9h50", "trois"], env={"PATH": str(empty)})
        assert done.stderr.decode().count("git is not installed") == 1, done.stderr.decode()
        assert folder.text().endswith("* trois\n")


def test_git_killed_at_any_moment_leaves_a_whole_repository_and_the_day():
    with Folder() as folder:
        repository(folder)
        folder.run([":set backup git", ":day Tech Rocks", ":new 9h00 : A"])
        commits(folder, 1)
        [day] = folder.days()
        for number in range(int(os.environ.get("STENO_BACKUP_KILLS", "12"))):
            folder.run([f"ligne {number}", ":end 9h30"])
            text = day.read_text()
            time.sleep(0.004 * (number % 30))
            while running := processes(folder):
                for process in running:
                    try:
                        os.kill(process, signal.SIGKILL)
                    except ProcessLookupError:
                        pass
            git(folder, "fsck", "--strict")
            assert day.read_text() == text and text.count("* ligne") == number + 1
        # Whatever locks the dead ones left, the next backup has all.
        folder.run(["fin"])
        kept(folder, day)
        assert not [path for path in (folder.notebook / ".git").rglob("*.lock")], "no lock of a dead git stays"


def kept(folder, day):
    limit = time.monotonic() + 20
    while git(folder, "show", f"HEAD:{day.name}", check=False) != day.read_text() or marks(folder):
        locks = [str(path) for path in (folder.notebook / ".git").rglob("*.lock")]
        assert time.monotonic() < limit, ("the backup has all", locks, marks(folder), git(folder, "status", "--short"))
        time.sleep(0.05)


def marks(folder):
    return list((folder.notebook / ".git").glob("steno-backup-*"))


def dead_process():
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def test_a_lock_that_a_dead_backup_left_is_removed_and_that_is_said():
    with Folder() as folder:
        repository(folder)
        folder.run([":set backup git", ":day Tech Rocks", ":new 9h00 : A"])
        commits(folder, 1)
        [day] = folder.days()
        lock = folder.notebook / ".git/index.lock"
        # Somebody else's lock stays, however old it is.
        lock.write_bytes(b"")
        said = folder.run(["un", ":end 9h30"] + [f"ligne {n}" for n in range(3)]).stderr.decode()
        time.sleep(6)
        assert lock.exists(), said
        lock.unlink()
        # One that is younger than the mark of a dead backup is that one's.
        (folder.notebook / f".git/steno-backup-{dead_process()}").write_bytes(b"")
        lock.write_bytes(b"")
        folder.run(["deux"])
        kept(folder, day)
        assert not lock.exists()
        terminal = Terminal(folder)
        terminal.wait_prompt()
        terminal.line(":end 9h40")
        limit = time.monotonic() + 20
        while b"a backup had been killed" not in terminal.output:
            assert time.monotonic() < limit, terminal.output
            time.sleep(0.3)
            terminal.line("trois")
        terminal.type(b"\x04")
        assert terminal.finish() == 0


def test_a_lock_is_left_to_a_git_that_lives():
    with Folder() as folder:
        repository(folder)
        folder.run([":set backup git", ":day Tech Rocks", ":new 9h00 : A"])
        commits(folder, 1)
        lock = folder.notebook / ".git/index.lock"
        (folder.notebook / f".git/steno-backup-{dead_process()}").write_bytes(b"")
        lock.write_bytes(b"")
        # `cat-file --batch` waits for its input.
        living = subprocess.Popen(["git", "-C", str(folder.notebook), "cat-file", "--batch"], stdin=subprocess.PIPE)
        try:
            folder.run(["un"])
            time.sleep(6)
            assert lock.exists()
        finally:
            living.stdin.close()
            living.wait()


def test_what_a_notebook_from_elsewhere_wants_is_not_done():
    with Folder() as folder:
        repository(folder)
        (folder.notebook / ".steno").mkdir()
        (folder.notebook / ".steno/settings").write_text("backup = push\n")
        done = folder.run([":day Tech Rocks", ":new 9h00 : A", "un", ":end 9h30", "deux", ":end 9h40", "trois"])
        assert done.stderr.decode().count("nobody typed on this machine") == 1, done.stderr.decode()
        time.sleep(1)
        assert not git(folder, "log", "--oneline", check=False) and not processes(folder)
        assert folder.run([":set backup off", ":end 9h50", "quatre"]).stderr == b""


def test_a_notebook_with_a_hard_name_in_a_worktree_or_a_submodule():
    with Folder() as folder:
        repository(folder)
        git(folder, "commit", "-q", "--allow-empty", "-m", "start")
        tree = folder.path / "un été [a*] à part"
        git(folder, "worktree", "add", "-q", "-b", "other", str(tree))
        git(folder, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(folder.notebook), "sous module")
        for place in [tree, folder.notebook / "sous module"]:
            notes = place / ":notes d'été"
            notes.mkdir()
            (notes / "other[1].adoc").write_text("mine")
            subprocess.run(["git", "-C", str(place), "config", "user.email", "a@b"], env=folder.env)
            subprocess.run(["git", "-C", str(place), "config", "user.name", "Ada"], env=folder.env)
            day = notes / "20261125_*[1].adoc"
            day.write_text("= Été\n\n== 9h00 : -m\n")
            done = folder.run([":set backup git", ":go 1", "un", ":end 9h30"], "--notebook", str(notes), "--on", str(day))
            assert done.returncode == 0, done.stderr
            limit = time.monotonic() + 20

            def show(*arguments):
                return subprocess.run(["git", "-C", str(place), *arguments], capture_output=True, text=True, env=folder.env).stdout
            while show("show", f"HEAD:./:notes d'été/{day.name}") != day.read_text():
                assert time.monotonic() < limit, show("log", "--stat")
                time.sleep(0.05)
            assert "other" not in show("ls-files")


def test_the_same_sentence_when_git_pushes():
    with Folder() as folder:
        repository(folder)
        bare = folder.path / "bare"
        subprocess.run(["git", "init", "-q", "--bare", str(bare)], env=folder.env, check=True)
        git(folder, "remote", "add", "origin", str(bare))
        git(folder, "config", "push.autoSetupRemote", "true")

        def pushed():
            return subprocess.run(["git", "-C", str(bare), "log", "--all", "--format=%s"], capture_output=True, text=True).stdout
        folder.run([":set backup git", ":day Tech Rocks", ":new 9h00 : A", ":end 9h30"])
        commits(folder, 1)
        time.sleep(0.5)
        assert not pushed(), "never a push unless it is asked for"
        folder.run([":set backup push", "un", ":end 9h40"])
        limit = time.monotonic() + 20
        while not pushed():
            assert time.monotonic() < limit
            time.sleep(0.05)


def processes(folder):
    """Processes that work in the notebook."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                # One that has died and whom nobody has asked for yet has no folder.
                if os.path.realpath(f"/proc/{name}/cwd") == os.path.realpath(folder.notebook):
                    found.append(int(name))
            except OSError:
                continue
    return found
