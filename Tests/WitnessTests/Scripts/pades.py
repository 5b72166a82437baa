#!/usr/bin/env python3
"""pyHanko judges the first embedded signature of PDFs, before and after they were labelled.

Reads a JSON array of paths on standard input; writes a JSON array of
{ "signatures": N, "intact": bool, "valid": bool, "trusted": bool, "coverage": text, "error": text }
in the same order. The signer's own certificates serve as roots: the question is whether the earlier
signature is still the one it was, not who made it.
"""
import json
import sys

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def judge(path):
    with open(path, "rb") as stream:
        signatures = PdfFileReader(stream, strict=False).embedded_signatures
        if not signatures:
            return {"signatures": 0}
        first = signatures[0]
        roots = list(first.other_embedded_certs) + [first.signer_cert]
        context = ValidationContext(trust_roots=roots, allow_fetching=False)
        status = validate_pdf_signature(first, context, skip_diff=True)
        return {
            "signatures": len(signatures),
            "intact": status.intact,
            "valid": status.valid,
            "trusted": status.trusted,
            "coverage": status.coverage.name,
        }


def main():
    verdicts = []
    for path in json.load(sys.stdin):
        try:
            verdicts.append(judge(path))
        except Exception as error:
            verdicts.append({"signatures": -1, "error": f"{type(error).__name__}: {error}"})
    json.dump(verdicts, sys.stdout)


main()
