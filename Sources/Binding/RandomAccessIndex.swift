import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

/// Whether a box of random access points (`mfra`, ISO/IEC 14496-12 §8.8.9) says nothing but where the
/// fragments of its own file are.
///
/// No hash covers it (C2PA 2.5 §A.5.5), and players believe it: after a seek, GStreamer shows what it leads
/// to. So every byte has its meaning, and every entry leads from a time to the fragment that plays then by what
/// the hash does cover: with (0 → last fragment), nobody who seeks would hear what was said before.
///
///     tfra  version, flags 0 · track · lengths · count · count × (time, place, numbers)
///     mfro  version, flags 0 · length of the mfra box
struct RandomAccessIndex {
  private let source: ByteSource
  /// Where fragments start that somebody vouches for.
  private let fragments: Set<Int>
  /// When they play.
  private var times: FragmentTimes

  private static let table = MediaBoxType.code("tfra")
  private static let length = MediaBoxType.code("mfro")
  /// Most bytes of one table: a film of days.
  private static let maximumSize = 16 << 20

  /// - Parameter open: where fragments start of which the hash leaves something out: those do not count.
  init(_ boxes: MediaBoxes, of source: ByteSource, except open: Set<Int>) {
    self.source = source
    fragments = Set(boxes.roots.filter { $0.type == MediaBoxType.fragment }.map(\.range.start))
      .subtracting(open)
    times = FragmentTimes(boxes, of: source)
  }

  /// Whether `box` is such an index, and nothing more.
  mutating func isPlain(_ box: MediaBox) throws(BMFFFault) -> Bool {
    do throws(DocumentError) { return try isWhole(box) } catch {
      guard case .source = error else { return false }
      throw BMFFFault(error)
    }
  }

  private mutating func isWhole(_ box: MediaBox) throws(DocumentError) -> Bool {
    guard box.headerLength == 8 else { return false }
    var search = MediaBoxSearch(MediaBoxes(roots: [box]), of: source)
    let children = try search.children(of: box)
    let length = children.reduce(0) { $0 + $1.range.length }
    guard length == box.content.length, let last = children.last,
      last.type == RandomAccessIndex.length, try isLength(last, of: box)
    else { return false }
    var tracks: Set<UInt32> = []
    for table in children.dropLast() {
      guard table.type == RandomAccessIndex.table, let track = try track(of: table),
        tracks.insert(track).inserted
      else { return false }
    }
    return true
  }

  private func isLength(_ box: MediaBox, of index: MediaBox) throws(DocumentError) -> Bool {
    guard box.headerLength == 8, box.content.length == 8 else { return false }
    var reader = ByteReader(try source.bytes(box.content), base: box.content.start)
    guard let version = try? reader.readUInt32(), let length = try? reader.readUInt32() else {
      return false
    }
    return version == 0 && Int(length) == index.range.length
  }

  /// The track of a table whose every entry leads to what plays at its time, the first to the first fragment, later
  /// ones not further back; nil for anything else. FFmpeg's times are those of showing, which may fall a little.
  private mutating func track(of box: MediaBox) throws(DocumentError) -> UInt32? {
    guard box.headerLength == 8, box.content.length <= RandomAccessIndex.maximumSize else {
      return nil
    }
    let bytes = try source.bytes(box.content)
    guard let table = try? RandomAccessTable(bytes, base: box.content.start) else { return nil }
    let first = try times.first(of: table.track)
    var earlier: Int?
    for entry in table.entries {
      guard fragments.contains(entry.place), earlier != nil || entry.place == first,
        entry.place >= earlier ?? 0, let part = try times.part(of: table.track, at: entry.place),
        part.holds(entry)
      else { return nil }
      earlier = entry.place
    }
    return table.track
  }
}

extension TrackFragment.Part {
  /// Whether the entry's time is one of the part's, and its run and sample are there. Which of the fragment's tracks it
  /// counts is not judged: FFmpeg writes 1 for each.
  fileprivate func holds(_ entry: RandomAccessTable.Entry) -> Bool {
    (span.contains(entry.time) || span.lowerBound == entry.time)
      && runs.indices.contains(entry.run - 1)
      && (0..<runs[entry.run - 1]).contains(entry.sample - 1)
  }
}
