import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// Where a store is found in boxes, and where it is not.
@Suite struct BMFFReadingTests {
  private static let store = DummyStore.bytes(300)
  private static let tail =
    MediaFile.movie([20]) + MediaFile.box("mdat", Array("0123456789".utf8))

  private static func file(_ boxes: [UInt8]...) -> [UInt8] {
    MediaFile.type() + boxes.flatMap(\.self)
  }

  private func location(_ bytes: [UInt8]) throws -> StoreLocation {
    try BMFFCarrier(ByteSource(bytes: bytes)).locate()
  }

  private func code(_ bytes: [UInt8]) throws -> String? {
    if case .unusable(let note) = try location(bytes) { note.code.name } else { nil }
  }

  private static let manifest = MediaFile.provenance("manifest", store)
  private static let original = MediaFile.provenance("original", store)
  private static let update = MediaFile.provenance("update", store, firstTree: nil)

  @Test func `the extent of a store is its whole box, and zeros behind it are no part of it`()
    throws
  {
    let box = MediaFile.provenance("manifest", Self.store + [0, 0, 0])
    for file in [Self.file(box, Self.tail), Self.file(Self.tail, box)] {
      let found = try #require(try RoundTrip.store(in: file))
      #expect(found.bytes == Self.store)
      #expect(found.extent.length == box.count)
      #expect(found.doubts.isEmpty)
    }
  }

  private static let unusable: [([UInt8], String)] = {
    let unnamed = MediaFile.box("uuid", MediaFile.provenance)
    let unended: [UInt8] = MediaFile.provenance + [0, 0, 0, 0] + Array("manifest".utf8)
    return [
      (manifest + manifest, "BMFF-MULTIPLE-STORES"),
      (original + original + update, "BMFF-MULTIPLE-STORES"),
      (original, "BMFF-PURPOSE"), (manifest + update, "BMFF-PURPOSE"), (update, "BMFF-PURPOSE"),
      (MediaFile.provenance("Manifest", store), "BMFF-PURPOSE"),
      (MediaFile.provenance("manifestmanifestmanifest", store), "BMFF-PURPOSE"),
      (unnamed, "BMFF-PURPOSE"), (MediaFile.box("uuid", unended), "BMFF-PURPOSE"),
    ]
  }()

  @Test(arguments: unusable)
  func `boxes that do not fit together hold no store`(boxes: [UInt8], code: String) throws {
    #expect(try self.code(Self.file(Self.tail, boxes)) == code)
  }

  @Test func `without a box of C2PA there is none, and boxes of hash trees are none`() throws {
    #expect(try RoundTrip.store(in: Self.file(Self.tail)) == nil)
    let tree = MediaFile.provenance("merkle", [0xA0], firstTree: nil)
    #expect(try RoundTrip.store(in: Self.file(Self.tail, tree)) == nil)
    let foreign = MediaFile.box("uuid", [UInt8](repeating: 7, count: 400))
    #expect(try RoundTrip.store(in: Self.file(Self.tail, foreign)) == nil)
  }

  @Test(arguments: [[], [UInt8](repeating: 0, count: 8)])
  func `an update and what it updates are read together`(gap: [UInt8]) throws {
    let later = DummyStore.bytes(200, seed: 9)
    let box = MediaFile.provenance("update", gap + later, firstTree: nil)
    let found = try #require(try RoundTrip.store(in: Self.file(Self.original, Self.tail, box)))
    #expect(found.bytes == later)
    #expect(found.earlier.map(\.bytes) == [Self.store])
    #expect(found.doubts.isEmpty)
    let moved = try #require(try RoundTrip.store(in: Self.file(Self.original, box, Self.tail)))
    #expect(moved.doubts.map(\.code.name) == ["BMFF-PURPOSE"])
  }

  private static let doubtful: [([UInt8], String)] = {
    let filled = MediaFile.provenance("manifest", store + [0, 1])
    let other = MediaFile.provenance("other", [1])
    let pointing = MediaFile.provenance("manifest", store, firstTree: 8)
    let loose: [UInt8] = [0, 0, 0]
    return [
      (filled + tail, "BMFF-PADDING"), (manifest + tail + other, "BMFF-PURPOSE"),
      (pointing + tail, "BMFF-PURPOSE"), (manifest + tail + loose, "BMFF-TRAILING"),
      (manifest + Array(tail.dropLast(2)), "BMFF-TRUNCATED"),
    ]
  }()

