import BroadsealBytes
import BroadsealFiles

/// The header of a frame of MPEG audio (ISO/IEC 11172-3, 2.4.1.3, and 13818-3): four bytes, from which its length
/// follows.
struct MPEGFrame: Equatable {
  /// Bytes of the whole frame; nil where the bit rate is free, and the header does not say it.
  let length: Int?
  /// The layer, 1 to 3.
  let layer: Int
  /// Version, layer and sampling rate, which do not change within a stream.
  let kind: UInt32

  /// Reads the header at the start of `bytes`, likewise.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 4 else { return nil }
    self.init(bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// Reads a header; nil for a number that begins none.
  init?(_ header: UInt32) {
    let version = header >> 19 & 3
    let layer = 4 - Int(header >> 17 & 3)
    let rate = Int(header >> 10 & 3)
    let speed = Int(header >> 12 & 15)
    guard header >> 21 == 0x7FF, version != 1, layer != 4, rate != 3, speed != 15
    else {
      return nil
    }
    self.layer = layer
    kind = header & 0x001E_0C00
    guard speed > 0 else {
      length = nil
      return
    }
    let isFirst = version == 3
    let bits = MPEGFrame.kilobits[isFirst ? layer - 1 : layer == 1 ? 3 : 4][speed] * 1_000
    let samples = [44_100, 48_000, 32_000][rate] >> (isFirst ? 0 : version == 2 ? 1 : 2)
    let padding = Int(header >> 9 & 1)
    length =
      layer == 1
      ? (12 * bits / samples + padding) * 4
      : (layer == 3 && !isFirst ? 72 : 144) * bits / samples + padding
  }

  /// Thousands of bits a second, by the number in the header: layers 1 to 3 of the first version, then layer 1 and
  /// layers 2 and 3 of the others.
  private static let kilobits = [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ]
}

/// A search for sound that a player of MPEG audio would find in bytes that are something else.
struct MPEGSearch {
  private var window: ByteWindow
  private var headers: ByteWindow

  /// How many frames in a row are no chance: as many as Firefox asks for.
  private static let enough = 3

  init(_ source: ByteSource) {
    window = ByteWindow(source)
    headers = ByteWindow(source)
  }

  /// Where the first of three frames of one kind stands, each behind the one before, from `start` on.
  mutating func first(from start: Int) throws(DocumentError) -> Int? {
    var offset = start
    while let byte = try window.byte(at: offset) {
      if byte == 0xFF, let next = try window.byte(at: offset + 1), next & 0xE0 == 0xE0,
        try isStream(at: offset)
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  private mutating func isStream(at start: Int) throws(DocumentError) -> Bool {
    var offset = start
    var kind: UInt32?
    for _ in 0..<MPEGSearch.enough {
      guard let header = try headers.number(UInt32.self, at: offset), let frame = MPEGFrame(header),
        let length = frame.length, kind == nil || kind == frame.kind
      else { return false }
      kind = frame.kind
      offset += length
    }
    return true
  }
}
