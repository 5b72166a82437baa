import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// A label goes into a film or picture only where nothing else could say where something stands: players
/// look where a walk over boxes does not, and would show something else once everything moved.
@Suite struct BMFFPlacesTests {
  /// A film, and why no label goes into it.
  struct Prepared: CustomTestStringConvertible, Sendable {
    let name: String
    let file: [UInt8]
    var testDescription: String { name }
    init(_ name: String, _ file: [UInt8]) {
      self.name = name
      self.file = file
    }
  }

  private static let sound = Array("0123456789".utf8)
  private static let media = MediaFile.box("mdat", sound)
  private static let tables = MediaFile.tables(at: 40, size: 4)
  private static let chunks = MediaFile.full("stco", MediaFile.words(1, 60))
  private static let lengths =
    MediaFile.full("stsc", MediaFile.words(1, 1, 1, 1))
    + MediaFile.full(
      "stsz", MediaFile.words(4, 1))

  private static func film(_ moov: [UInt8], _ more: [UInt8] = []) -> [UInt8] {
    MediaFile.type() + moov + more + media
  }

  private static func film(tables: [UInt8]) -> [UInt8] {
    film(MediaFile.description(MediaFile.track(tables)))
  }

  /// `file` with the size of the last box of `type` 0: it reaches to the end of what it is in.
  private static func open(_ type: String, in file: [UInt8]) -> [UInt8] {
    var file = file
    guard
      let place = file.indices.last(where: { file[$0...].starts(with: type.utf8) })
    else { return file }
    file.replaceSubrange((place - 4)..<place, with: [0, 0, 0, 0])
    return file
  }

  private static func fragment(_ more: [UInt8] = []) -> [UInt8] {
    let head = MediaFile.full("tfhd", flags: 0x020000, MediaFile.words(1))
    return MediaFile.box("moof", MediaFile.box("traf", head + more))
  }

  /// An index of one track that leads to `place`.
  private static func index(_ place: UInt32) -> [UInt8] {
    let table = MediaFile.full("tfra", MediaFile.words(1, 0, 1, 0, place) + [1, 1, 1])
    let length = UInt32(8 + table.count + 16)
    return MediaFile.box("mfra", table + MediaFile.full("mfro", MediaFile.words(length)))
  }

  private static let films: [Prepared] = {
    let plain = film(tables: tables)
    let second = MediaFile.box("udta", chunks)
    let hidden = MediaFile.description(MediaFile.track(tables))
    let entry = MediaFile.box("avc1", [UInt8](repeating: 0, count: 78) + chunks)
    let described = MediaFile.full("stsd", MediaFile.words(1) + entry)
    let inside = MediaFile.box("mdat", fragment())
    let head = MediaFile.type() + MediaFile.description(MediaFile.track(tables))
    return [
      Prepared("a track without a size", open("trak", in: plain)),
      Prepared("a table of samples without a size", open("stbl", in: plain)),
      Prepared("information on media without a size", open("minf", in: plain)),
      Prepared("chunks in user data", film(tables: lengths + second)),
      Prepared("chunks in user data before others", film(tables: second + tables)),
      Prepared("chunks in user data behind others", film(tables: tables + second)),
      Prepared("chunks in a description of samples", film(tables: described + chunks)),
      Prepared("chunks beside the table of samples", film(MediaFile.description(chunks))),
      Prepared("chunks twice", film(tables: tables + chunks)),
      Prepared(
        "sizes twice",
        film(tables: tables + MediaFile.full("stz2", MediaFile.words(8, 0)))),
      Prepared("a film in free space", film([], MediaFile.box("free", hidden)) + hidden),
      Prepared("a table in a box of XMP", plain + MediaFile.box("uuid", sound + sound + chunks)),
      Prepared("items in tags", film(MediaFile.description(MediaFile.box("udta", listed)))),
      Prepared(
        "a compressed fragment", plain + MediaFile.box("!mof", MediaFile.box("dcom", sound))),
      Prepared(
        "the positions of a dash camera",
        film(MediaFile.description(MediaFile.box("gps ", MediaFile.words(1, 1, 60, 8))))),
      Prepared("bytes behind a table", film(tables: MediaFile.box("stco", zeros(9)))),
      Prepared("a table that counts too many", film(tables: MediaFile.box("stco", tooMany))),
      Prepared("bytes behind the boxes of a track", film(tables: tables + [0, 0, 0, 0])),
      Prepared("an index that leads into media", head + inside + index(UInt32(head.count + 8))),
      Prepared(
        "an index at the end that is no box",
        head + MediaFile.box("mdat", index(UInt32(head.count + 8)))),
      Prepared(
        "an index of segments that leads into media",
        head + MediaFile.full("sidx", MediaFile.words(1, 1, 0, 8, 1, 16, 5, 0)) + inside),
    ]
  }()

