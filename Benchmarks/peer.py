"""The peer's native library (c2pa-rs), driven without Python where it can be compiled."""

import json
import pathlib
import shutil
import subprocess
import sys

HOUSE = pathlib.Path(__file__).resolve().parent.parent
SOURCE = HOUSE.parent / "shared" / "bench" / "peerbench.c"


class Peer:
    """Commands that do with the peer's library what ours do with Broadseal."""

    def __init__(self, work, keys):
        import c2pa
        self.keys = keys
        self.settings = work / "peer.json"
        anchors = (keys / "trust" / "anchors.pem").read_text()
        authorities = (keys / "trust" / "tsa.pem").read_text()
        purpose = {"trust_config": "1.3.6.1.4.1.62558.2.1"}
        self.settings.write_text(Peer.text(purpose | {"trust_anchors": anchors}))
        self.stamped = work / "peer-stamped.json"
        self.stamped.write_text(Peer.text(purpose | {"anchors": [
            {"trust_anchors": anchors, "trust_kind": "manifest"},
            {"trust_anchors": authorities, "trust_kind": "tsa"}]}))
        self.manifest = work / "peer-manifest.json"
        self.manifest.write_text(json.dumps({
            "claim_generator_info": [{"name": "bench", "version": "1"}],
            "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [{
                "action": "c2pa.created", "digitalSourceType":
                "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"}]}}]}))
        self.program = None
        libraries = pathlib.Path(c2pa.__file__).parent / "libs"
        if SOURCE.exists() and shutil.which("gcc"):
            self.program = work / "peerbench"
            subprocess.run(["gcc", "-O2", "-w", "-o", self.program, SOURCE, f"-L{libraries}",
                            "-lc2pa_c", f"-Wl,-rpath,{libraries}", "-lpthread"], check=True)
        self.name = f"c2pa-rs {c2pa.sdk_version()}" + ("" if self.program else " through Python")

    @staticmethod
    def text(trust):
        """Settings as the peer reads them."""
        return json.dumps({
            "version": 1, "trust": trust,
            "verify": {"verify_trust": True, "verify_timestamp_trust": True,
                       "verify_after_sign": False, "remote_manifest_fetch": False},
            "builder": {"thumbnail": {"enabled": False}}})

    def verify(self, listing, settings=None, threads=1):
        """Verifies the files that `listing` names, on that many threads."""
        settings = settings or self.settings
        if self.program:
            return [self.program, "verify", "-j", threads, settings, f"@{listing}"]
        code = ("import c2pa,sys;c=c2pa.Context(c2pa.Settings.from_json(open(sys.argv[2]).read()))\n"
                "for f in open(sys.argv[1]).read().splitlines():\n"
                " r=c2pa.Reader(f,context=c);r.json();r.close()")
        return [sys.executable, "-c", code, listing, settings]

    def sign(self, source, target, count=1):
        """Signs `source` that often, each time into a new file of `target`; None without a compiler."""
        if not self.program:
            return None
        us = self.keys / "us"
        return [self.program, "sign", "-n", count, "-k", self.settings, us / "chain.pem",
                us / "key.pem", self.manifest, source, target]
