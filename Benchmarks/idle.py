#!/usr/bin/python3
"""How often the shell wakes while nobody types: `idle.py STENO [SECONDS]`, its system calls counted by strace."""
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time


def main(steno, seconds=30):
    folder = tempfile.mkdtemp(prefix="steno-idle-")
    environment = {"PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    steno, notebook = os.path.realpath(steno), folder + "/notebook"
    lines = b":day Tech Rocks\n:new 9h00-23h59 A\nune note\n"
    subprocess.run([steno, "run", "-n", notebook, "-"], input=lines, env=environment, check=True, stdout=subprocess.DEVNULL)
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(steno, [steno, "-n", notebook], environment)
    output = b""
    while "› ".encode() not in output:
        output += os.read(terminal, 65536)
    while select.select([terminal], [], [], 1)[0]:
        os.read(terminal, 65536)
    before = open(f"/proc/{pid}/schedstat").read().split()
    log = folder + "/strace"
    tracer = subprocess.Popen(["strace", "-f", "-c", "-o", log, "-p", str(pid)], stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    tracer.send_signal(signal.SIGINT)
    tracer.wait()
    after = open(f"/proc/{pid}/schedstat").read().split()
    calls = [line.split() for line in open(log).read().splitlines()[2:] if line.strip()[:1].isdigit()]
    total = sum(int(words[3]) for words in calls if words[-1] not in ("total", "restart_syscall"))
    print(f"idle for {seconds} s: {total} system calls ({total / seconds:.2f} a second), "
          f"{(int(after[0]) - int(before[0])) / 1e6:.2f} ms of CPU (the tracer's stops among them)")
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    shutil.rmtree(folder)


main(sys.argv[1], *map(int, sys.argv[2:]))
