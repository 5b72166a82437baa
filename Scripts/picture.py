#!/usr/bin/env python3
"""Draws what a command prints on a terminal, colours and all, as an SVG.

Usage: picture.py OUT.svg COLUMNS COMMAND...   The command's exit code is not looked at.
"""

import fcntl
import html
import os
import pathlib
import pty
import re
import struct
import sys
import termios

WIDTH, HEIGHT, MARGIN = 8.4, 20, 16
STYLES = {"1": 'class="b"', "2": 'class="d"', "31": 'class="r"', "32": 'class="g"',
          "33": 'class="y"'}
SHEET = """text { font: 14px ui-monospace, 'DejaVu Sans Mono', monospace; fill: #1f2328 }
.b { font-weight: bold } .d { fill: #6e7781 } .r { fill: #b42318 } .g { fill: #1a7f37 }
.y { fill: #8a5a00 } rect { fill: #f6f8fa; stroke: #d0d7de }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .d { fill: #8d96a0 }
.r { fill: #ff7b72 } .g { fill: #3fb950 } .y { fill: #d29922 }
rect { fill: #161b22; stroke: #30363d } }"""


def run(columns, command):
    """What `command` prints on a terminal of that width."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    shown = b""
    try:
        while block := os.read(terminal, 65536):
            shown += block
    except OSError:
        pass
    os.waitpid(child, 0)
    return shown.decode().replace("\r", "")


def draw(line, place, style):
    """One line, and the style that goes on: it holds until the next escape sequence."""
    spans = []
    for part in re.split(r"(\x1b\[\d+m)", line):
        if part.startswith("\x1b["):
            style = STYLES.get(part[2:-1], "")
        elif part:
            spans.append(f"<tspan {style}>{html.escape(part)}</tspan>")
    return (f'<text x="{MARGIN}" y="{place}" xml:space="preserve">' + "".join(spans)
            + "</text>"), style


def main():
    target, columns, command = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    lines = run(columns, command).rstrip("\n").split("\n")
    width, height = columns * WIDTH + 2 * MARGIN, len(lines) * HEIGHT + 2 * MARGIN
    rows, style = [], ""
    for number, line in enumerate(lines):
        row, style = draw(line, MARGIN + HEIGHT * (number + 0.75), style)
        rows.append(row)
    target.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
        f'width="{width:.0f}" height="{height}" role="img">\n<style>{SHEET}</style>\n'
        f'<rect x="0.5" y="0.5" width="{width - 1:.0f}" height="{height - 1}" rx="6"/>\n'
        + "\n".join(rows) + "\n</svg>\n")


main()