  private static let listed = MediaFile.pictureMetadata(MediaFile.items(at: 60, 4))
  private static let tooMany = MediaFile.words(0, 9, 60)
  private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  private static let pictures: [Prepared] = {
    func picture(_ boxes: [UInt8]) -> [UInt8] {
      MediaFile.type("avif") + MediaFile.pictureMetadata(boxes) + media
    }
    let items = MediaFile.items(at: 60, 4)
    return [
      Prepared(
        "an item that says it is elsewhere", picture(MediaFile.items(reference: 1, at: 60, 4))),
      Prepared(
        "an item of data in its box that says it is elsewhere",
        picture(MediaFile.items(version: 1, method: 1, reference: 1, at: 0, 4))),
      Prepared("a second list of items", picture(items + items)),
      Prepared("a list of an unknown version", picture(MediaFile.items(version: 3, at: 60, 4))),
      Prepared(
        "an item of an unknown kind", picture(MediaFile.items(version: 1, method: 3, at: 60, 4))),
      Prepared("bytes behind a list of items", picture(MediaFile.items(at: 60, 4, behind: [0]))),
      Prepared("a list of items in a property", picture(items + MediaFile.box("iprp", items))),
    ]
  }()

  /// What is shown is a table, or reaches into one: it would be brought up to date before everybody's eyes.
  private static let overlaid: [Prepared] = {
    func behind(_ size: UInt32) -> [UInt8] {
      let head = MediaFile.type() + media
      let place = UInt32(head.count - sound.count)
      return head + MediaFile.description(MediaFile.track(MediaFile.tables(at: place, size: size)))
    }
    let runs = MediaFile.full("trun", flags: 0x201, MediaFile.words(1, 60, 200))
    let entry = MediaFile.full("sidx", MediaFile.words(1, 1, 0, 0, 0))
    return [
      Prepared("a sample that is a table", film(tables: MediaFile.tables(at: 350, size: 40))),
      Prepared(
        "a sample that begins before the label", film(tables: MediaFile.tables(at: 8, size: 20))),
      Prepared("a sample that goes on into the description", behind(200)),
      Prepared(
        "a sample of a fragment that goes on into an index",
        film(MediaFile.description([]), fragment(runs)) + entry),
      Prepared(
        "an item that is the list of items",
        MediaFile.type("avif") + MediaFile.pictureMetadata(MediaFile.items(at: 60, 40)) + media),
    ]
  }()

  @Test(arguments: films + pictures + overlaid)
  func `a label goes beside what could show something else`(prepared: Prepared) throws {
    try expectRefusal { () throws(DocumentError) in
      _ = try BMFFCarrier(ByteSource(bytes: prepared.file)).reserve(300, insisting: true)
    }
  }

