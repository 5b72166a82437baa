#!/usr/bin/env python3
"""pyHanko judges every embedded signature of PDFs, strictly, against given roots.

Reads one JSON object on standard input: { "anchors": PEM, "stamps": PEM, "paths": [FILE] }.
Writes a JSON array, for each path an array of
{ "field", "bottom": bool, "intact": bool, "valid": bool, "trusted": bool, "coverage": text,
  "modification": text or null, "stamped": bool }
in the order of the signatures, or { "error": text }. A document in an encryption whose password is
empty is opened with it.
"""
import json
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext


def certificates(text):
    return [x509.Certificate.load(der) for _, _, der in pem.unarmor(text.encode(), multiple=True)]


def judge(path, anchors, stamps):
    verdicts = []
    with open(path, "rb") as stream:
        reader = PdfFileReader(stream, strict=True)
        if reader.security_handler:
            reader.decrypt("")
        for signature in reader.embedded_signatures:
            status = validate_pdf_signature(
                signature, ValidationContext(trust_roots=anchors, allow_fetching=False),
                ts_validation_context=ValidationContext(trust_roots=stamps, allow_fetching=False),
                # The certificates of the demonstration say digitalSignature; documents are signed
                # with it as everything else is.
                key_usage_settings=KeyUsageConstraints(
                    key_usage={"digital_signature", "non_repudiation"},
                    match_all_key_usages=False))
            stamp = status.timestamp_validity
            verdicts.append({
                "field": signature.field_name,
                "bottom": status.bottom_line,
                "intact": status.intact,
                "valid": status.valid,
                "trusted": status.trusted,
                "coverage": status.coverage.name,
                "modification":
                    status.modification_level.name if status.modification_level else None,
                "stamped": bool(stamp and stamp.valid and stamp.trusted),
            })
    return verdicts


def main():
    request = json.load(sys.stdin)
    anchors, stamps = certificates(request["anchors"]), certificates(request["stamps"])
    verdicts = []
    for path in request["paths"]:
        try:
            verdicts.append(judge(path, anchors, stamps))
        except Exception as error:
            verdicts.append({"error": f"{type(error).__name__}: {error}"})
    json.dump(verdicts, sys.stdout)


main()
