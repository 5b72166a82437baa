import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// A store goes in, and everything that says where something stands still says so.
@Suite struct BMFFWritingTests {
  private static let store = DummyStore.bytes(300)

  private func embed(_ file: [UInt8]) throws -> (bytes: [UInt8], moved: Int) {
    let document = try Document(ByteSource(bytes: file), path: nil)
    let result = try RoundTrip.embed(Self.store, in: document)
    let found = try #require(try RoundTrip.store(in: result.bytes))
    #expect(found.bytes == Self.store)
    #expect(found.extent == result.placement.extent)
    #expect(found.doubts.isEmpty)
    // The list of boxes that is hashed is that of the output.
    let carrier = try BMFFCarrier(ByteSource(bytes: result.bytes))
    let (written, read) = (
      try #require(result.placement.coverage as? MediaBoxes).roots,
      try #require(try carrier.coverage() as? MediaBoxes).roots
    )
    #expect(written == read)
    return (result.bytes, result.placement.extent.length)
  }

  private func removed(_ bytes: [UInt8]) throws -> [UInt8] {
    let source = ByteSource(bytes: bytes)
    let pieces = try #require(try BMFFCarrier(source).removal())
    return try RoundTrip.apply(pieces, to: source)
  }

  private func number(_ bytes: [UInt8], behind type: String, _ offset: Int, _ width: Int = 4) throws
    -> Int
  {
    let place = try #require(
      bytes.indices.first { bytes[$0...].starts(with: Array(type.utf8)) }, "no \(type)")
    return bytes[(place + 4 + offset)..<(place + 4 + offset + width)].reduce(0) {
      $0 << 8 | Int($1)
    }
  }

  @Test func `chunks of a film are where its table says, and the film is got back`() throws {
    let (bytes, _) = try embed(MediaFile.film)
    for (index, text) in ["01234", "56789"].enumerated() {
      let place = try number(bytes, behind: "stco", 8 + 4 * index)
      #expect(Array(bytes[place..<place + 5]) == Array(text.utf8))
    }
    #expect(try removed(bytes) == MediaFile.film)
  }

  @Test func `media before its description moves too`() throws {
    let sound = Array("0123456789".utf8)
    let file = MediaFile.type() + MediaFile.box("mdat", sound) + MediaFile.movie([28, 33])
    let (bytes, _) = try embed(file)
    let place = try number(bytes, behind: "stco", 8)
    #expect(Array(bytes[place..<place + 10]) == sound)
    #expect(try removed(bytes) == file)
  }

  @Test func `the item of a picture is where its list says`() throws {
    let file = MediaFile.picture([1, 2, 3, 4, 5])
    let (bytes, _) = try embed(file)
    let place = try number(bytes, behind: "iloc", 4 + 10)
    #expect(Array(bytes[place..<place + 5]) == [1, 2, 3, 4, 5])
    #expect(try removed(bytes) == file)
  }

  @Test func `a table of 32 bits that would overflow becomes one of 64`() throws {
    let sound = Array("0123456789".utf8)
    for order in [0, 1] {
      let movie = MediaFile.movie([0xFFFF_FF00, 30])
      let media = MediaFile.box("mdat", sound)
      let file = MediaFile.type() + (order == 0 ? movie + media : media + movie)
      let (bytes, moved) = try embed(file)
      let first = try number(bytes, behind: "co64", 8, 8)
      #expect(first == 0xFFFF_FF00 + moved + 8)
      #expect(try number(bytes, behind: "co64", 4) == 2)
      let growth = 8
      let sizes = ["moov", "trak", "mdia", "minf", "stbl"]
      for type in sizes {
        #expect(
          try number(bytes, behind: type, -8) == (try number(file, behind: type, -8)) + growth)
      }
      #expect(try number(bytes, behind: "co64", 16, 8) == (order == 0 ? 30 + moved : 30 + moved))
    }
  }

  @Test func `fragments, their index and their table move together`() throws {
    func words(_ values: UInt32...) -> [UInt8] { values.flatMap(MediaFile.number) }
    let header = MediaFile.full("tfhd", flags: 1, words(1, 0, 99))
    let moof = MediaFile.box("moof", MediaFile.box("traf", header))
    let index = MediaFile.full("sidx", words(1, 1_000, 0, 0, 1, UInt32(moof.count + 10), 5, 0))
    let auxiliary = MediaFile.full("saio", words(1, 55))
    let movie = Self.track(MediaFile.box("stbl", auxiliary))
    let start = MediaFile.type().count + movie.count + index.count
    let places = words(1, 0, 1, 0, UInt32(start)) + [1, 1, 1]
    let points = MediaFile.box("mfra", MediaFile.full("tfra", places))
    let file = MediaFile.type() + movie + index + moof + MediaFile.box("mdat", [1, 2]) + points
    let (bytes, moved) = try embed(file)
    #expect(try number(bytes, behind: "tfhd", 8, 8) == 99 + moved)
    #expect(try number(bytes, behind: "tfra", 20) == start + moved)
    #expect(try number(bytes, behind: "saio", 8) == 55 + moved)
    #expect(try number(bytes, behind: "sidx", 16) == 0)
    #expect(try number(bytes, behind: "sidx", 24) == moof.count + 10)
    #expect(try removed(bytes) == file)
  }

  @Test func `a longer store stays in its place while there is room, and moves everything after`()
    throws
  {
    let (bytes, moved) = try embed(MediaFile.film)
    let source = ByteSource(bytes: bytes)
    let carrier = try BMFFCarrier(source)
    let found = try #require(try RoundTrip.store(in: bytes))
    #expect(try carrier.replacement(of: found) != nil)
    let longer = try carrier.reserve(16_000, insisting: false)
    #expect(longer.isInPlace(of: found, size: bytes.count))
    let large = try carrier.reserve(60_000, insisting: false)
    #expect(!large.isInPlace(of: found, size: bytes.count))
    #expect(
      large.outputSize > MediaFile.film.count + 60_000
        && large.outputSize < bytes.count - moved + 90_000)
  }

  @Test func `a file from before there were brands gets one`() throws {
    let sound = Array("0123456789".utf8)
    let file = MediaFile.box("mdat", sound) + MediaFile.movie([8, 13])
    let (bytes, _) = try embed(file)
    #expect(bytes.starts(with: [0, 0, 0, 20] + Array("ftypqt  ".utf8)))
    let place = try number(bytes, behind: "stco", 8)
    #expect(Array(bytes[place..<place + 10]) == sound)
  }

  /// `content` at the bottom of a track.
  private static func track(_ content: [UInt8]) -> [UInt8] {
    let media = MediaFile.box("mdia", MediaFile.box("minf", content))
    return MediaFile.box("moov", MediaFile.box("trak", media))
  }

  private static let refused: [([UInt8], String)] = {
    let entry = MediaFile.full("url ", [0])
    let elsewhere = track(MediaFile.box("dinf", MediaFile.full("dref", [0, 0, 0, 1] + entry)))
    let compressed = MediaFile.box("moov", MediaFile.box("cmov", []))
    let fragment = MediaFile.box("moof", []) + MediaFile.box("mdat", [1])
    let torn: [UInt8] = [0, 0, 0, 99, 0x66, 0x72, 0x65, 0x65]
    let broken = MediaFile.box("moov", MediaFile.box("trak", torn))
    return [
      (MediaFile.type() + elsewhere, "BMFF-OFFSETS"),
      (MediaFile.type() + compressed, "BMFF-OFFSETS"),
      (MediaFile.type("crx ") + MediaFile.movie([8]), "BMFF-OFFSETS"),
      (MediaFile.film + [0], "BMFF-TRAILING"),
      (MediaFile.type() + fragment, "BMFF-PART"), (MediaFile.type() + broken, "BMFF-OFFSETS"),
    ]
  }()

  @Test(arguments: refused)
  func `what could be made unreadable is labelled beside it`(file: [UInt8], code: String) throws {
    let carrier = try BMFFCarrier(ByteSource(bytes: file))
    do throws(DocumentError) {
      _ = try carrier.reserve(300, insisting: true)
      Issue.record("it was embedded")
    } catch {
      guard case .refused(let refusal) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(refusal.code.name == code)
      #expect(refusal.remedy == .sidecar)
    }
  }
}
