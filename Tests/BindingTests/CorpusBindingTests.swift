import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance
import TestSupport
import Testing

@testable import BroadsealBinding

/// Foreign signed files: their hard binding must come out as two other verifiers found it.
@Suite(.enabled(if: Corpus.folder != nil, "the shared corpus is absent"))
struct CorpusBindingTests {
  /// One row of the corpus' table of verdicts.
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    let codes: Set<String>
    var testDescription: String { path }
  }

  private static let rows: [Row] = {
    guard let table = Corpus.bytes(of: "expected.tsv") else { return [] }
    let lines = String(decoding: table, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard let header = lines.first else { return [] }
    func column(_ name: String) -> Int { header.firstIndex(of: name) ?? 0 }
    let (path, format, test) = (column("path"), column("format"), column("fail_test"))
    let (success, agreement) = (column("success"), column("agreement"))
    return lines.dropFirst().compactMap { fields in
      guard ["jpg", "png", "pdf"].contains(fields[format]), fields[agreement] == "agreed" else {
        return nil
      }
      let codes = (fields[test] + "," + fields[success]).split(separator: ",").map(String.init)
      return Row(path: fields[path], codes: Set(codes))
    }
  }()

  private static let match: Set<String> = ["assertion.dataHash.match", "assertion.boxesHash.match"]
  private static let mismatch: Set<String> = [
    "assertion.dataHash.mismatch", "assertion.boxesHash.mismatch",
  ]

  @Test func `the corpus holds rows of both kinds`() {
    #expect(Self.rows.count { !$0.codes.isDisjoint(with: Self.match) } >= 50)
    #expect(Self.rows.count { !$0.codes.isDisjoint(with: Self.mismatch) } >= 5)
  }

  @Test(arguments: rows.filter { !$0.codes.isDisjoint(with: match.union(mismatch)) })
  func `a foreign file matches its binding exactly when others say so`(row: Row) throws {
    let bytes = try #require(Corpus.bytes(of: row.path))
    let document = try Document(ByteSource(bytes: bytes), path: FilePath(row.path))
    let carrier = try #require(document.carrier)
    guard case .found(let located) = try carrier.locate() else {
      Issue.record("no store")
      return
    }
    let store = try ManifestStore(parsing: located.bytes, allowTrailingZeros: true)
    let (manifest, hasUpdates) = try #require(bound(store))
    let claim = try manifest.claim.get()
    let subject = BindingSubject(
      source: document.source, located: located, carrier: carrier, claimAlgorithm: claim.algorithm,
      hasUpdates: hasUpdates)
    var buffer: [UInt8] = []
    let outcome = try verify(manifest, subject, &buffer)
    // Others do not look at the checksum around a store, which no hash covers.
    let expected = row.codes.isDisjoint(with: Self.mismatch) && located.defects.isEmpty
    #expect(outcome.matches == expected, "\(outcome.statuses)")
    if outcome.matches {
      #expect(outcome.statuses.contains { Self.match.contains($0.code.name) })
    }
  }

  /// The manifest whose binding counts: the active one, or the first standard one before it.
  private func bound(_ store: ManifestStore) -> (Manifest, Bool)? {
    guard let manifest = store.manifests.last(where: { $0.kind == .standard }) else { return nil }
    return (manifest, manifest.label != store.active.label)
  }

  private func verify(_ manifest: Manifest, _ subject: BindingSubject, _ buffer: inout [UInt8])
    throws -> BindingOutcome
  {
    for assertion in manifest.assertions {
      guard let value = assertion.cbor else { continue }
      switch assertion.superbox.label {
      case DataHash.label:
        return try DataHashBinding.verify(
          try DataHash(value), subject, wantsFileDigest: true, through: &buffer)
      case BoxesHash.label:
        return try BoxesHashBinding.verify(
          try BoxesHash(value), subject, wantsFileDigest: true, through: &buffer)
      default: continue
      }
    }
    throw Problem(.claimHardBindingsMissing, "no hard binding")
  }
}
