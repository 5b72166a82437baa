import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

/// A photograph with a film behind it, which programs cut off: the hash of the whole does not hold then, and
/// those of the parts do (C2PA 2.5 §14.12.4).
@Suite("Files of several parts")
struct MultiAssetTests {
  /// How a list of parts is written.
  enum Form: CaseIterable {
    case sound, required, twice, foreignHash, overlapping, gap, lackingPlace, unknownForm
  }

  private static let photograph = SmallPicture.jpeg
  private static let film = MediaFile.film

  private static func session() throws -> VerifierSession {
    Verifier(trust: try TestPKI.shared().context(), at: TestPKI.now).session()
  }

  private static func verdict(on bytes: [UInt8]) throws -> Verdict {
    try session().verify(try Document(ByteSource(bytes: bytes), path: "release.jpg"))
  }

  /// The hash of the film as boxes, whose offsets count from its beginning.
  private static func filmHash() throws -> CBOR.Value {
    let source = ByteSource(bytes: film)
    let boxes = try #require(try BMFFCarrier(source).coverage() as? MediaBoxes)
    let bytes = boxes.roots.flatMap {
      MediaFile.number(UInt64($0.range.start)) + film[$0.range.bounds]
    }
    return BMFFHash(
      exclusions: [
        BMFFHash.Exclusion(
          xpath: "/uuid", data: [BMFFHash.Exclusion.Match(offset: 8, value: MediaFile.provenance)]),
        BMFFHash.Exclusion(xpath: "/mfra"),
      ], algorithm: "sha256", hash: try Digest.of(bytes, .sha256).bytes
    ).asValue
  }

  /// The assertions: a hash for each part, and the list of them.
  ///
  /// - Parameters:
  ///   - file: the file with its store at `extent`; before it is known, any.
  private static func assertions(
    _ form: Form, _ file: [UInt8], _ extent: ByteRange
  ) throws -> [(label: String, content: AssertionDraft, list: ManifestBuilder.List)] {
    let first = file.count - film.count
    var kept = Array(file.prefix(first))
    kept.removeSubrange(extent.bounds)
    let hash = DataHash(
      exclusions: [extent], algorithm: "sha256", hash: try Digest.of(kept, .sha256).bytes)
    let still = try #require(hash.padded(toSize: 220)).asValue
    let labels = [
      "c2pa.hash.data.part",
      form == .unknownForm ? "c2pa.hash.segment.part" : "c2pa.hash.bmff.v3.part",
    ]
    let contents = [AssertionDraft.cbor(still), .cbor(try filmHash())]
    var parts: [CBOR.Value] = []
    for (number, (label, content)) in zip(labels, contents).enumerated() {
      var builder = ManifestBuilder(label: "urn:c2pa:0")
      let reference = try builder.add(content, label: label, in: .created, salt: nil)
      var location: CBOR.Value = ["byteOffset": 0, "length": CBOR.Value(first)]
      if number == 1 {
        let start = first + (form == .overlapping ? -1 : form == .gap ? 1 : 0)
        location = [
          "byteOffset": CBOR.Value(start),
          "length": CBOR.Value(first + film.count - start),
        ]
      }
      if form == .lackingPlace { location = ["byteOffset": 0] }
      let digest = form == .foreignHash ? [UInt8](repeating: 7, count: 32) : reference.hash
      parts.append([
        "location": location,
        "hashAssertion": [
          "url": .text("self#jumbf=c2pa.assertions/" + label), "hash": .bytes(digest),
        ],
        "optional": .boolean(number == 1 && form != .required),
      ])
    }
    let list = (MultiAssetHash.label, AssertionDraft.cbor(["parts": .array(parts)]))
    let lists = form == .twice ? [list, list] : [list]
    return zip(labels, contents).map { ($0, $1, .created) } + lists.map { ($0.0, $0.1, .created) }
  }

