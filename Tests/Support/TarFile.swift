/// A tar archive that a test builds, one header after the other, right or wrong.
public struct TarFile: Sendable {
  /// What was built so far, without the blocks that end an archive.
  public private(set) var bytes: [UInt8] = []

  /// The mark of POSIX's headers, and that of GNU's.
  public static let posix = "ustar\u{0}00", gnu = "ustar  \u{0}"

  /// Nothing yet.
  public init() {}

  /// The archive with one more member.
  ///
  /// - Parameters:
  ///   - type: what its header says it is.
  ///   - claims: the size that the header says, where it is not that of the content.
  ///   - target: what a link leads to.
  ///   - prefix: what stands in the field for folders.
  public func with(
    _ name: String, _ content: [UInt8] = [], type: Unicode.Scalar = "0", claims: Int? = nil,
    target: String = "", prefix: String = "", mark: String = TarFile.posix
  ) -> TarFile {
    var head = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { head[offset + index] = byte }
    }
    func octal(_ number: Int, _ width: Int) -> String {
      let digits = String(number, radix: 8)
      return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
    put(name, at: 0)
    for (offset, number) in [(100, 0o644), (108, 0), (116, 0)] { put(octal(number, 7), at: offset) }
    put(octal(claims ?? content.count, 11), at: 124)
    put(octal(0, 11), at: 136)
    put("        ", at: 148)
    head[156] = UInt8(truncatingIfNeeded: type.value)
    put(target, at: 157)
    put(mark, at: 257)
    put(prefix, at: 345)
    let sum = head.reduce(0) { $0 + Int($1) }
    put(octal(sum, 6), at: 148)
    head[154] = 0
    var longer = self
    longer.bytes += head + content + TarFile.zeros((512 - content.count % 512) % 512)
    return longer
  }

  /// The archive with an extended header (pax), for the next member or (`g`) for all.
  public func with(
    records: [(String, String)], type: Unicode.Scalar = "x"
  ) -> TarFile {
    let lines = records.map { key, value in
      let rest = " \(key)=\(value)\n"
      var length = rest.utf8.count + 1
      while "\(length)".utf8.count + rest.utf8.count != length {
        length = "\(length)".utf8.count + rest.utf8.count
      }
      return "\(length)\(rest)"
    }
    return with("pax", Array(lines.joined().utf8), type: type)
  }

  /// The archive with the blocks of zeros that end it, and with what is put behind them.
  public func ended(blocks: Int = 2, then rest: [UInt8] = []) -> [UInt8] {
    bytes + TarFile.zeros(512 * blocks) + rest
  }

  private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
