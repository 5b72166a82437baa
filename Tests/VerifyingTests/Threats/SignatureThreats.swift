import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-21: COSE structures that readers could take differently.
enum SignatureThreats {
  static let rows: [ThreatRow] =
    chains + headers + structure + values
    + LooseFormTests.headers.map { row in
      ThreatRow(
        .signatureForm, row.description,
        .unofficial(.recognisedTool, ["OFF-1-SIGNATURE-FORM"])
      ) { ThreatCase(store: try row.make($0), trust: .demo($0)) }
    }

  private static let mismatch = ThreatOutcome.broken(
    .altered, "OFF-1-UNPROVED", "claimSignature.mismatch")
  private static let noCredential = ThreatOutcome.broken(
    .malformed, "OFF-1-UNPROVED", "signingCredential.invalid")
  private static let noAlgorithm = ThreatOutcome.broken(
    .malformed, "OFF-1-UNPROVED", "algorithm.unsupported")

  private static func signature(
    _ attack: String, _ expected: ThreatOutcome = mismatch,
    _ change: @escaping @Sendable (inout TestManifest) -> Void
  ) -> ThreatRow {
    .changed(.signatureForm, attack, expected) { manifest, _ in change(&manifest) }
  }

  static let number = CBOR.Value(Int(HeaderLabel.x5chain))
  static let name = CBOR.Value.text(HeaderLabel.x5chainText)

  private static let chains: [ThreatRow] = [
    signature("certificates in both headers", noCredential) { manifest in
      let value = X5Chain.value(of: manifest.chain.map(\.der))
      manifest.rewriteSignature = { unprotected($0, [(number, value)]) }
      manifest.signatureSize = 12_000
    },
    signature(
      "certificates under both labels",
      .unofficial(.recognisedTool, ["OFF-1-SIGNATURE-FORM"])
    ) { manifest in
      let value = X5Chain.value(of: manifest.chain.map(\.der))
      manifest.rewriteProtected = { added($0, [(name, value)]) }
      manifest.signatureSize = 12_000
    },
    signature(
      "a forger's certificates under the old label",
      .unofficial(.recognisedTool, ["OFF-1-SIGNATURE-FORM"])
    ) { manifest in
      let forger = (try? TestPKI.shared().impostor.signer.chain.map(\.der)) ?? []
      manifest.rewriteProtected = { added($0, [(name, X5Chain.value(of: forger))]) }
      manifest.signatureSize = 12_000
    },
    signature("no certificates", noCredential) { manifest in
      manifest.rewriteProtected = { without(number, $0) }
    },
    signature(
      "certificates that the signature does not cover",
      .unofficial(
        .recognisedTool, ["OFF-1-CREDENTIAL-UNPROTECTED", "OFF-1-SIGNATURE-FORM"])
    ) { manifest in
      let value = X5Chain.value(of: manifest.chain.map(\.der))
      manifest.rewriteProtected = { without(number, $0) }
      manifest.rewriteSignature = { unprotected($0, [(number, value)]) }
      manifest.signatureSize = 8_000
    },
    signature(
      "certificates under the old label alone",
      .unofficial(
        .recognisedTool, ["OFF-1-CREDENTIAL-UNPROTECTED", "OFF-1-SIGNATURE-FORM"])
    ) { manifest in
      let value = X5Chain.value(of: manifest.chain.map(\.der))
      manifest.rewriteProtected = { added(without(number, $0), [(name, value)]) }
    },
  ]

  private static let critical = CBOR.Value(Int(HeaderLabel.critical))
  private static let algorithm = CBOR.Value(Int(HeaderLabel.algorithm))

