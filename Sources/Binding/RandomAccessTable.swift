import BroadsealBytes

/// Random access points of one track (`tfra`, ISO/IEC 14496-12 §8.8.10), every byte of it.
struct RandomAccessTable {
  /// A time at which playing can start, and where.
  struct Entry {
    /// In the units of the track's time.
    let time: Int
    /// Where the fragment starts in the file.
    let place: Int
    /// Number of the run in the fragment's track, from 1 on.
    let run: Int
    /// Number of the sample in the run, from 1 on.
    let sample: Int
  }

  let track: UInt32
  let entries: [Entry]

  /// Reads the content of the box.
  ///
  /// - Throws: for a version or flags that are not known, and where the entries do not fill the box exactly.
  init(_ bytes: [UInt8], base: Int) throws(Malformed) {
    var reader = ByteReader(bytes, base: base)
    let version = try reader.readUInt32()
    guard version == 0 || version == 1 << 24 else { throw reader.malformed("an unknown version") }
    track = try reader.readUInt32()
    let lengths = try reader.readUInt32()
    guard lengths >> 6 == 0 else { throw reader.malformed("reserved bits") }
    let widths = [4, 2, 0].map { Int(lengths >> UInt32($0) & 3) + 1 }
    let count = Int(try reader.readUInt32())
    let size = (version == 0 ? 8 : 16) + widths.reduce(0, +)
    guard bytes.count - 16 == count * size else {
      throw reader.malformed("another number of entries than is said")
    }
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      let time = try RandomAccessTable.number(version == 0 ? 4 : 8, &reader)
      let place = try RandomAccessTable.number(version == 0 ? 4 : 8, &reader)
      _ = try RandomAccessTable.number(widths[0], &reader)
      let run = try RandomAccessTable.number(widths[1], &reader)
      let sample = try RandomAccessTable.number(widths[2], &reader)
      entries.append(Entry(time: time, place: place, run: run, sample: sample))
    }
    self.entries = entries
  }

  private static func number(_ width: Int, _ reader: inout ByteReader) throws(Malformed) -> Int {
    let value = try reader.readBytes(width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let number = Int(exactly: value) else { throw reader.malformed("a number beyond bounds") }
    return number
  }
}
