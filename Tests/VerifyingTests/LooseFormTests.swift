import BroadsealCBOR
import BroadsealCOSE
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

/// An official store with something in it that no hash covers.
struct LooseRow: Sendable, CustomStringConvertible {
  let description: String
  let make: @Sendable (TestPKI) throws -> [UInt8]

  init(_ description: String, _ make: @escaping @Sendable (TestPKI) throws -> [UInt8]) {
    self.description = description
    self.make = make
  }

  static func headers(
    _ description: String, _ change: @escaping @Sendable (inout TestManifest) -> Void
  ) -> LooseRow {
    LooseRow(description) { pki in
      var manifest = TestManifest(pki)
      change(&manifest)
      return try manifest.sidecar(for: OfficialTests.content)
    }
  }

  static func layout(
    _ description: String, _ change: @escaping @Sendable ([UInt8]) throws -> [UInt8]
  ) -> LooseRow {
    LooseRow(description) { pki in
      try change(try TestManifest(pki).sidecar(for: OfficialTests.content))
    }
  }
}

@Suite("Room that no hash covers has one form")
struct LooseFormTests {
  /// Judged with the other threats to the form of a signature (T-21).
  static let headers: [LooseRow] = [
    .headers("a word beside the time stamp's tokens") {
      $0.stampHeader = { ["tstTokens": [["val": .bytes($0)]], "note": "anything"] }
    },
    .headers("a word beside the token itself") {
      $0.stampHeader = { ["tstTokens": [["val": .bytes($0), "note": "anything"]]] }
    },
    .headers("a time stamp of the old form beside the new") {
      $0.headers = [("sigTst", ["tstTokens": [["val": .bytes([0x30, 0])]]])]
    },
    .headers("revocation values that are none") {
      $0.headers = [(HeaderLabel.revocationValues, ["ocspVals": [.bytes([1, 2, 3])]])]
    },
    .headers("revocation values of another type") {
      $0.headers = [(HeaderLabel.revocationValues, "anything")]
    },
    .headers("a word beside the revocation values") {
      $0.headers = [(HeaderLabel.revocationValues, ["ocspVals": [], "crlVals": ["anything"]])]
    },
    .headers("certificates of the old label beside the new") {
      $0.headers = [("x5chain", .bytes([1]))]
    },
    .headers("an algorithm that the signature does not cover") { $0.headers = [("alg", -7)] },
  ]

  static let layouts: [LooseRow] = [
    .layout("a padding box in the manifest") { store in
      try StoreSurgery.rebuilding(store) { $0 + [JUMBF.Writer.box(.free, [0, 0, 0, 0])] }
    },
    .layout("a box of unknown type in the manifest") { store in
      try StoreSurgery.rebuilding(store) {
        $0 + [JUMBF.Writer.box(BoxType(code: 0x7A7A_7A7A), Array("anything".utf8))]
      }
    },
    .layout("a store of credentials in the manifest") { store in
      try StoreSurgery.rebuilding(store) {
        $0 + [JUMBF.Writer.superbox(.credentialStore, label: "c2pa.credentials", [])]
      }
    },
    .layout("a salt on the manifest") { store in
      try StoreSurgery.rebuilding(store, salt: Array(0..<16))
    },
    .layout("a manifest of the old type") { store in
      try StoreSurgery.rebuilding(store, as: .deprecatedManifest)
    },
    .layout("a long header on the claim") { store in
      try StoreSurgery.rebuilding(store) { [$0[0], StoreSurgery.lengthened($0[1]), $0[2]] }
    },
    .layout("a long header on the signature") { store in
      try StoreSurgery.rebuilding(store) { [$0[0], $0[1], StoreSurgery.lengthened($0[2])] }
    },
    .layout("a long header on the assertions") { store in
      try StoreSurgery.rebuilding(store) { [StoreSurgery.lengthened($0[0]), $0[1], $0[2]] }
    },
    .layout("a long header on the manifest") { store in
      let manifest = try ManifestStore(parsing: store).active.superbox
      return ManifestStore.assemble(new: StoreSurgery.lengthened(Array(manifest.raw)))
    },
    .layout("a long header on the store", StoreSurgery.lengthened),
    .layout("a box beside the manifest") { store in
      let manifest = try ManifestStore(parsing: store).active.superbox
      return ManifestStore.assemble(
        earlier: [JUMBF.Writer.box(.free, [0])[...]], new: Array(manifest.raw))
    },
    .layout("a superbox beside the manifest that is no manifest") { store in
      let manifest = try ManifestStore(parsing: store).active.superbox
      return ManifestStore.assemble(
        earlier: [JUMBF.Writer.superbox(.json, label: "note", [])[...]], new: Array(manifest.raw))
    },
    LooseRow("a manifest that nothing refers to") { pki in
      let other = try ManifestStore(parsing: try TestManifest(pki).sidecar(for: [1]))
      var manifest = TestManifest(pki)
      manifest.kept = [Array(other.active.superbox.raw)]
      return try manifest.sidecar(for: OfficialTests.content)
    },
  ]

  @Test("Boxes that no rule explains make a document not official", arguments: layouts)
  func layout(_ row: LooseRow) throws {
    let verdict = try StoreSurgery.verdict(on: try row.make(try TestPKI.shared()))
    #expect(verdict.integrity == .intact, "\(verdict.c2pa.failure)")
    #expect(verdict.origin?.reasons.map(\.code.name) == ["OFF-1-LAYOUT"])
    #expect(verdict.origin?.status != .official)
  }

  @Test("Cutting a store open and closing it again changes nothing")
  func control() throws {
    let store = try TestManifest(try TestPKI.shared()).sidecar(for: OfficialTests.content)
    #expect(try StoreSurgery.rebuilding(store) == store)
    #expect(try StoreSurgery.verdict(on: store).origin?.status == .official)
  }
}
