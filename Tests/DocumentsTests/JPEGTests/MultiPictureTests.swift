import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

/// Files of two pictures whose index must lead to the second one after a store came or went.
@Suite struct MultiPictureTests {
  /// An `APP2` segment with an index of two pictures.
  static func index(
    little: Bool, _ sizes: (Int, Int), offset: Int, firstOffset: Int = 0
  ) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      let digits = (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
      return little ? digits : digits.reversed()
    }
    var tiff = Array((little ? "II" : "MM").utf8) + number(0x2A, 2) + number(8, 4) + number(2, 2)
    tiff += number(0xB001, 2) + number(4, 2) + number(1, 4) + number(2, 4)
    tiff += number(0xB002, 2) + number(7, 2) + number(32, 4) + number(38, 4) + number(0, 4)
    tiff += number(0x2003_0000, 4) + number(sizes.0, 4) + number(firstOffset, 4) + number(0, 4)
    tiff += number(0, 4) + number(sizes.1, 4) + number(offset, 4) + number(0, 4)
    return JPEGFile.segment(0xE2, Array("MPF\0".utf8) + tiff)
  }

  /// Two pictures; `before` and `after` stand around the index in the first.
  private static func file(little: Bool, before: [UInt8], after: [UInt8]) -> [UInt8] {
    let second = JPEGFile.start + JPEGFile.tables + JPEGFile.end
    let draft = JPEGFile.picture(before + index(little: little, (0, 0), offset: 0) + after)
    let header = 20 + before.count + 8
    let first = JPEGFile.picture(
      before + index(little: little, (draft.count, second.count), offset: draft.count - header)
        + after)
    return first + second
  }

  /// The pictures that the index of `file` leads to.
  private static func pictures(_ file: [UInt8], little: Bool) throws -> [ArraySlice<UInt8>] {
    let marker = Array("MPF\0".utf8)
    let place = try #require(
      (0..<(file.count - 4)).first { file[$0..<$0 + 4].elementsEqual(marker) })
    let header = place + 4
    func number(_ offset: Int) -> Int {
      let digits = file[(header + offset)..<(header + offset + 4)]
      return (little ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }
    return [38, 54].map { entry in
      let start = number(entry + 8) == 0 ? 0 : header + number(entry + 8)
      return file[start..<start + number(entry + 4)]
    }
  }

  @Test(arguments: [true, false])
  func `a store before the index leaves the second picture where the index says`(little: Bool)
    throws
  {
    let file = Self.file(little: little, before: [], after: [])
    let document = try Document(ByteSource(bytes: file), path: nil)
    for size in [300, 204_848] {
      let result = try RoundTrip.embed(DummyStore.bytes(size), in: document)
      let pictures = try Self.pictures(result.bytes, little: little)
      #expect(pictures[0].count == result.bytes.count - 73)
      #expect(pictures[0].suffix(2).elementsEqual(JPEGFile.end))
      #expect(pictures[1].elementsEqual(JPEGFile.start + JPEGFile.tables + JPEGFile.end))
      #expect(try RoundTrip.store(in: result.bytes)?.extent == result.placement.extent)
    }
  }

  @Test(arguments: [true, false])
  func `a store that moves from behind the index to its front shifts the offsets`(little: Bool)
    throws
  {
    let old = JPEGFile.store(DummyStore.bytes(500)).flatMap { $0 }
    let file = Self.file(little: little, before: [], after: old)
    let document = try Document(ByteSource(bytes: file), path: nil)
    let result = try RoundTrip.embed(DummyStore.bytes(300), in: document)
    let pictures = try Self.pictures(result.bytes, little: little)
    #expect(pictures[0].count == result.bytes.count - 73)
    #expect(pictures[1].elementsEqual(JPEGFile.start + JPEGFile.tables + JPEGFile.end))
  }

  @Test func `removing a store brings the index back to what it was`() throws {
    let file = Self.file(little: false, before: [], after: [])
    let document = try Document(ByteSource(bytes: file), path: nil)
    let signed = try RoundTrip.embed(DummyStore.bytes(700), in: document)
    let source = ByteSource(bytes: signed.bytes)
    let pieces = try #require(try JPEGCarrier(source).removal())
    #expect(try RoundTrip.apply(pieces, to: source) == file)
  }

  @Test func `where the index cannot be followed the label goes beside the picture`() throws {
    var files = [28, 30, 32, 50, 54].map { damage in
      var file = Self.file(little: false, before: [], after: [])
      file[damage] = 0xEE
      return file
    }
    let second = Self.index(little: true, (90, 40), offset: 60)
    files.append(Self.file(little: false, before: [], after: second))
    // A picture in front of the index, in the arithmetic of 32 bits.
    let wrapped = Self.index(little: true, (90, 40), offset: Int(UInt32.max) - 20)
    files.append(JPEGFile.picture(wrapped))
    for (number, file) in files.enumerated() {
      let carrier = try JPEGCarrier(ByteSource(bytes: file))
      do throws(DocumentError) {
        _ = try carrier.reserve(300, insisting: true)
        Issue.record("file \(number) got a label")
      } catch {
        guard case .refused(let refusal) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(refusal.code.name == "JPEG-PLACES" && refusal.remedy == .sidecar)
      }
    }
  }
}
