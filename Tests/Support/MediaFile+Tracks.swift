extension MediaFile {
  /// The tables of a track with one chunk of `size` bytes at `place`: one sample.
  public static func tables(at place: UInt32, size: UInt32) -> [UInt8] {
    full("stsd", number(UInt32(0))) + full("stsc", words(1, 1, 1, 1))
      + full("stsz", words(size, 1)) + full("stco", words(1, place))
  }

  /// A track whose `stbl` holds `tables`.
  public static func track(_ tables: [UInt8], number track: UInt32 = 1) -> [UInt8] {
    let header = full(
      "tkhd", words(0, 0, track) + [UInt8](repeating: 0, count: 68))
    let reference = full("dref", words(1) + full("url ", flags: 1, []))
    let media = box("minf", box("dinf", reference) + box("stbl", tables))
    return box("trak", header + box("mdia", media))
  }

  /// A description of a film with `content` behind its header.
  public static func description(_ content: [UInt8]) -> [UInt8] {
    box("moov", full("mvhd", [UInt8](repeating: 0, count: 96)) + content)
  }

  /// The list of the items of a picture.
  public static func items(
    version: UInt8 = 0, method: UInt16 = 0, reference: UInt16 = 0, at place: UInt32,
    _ length: UInt32, behind more: [UInt8] = []
  ) -> [UInt8] {
    let construction = version == 0 ? [] : half(method)
    return full(
      "iloc", version: version,
      [0x44, 0x00] + half(1) + half(1) + construction + half(reference) + half(1)
        + words(place, length) + more)
  }

  /// What a picture says of itself, with `boxes` behind the handler.
  public static func pictureMetadata(_ boxes: [UInt8]) -> [UInt8] {
    full("meta", full("hdlr", [UInt8](repeating: 0, count: 20)) + boxes)
  }

  /// Numbers of 32 bits.
  public static func words(_ values: UInt32...) -> [UInt8] { values.flatMap(number) }

  private static func half(_ value: UInt16) -> [UInt8] {
    [UInt8(value >> 8), UInt8(truncatingIfNeeded: value)]
  }
}
