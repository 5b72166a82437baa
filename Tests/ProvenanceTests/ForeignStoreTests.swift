import BroadsealBytes
import BroadsealCOSE
import BroadsealDocuments
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance
import TestSupport
import Testing

@Suite("Stores of other writers", .enabled(if: Corpus.folder != nil, "no corpus"))
struct ForeignStoreTests {
  /// Every file that carries a store, of the formats whose carriers the house has, and every sidecar.
  static let files: [String] =
    ["c2pa/png", "c2pa/jpg", "c2pa/pdf", "c2pa/c2pa", "sidecar"].flatMap {
      Corpus.files(in: $0, endingWith: "")
    }.filter { file in
      [".png", ".jpg", ".pdf", ".c2pa"].contains { file.hasSuffix($0) } && !file.contains(".asset.")
    }

  /// Files whose store its maker cut short or broke.
  private static let broken = ["--truncated.", "truncated_jumbf", "corrupt_box_type"]

  /// Files one of whose assertions its maker changed after it was signed.
  private static let changed = ["--assertion-flip", "E-uri-", "E-clm-"]

  /// The stores of a file, the active one last; empty when none is located.
  private static func stores(of file: String) throws -> [[UInt8]] {
    if file.hasSuffix(".c2pa") { return [try #require(Corpus.bytes(of: file))] }
    let folder = try #require(Corpus.folder)
    let document = try Document.open(FilePath(folder + "/" + file))
    guard case .found(let store) = try document.carrier?.locate() ?? .none else { return [] }
    return store.earlier.map(\.bytes) + [store.bytes]
  }

  @Test(
    "claims, signatures and assertions are read, and every reference holds its hash",
    arguments: files)
  func reads(_ file: String) throws {
    let stores = try Self.stores(of: file)
    guard !Self.broken.contains(where: { file.contains($0) }) else {
      #expect(stores.allSatisfy { (try? ManifestStore(parsing: $0)) == nil })
      return
    }
    try #require(!stores.isEmpty)
    for bytes in stores {
      let store = try ManifestStore(parsing: bytes, allowTrailingZeros: true)
      #expect(store.ambiguousLabels.isEmpty)
      for manifest in store.manifests { try Self.check(manifest, in: store, file) }
    }
  }

  private static func check(_ manifest: Manifest, in store: ManifestStore, _ file: String) throws {
    let claim = try manifest.claim.get()
    _ = try Sign1(decoding: try manifest.signature.get().bytes)
    for assertion in manifest.assertions {
      if case .malformed(let problem) = assertion.content { Issue.record("\(problem)") }
      _ = try Actions(assertion)
      _ = try Ingredient(assertion)
    }
    let isChanged = changed.contains { file.contains($0) }
    for reference in claim.assertions where !isChanged {
      let uri = try #require(reference.uri)
      guard let assertion = manifest.assertion(at: uri) else {
        #expect(Self.isRedacted(reference, of: manifest, in: store))
        continue
      }
      guard !assertion.isRedacted else { continue }
      let name = reference.algorithm ?? claim.algorithm ?? "sha256"
      let algorithm = try #require(DigestAlgorithm(rawValue: name))
      let hash = try Digest.of(assertion.superbox.payload, algorithm).bytes
      #expect(hash == reference.hash, "\(reference.url)")
    }
  }

  /// Whether another manifest of the store says that it redacted the assertion.
  private static func isRedacted(
    _ reference: HashedURI, of manifest: Manifest, in store: ManifestStore
  ) -> Bool {
    guard let path = reference.uri?.path else { return false }
    let name = "/c2pa/" + manifest.label + "/" + path.joined(separator: "/")
    return store.manifests.contains { other in
      (try? other.claim.get())?.redacted.contains { $0.hasSuffix(name) } ?? false
    }
  }

  @Test("both versions of the claim, old labels and redactions are among what is read")
  func coversWhatWasWritten() throws {
    var versions: Set<Int> = []
    var labels: Set<String> = []
    var redacted = 0
    for file in Self.files where !Self.broken.contains(where: { file.contains($0) }) {
      for bytes in try Self.stores(of: file) {
        for manifest in try ManifestStore(parsing: bytes, allowTrailingZeros: true).manifests {
          let claim = try manifest.claim.get()
          versions.insert(claim.version)
          redacted += claim.redacted.count
          labels.formUnion(manifest.assertions.map(\.label.text))
        }
      }
    }
    #expect(versions == [1, 2])
    #expect(redacted > 0)
    #expect(labels.contains("c2pa.thumbnail.claim.jpeg"))
    #expect(labels.contains("c2pa.ingredient"))
    #expect(labels.contains("c2pa.actions"))
  }
}
