import BroadsealBytes
import BroadsealDocuments
import BroadsealProvenance
import BroadsealSigning
import BroadsealVerifying
import TestSupport
import Testing

/// Large media data, which is bound piece by piece (C2PA 2.5 §14.12.2.1).
@Suite("Media data in pieces")
struct MediaPiecesTests {
  private static let sound = (0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }

  /// A film of every layout: its name, its bytes before the sound and behind it.
  private static let films: [(name: String, bytes: [UInt8])] = {
    let head = MediaFile.type()
    func movie(_ start: Int) -> [UInt8] { MediaFile.movie([UInt32(start), UInt32(start + 5)]) }
    let length = head.count + movie(0).count
    let plain = MediaFile.box("mdat", sound)
    let large = MediaFile.largeBox("mdat", sound)
    let open = MediaFile.number(UInt32(0)) + Array("mdat".utf8) + sound
    return [
      ("free before", MediaFile.film(sound: sound)),
      ("nothing before", head + movie(length + 8) + plain),
      ("a large header", head + movie(length + 16) + large),
      ("open to the end", head + movie(length + 8) + open),
      ("the description last", head + plain + movie(head.count + 8)),
      (
        "wide before, more behind",
        head + movie(length + 16) + MediaFile.box("wide", []) + plain + MediaFile.box("skip", [1])
      ),
    ]
  }()

  private func sign(_ bytes: [UInt8], _ fixture: Fixture) throws -> [UInt8] {
    fixture.scratch.write(bytes, to: "in.mp4")
    var request = SigningRequest(
      input: FilePath(fixture.scratch("in.mp4")),
      destination: .file(FilePath(fixture.scratch("out.mp4"))), label: .issued(.none))
    request.piecewiseMinimum = 1
    request.overwrites = true
    let result = try fixture.signer().sign(request)
    #expect(result.form == .embedded)
    return try #require(fixture.scratch.read("out.mp4"))
  }

  /// Where the first sound stands by the table of chunks, and the sound there.
  private func chunks(_ file: [UInt8]) throws -> [Int] {
    let table = try #require(Self.place(of: Array("stco".utf8), in: file))
    return (0..<2).map { number in
      file[(table + 12 + 4 * number)..<(table + 16 + 4 * number)].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  private static func place(of bytes: [UInt8], in file: [UInt8]) -> Int? {
    file.indices.first { file[$0] == bytes[0] && file[$0...].starts(with: bytes) }
  }

  @Test(
    "media of every layout is bound in pieces, and the tables lead to it", arguments: films.indices)
  func layouts(_ index: Int) throws {
    let (name, film) = Self.films[index]
    let fixture = try Fixture()
    let file = try sign(film, fixture)
    let verdict = fixture.verdict("out.mp4")
    #expect(verdict.integrity == .intact && verdict.origin?.status == .official, "\(name)")
    #expect(verdict.findings.allSatisfy { !$0.code.name.hasPrefix("BMFF") }, "\(name)")
    let store = try fixture.store("out.mp4")
    let binding = try #require(store.active.assertions.first { $0.label.isHardBinding })
    #expect(binding.label.text == BMFFHash.label)
    for chunk in try chunks(file) {
      #expect(chunk > 16 && chunk < file.count, "\(name)")
    }
    let first = try chunks(file)[0]
    #expect(Array(file[first..<first + 64]) == Array(Self.sound[..<64]), "\(name)")
    let header = Array(file[(first - 16)..<first])
    #expect(
      header == MediaFile.number(UInt32(1)) + Array("mdat".utf8)
        + MediaFile.number(UInt64(16 + Self.sound.count)), "\(name)")
  }

  @Test("a changed byte in any piece, in the header or around it is found")
  func changed() throws {
    let fixture = try Fixture()
    let file = try sign(Self.films[0].bytes, fixture)
    let first = try chunks(file)[0]
    let places = [
      first, first + 1_100_000, first + 2_200_000, file.count - 1, first - 1, first - 9, 9,
    ]
    for place in places {
      var changed = file
      changed[place] ^= 1
      fixture.scratch.write(changed, to: "changed.mp4")
      let verdict = fixture.verdict("changed.mp4")
      #expect(verdict.integrity != .intact && verdict.origin?.status != .official, "\(place)")
    }
    fixture.scratch.write(file.dropLast(), to: "changed.mp4")
    #expect(fixture.verdict("changed.mp4").integrity == .altered)
    fixture.scratch.write(file + MediaFile.box("mdat", [1]), to: "changed.mp4")
    #expect(fixture.verdict("changed.mp4").integrity == .altered)
  }

  @Test("two boxes of media data, fragments and small media get one hash")
  func flat() throws {
    let fixture = try Fixture()
    let two = Self.films[0].bytes + MediaFile.box("mdat", [1, 2, 3])
    _ = try sign(two, fixture)
    #expect(fixture.verdict("out.mp4").integrity == .intact)
    let text = try #require(fixture.scratch.read("out.mp4"))
    #expect(Self.place(of: Array("fixedBlockSize".utf8), in: text) == nil)
  }

  @Test("signing again in the room that is there keeps the pieces")
  func again() throws {
    let fixture = try Fixture()
    let once = try sign(Self.films[0].bytes, fixture)
    let twice = try sign(once, fixture)
    #expect(fixture.verdict("out.mp4").integrity == .intact)
    #expect(Self.place(of: Array("fixedBlockSize".utf8), in: twice) != nil)
    #expect(try chunks(once)[0] == chunks(twice)[0])
  }

  @Test(
    "pieces are never so many that the label becomes long",
    arguments: [1, 1 << 20, 5 << 30, 1 << 40])
  func sizes(_ length: Int) throws {
    let roots = [
      MediaBox(
        type: MediaBoxType.mediaData, range: try #require(ByteRange(start: 0, length: length + 16)),
        headerLength: 16)
    ]
    let boxes = try #require(PiecewiseBoxes(MediaBoxes(roots: roots)))
    #expect(boxes.pieceSize >= 1 << 20)
    #expect((length - 1) / boxes.pieceSize < 1_024)
  }
}
