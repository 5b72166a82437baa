#!/usr/bin/env python3
"""What c2pa-html, a reader of HTML that shares no code with Broadseal, finds in pages.

Reads a JSON array of paths on standard input; writes an array in the same order, each element

    { "start": ..., "length": ..., "store": hexadecimal, "removed": whether taking the store out
      gives back the bytes of the page in the path's `.plain` neighbour, "error": text or null }
"""
import json
import pathlib
import sys

import c2pa_html


def look(path):
    page = pathlib.Path(path).read_bytes()
    found = c2pa_html.extract(page)
    if found is None or found["kind"] != "embedded":
        return {"error": f"found {found and found['kind']}"}
    plain = pathlib.Path(path + ".plain").read_bytes()
    return {"start": found["start"], "length": found["length"], "store": found["store"].hex(),
            "removed": c2pa_html.remove(page) == plain, "error": None}


def answer(path):
    try:
        return look(path)
    except Exception as error:  # a refusal is an answer too
        return {"error": f"{type(error).__name__}: {error}"}


json.dump([answer(path) for path in json.load(sys.stdin)], sys.stdout)
