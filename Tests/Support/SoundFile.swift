/// Builds sound that may begin with an ID3 tag: MP3 and FLAC.
public enum SoundFile {
  /// A tag of `frames`, which are bytes.
  public static func tag(
    version: UInt8 = 3, flags: UInt8 = 0, _ frames: [[UInt8]], padding: Int = 0,
    size: [UInt8]? = nil, footer: Bool = false
  ) -> [UInt8] {
    let content = frames.flatMap(\.self) + [UInt8](repeating: 0, count: padding)
    let rest = [version, 0, flags] + (size ?? sevenBits(content.count))
    return Array("ID3".utf8) + rest + content + (footer ? Array("3DI".utf8) + rest : [])
  }

  /// A frame.
  public static func frame(
    _ name: String, _ content: [UInt8], version: UInt8 = 3, flags: [UInt8] = [0, 0],
    size: Int? = nil
  ) -> [UInt8] {
    let count = size ?? content.count
    let stated =
      switch version {
      case 2: Array(big(count).dropFirst())
      case 4: sevenBits(count)
      default: big(count)
      }
    return Array(name.utf8) + stated + (version == 2 ? [] : flags) + content
  }

  /// What stands in a frame of an encapsulated object.
  public static func object(
    _ store: [UInt8], type: String = "application/c2pa", encoding: UInt8 = 0,
    name: [UInt8] = Array("c2pa\0".utf8), description: [UInt8] = [0]
  ) -> [UInt8] {
    [encoding] + Array(type.utf8) + [0] + name + description + store
  }

  /// The title of the sound.
  public static func title(version: UInt8 = 3) -> [UInt8] {
    frame(version == 2 ? "TT2" : "TIT2", Array("\0A speech".utf8), version: version)
  }

  /// One frame of MPEG audio, silent but for its last bytes.
  public static let mpeg: [UInt8] =
    [0xFF, 0xFB, 0x90, 0] + [UInt8](repeating: 0, count: 409) + [0x11, 0x22, 0x33, 0x44]

  /// An MP3 file with a title.
  public static let mp3: [UInt8] = tag([title()]) + mpeg

  /// A block of FLAC.
  public static func block(_ type: UInt8, _ content: [UInt8], isLast: Bool = false) -> [UInt8] {
    [type | (isLast ? 0x80 : 0)] + big(content.count).dropFirst() + content
  }

  /// The properties of a sound in FLAC.
  public static let properties: [UInt8] =
    [0x10, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, 0x0A, 0xC4, 0x40, 0xF0, 0, 0, 0, 0]
    + [UInt8](repeating: 0x5A, count: 16)

  /// A FLAC file with `blocks` behind its properties.
  public static func flac(_ blocks: [[UInt8]] = []) -> [UInt8] {
    let frames: [UInt8] = [0xFF, 0xF8, 0xC9, 0x18, 0, 0xC2, 0x21, 0x43, 0x65, 0x87]
    return Array("fLaC".utf8) + block(0, properties, isLast: blocks.isEmpty)
      + blocks.flatMap(\.self) + frames
  }

  static func sevenBits(_ size: Int) -> [UInt8] {
    [21, 14, 7, 0].map { UInt8(truncatingIfNeeded: size >> $0 & 0x7F) }
  }

  static func big(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
