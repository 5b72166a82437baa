import BroadsealBytes
import BroadsealFiles

/// Looks through every byte of a film or picture that is not media data for tables of places, and finds none
/// but those that are known.
///
/// It asks nobody where boxes begin: players do not agree on that.
struct PlaceSearch {
  private let source: ByteSource
  /// Where the boxes begin that are known.
  private let known: Set<Int>
  /// What goes from the file.
  private let gone: Set<ByteRange>

  /// A search of `source`.
  ///
  /// - Parameters:
  ///   - known: where the tables begin that are read.
  ///   - gone: boxes at the top that go from the file.
  init(of source: ByteSource, known: Set<Int>, gone: Set<ByteRange>) {
    self.source = source
    self.known = known
    self.gone = gone
  }

  /// Looks through `roots`, the boxes at the top.
  ///
  /// - Throws: a refusal at the first table that is not known, and where there is too much to look through.
  func run(_ roots: [MediaBox]) throws(DocumentError) {
    var left = PlaceSearch.maximumSize
    for root in roots where !PlaceSearch.media.contains(root.type) && !gone.contains(root.range) {
      left -= root.range.length
      guard left >= 0 else {
        throw BMFFWalker.refusal("there is too much beside the media to look through", at: root)
      }
      var start = root.range.start
      while start < root.range.end {
        let end = min(start + PlaceSearch.blockSize, root.range.end)
        try look(at: start..<end, in: root)
        start = end
      }
    }
  }

  /// Looks for types that begin in `bounds`.
  private func look(at bounds: Range<Int>, in root: MediaBox) throws(DocumentError) {
    let first = max(root.range.start, bounds.lowerBound - PlaceSearch.before)
    let last = min(root.range.end, bounds.upperBound + 4 + PlaceSearch.behind)
    guard let range = ByteRange(first..<last) else { return }
    let bytes = try source.bytes(range)
    var type: UInt32 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      type = type << 8 | UInt32(byte)
      guard PlaceSearch.endings[Int(byte)], index >= 3, PlaceKinds.all.contains(type) else {
        continue
      }
      let place = index - 3
      guard bounds.contains(first + place), !known.contains(first + place - 4),
        !isWord(type, at: place, in: bytes)
      else { continue }
      let name = MediaBox(type: type, range: root.range, headerLength: 0).name
      throw BMFFWalker.refusal(
        "something that reads like a box of places (\(name)) stands where none belongs",
        at: first + place)
    }
  }

  /// Whether the four letters at `place` are part of a text, such as those of `postcode`.
  private func isWord(_ type: UInt32, at place: Int, in bytes: [UInt8]) -> Bool {
    guard PlaceKinds.counted.contains(type), source.size <= PlaceSearch.largestWithWords,
      place >= PlaceSearch.before, place + 4 + PlaceSearch.behind <= bytes.count
    else { return false }
    return bytes[(place - PlaceSearch.before)..<(place + 4 + PlaceSearch.behind)].allSatisfy {
      (0x20...0x7E).contains($0) || [0x09, 0x0A, 0x0D].contains($0)
    }
  }

  /// The largest file in which letters around a type show that it is none: 09 09 09 09 places would take
  /// 600 megabytes.
  static let largestWithWords = 512 << 20

  /// Media data, and the film in a picture of Google's and Samsung's, which players take out first: what it
  /// says is counted from its own start.
  private static let media: Set<UInt32> = [MediaBoxType.mediaData, MediaBoxType.code("mpvd")]
  private static let endings: [Bool] = {
    let last = Set(PlaceKinds.all.map { UInt8(truncatingIfNeeded: $0) })
    return (0...255).map { last.contains(UInt8($0)) }
  }()
  /// Most bytes that are looked through.
  private static let maximumSize = 256 << 20
  private static let blockSize = 1 << 18
  /// Bytes that are looked at before four letters, and behind them.
  private static let before = 4
  private static let behind = 12
}
