import BroadsealCBOR
import BroadsealCOSE
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealVerifying
import TestSupport

/// T-89: labels of the forms before C2PA 2.0, which bind less; they are read, and never official.
enum LegacyThreats {
  static let rows: [ThreatRow] = [
    .changed(
      .oldForms, "a claim of version 1, by a listed signer",
      .unofficial(.recognisedTool, ["OFF-1-OLD-CLAIM"])
    ) { manifest, _ in manifest.makeOld() },
    .changed(
      .oldForms, "a claim of version 1 with actions of version 1",
      .unofficial(.recognisedTool, ["OFF-1-OLD-CLAIM"])
    ) { manifest, _ in
      manifest.makeOld()
      manifest.actionsLabel = "c2pa.actions"
      manifest.actionsValue = ["actions": [["action": "c2pa.created"]]]
    },
    .changed(
      .oldForms, "a claim of version 1 with a stamp of the old form, over the claim",
      .unofficial(.recognisedTool, ["OFF-1-OLD-CLAIM", "OFF-1-SIGNATURE-FORM"])
    ) { manifest, _ in
      manifest.makeOld()
      manifest.stampsClaim = true
    },
    .changed(
      .oldForms, "a claim of version 1 with certificates that the signature does not cover",
      .unofficial(
        .recognisedTool,
        ["OFF-1-OLD-CLAIM", "OFF-1-CREDENTIAL-UNPROTECTED", "OFF-1-SIGNATURE-FORM"])
    ) { manifest, _ in
      manifest.makeOld()
      let value = X5Chain.value(of: manifest.chain.map(\.der))
      manifest.rewriteProtected = { SignatureThreats.without(SignatureThreats.number, $0) }
      manifest.rewriteSignature = {
        SignatureThreats.unprotected($0, [(SignatureThreats.name, value)])
      }
      manifest.signatureSize = 8_000
    },
    .changed(
      .oldForms, "an official document as the parent of a claim of version 1",
      .unofficial(.recognisedTool, ["OFF-1-OLD-CLAIM"])
    ) { manifest, pki in
      manifest.parent = try LineageTests.parent(
        of: TestManifest(pki).sidecar(for: OfficialTests.content))
      manifest.actions = [Action("c2pa.edited", digitalSourceType: .humanEdits)]
      manifest.makeOld()
    },
  ]
}

extension TestManifest {
  /// Makes the claim one of version 1: one list of assertions, and the program as text.
  mutating func makeOld() {
    claimLabel = "c2pa.claim"
    rewriteClaim = { claim in
      let entries = claim.map?.entries ?? []
      let kept = entries.filter {
        !["created_assertions", "gathered_assertions", "claim_generator_info"].contains(
          $0.key.text ?? "")
      }
      let lists = ["created_assertions", "gathered_assertions"].flatMap {
        claim[$0]?.array ?? []
      }
      return .map(
        CBOR.Map(
          kept + [
            CBOR.Map.Entry(key: "assertions", value: .array(lists)),
            CBOR.Map.Entry(key: "claim_generator", value: "test/1"),
            CBOR.Map.Entry(key: "dc:format", value: "text/plain"),
          ]))
    }
  }
}