  /// The labelled file, and where its film begins.
  static func file(_ form: Form) throws -> (bytes: [UInt8], film: Int) {
    var bytes = [UInt8](repeating: 0, count: 20_000)
    var extent = try #require(ByteRange(start: 20, length: 9_000))
    // What the list says of places decides how long it is.
    for _ in 0..<3 {
      var manifest = TestManifest(try TestPKI.shared())
      manifest.further = try assertions(form, bytes, extent)
      bytes = try manifest.embedded(in: photograph + film, as: JPEGCarrier.self)
      guard case .found(let store) = try JPEGCarrier(ByteSource(bytes: bytes)).locate() else {
        throw TestManifest.Failure()
      }
      extent = store.extent
    }
    return (bytes, bytes.count - film.count)
  }

  private static func codes(_ verdict: Verdict) -> [String] {
    (verdict.c2pa.success + verdict.c2pa.failure).map(\.code)
      .filter { $0.contains("Hash.") && !$0.contains("hashedURI") }
  }

  @Test("The whole file is official, and its parts are not asked", arguments: Form.allCases)
  func whole(_ form: Form) throws {
    let verdict = try Self.verdict(on: try Self.file(form).bytes)
    #expect(verdict.integrity == .intact && verdict.origin?.status == .official)
    #expect(Self.codes(verdict) == ["assertion.dataHash.match"])
  }

  @Test("What is left is intact where the film may be missing, and never official")
  func cut() throws {
    let (bytes, film) = try Self.file(.sound)
    let verdict = try Self.verdict(on: Array(bytes[..<film]))
    #expect(verdict.integrity == .intact)
    #expect(Self.codes(verdict) == ["assertion.multiAssetHash.match"])
    #expect(verdict.findings.map(\.code.name).contains("BINDING-PARTS"))
    #expect(verdict.origin?.status != .official)
    #expect(verdict.origin?.reasons.map(\.code.name) == ["OFF-1-BINDING-FORM"])
    #expect(verdict.conclusion(for: .valid) != .satisfied)
  }

  /// Forms of the list that bind nothing once the film is gone, and what is said of them.
  private static let lists: [(Form, String)] = [
    (.required, "missingPart"), (.twice, "malformed"), (.foreignHash, "malformed"),
    (.lackingPlace, "malformed"),
  ]

  @Test("A list of parts that does not allow it, or is none, saves nothing", arguments: lists)
  func refused(form: Form, code: String) throws {
    let (bytes, film) = try Self.file(form)
    let verdict = try Self.verdict(on: Array(bytes[..<film]))
    #expect(verdict.integrity == .altered)
    #expect(
      Self.codes(verdict)
        == ["assertion.dataHash.mismatch", "assertion.multiAssetHash." + code])
    #expect(verdict.origin?.status != .official)
  }

  /// Changes of the file: by how many bytes it becomes longer, where a bit is turned, how it is bound.
  private static let changes: [(Form, longer: Int, turned: Int?, code: String)] = [
    (.sound, -1, nil, "mismatch"), (.sound, -MediaFile.film.count, 10, "mismatch"),
    (.sound, 0, 10, "mismatch"), (.sound, 0, -1, "mismatch"), (.sound, 1, nil, "malformed"),
    (.overlapping, 0, 10, "malformed"), (.gap, 0, 10, "malformed"),
  ]

  @Test("A change in a part, and bytes of none, are an alteration", arguments: changes)
  func changed(form: Form, longer: Int, turned: Int?, code: String) throws {
    var bytes = try Self.file(form).bytes
    if let turned { bytes[turned < 0 ? bytes.count + turned : turned] ^= 1 }
    bytes =
      longer < 0 ? Array(bytes.dropLast(-longer)) : bytes + [UInt8](repeating: 0, count: longer)
    let verdict = try Self.verdict(on: bytes)
    #expect(verdict.integrity == .altered)
    #expect(
      Self.codes(verdict)
        == ["assertion.dataHash.mismatch", "assertion.multiAssetHash." + code])
  }

  @Test("A part whose hash cannot be computed leaves the file unjudged")
  func limit() throws {
    var bytes = try Self.file(.unknownForm).bytes
    bytes[bytes.count - 1] ^= 1
    let verdict = try Self.verdict(on: bytes)
    #expect(verdict.integrity == .unreadable && !verdict.limits.isEmpty)
    #expect(verdict.origin?.status != .official)
  }
}
