#!/usr/bin/env python3
"""Counts the public symbols of the modules that clients import, and names each that has no comment.

Usage: documented.py SCRATCH, after their pages were built there: the symbol graphs lie beside them.
"""

import json
import pathlib
import sys

scratch = pathlib.Path(sys.argv[1])
symbols, bare = {}, []
for graph in sorted(scratch.rglob("*.symbols.json")):
    content = json.loads(graph.read_text())
    if not content["module"]["name"].startswith("Broadseal") or "@" in graph.name:
        continue
    for symbol in content["symbols"]:
        identifier = symbol["identifier"]["precise"]
        # What the compiler makes by itself (`==`, `hash(into:)`) has no place in the sources.
        if symbol["accessLevel"] != "public" or "::SYNTHESIZED::" in identifier or "location" not in symbol:
            continue
        symbols[identifier] = (content["module"]["name"], ".".join(symbol["pathComponents"]),
                               "docComment" in symbol)
for module, name, has_comment in sorted(set(symbols.values())):
    if not has_comment:
        bare.append(f"{module}: {name} is public and undocumented")
if not symbols:
    bare.append(f"{scratch}: no symbol graph")
print("\n".join(bare) if bare else f"documentation: {len(symbols)} public symbols, each with a comment")
sys.exit(1 if bare else 0)
