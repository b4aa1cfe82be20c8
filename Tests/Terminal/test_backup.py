"""Days kept in git: in the background, nothing but their own files, and no line ever waits."""

import os
import shutil
import signal
import subprocess
import time

from steno import Folder, Skip


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
            for lock in (folder.notebook / ".git").rglob("*.lock"):
                lock.unlink()
        folder.run(["fin"])
        limit = time.monotonic() + 20
        while git(folder, "show", f"HEAD:{day.name}", check=False) != day.read_text():
            assert time.monotonic() < limit, "the next backup has all"
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
