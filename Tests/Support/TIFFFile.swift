/// TIFF files of any form, built for tests: pages that follow one another, each with its own values behind it.
public struct TIFFFile: Sendable {
  /// One entry of a directory.
  public struct Entry: Sendable {
    /// What it holds.
    public enum Value: Sendable {
      /// A number in the entry itself.
      case number(Int)
      /// Bytes that stand elsewhere, whose offset the entry holds.
      case bytes([UInt8])
      /// A number, the offset of bytes that stand elsewhere.
      case offset(of: [UInt8])
    }

    public var tag: Int
    public var type: Int
    public var count: UInt64
    public var value: Value

    public init(_ tag: Int, _ type: Int, _ count: UInt64 = 1, _ value: Value) {
      (self.tag, self.type, self.count, self.value) = (tag, type, count, value)
    }

    /// The entry of a manifest store.
    public static func store(_ bytes: [UInt8], type: Int = 7, count: UInt64? = nil) -> Entry {
      Entry(52_545, type, count ?? UInt64(bytes.count), .bytes(bytes))
    }
  }

  /// The entries of a picture of one grey pixel.
  public static let pixel: [Entry] = [
    Entry(256, 3, 1, .number(1)), Entry(257, 3, 1, .number(1)), Entry(258, 3, 1, .number(8)),
    Entry(259, 3, 1, .number(1)), Entry(262, 3, 1, .number(1)),
    Entry(273, 4, 1, .offset(of: [0x5A, 0x5B])), Entry(278, 3, 1, .number(1)),
    Entry(279, 4, 1, .number(1)),
  ]

  public var isLittle = true
  /// Whether it is BigTIFF, whose offsets have 64 bits.
  public var isBig: Bool
  /// The entries of each page, in the order in which they are written.
  public var pages = [pixel]
  /// The offset that is written behind a page in place of that of the next, by its place.
  public var links: [Int: Int] = [:]
  /// The number of entries that a page states, by its place.
  public var counts: [Int: Int] = [:]
  /// Bytes behind all others.
  public var tail: [UInt8] = []

  /// A file of one grey pixel; `isBig` for BigTIFF.
  public init(isBig: Bool = false) { self.isBig = isBig }

  private var width: Int { isBig ? 8 : 4 }
  private var header: Int { isBig ? 16 : 8 }

  public func number(_ value: Int, _ width: Int) -> [UInt8] {
    let little = (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    return isLittle ? little : little.reversed()
  }

  /// Where each page begins.
  public var offsets: [Int] {
    var offsets = [header]
    for page in pages { offsets.append((offsets.last ?? 0) + size(of: page)) }
    return offsets
  }

  private func table(_ page: [Entry]) -> Int {
    (isBig ? 8 : 2) + page.count * (4 + 2 * width) + width
  }

  private func size(of page: [Entry]) -> Int {
    page.reduce(table(page)) { size, entry in
      switch entry.value {
      case .number: size
      case .bytes(let bytes), .offset(of: let bytes): size + bytes.count + bytes.count % 2
      }
    }
  }

  public var bytes: [UInt8] {
    var file = Array((isLittle ? "II" : "MM").utf8) + number(isBig ? 43 : 42, 2)
    if isBig { file += number(8, 2) + number(0, 2) }
    file += number(header, width)
    let offsets = offsets
    for (place, page) in pages.enumerated() {
      var values: [UInt8] = []
      file += number(counts[place] ?? page.count, isBig ? 8 : 2)
      for entry in page {
        file += number(entry.tag, 2) + number(entry.type, 2)
        file += number(Int(truncatingIfNeeded: entry.count), width)
        switch entry.value {
        case .number(let value):
          let size = entry.type == 3 ? 2 : width
          file += number(value, size) + [UInt8](repeating: 0, count: width - size)
        case .bytes(let bytes), .offset(of: let bytes):
          let start = offsets[place] + table(page) + values.count
          // A number of four bytes stands at the beginning of its field.
          let size = entry.type == 4 ? 4 : width
          file += number(start, size) + [UInt8](repeating: 0, count: width - size)
          values += bytes + [UInt8](repeating: 0, count: bytes.count % 2)
        }
      }
      let isLast = place == pages.count - 1
      file += number(links[place] ?? (isLast ? 0 : offsets[place + 1]), width) + values
    }
    return file + tail
  }
}
