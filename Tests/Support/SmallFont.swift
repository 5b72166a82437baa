/// Fonts of few tables, sound in their directory and checksums; nothing could be drawn with them.
public enum SmallFont {
  /// With outlines of TrueType.
  public static let trueType = font([
    ("glyf", [0x5A, 0x5B, 0x5C]), ("head", [UInt8](repeating: 0, count: 54)),
    ("name", Array("Demo".utf8)),
  ])

  /// A font of `tables`, which are in the order of their names.
  public static func font(_ tables: [(tag: String, content: [UInt8])]) -> [UInt8] {
    var (power, exponent) = (1, 0)
    while power * 2 <= tables.count { (power, exponent) = (power * 2, exponent + 1) }
    var file = number(0x1_0000, 4) + number(tables.count, 2) + number(power * 16, 2)
    file += number(exponent, 2) + number((tables.count - power) * 16, 2)
    var data: [UInt8] = []
    var head: Int?
    for (tag, content) in tables {
      let start = 12 + tables.count * 16 + data.count
      if tag == "head" { head = start }
      file += Array(tag.utf8) + number(Int(sum(content)), 4)
      file += number(start, 4) + number(content.count, 4)
      data += content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
    }
    file += data
    if let head {
      let adjustment = 0xB1B0_AFBA &- sum(file)
      file.replaceSubrange(head + 8..<head + 12, with: number(Int(adjustment), 4))
    }
    return file
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    bytes.enumerated().reduce(0) { $0 &+ UInt32($1.element) << (24 - 8 * UInt32($1.offset % 4)) }
  }
}
