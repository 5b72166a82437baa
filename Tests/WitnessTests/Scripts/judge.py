#!/usr/bin/env python3
"""Two foreign verifiers judge many files in one process.

Reads one JSON object on standard input:

    { "anchors": PEM of the claim-signing roots, "stamps": PEM of the time-stamping roots,
      "jobs": [ { "path": FILE, "format": MEDIA TYPE, "encypherFormat": MEDIA TYPE,
                  "store": SIDECAR or null, "fragments": [ SEGMENT, ... ],
                  "verifiers": [ "c2pa", "encypher" ] } ] }

Of a film in several files c2pa-python is asked about each segment with the first file, and all it says is put
together: the state is that of the first call that does not end Trusted.

Writes one JSON array in the order of the jobs; each element maps the name of a verifier to

    { "state": ..., "success": [codes], "informational": [codes], "failure": [codes],
      "error": text or null }

`c2pa` is c2pa-python (c2pa-rs). It has one list of anchors for everything, so that the roots of
the time-stamp authority go in there too, and it needs the accepted purposes spelled out. It
fetches nothing. `encypher` is encypher-c2pa, offline and with no trust list of its own.
"""
import json
import sys

import c2pa
import encypher_c2pa

PURPOSES = [
    "1.3.6.1.4.1.62558.2.1",  # C2PA claim signing
    "1.3.6.1.5.5.7.3.36",  # document signing
    "1.3.6.1.5.5.7.3.4",  # e-mail protection
]


def codes(results):
    """The codes of one validation result, per kind."""
    return {
        kind: [status["code"] for status in results.get(kind) or []]
        for kind in ("success", "informational", "failure")
    }


def context(request):
    """c2pa-python's settings: our roots, our purposes, no network. Identities (CAWG) have anchors
    of their own."""
    settings = {
        "version": 1,
        "trust": {
            "trust_config": "\n".join(PURPOSES) + "\n",
            "anchors": [
                {"trust_kind": "manifest", "trust_anchors": request["anchors"]},
                {"trust_kind": "tsa", "trust_anchors": request["stamps"]},
                {"trust_kind": "cawg", "trust_anchors": request["anchors"]},
            ],
        },
        "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
    }
    return c2pa.Context(c2pa.Settings.from_json(json.dumps(settings)))


def judge_segments(job, context):
    """What c2pa-python says of each segment with the first file."""
    states, found = [], {"success": [], "informational": [], "failure": []}
    for segment in job["fragments"]:
        with open(job["path"], "rb") as first, open(job["path"], "rb") as again, open(segment, "rb") as stream:
            with c2pa.Reader(job["format"], first, None, context) as reader:
                report = json.loads(reader.with_fragment(job["format"], again, stream).json())
        states.append(report["validation_state"])
        results = codes(report.get("validation_results", {}).get("activeManifest", {}))
        for kind in found:
            found[kind] += [code for code in results[kind] if code not in found[kind]]
    return {"state": next((state for state in states if state != "Trusted"), "Trusted"), **found}


def judge_c2pa(job, context):
    if job.get("fragments"):
        return judge_segments(job, context)
    store = open(job["store"], "rb").read() if job.get("store") else None
    with open(job["path"], "rb") as stream:
        with c2pa.Reader(job["format"], stream, store, context) as reader:
            report = json.loads(reader.json())
    results = report.get("validation_results", {})
    deltas = {"deltas": results.get("ingredientDeltas") or []}
    return {"state": report["validation_state"], **codes(results.get("activeManifest", {})), **deltas}


def judge_encypher(job, request):
    report = encypher_c2pa.verify(
        job["path"],
        job["encypherFormat"],
        fragments=job.get("fragments") or None,
        manifest_store=job.get("store"),
        trust_pem=request["anchors"],
        tsa_trust_pem=request.get("stamps"),
        cawg_trust_pem=request["anchors"],
        no_default_trust=True,
        telemetry=False,
        online=False,
    )
    return {"state": report["validation_state"], **codes(report["validation_results"])}


def main():
    request = json.load(sys.stdin)
    settings = context(request)
    verdicts = []
    for job in request["jobs"]:
        verdict = {}
        for name in job["verifiers"]:
            try:
                if name == "c2pa":
                    found = judge_c2pa(job, settings)
                else:
                    found = judge_encypher(job, request)
                verdict[name] = {**found, "error": None}
            except Exception as error:  # a verifier's refusal is a verdict too
                verdict[name] = {
                    "state": None, "success": [], "informational": [], "failure": [],
                    "error": f"{type(error).__name__}: {error}",
                }
        verdicts.append(verdict)
    json.dump(verdicts, sys.stdout)


main()
