#!/usr/bin/python3
"""From nothing to the first prompt, on a pseudo-terminal: `startup.py STENO [--runs N]`.

The yardsticks run in turn with it, so that a busy machine slows all of them: an interactive bash that leaves at once
(`bash --norc -i -c exit`), and `jrnl --version` where jrnl is installed (JRNL names it). hyperfine cannot see a prompt."""
import argparse
import os
import pty
import shutil
import signal
import statistics
import subprocess
import tempfile
import time


def spend(command, environment, until=None):
    """Milliseconds until `until` was written, or without it until the program's end."""
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, environment)
    output = b""
    while until is None or until not in output:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            data = b""
        if not data:
            break
        output += data
    taken = (time.perf_counter() - start) * 1000
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    if until is not None and until not in output:
        raise SystemExit(f"no prompt from {command}: {output!r}")
    return taken


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("steno")
    parser.add_argument("--runs", type=int, default=40)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="steno-startup-")
    environment = {
        "PATH": os.environ["PATH"], "HOME": folder, "XDG_STATE_HOME": folder + "/state", "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    steno, notebook = os.path.realpath(options.steno), folder + "/notebook"
    # The day to come back to has a programme's worth of notes.
    lines = [":day Tech Rocks", ":new 9h00 A"] + [f"note {number} à l'été" for number in range(300)]
    subprocess.run([steno, "run", "-n", notebook, "-"], input="\n".join(lines).encode(), env=environment, check=True,
                   stdout=subprocess.DEVNULL)
    programs = {
        "bash": (["bash", "--norc", "-i", "-c", "exit"], None),
        "steno": ([steno, "-n", notebook], "› ".encode()),
    }
    jrnl = shutil.which(os.environ.get("JRNL", "jrnl"))
    if jrnl:
        programs["jrnl"] = ([jrnl, "--version"], None)
    times = {name: [] for name in programs}
    for _ in range(options.runs):
        for name, (command, until) in programs.items():
            times[name].append(spend(command, environment, until))
    shutil.rmtree(folder)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"start to prompt: {medians['steno']:.1f} ms, {medians['steno'] / medians['bash']:.2f}x of "
          f"bash --norc -i -c exit ({medians['bash']:.1f} ms)")
    if jrnl:
        print(f"  {medians['jrnl'] / medians['steno']:.1f}x faster than jrnl --version ({medians['jrnl']:.1f} ms)")
    else:
        print("  jrnl is not installed (pip install jrnl; JRNL=path): not compared")


if __name__ == "__main__":
    main()
