#!/usr/bin/env python3
"""A responder answers about a certificate of its CA (OCSP, RFC 6960), at whatever time it is told.

Reads one JSON object on standard input: { "issuer": PEM of the CA, "responder": PEM, "key": PEM of its key,
"subject": PEM, "from": RFC 3339, "to": RFC 3339 }. Writes a JSON string: the response in DER, Base64.
"""
import base64
import datetime
import json
import sys

from asn1crypto import ocsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.ocsp import OCSPCertStatus, OCSPResponderEncoding, OCSPResponseBuilder


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def main():
    request = json.load(sys.stdin)
    issuer, responder, subject = (
        x509.load_pem_x509_certificate(request[name].encode())
        for name in ("issuer", "responder", "subject"))
    key = serialization.load_pem_private_key(request["key"].encode(), None)
    start, end = moment(request["from"]), moment(request["to"])
    made = OCSPResponseBuilder().add_response(
        cert=subject, issuer=issuer, algorithm=hashes.SHA1(), cert_status=OCSPCertStatus.GOOD,
        this_update=start, next_update=end, revocation_time=None, revocation_reason=None,
    ).certificates([responder]).responder_id(OCSPResponderEncoding.HASH, responder).sign(
        key, hashes.SHA256())
    response = ocsp.OCSPResponse.load(made.public_bytes(serialization.Encoding.DER))
    basic = response["response_bytes"]["response"].parsed
    # The library writes today's date.
    basic["tbs_response_data"]["produced_at"] = start
    data = basic["tbs_response_data"].dump(force=True)
    basic["signature"] = key.sign(data, ec.ECDSA(hashes.SHA256()))
    answer = ocsp.OCSPResponse({
        "response_status": "successful",
        "response_bytes": {"response_type": "basic_ocsp_response", "response": basic},
    })
    json.dump(base64.b64encode(answer.dump()).decode(), sys.stdout)


main()
