#!/usr/bin/env python3
"""Writes the manual pages of the program: one for each command, from what the program says of itself.

Usage: manual.py PROGRAM FOLDER [DATE]

The date is that of the sources: DATE, else SOURCE_DATE_EPOCH. The clock is not asked.
"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import textwrap

EXIT_CODES = [
    (0, "everything that was asked for was checked and satisfied"),
    (1, "a file is altered, forged, revoked or malformed, or one could not be signed"),
    (2, "the command line, a profile or another setting is wrong; nothing was judged"),
    (3, "some input could not be read, or an authority did not answer"),
    (4, "no label was found"),
    (5, "intact and signed, but the signer is not recognised as official"),
    (6, "a trust list or a key of one is missing, out of date, rolled back or wrongly signed"),
    (70, "a fault of the program itself"),
    (130, "interrupted"),
]


def escaped(text):
    """`text` as roff sets it: hyphens that can be copied, no line that begins with a control character."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("\u2011", "\\-")
    text = text.replace("'", "\\(aq").replace("`", "\\(ga")
    return re.sub(r"(?m)^([.'])", r"\\&\1", text)


def marked(text):
    """`text` with what stands in backquotes in bold."""
    parts = text.split("`")
    return "".join(
        f"\\fB{escaped(part)}\\fP" if number % 2 else escaped(part)
        for number, part in enumerate(parts))


def paragraphs(text):
    """Paragraphs as they fill a line, and indented lines as they stand."""
    lines = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        lines.append(".PP")
        if block.startswith("  "):
            lines += [".EX", escaped(textwrap.dedent(block)), ".EE"]
        else:
            lines.append(marked(block))
    return lines


def spelled(argument):
    """An option or argument as it is typed: `-o, --output FILE`."""
    if argument["kind"] == "positional":
        return f"\\fI{escaped(argument['valueName'])}\\fP"
    names = [
        ("-" if name["kind"] == "short" else "--") + name["name"] for name in argument["names"]]
    text = ", ".join(f"\\fB{escaped(name)}\\fP" for name in sorted(names, key=len))
    if argument["kind"] == "option":
        text += f" \\fI{escaped(argument['valueName'])}\\fP"
    return text


def described(argument):
    text = argument.get("abstract", "")
    values = argument.get("allValues")
    if values and not all(value in text for value in values):
        text += f" One of {', '.join(values)}."
    if argument.get("defaultValue"):
        text += f" Default: {argument['defaultValue']}."
    return marked(text.strip())


def page(command, path, date, version, children):
    name = "-".join(path)
    lines = [
        f".\\\" Made by Scripts/manual.py from {' '.join(path)} --help.",
        f".TH {escaped(name).upper()} 1 {date} \"Broadseal {version}\" \"Broadseal\"",
        ".nh", ".ad l",
        ".SH NAME", f"{escaped(name)} \\- {marked(command['abstract'].rstrip('.'))}",
        ".SH SYNOPSIS",
    ]
    arguments = [item for item in command.get("arguments", []) if item.get("shouldDisplay", True)]
    operands = [item for item in arguments if item["kind"] == "positional"]
    line = f".B {escaped(' '.join(path))}\n"
    if any(item["kind"] != "positional" for item in arguments):
        line += ".RI [ options ]\n"
    for item in operands:
        dots = " ..." if item["isRepeating"] else ""
        line += f"\\fI{escaped(item['valueName'])}\\fP{dots}\n"
    if children:
        line += ".I command\n"
    lines.append(line.rstrip("\n"))
    if command.get("discussion"):
        lines += [".SH DESCRIPTION"] + paragraphs(command["discussion"])[1:]
    if children:
        lines.append(".SH COMMANDS")
        for child in children:
            lines += [
                ".TP", f"\\fB{escaped(' '.join(path[1:] + [child['commandName']]))}\\fP",
                marked(child["abstract"])]
    sections = []
    for item in arguments:
        title = item.get("sectionTitle") or ("Arguments" if item in operands else "Options")
        if title not in sections:
            sections.append(title)
    for title in sections:
        lines.append(f".SH {escaped(title).upper()}")
        for item in arguments:
            own = item.get("sectionTitle") or ("Arguments" if item in operands else "Options")
            if own == title:
                lines += [".TP", spelled(item), described(item)]
    lines.append(".SH EXIT STATUS")
    for code, meaning in EXIT_CODES:
        lines += [".TP", f".B {code}", marked(meaning)]
    if path == ["broadseal"]:
        lines += [
            ".SH ENVIRONMENT", ".TP", ".B BROADSEAL_TRUST",
            "A folder with trust lists and anchors, when no option names one.",
            ".TP", ".B NO_COLOR", "When it is set, nothing is coloured.",
            ".SH FILES", ".TP", ".I trust\\-sequences.json",
            "In \\fI$XDG_STATE_HOME/broadseal\\fP or \\fI~/.local/state/broadseal\\fP: the highest number "
            "seen of each trust list, so that an older one cannot be slipped in.",
        ]
    above = ["-".join(path[:-1])] if len(path) > 1 else []
    others = above + ["-".join(path + [child["commandName"]]) for child in children]
    if others:
        lines += [".SH SEE ALSO", ",\n".join(f".BR {escaped(other)} (1)" for other in others)]
        lines[-1] = re.sub(r"\(1\),\n", "(1),\n", lines[-1])
    return "\n".join(lines) + "\n"


def write(command, path, folder, date, version):
    children = [
        child for child in command.get("subcommands", [])
        if child["commandName"] != "help" and child.get("shouldDisplay", True)]
    for child in children:
        child["arguments"] = [
            item for item in child.get("arguments", [])
            if item["kind"] == "positional"
            or item["names"][0]["name"] not in ("version", "help", "h")]
        write(child, path + [child["commandName"]], folder, date, version)
    (folder / ("-".join(path) + ".1")).write_text(page(command, path, date, version, children))


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    version = subprocess.run(
        [program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    dump = subprocess.run(
        [program, "--experimental-dump-help"], capture_output=True, text=True, check=True,
        env={**os.environ, "LC_ALL": "C"}).stdout
    if len(sys.argv) > 3:
        date = sys.argv[3]
    elif "SOURCE_DATE_EPOCH" in os.environ:
        seconds = int(os.environ["SOURCE_DATE_EPOCH"])
        date = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%d")
    else:
        sys.exit("manual.py: no date: name it, or set SOURCE_DATE_EPOCH")
    folder.mkdir(parents=True, exist_ok=True)
    command = json.loads(dump)["command"]
    command["commandName"] = "broadseal"
    write(command, ["broadseal"], folder, date, version)


main()
