import BroadsealBytes

/// What a formula shows, and what stands beside it as its source.
///
/// Who writes MathML adds the TeX that it was made of, which a browser does not show. It is held against
/// what is shown: every letter and digit of it, but for the names of commands, has to be there too.
struct FormulaText {
  /// Whether the annotation that is open is TeX.
  private(set) var isTeX = false
  /// Whether the `semantics` that is open has its first child, which alone is shown.
  var hasChild = false
  private var shown: [UInt8: Int] = [:]
  private var source: [UInt8] = []
  /// Bytes of one source that are looked at.
  private static let longest = 1 << 16

  /// Begins an annotation in `encoding`.
  mutating func begin(_ encoding: String?) {
    let known = ["application/x-tex", "application/x-latex", "tex", "latex", "text/x-tex"]
    isTeX = known.contains(encoding?.lowercased() ?? "")
    source.append(0x20)
  }

  /// Text that the formula shows.
  mutating func show(_ text: [UInt8]) {
    for byte in text where FormulaText.isWord(byte) { shown[byte, default: 0] += 1 }
  }

  /// Text of the annotation.
  mutating func explain(_ text: [UInt8]) {
    source += text.prefix(FormulaText.longest + 1 - min(source.count, FormulaText.longest))
  }

  /// Whether the source has letters or digits that the formula does not show, or other characters than TeX.
  var differs: Bool {
    if source.count > FormulaText.longest { return true }
    var left = shown
    var rest = source[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") {
        let command = rest.prefix(while: \.isLetter)
        rest = rest.dropFirst(command.count)
        if ["begin", "end"].contains(String(decoding: command, as: UTF8.self)),
          let end = rest.prefix(32).firstIndex(of: UInt8(ascii: "}"))
        {
          rest = rest[(end + 1)...]
        }
      } else if byte >= 0x80 {
        if left[byte, default: 0] == 0 { return true }
      } else if FormulaText.isWord(byte) {
        guard let count = left[byte], count > 0 else { return true }
        left[byte] = count - 1
      }
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