  private static let headers: [ThreatRow] = [
    signature("the algorithm in the header that is not covered", noAlgorithm) { manifest in
      manifest.rewriteProtected = { without(algorithm, $0) }
      manifest.rewriteSignature = { unprotected($0, [(algorithm, CBOR.Value(-7))]) }
    },
    signature("a critical header that nobody knows") { manifest in
      manifest.rewriteProtected = { added($0, [(critical, ["note"]), ("note", 1)]) }
    },
    signature("a critical header that is not there") { manifest in
      manifest.rewriteProtected = { added($0, [(critical, ["note"])]) }
    },
    signature("an empty list of critical headers") { manifest in
      manifest.rewriteProtected = { added($0, [(critical, [])]) }
    },
    signature("critical headers named outside the signature") { manifest in
      manifest.rewriteSignature = { unprotected($0, [(critical, [33])]) }
    },
    signature(
      "a header that nobody knows, covered by the signature",
      .unofficial(.recognisedTool, ["OFF-1-SIGNATURE-FORM"])
    ) { manifest in
      manifest.rewriteProtected = { added($0, [("note", 1)]) }
    },
    signature("an empty protected header", noAlgorithm) { manifest in
      manifest.rewriteSignature = { part(0, of: $0) { _ in .bytes([]) } }
    },
    .changed(
      .signatureForm, "an unknown header beside the signature",
      .unofficial(.recognisedTool, ["OFF-1-SIGNATURE-FORM"])
    ) { manifest, _ in manifest.headers = [("org.example.note", "anything")] },
  ]

  private static let structure: [ThreatRow] = [
    signature("a payload of its own") { manifest in
      manifest.rewriteSignature = { part(2, of: $0) { _ in .bytes([0xA0]) } }
    },
    signature("an empty payload in place of none") { manifest in
      manifest.rewriteSignature = { part(2, of: $0) { _ in .bytes([]) } }
    },
    signature("signed as a counter-signature") { $0.signatureContext = "CounterSignature" },
    signature("signed as one of many signatures") { $0.signatureContext = "Signature" },
    signature(
      "no tag around the structure", .unofficial(.recognisedTool, ["OFF-1-SIGNATURE-FORM"])
    ) { manifest in
      manifest.rewriteSignature = { if case .tagged(_, let inner) = $0 { inner } else { $0 } }
    },
    signature("the tag of another structure") { manifest in
      manifest.rewriteSignature = {
        if case .tagged(_, let inner) = $0 { .tagged(98, inner) } else { $0 }
      }
    },
    signature("a fifth element") { manifest in
      manifest.rewriteSignature = {
        guard case .tagged(let tag, let inner) = $0, let parts = inner.array else { return $0 }
        return .tagged(tag, .array(parts + [.null]))
      }
    },
  ]

  private static let values: [ThreatRow] = [
    ThreatRow(
      .signatureForm, "n − s in the place of s, under a list that asks for no stamp",
      .unofficial(.unrecognised, ["OFF-1-SIGNATURE-FORM"])
    ) { pki in
      var manifest = TestManifest(pki)
      manifest.authority = nil
      manifest.rewriteSignature = {
        part(3, of: $0) { value in
          .bytes(value.bytes.flatMap { ECDSASignature.twin(of: $0, on: .p256) } ?? [])
        }
      }
      return try ThreatCase(
        manifest,
        trust: Places(pki).trust([
          [
            Places.service(
              pki.demo.us.issuing.certificate, Places.scope(requiresTimeStamp: false))
          ]
        ]))
    }
  ]

  private static func part(
    _ index: Int, of structure: CBOR.Value, _ change: (CBOR.Value) -> CBOR.Value
  ) -> CBOR.Value {
    guard case .tagged(let tag, let inner) = structure, var parts = inner.array else {
      return structure
    }
    parts[index] = change(parts[index])
    return .tagged(tag, .array(parts))
  }

  static func unprotected(
    _ structure: CBOR.Value, _ entries: [(CBOR.Value, CBOR.Value)]
  ) -> CBOR.Value {
    part(1, of: structure) { .map(added($0.map ?? [:], entries)) }
  }

  private static func added(
    _ header: CBOR.Map, _ entries: [(CBOR.Value, CBOR.Value)]
  ) -> CBOR.Map {
    CBOR.Map(header.entries + entries.map { CBOR.Map.Entry(key: $0.0, value: $0.1) })
  }

  static func without(_ label: CBOR.Value, _ header: CBOR.Map) -> CBOR.Map {
    CBOR.Map(header.entries.filter { $0.key != label })
  }
}
