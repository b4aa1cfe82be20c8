"""Runs a program on a pseudo-terminal of its own within a real terminal, and passes on what both say.

`inner.py FIFO PROGRAM…`: what is written to FIFO as `type HEX`, `size COLUMNS ROWS` or `print` is typed, asked of the
terminal (`CSI 8 t`), or printed by it (`CSI i`, to the program that its resources name)."""
import fcntl
import os
import pty
import select
import signal
import sys
import termios
import tty


def main(fifo, *command):
    pid, inner = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)

    def fit(*_):
        fcntl.ioctl(inner, termios.TIOCSWINSZ, fcntl.ioctl(0, termios.TIOCGWINSZ, b"\0" * 8))

    signal.signal(signal.SIGWINCH, fit)
    fit()
    tty.setraw(0)
    orders = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
    pending = b""
    while True:
        ready, _, _ = select.select([0, inner, orders], [], [])
        if inner in ready:
            try:
                data = os.read(inner, 65536)
            except OSError:
                return
            os.write(1, data)
        if 0 in ready:
            os.write(inner, os.read(0, 65536))
        if orders in ready:
            pending += os.read(orders, 65536)
            *lines, pending = pending.split(b"\n")
            for line in lines:
                order, *values = line.decode().split(" ")
                if order == "type":
                    os.write(inner, bytes.fromhex(values[0]))
                elif order == "size":
                    os.write(1, f"\x1b[8;{values[1]};{values[0]}t".encode())
                elif order == "print":
                    os.write(1, b"\x1b[i")


main(*sys.argv[1:])
