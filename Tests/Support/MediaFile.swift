/// Files of ISO base media boxes, built box by box.
public enum MediaFile {
  /// The user type of C2PA's box.
  public static let provenance: [UInt8] = [
    0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81,
  ]

  /// A box of that type.
  public static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    number(UInt32(8 + content.count)) + Array(type.utf8) + content
  }

  /// A box with a size of 64 bits.
  public static func largeBox(_ type: String, _ content: [UInt8]) -> [UInt8] {
    number(UInt32(1)) + Array(type.utf8) + number(UInt64(16 + content.count)) + content
  }

  /// A box that begins with a version and flags.
  public static func full(
    _ type: String, version: UInt8 = 0, flags: UInt32 = 0, _ content: [UInt8]
  ) -> [UInt8] {
    box(type, number(UInt32(version) << 24 | flags) + content)
  }

  /// A number, most significant byte first.
  public static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  /// A number, most significant byte first.
  public static func number(_ value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * UInt64($0))) }
  }

  /// A box of C2PA.
  public static func provenance(
    _ purpose: String, _ content: [UInt8], firstTree: UInt64? = 0
  ) -> [UInt8] {
    box(
      "uuid",
      provenance + [0, 0, 0, 0] + Array(purpose.utf8) + [0] + (firstTree.map(number) ?? [])
        + content)
  }

  /// Type and brands.
  public static func type(_ brand: String = "isom") -> [UInt8] {
    box("ftyp", Array(brand.utf8) + [0, 0, 2, 0] + Array(brand.utf8))
  }

  /// A film of one track whose chunks stand at `chunks`.
  public static func movie(_ chunks: [UInt32], more: [UInt8] = []) -> [UInt8] {
    let table = full("stco", number(UInt32(chunks.count)) + chunks.flatMap(number))
    return box(
      "moov",
      full("mvhd", [UInt8](repeating: 0, count: 96))
        + box("trak", box("mdia", box("minf", box("stbl", table)))) + more)
  }

  /// A small film: type, description, free space, sound of ten bytes.
  public static let film: [UInt8] = film(sound: Array("0123456789".utf8))

  /// A small film with that sound.
  public static func film(sound: [UInt8], brand: String = "isom") -> [UInt8] {
    let head = type(brand)
    let length = head.count + movie([0, 0]).count + 8 + 8
    let start = UInt32(length)
    return head + movie([start, start + 5]) + box("free", []) + box("mdat", sound)
  }

  /// A picture of one item in `mdat`.
  public static func picture(_ data: [UInt8], brand: String = "avif") -> [UInt8] {
    let head = type(brand)
    let length = head.count + meta(at: 0, data.count).count + 8
    return head + meta(at: UInt32(length), data.count) + box("mdat", data)
  }

  private static func meta(at offset: UInt32, _ length: Int) -> [UInt8] {
    let handler = full("hdlr", [UInt8](repeating: 0, count: 20))
    let places =
      [0x44, 0x00, 0, 1, 0, 1, 0, 0, 0, 1] + number(offset) + number(UInt32(length))
    return full("meta", handler + full("iloc", places))
  }

  /// How long a fragment of `fragment(at:)` plays, in the units of its track.
  public static let fragmentDuration: UInt32 = 20

  /// A fragment of a film: two samples of track 1, which play from `time` on, and their data.
  public static func fragment(at time: UInt32) -> [UInt8] {
    let header = full("tfhd", flags: 0x08, number(UInt32(1)) + number(fragmentDuration / 2))
    let samples = header + full("tfdt", number(time)) + full("trun", number(UInt32(2)))
    return box("moof", box("traf", samples)) + box("mdat", [1, 2, 3, 4])
  }
}
