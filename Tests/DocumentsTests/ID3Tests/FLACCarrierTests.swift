import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct FLACCarrierTests {
  private let store = DummyStore.bytes(300)
  private let comments = SoundFile.block(4, Array("vendor, and comments".utf8), isLast: true)

  private func kept(_ store: [UInt8], isLast: Bool = false, name: String = "c2pa") -> [UInt8] {
    SoundFile.block(2, Array(name.utf8) + store, isLast: isLast)
  }

  private func removed(_ file: [UInt8]) throws -> [UInt8]? {
    let source = ByteSource(bytes: file)
    return try FLACCarrier(source).removal().map { try RoundTrip.apply($0, to: source) }
  }

  @Test func `a label stands in a tag in front of the sound, which is FLAC still`() throws {
    let file = SoundFile.flac([comments])
    let document = try Document(ByteSource(bytes: file), path: "speech.flac")
    let result = try RoundTrip.embed(store, in: document)
    let signed = try Document(ByteSource(bytes: result.bytes), path: "speech.flac")
    #expect(signed.format == .flac && signed.extensionAgrees)
    #expect(Array(result.bytes.suffix(file.count)) == file)
    #expect(try RoundTrip.store(in: result.bytes)?.bytes == store)
    #expect(try removed(result.bytes) == file)
    let metadata = try FLACCarrier.metadata(of: ByteSource(bytes: result.bytes))
    #expect(metadata.map { Array(result.bytes[$0.bounds]) } == [comments])
  }

  @Test(arguments: ["c2pa", "C2PA"])
  func `a label in a block of FLAC is read with a doubt`(name: String) throws {
    let file = SoundFile.flac([kept(store, name: name), comments])
    let found = try #require(try RoundTrip.store(in: file))
    #expect(found.bytes == store && found.extent.length == 300)
    #expect(found.doubts.map(\.code.name) == ["FLAC-BLOCK"])
    #expect(try removed(file) == SoundFile.flac([comments]))
  }

  @Test func `where the label was the last block, the one before it is that`() throws {
    let file = SoundFile.flac([SoundFile.block(4, [1, 2]), kept(store, isLast: true)])
    #expect(try removed(file) == SoundFile.flac([SoundFile.block(4, [1, 2], isLast: true)]))
    let document = try Document(ByteSource(bytes: file), path: nil)
    let result = try RoundTrip.embed(DummyStore.bytes(90), in: document)
    #expect(
      try removed(result.bytes) == SoundFile.flac([SoundFile.block(4, [1, 2], isLast: true)]))
  }

  @Test(arguments: [(3, true), (2, false)])
  func `with MPEG sound inside a label goes beside`(frames: Int, isRefused: Bool) throws {
    // 128 kbit/s at 44.1 kHz: 417 bytes a frame. Firefox plays them from behind an ID3 tag on, by whatever name.
    let frame = [0xFF, 0xFB, 0x90, 0x00] + [UInt8](repeating: 0, count: 413)
    let sound = (0..<frames).flatMap { _ in frame }
    let file = SoundFile.flac([SoundFile.block(2, Array("test".utf8) + sound), comments])
    let carrier = try FLACCarrier(ByteSource(bytes: file))
    for insisting in [false, true] {
      let refusal = refusal(of: carrier, insisting: insisting)
      #expect(refusal?.code.name == (isRefused ? "FLAC-MPEG" : nil))
      #expect(refusal?.remedy == (isRefused ? .sidecar : nil))
    }
  }

  private func refusal(of carrier: FLACCarrier, insisting: Bool) -> Refusal? {
    do throws(DocumentError) { _ = try carrier.reserve(100, insisting: insisting) } catch {
      if case .refused(let refusal) = error { return refusal }
    }
    return nil
  }

  @Test func `two labels are none`() throws {
    let tag = SoundFile.tag([SoundFile.frame("GEOB", SoundFile.object(store))])
    for file in [
      SoundFile.flac([kept(store), kept(store), comments]),
      tag + SoundFile.flac([kept(store), comments]),
    ] {
      let carrier = try FLACCarrier(ByteSource(bytes: file))
      guard case .unusable(let note) = try carrier.locate() else {
        Issue.record("two stores were taken for one")
        continue
      }
      #expect(note.code.name == "ID3-MULTIPLE-STORES")
      #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
    }
  }

  private static let marker = Array("fLaC".utf8)
  private static let doubtful: [(String, [UInt8], Int)] = [
    ("no properties", marker + SoundFile.block(4, [1], isLast: true), 4),
    ("properties twice", SoundFile.flac([SoundFile.block(0, SoundFile.properties)]), 42),
    ("a block of no type", SoundFile.flac([SoundFile.block(127, [])]), 42),
    ("a block past the end", marker + [0x80, 0xFF, 0xFF, 0xFF], 4),
    ("no last block", marker + SoundFile.block(0, SoundFile.properties), 42),
  ]

  @Test(arguments: doubtful)
  func `blocks that cannot be told apart are a doubt, and take no label unless asked`(
    _ what: String, sound: [UInt8], offset: Int
  ) throws {
    let tag = SoundFile.tag([SoundFile.frame("GEOB", SoundFile.object(store))])
    let found = try #require(try RoundTrip.store(in: tag + sound))
    #expect(found.bytes == store)
    #expect(found.doubts.map(\.code.name) == ["FLAC-STRUCTURE"])
    #expect(found.doubts.map(\.offset) == [tag.count + offset])
    let carrier = try FLACCarrier(ByteSource(bytes: sound))
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: false) }
    #expect(try carrier.reserve(100, insisting: true).storeSize == 100)
  }

  @Test func `no stream behind the tag is no FLAC`() throws {
    #expect(throws: DocumentError.self) {
      try FLACCarrier(ByteSource(bytes: SoundFile.tag([]) + SoundFile.mpeg))
    }
  }
}
