import Bytes
import CBOR
import OpenSSL
import Provenance
import Synchronization
import TestSupport
import Trust
import Verifying

/// T-15 and T-16: identities beside the claim signer.
enum IdentityThreats {
  static let rows: [ThreatRow] = borrowed + unknown

  private static let borrowed: [ThreatRow] = [
    .changed(
      .borrowedIdentity, "the agency's identity of another document in a tool's manifest",
      .unofficial(
        .recognisedTool, ["OFF-3-UNLISTED"], also: ["cawg.identity.assertion.mismatch"])
    ) { manifest, pki in
      manifest = TestManifest(pki, signer: pki.demo.aiService)
      let other = try identity(of: [1, 2, 3], pki)
      manifest.identity = { _ in other }
    }
  ]

  /// The agency's identity as it stands on other content.
  private static func identity(of content: [UInt8], _ pki: TestPKI) throws -> AssertionDraft {
    let taken = Mutex<AssertionDraft?>(nil)
    var manifest = TestManifest(pki)
    manifest.identity = { references in
      let draft = try IdentityTests.identity(references, by: pki.demo.us.signer)
      taken.withLock { $0 = draft }
      return draft
    }
    _ = try manifest.sidecar(for: content)
    guard let draft = taken.withLock({ $0 }) else { throw TestManifest.Failure() }
    return draft
  }

  private static let unknown: [ThreatRow] = [
    .harmless(
      .unknownIdentity, "an identity of an unknown kind in an agency's document",
      .official(also: ["cawg.identity.sig_type.unknown"])
    ) { manifest, _ in manifest.identity = { foreign("org.example.passkey", $0) } },
    .harmless(
      .unknownIdentity, "an identity that rests on documents of the network",
      .official(also: ["cawg.identity.network_traffic_blocked"])
    ) { manifest, _ in manifest.identity = { foreign(IdentityAssertion.aggregationType, $0) } },
    .changed(
      .unknownIdentity, "an identity of an unknown kind in a stranger's document",
      .unofficial(
        .unrecognised, ["OFF-3-UNLISTED"], .valid, also: ["cawg.identity.sig_type.unknown"])
    ) { manifest, pki in
      manifest = TestManifest(pki, signer: pki.impostor.signer)
      manifest.identity = { foreign("org.example.passkey", $0) }
    },
  ]

  static func foreign(_ type: String, _ references: [HashedURI]) -> AssertionDraft {
    .cbor([
      "signer_payload": [
        "sig_type": .text(type), "referenced_assertions": .array(references.map(\.asValue)),
      ], "signature": .bytes([1]), "pad1": .bytes([]),
    ])
  }
}