  /// Everything would move back.
  @Test(arguments: films + pictures)
  func `nor is a label taken out of it`(prepared: Prepared) throws {
    let place = MediaFile.type().count
    let label = MediaFile.provenance("manifest", DummyStore.bytes(300))
    let file = Array(prepared.file[..<place]) + label + Array(prepared.file[place...])
    try expectRefusal { () throws(DocumentError) in
      _ = try BMFFCarrier(ByteSource(bytes: file)).removal()
    }
  }

  @Test func `a label is not written over what is shown`() throws {
    let box = MediaFile.provenance("manifest", DummyStore.bytes(300) + Self.zeros(20_000))
    let place = UInt32(MediaFile.type().count + 8_000)
    let tables = MediaFile.tables(at: place, size: 100)
    let film = MediaFile.type() + box + MediaFile.description(MediaFile.track(tables)) + Self.media
    try expectRefusal { () throws(DocumentError) in
      _ = try BMFFCarrier(ByteSource(bytes: film)).reserve(300, insisting: true)
    }
  }

  @Test func `a segment is not moved where a table stands beside it`() throws {
    let hidden = MediaFile.box("free", Self.chunks)
    let segment = try MediaSegment(ByteSource(bytes: MediaFile.segment(1) + hidden))
    try expectRefusal { () throws(DocumentError) in _ = try segment.placement(ofTreeBox: 100) }
    let plain = try MediaSegment(ByteSource(bytes: MediaFile.segment(1)))
    _ = try plain.placement(ofTreeBox: 100)
  }

  private static let honest: [Prepared] = {
    let head = MediaFile.type() + media
    let place = UInt32(head.count - sound.count)
    let text = MediaFile.box("udta", MediaFile.box("desc", Array(words.utf8)))
    let track = MediaFile.track(MediaFile.tables(at: place, size: 10))
    let list = MediaFile.items(version: 1, method: 1, at: 0, 4) + MediaFile.box("idat", sound)
    let run = MediaFile.full("trun", flags: 0x201, MediaFile.words(1, 64, 10))
    let empty = MediaFile.description(MediaFile.track(MediaFile.full("stco", MediaFile.words(0))))
    let opening = MediaFile.type() + empty
    return [
      Prepared("a film", film(tables: tables)),
      Prepared("a picture", MediaFile.picture(sound)),
      Prepared(
        "samples that end where the description begins", head + MediaFile.description(track)),
      Prepared("words that hold the name of a table", head + MediaFile.description(track + text)),
      Prepared(
        "a picture in its own box", MediaFile.type("avif") + MediaFile.pictureMetadata(list)),
      Prepared(
        "a fragment and its index",
        opening + fragment(run) + media + index(UInt32(opening.count))),
      Prepared(
        "a film in a picture",
        MediaFile.picture(sound) + MediaFile.box("mpvd", MediaFile.film)),
    ]
  }()

  private static let words =
    "Filmed in the district of the postcode that the postscript names, near the trunk road to the coast."

  @Test(arguments: honest)
  func `a label goes into what says all of its places`(prepared: Prepared) throws {
    let document = try Document(ByteSource(bytes: prepared.file), path: nil)
    let result = try RoundTrip.embed(DummyStore.bytes(300), in: document)
    let carrier = try BMFFCarrier(ByteSource(bytes: result.bytes))
    let pieces = try #require(try carrier.removal())
    #expect(try RoundTrip.apply(pieces, to: ByteSource(bytes: result.bytes)) == prepared.file)
  }

  private func expectRefusal(
    _ body: () throws(DocumentError) -> Void, _ location: SourceLocation = #_sourceLocation
  ) throws {
    do throws(DocumentError) {
      try body()
      Issue.record("it was done", sourceLocation: location)
    } catch {
      guard case .refused(let refusal) = error else {
        Issue.record("\(error)", sourceLocation: location)
        return
      }
      #expect(refusal.code.name == "BMFF-OFFSETS", sourceLocation: location)
      #expect(refusal.remedy == .sidecar, sourceLocation: location)
    }
  }
}
