/// Builds RIFF files chunk by chunk.
public enum RIFFFile {
  /// A chunk, with the byte that makes its size even; nil leaves that byte away.
  public static func chunk(
    _ type: String, _ content: [UInt8], size: UInt32? = nil, padding: UInt8? = 0
  ) -> [UInt8] {
    let pad = content.count & 1 == 1 ? [padding].compactMap(\.self) : []
    return Array(type.utf8) + little(size ?? UInt32(content.count)) + content + pad
  }

  /// A form of chunks.
  public static func form(
    _ kind: String, _ chunks: [[UInt8]], container: String = "RIFF", size: UInt32? = nil
  ) -> [UInt8] {
    let content = Array(kind.utf8) + chunks.flatMap(\.self)
    return Array(container.utf8) + little(size ?? UInt32(content.count)) + content
  }

  /// A list.
  public static func list(_ kind: String, _ chunks: [[UInt8]]) -> [UInt8] {
    chunk("LIST", Array(kind.utf8) + chunks.flatMap(\.self))
  }

  /// A number, least significant byte first.
  public static func little(_ value: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
    (0..<(value.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// The format of a WAV file: one channel of eight bits, 8,000 times a second.
  public static let waveFormat = chunk(
    "fmt ", [1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0])

  /// Ten samples.
  public static let samples: [UInt8] = [0x80, 0x90, 0xA0, 0xB0, 0xA5, 0x95, 0x85, 0x75, 0x65, 0x7B]

  /// A WAV file of these samples, and of `more` chunks behind them.
  public static func wav(_ more: [[UInt8]] = []) -> [UInt8] {
    form("WAVE", [waveFormat, chunk("data", samples)] + more)
  }

  /// A WebP picture of one pixel, and `more` chunks behind it.
  public static func webp(_ more: [[UInt8]] = []) -> [UInt8] {
    form(
      "WEBP",
      [chunk("VP8L", [0x2F, 0, 0, 0, 0x10, 7, 0x10, 0x11, 0x11, 0x88, 0x88, 0xFE, 7])] + more)
  }

  /// An AVI video as far as this house looks into one, and `more` forms behind it.
  public static func avi(
    streams: [[UInt8]] = [], _ chunks: [[UInt8]] = [], more: [[UInt8]] = []
  ) -> [UInt8] {
    let header = list("hdrl", [chunk("avih", [UInt8](repeating: 0, count: 56))] + streams)
    let pictures = list("movi", [chunk("00dc", [0xFF, 0xD8, 0x12, 0x34])])
    return form("AVI ", [header, pictures] + chunks) + more.flatMap(\.self)
  }

  /// A WAV file in the form for large files, whose sizes stand in `ds64`.
  public static func large(
    _ chunks: [[UInt8]], container: String = "RF64", formSize: UInt64? = nil, dataSize: UInt64,
    table: [(String, UInt64)] = [], count: UInt32? = nil
  ) -> [UInt8] {
    let rows = table.flatMap { Array($0.0.utf8) + little($0.1) }
    let length = 36 + rows.count + chunks.reduce(0) { $0 + $1.count }
    let sizes =
      little(formSize ?? UInt64(length + 4)) + little(dataSize) + little(UInt64(0))
      + little(count ?? UInt32(table.count)) + rows
    return form("WAVE", [chunk("ds64", sizes)] + chunks, container: container, size: .max)
  }
}