  @Test(arguments: doubtful)
  func `what stands beside the label is a doubt`(boxes: [UInt8], code: String) throws {
    let found = try #require(try RoundTrip.store(in: Self.file(boxes)))
    #expect(found.bytes == Self.store)
    #expect(found.doubts.map(\.code.name) == [code])
  }

  private static let impossible: [([UInt8], String)] = {
    func free(_ size: UInt8, _ large: [UInt8] = []) -> [UInt8] {
      [0, 0, 0, size] + Array("free".utf8) + large
    }
    return [
      (free(4), "BMFF-STRUCTURE"), (free(7), "BMFF-STRUCTURE"), (free(9), "BMFF-TRUNCATED"),
      (Array("junk that is no box at all".utf8), "BMFF-TRUNCATED"), (free(1), "BMFF-TRUNCATED"),
      (free(1, [0, 0, 0, 0, 0, 0, 0, 15]), "BMFF-STRUCTURE"),
      (free(1, [0x80, 0, 0, 0, 0, 0, 0, 0]), "BMFF-TRUNCATED"),
      (free(1, [UInt8](repeating: 0xFF, count: 8)), "BMFF-TRUNCATED"),
    ]
  }()

  @Test(arguments: impossible)
  func `sizes that cannot be are refused`(box: [UInt8], code: String) throws {
    let document = try Document(
      ByteSource(bytes: Self.file(Self.manifest, Self.tail, box)), path: nil)
    guard case .malformed(let found, _) = document.problem else {
      Issue.record("\(box) was read")
      return
    }
    #expect(found.name == code)
  }

  @Test func `a last box without a size reaches to the end, and one of 64 bits is read`() throws {
    let open = MediaFile.number(UInt32(0)) + Array("mdat".utf8) + Array("0123456789".utf8)
    let large = MediaFile.largeBox("mdat", Array("0123456789".utf8))
    for media in [open, large] {
      let file = Self.file(Self.manifest, MediaFile.movie([20]), media)
      #expect(try RoundTrip.store(in: file)?.bytes == Self.store)
    }
  }

  @Test func `very many boxes are refused`() throws {
    let many = (0...BMFFLimits.maximumRoots).flatMap { _ in MediaFile.box("free", []) }
    let document = try Document(ByteSource(bytes: Self.file(many)), path: nil)
    guard case .refused(let refusal) = document.problem else {
      Issue.record("they were read")
      return
    }
    #expect(refusal.code.name == "BMFF-LIMIT")
  }

  @Test func `boxes ten thousand deep are neither followed nor a danger`() throws {
    var deep: [UInt8] = []
    for _ in 0..<10_000 {
      deep = MediaFile.number(UInt32(deep.count + 8)) + Array("moov".utf8) + deep
    }
    let source = ByteSource(bytes: Self.file(deep))
    let carrier = try BMFFCarrier(source)
    _ = try BMFFCarrier.metadata(of: source)
    _ = try? carrier.reserve(100, insisting: false)
    #expect(try RoundTrip.store(in: Self.file(deep)) == nil)
  }

  @Test func `metadata is found where programs keep it`() throws {
    let packet = Array("<rdf:RDF> TC260:AIGC </rdf:RDF>".utf8)
    let identifier: [UInt8] = [
      0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF,
      0xAC,
    ]
    let list = MediaFile.box("ilst", MediaFile.box("desc", packet))
    let meta = MediaFile.full("meta", MediaFile.full("hdlr", [0, 0, 0, 0]) + list)
    let tags = MediaFile.box("udta", meta)
    let plain = MediaFile.box("udta", MediaFile.box("XMP_", packet))
    let files: [[UInt8]] = [
      Self.file(MediaFile.box("uuid", identifier + packet), Self.tail),
      Self.file(MediaFile.movie([20], more: tags)), Self.file(MediaFile.movie([20], more: plain)),
    ]
    for file in files {
      let source = ByteSource(bytes: file)
      let found = try BMFFCarrier.metadata(of: source).flatMap { try source.read($0) }
      #expect(String(decoding: found, as: UTF8.self).contains("TC260:AIGC"))
    }
  }
}
