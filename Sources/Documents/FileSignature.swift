/// The fixed bytes at the start of a file that tell its kind.
enum FileSignature {
  private static let table: [(FileKind, [UInt8])] = [
    (.pdf, Array("%PDF-".utf8)),
    (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    (.jpeg, [0xFF, 0xD8, 0xFF]),
    (.gif, Array("GIF87a".utf8)), (.gif, Array("GIF89a".utf8)),
    (.tiff, [0x49, 0x49, 0x2A, 0]), (.tiff, [0x4D, 0x4D, 0, 0x2A]),
    (.tiff, [0x49, 0x49, 0x2B, 0]), (.tiff, [0x4D, 0x4D, 0, 0x2B]),
    (.jxl, [0xFF, 0x0A]),
    (.jxl, [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20, 0x0D, 0x0A, 0x87, 0x0A]),
    (.flac, Array("fLaC".utf8)), (.ogg, Array("OggS".utf8)), (.mp3, Array("ID3".utf8)),
    (.mp3, Array("APETAGEX".utf8)), (.wav, Array("RF64".utf8)), (.wav, Array("BW64".utf8)),
  ]

  /// The kind whose fixed bytes open `head`.
  static func match(_ head: ArraySlice<UInt8>) -> FileKind? {
    if let known = table.first(where: { head.starts(with: $0.1) }) { return known.0 }
    if head.count >= 4, head[0] == 0xFF, isAudioFrame(head[1], head[2]) { return .mp3 }
    // A store begins with its superbox: any length, `jumb`, then its description box.
    let isStore =
      head.count >= 16 && head.dropFirst(4).starts(with: "jumb".utf8)
      && head.dropFirst(12).starts(with: "jumd".utf8)
    return isStore ? .c2pa : nil
  }

  /// Whether these bytes go on from `FF` as the header of an MPEG audio frame of layer 3: a known
  /// version, a bit rate and a sampling rate that exist (ISO/IEC 11172-3, 2.4.2.3).
  private static func isAudioFrame(_ first: UInt8, _ second: UInt8) -> Bool {
    first & 0xE6 == 0xE2 && first & 0x18 != 0x08 && second & 0xF0 != 0xF0 && second & 0x0C != 0x0C
  }
}
