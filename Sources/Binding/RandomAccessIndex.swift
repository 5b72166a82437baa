import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

/// Whether a box of random access points (`mfra`, ISO/IEC 14496-12 §8.8.9) says nothing but where the
/// fragments of its own file are.
///
/// No hash covers it (C2PA 2.5 §A.5.5), and players believe it: after a seek, GStreamer shows what it leads
/// to. So every byte has its meaning, and every place is that of a fragment that the hash does cover.
///
///     tfra  version, flags 0 · track · lengths · count · count × (time, place, numbers)
///     mfro  version, flags 0 · length of the mfra box
struct RandomAccessIndex {
  private let source: ByteSource
  /// Where fragments start that somebody vouches for.
  private let fragments: Set<Int>

  private static let table = MediaBoxType.code("tfra")
  private static let length = MediaBoxType.code("mfro")
  /// Most bytes of one table: a film of days.
  private static let maximumSize = 16 << 20

  /// - Parameter open: where fragments start of which the hash leaves something out: those do not count.
  init(_ boxes: MediaBoxes, of source: ByteSource, except open: Set<Int>) {
    self.source = source
    fragments = Set(boxes.roots.filter { $0.type == MediaBoxType.fragment }.map(\.range.start))
      .subtracting(open)
  }

  /// Whether `box` is such an index, and nothing more.
  func isPlain(_ box: MediaBox) throws(BMFFFault) -> Bool {
    do throws(DocumentError) { return try isWhole(box) } catch {
      guard case .source = error else { return false }
      throw BMFFFault(error)
    }
  }

  private func isWhole(_ box: MediaBox) throws(DocumentError) -> Bool {
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

  /// The track of a table whose every entry leads to a fragment, later ones not further back; nil for
  /// anything else.
  private func track(of box: MediaBox) throws(DocumentError) -> UInt32? {
    guard box.headerLength == 8, box.content.length <= RandomAccessIndex.maximumSize else {
      return nil
    }
    var reader = ByteReader(try source.bytes(box.content), base: box.content.start)
    do throws(Malformed) {
      let version = try reader.readUInt32()
      guard version == 0 || version == 1 << 24 else { return nil }
      let track = try reader.readUInt32()
      let lengths = try reader.readUInt32()
      guard lengths >> 6 == 0 else { return nil }
      let numbers = [4, 2, 0].reduce(3) { $0 + Int(lengths >> UInt32($1) & 3) }
      let count = Int(try reader.readUInt32())
      let entry = (version == 0 ? 8 : 16) + numbers
      guard box.content.length - 16 == count * entry else { return nil }
      var earlier: (time: UInt64, place: UInt64) = (0, 0)
      for _ in 0..<count {
        let time = version == 0 ? UInt64(try reader.readUInt32()) : try reader.readUInt64()
        let place = version == 0 ? UInt64(try reader.readUInt32()) : try reader.readUInt64()
        try reader.skip(numbers)
        guard time >= earlier.time, place >= earlier.place, let start = Int(exactly: place),
          fragments.contains(start)
        else { return nil }
        earlier = (time, place)
      }
      return track
    } catch { return nil }
  }
}
