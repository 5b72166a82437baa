#!/usr/bin/env python3
"""pyHanko seals a PDF, as a gazette does that knows nothing of labels, and adds to it.

Reads { "key", "chain": paths, "input", "sealed", "changed": paths } on standard input. Writes the sealed
file, and one more in which a page shows something else afterwards. Answers { "signatures": N }.
"""
import json
import sys

from pyhanko.keys import load_certs_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore


def seal(request):
    certificates = list(load_certs_from_pemder([request["chain"]]))
    signer = signers.SimpleSigner(
        signing_cert=certificates[0],
        signing_key=load_private_key_from_pemder(request["key"], passphrase=None),
        cert_registry=SimpleCertificateStore.from_certs(certificates[1:]))
    metadata = signers.PdfSignatureMetadata(
        field_name="Gazette", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES)
    with open(request["input"], "rb") as source, open(request["sealed"], "wb") as output:
        signers.sign_pdf(IncrementalPdfFileWriter(source), metadata, signer=signer, output=output)


def change(request):
    with open(request["sealed"], "rb") as source:
        writer = IncrementalPdfFileWriter(source)
        content = generic.StreamObject(stream_data=b"0 0 300 300 re f")
        writer.add_stream_to_page(0, writer.add_object(content))
        with open(request["changed"], "wb") as output:
            writer.write(output)


def main():
    request = json.load(sys.stdin)
    seal(request)
    change(request)
    with open(request["changed"], "rb") as source:
        count = len(PdfFileReader(source).embedded_signatures)
    json.dump({"signatures": count}, sys.stdout)


main()
