#!/usr/bin/env python3
"""pyHanko judges the first embedded signature of PDFs long after it was made, offline.

Reads one JSON object on standard input: { "anchors": PEM, "stamps": PEM, "time": RFC 3339,
"lists": [Base64 of a revocation list in DER, known at that time], "paths": [FILE] }.
Writes a JSON array, for each path
{ "signatures": N, "lt": bool, "adesLTA": text, "level": text or null, "bottom": bool, "evidence": time or null }
or { "error": text }.

"lt": whether signature and time stamp are trusted at the stamped time by the answers in the document's
security store alone, where every certificate needs one. "adesLTA": the AdES verdict with document time
stamps as evidence (EN 319 102-1 5.6.3), as of "time"; "level" is what later revisions did to the
signature by pyHanko's rules, and "bottom" whether all of it is accepted.
"""
import asyncio
import base64
import datetime
import json
import sys

from asn1crypto import crl, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge, PdfSignatureValidationSpec, RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec, SignatureValidationSpec)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator.authority import CertTrustAnchor
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy, REQUIRE_REVINFO, RevocationCheckingPolicy, RevocationCheckingRule)
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer

USAGE = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)


def certificates(text):
    return [x509.Certificate.load(der) for _, _, der in pem.unarmor(text.encode(), multiple=True)]


def by_store(reader, signature, anchors, stamps):
    """Whether the security store proves the signature as of its own time stamp."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
        token = next(
            item["values"][0]["content"] for item in signature.signer_info["unsigned_attrs"]
            if item["type"].native == "signature_time_stamp_token")
        time = token["encap_content_info"]["content"].parsed["gen_time"].native
        settings = {"moment": time, "allow_fetching": False, "revocation_mode": "require"}
        status = validate_pdf_signature(
            signature, store.as_validation_context({"trust_roots": anchors, **settings}),
            ts_validation_context=store.as_validation_context({"trust_roots": stamps, **settings}),
            key_usage_settings=USAGE, skip_diff=True)
        stamp = status.timestamp_validity
        holds = status.intact and status.valid and status.trusted
        return bool(holds and stamp and stamp.valid and stamp.trusted)
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return False


def policy(roots):
    rule = RevocationCheckingRule.CRL_OR_OCSP_REQUIRED
    return CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=roots),
        revinfo_policy=CertRevTrustPolicy(RevocationCheckingPolicy(rule, rule)))


def judge(path, anchors, stamps, lists, time):
    with open(path, "rb") as stream:
        reader = PdfFileReader(stream, strict=True)
        if reader.security_handler:
            reader.decrypt("")
        signatures = reader.embedded_signatures
        first = signatures[0]
        spec = PdfSignatureValidationSpec(SignatureValidationSpec(
            cert_validation_policy=policy(anchors), ts_cert_validation_policy=policy(stamps),
            revinfo_gathering_policy=RevocationInfoGatheringSpec(
                online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY),
            local_knowledge=LocalKnowledge(
                known_crls=[CRLContainer(crl.CertificateList.load(der)) for der in lists]),
            key_usage_settings=USAGE))
        result = asyncio.run(ades_lta_validation(
            first, spec, timing_info=ValidationTimingInfo(
                validation_time=time, best_signature_time=time, point_in_time_validation=False)))
        status = result.api_status
        evidence = result.oldest_evidence_record_timestamp
        return {
            "signatures": len(signatures),
            "lt": by_store(reader, first, anchors, stamps),
            "adesLTA": str(result.ades_subindic.standard_name),
            "level": status.modification_level.name
                if status is not None and status.modification_level is not None else None,
            "bottom": bool(status is not None and status.bottom_line),
            "evidence": evidence.isoformat() if evidence else None,
        }


def main():
    request = json.load(sys.stdin)
    anchors, stamps = certificates(request["anchors"]), certificates(request["stamps"])
    time = datetime.datetime.fromisoformat(request["time"].replace("Z", "+00:00"))
    lists = [base64.b64decode(text) for text in request["lists"]]
    verdicts = []
    for path in request["paths"]:
        try:
            verdicts.append(judge(path, anchors, stamps, lists, time))
        except Exception as error:
            verdicts.append({"error": f"{type(error).__name__}: {error}"})
    json.dump(verdicts, sys.stdout)


main()
