#!/usr/bin/env python3
"""Three libraries look for manifest stores in text.

Reads a JSON array of { "path": FILE, "library": "structured", "c2patxt" or "unstructured" } on
standard input. Writes one JSON array in the same order:

    { "start": ..., "length": ..., "store": Base64, "hash": Base64 or null, "error": text or null }

`start` and `length` are the bytes that the library leaves out of the hash, `hash` is the SHA-256
that it computes of the rest. `c2patxt` gives no hash, but has to call the credentials valid.
"""
import base64
import json
import sys


def encoded(data):
    return None if data is None else base64.b64encode(bytes(data)).decode()


def structured(text):
    import c2pa_structured_text as library

    start, length = library.manifest_exclusion(text)
    reference = library.classify_reference(library.extract_reference(text))
    return start, length, reference.data, library.compute_data_hash(text, "sha256").hash


def unstructured(text):
    import c2pa_unstructured_text as library

    found = library.extract(text)
    bound = library.compute_data_hash(text, "sha256")
    return found["start"], found["length"], found["payload"], bound["hash"]


def c2patxt(text):
    import c2patxt as library

    found = library.extract(text)
    span = library.locate(text)
    verdict = library.verify(text)
    if verdict.state.value != "valid":
        raise ValueError(f"{verdict.state.value}: {[str(status.code) for status in verdict.failure]}")
    return span.utf8_start, span.utf8_stop - span.utf8_start, found.raw, None


LIBRARIES = {"structured": structured, "unstructured": unstructured, "c2patxt": c2patxt}


def main():
    answers = []
    for job in json.load(sys.stdin):
        answer = {"start": None, "length": None, "store": None, "hash": None, "error": None}
        try:
            with open(job["path"], "rb") as file:
                text = file.read().decode("utf-8")
            start, length, store, digest = LIBRARIES[job["library"]](text)
            answer.update(
                start=start, length=length, store=encoded(store), hash=encoded(digest))
        except Exception as error:  # a library's refusal is an answer too
            answer["error"] = f"{type(error).__name__}: {error}"
        answers.append(answer)
    json.dump(answers, sys.stdout)


main()
