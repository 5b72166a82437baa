#!/usr/bin/env python3
"""Names the errors, hints, notes and rules of the command line that the Japanese catalogue does not have.

Usage: messages.py [FOLDER ...]; without a folder, those of FOLDERS. Prints a line for each; ends with 1 when there is one.
Texts are found by what stands before them: `Failure(`, `hint:`, `Console.remark(` and what else OPENERS names.
Japanese texts anywhere in the sources are held against the terms of TERMS: what its last column has in 「」 may stand in none.
"""
import pathlib
import re
import sys

# Functions with a parameter of one of these names, and no error.
OTHERS = ("Wording+Nature.swift", "KeysCommand.swift", "RevisionOptions.swift")
ROOT = pathlib.Path(__file__).resolve().parent.parent
TERMS = ROOT / "Documentation/Decisions/japanese-terms.md"
# What strangers write, and names of invented lists.
STRANGERS = ("ModelPhrases.swift", "DemoAgency.swift")
CATALOGUE = ROOT / "Sources/Reporting/Wording/Messages"
OPENERS = re.compile(
    r"(Failure\(|\.usage\(|ValidationError\(|hint:|Console\.remark\(|CheckSection\(|Violation\(|\bsection\.add\(|\.addUnchecked\()"
)
# Where texts are told when no folder is named.
FOLDERS = ("Sources/CLI", "Sources/Trust/Profile")
# Libraries whose every text may be told as the detail of a code or the cause of an error.
LIBRARIES = (
    "Bytes", "JSON", "CBOR", "JUMBF", "Files", "Folders", "OpenSSL", "COSE", "Network", "Documents", "Provenance", "Binding",
    "Trust", "Signing", "Verifying", "Broadseal", "Auditing/Policy", "Auditing/Archives", "Auditing/Register",
)
# Files of theirs without such texts: tables that bring their own Japanese, what is written into documents, names.
SILENT = re.compile(
    r"Code(\+Words)?\.swift|Format\.swift|ModelPhrases|Demo|Builder\.swift|StarterPolicy|HintScan|NameReading|Sidecar\.swift"
    r"|PublicList|Listed\.swift|FetchedAnchors|SealScope\+Rules|ContentTypes|/PDF/Update/|Beginning|GIFBlock|ID3Store"
    r"|TokenEngine|OpenSSLError\.swift|PSSParameters|Policy\+Text|ListText|PrivateKey\.swift|SignatureScheme|Malformed\.swift"
)
SENTENCE = re.compile(r"[a-z]{2,} |[a-z] [a-z]{2}")
# Parts of messages, words of questions and the like: none of them is ever told alone.
PARTS = {
    "$BROADSEAL_TRUST names the folder", ". Please provide ", ", and {} more, marked ✗", "from {}, {}: {}", "new passphrase of {}: ",
    "the same again: ", "it has {}", "{}: there is no {}",
    "there is no document to {}", "there is no document to {}, only labels",
    "an organisation that is new on the list needs an address: ", "put it back: an agency that ends is retired, a certificate renewed. What is really meant to go is named, one by one, with --accept-loss",
    "ask the operator of the list; nothing was changed here. What is really meant to go is named, one by one, with --accept-loss", "'--at <time>'", "'--reviewed-at <time>'", "there is no document left: --include and --exclude leave nothing of",
    "{}: valid {} to",
    "{} {} says {}", '<script type="application/c2pa">', "<!doctype html", "the signer command {} wrote no signature{}",
    "the signer command {} {}{}", "the token gave no signature{}", "at byte {}", "by {}", "the fresh signature does not verify: {}{}",
    "is not {}", "{} is {}", "from {}", "put its keys file{} beside it, or give a pinned list that recognises it", "the file is",
    "the separate label{}: {}", "it is {}", "/ImageMask true",
}


def skipped(source, place):
    """Where the interpolation that begins at `place` ends."""
    depth = 1
    while depth:
        letter = source[place]
        if letter == '"':
            place = closed(source, place + 1)[0] - 1
        depth += (letter == "(") - (letter == ")")
        place += 1
    return place


def closed(source, place):
    """The end of the literal whose text begins at `place`, and the text with {} for what is put in."""
    text = ""
    while source[place] != '"':
        if source[place] == "\\" and source[place + 1] == "(":
            place = skipped(source, place + 2)
            text += "{}"
        elif source[place] == "\\":
            text += {"n": "\n", "t": "\t"}.get(source[place + 1], source[place + 1])
            place += 2
        else:
            text += source[place]
            place += 1
    return place + 1, text


def literals(source):
    """Literals with their places; those that are joined by + are one."""
    found = []
    place = 0
    while place < len(source):
        if source.startswith("//", place):
            place = source.find("\n", place)
            if place < 0:
                break
        elif source.startswith('"""', place):
            place = source.find('"""', place + 3) + 3
        elif source[place] == '"':
            end, text = closed(source, place + 1)
            if found and re.fullmatch(r"\s*\+\s*", source[found[-1][1]:place]):
                found[-1] = (found[-1][0], end, found[-1][2] + text)
            else:
                found.append((place, end, text))
            place = end
        else:
            place += 1
    return found


def messages(source):
    for place, _, text in literals(source):
        before = re.sub(r'"[^"]*"', '""', source[max(0, place - 160):place])
        openers = list(OPENERS.finditer(before))
        if not openers:
            continue
        call = before[openers[-1].start():]
        if call.startswith("hint:"):
            # The argument ends with a comma, or the call with a bracket.
            if re.search(r"[,;{}]|\)\s*$", call[5:]):
                continue
        elif call.count("(") - call.count(")") <= 0:
            continue
        if " " in text.strip() and re.search("[a-z]{2}", text):
            yield text


def details(source):
    """English texts of a library that may stand behind a colon in an error, or under a code."""
    for place, _, text in literals(source):
        before = source[max(0, place - 60):place]
        text = text.strip()
        if re.search(r"\.internal,\s*$|operation:\s*$|let operation = $|case $|#\s*$", before) or not SENTENCE.search(text):
            continue
        if text[0].isupper() and (text.endswith(".") or not re.match("[A-Z]{3}|Flate|JSON", text)):
            continue
        yield text


def is_known(text, have):
    """Whether the catalogue has a text of a library: alone, behind the name of what it is about, or before what follows it."""
    plain = text.rstrip(": ")
    forms = (text, plain, plain + ": {}", "{} " + plain, "{}" + plain, plain + " {}", "{} " + plain + " {}", plain.lstrip("; "), f"cannot {plain}: {{}}")
    return any(form in have for form in forms)


def known():
    """The English lines of the catalogue."""
    lines = set()
    for file in sorted(CATALOGUE.glob("MessageCatalogue+*.swift")):
        for block in re.findall(r'"""\n(.*?)\n\s*"""', file.read_text(), re.S):
            lines.update(line.strip().replace("{=}", "{}") for line in block.splitlines()[::2])
    return lines


def unwanted():
    """Japanese texts with a word that the page of terms rules out."""
    words = set()
    for line in TERMS.read_text().splitlines():
        if line.startswith("|"):
            words.update(re.findall("「([^」]+)」", line.rstrip(" |").rsplit("|", 1)[-1]))
    for file in sorted([*(ROOT / "Sources").rglob("*.swift"), *(ROOT / "Documentation").glob("*.ja.md")]):
        if file.name in STRANGERS:
            continue
        for number, line in enumerate(file.read_text().splitlines(), 1):
            for word in sorted(words):
                if word in line:
                    yield f"{file.relative_to(ROOT)}:{number}: {word}"


def main():
    have = known() | PARTS
    missing = set(unwanted())
    for folder in sys.argv[1:] or FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.swift")):
            if file.name in OTHERS and folder.endswith("CLI"):
                continue
            for text in messages(file.read_text()):
                plain = re.sub(r"^\{\}: ", "", text).strip()
                if text not in have and text.strip() not in have and plain not in have and plain.rstrip(": ") not in have:
                    missing.add(f"{file.relative_to(ROOT)}: {text}")
    if not sys.argv[1:]:
        for folder in LIBRARIES:
            for file in sorted((ROOT / "Sources" / folder).rglob("*.swift")):
                if SILENT.search(str(file)):
                    continue
                for text in details(file.read_text()):
                    if not is_known(text, have):
                        missing.add(f"{file.relative_to(ROOT)}: {text}")
    for line in sorted(missing):
        print(line)
    return 1 if missing else 0


sys.exit(main())
