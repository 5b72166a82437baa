package import BroadsealBytes

/// Text armour around DER (RFC 7468).
package enum PEM {
  /// One armoured block.
  package struct Block: Sendable {
    /// What it says it is: `CERTIFICATE`, `PRIVATE KEY`.
    package let label: String
    /// The block with its two boundary lines, as found.
    package let text: [UInt8]
    /// The decoded contents; nil when the block has headers, as encrypted legacy keys do, or is
    /// not Base64.
    package let der: [UInt8]?
  }

  /// Every block of `text` in order; a block without its end line is an error.
  ///
  /// Text around blocks is passed over, lines may end as on Windows, and a mark of the byte order may
  /// stand first; text of two bytes a character, as PowerShell writes it, is read too.
  package static func blocks(in bytes: [UInt8]) throws(Malformed) -> [Block] {
    let text = PlainBytes.utf8(bytes)
    var blocks: [Block] = []
    var opened: (label: String, start: Int)?
    var body: [UInt8] = []
    var hasHeaders = false
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let line = String(decoding: text[start..<end], as: UTF8.self).trimmed
      let next = min(end + 1, text.count)
      if let label = line.between("-----BEGIN ", "-----") {
        guard opened == nil else { throw Malformed("PEM block without its end line", at: start) }
        opened = (label, start)
        body = []
        hasHeaders = false
      } else if let label = line.between("-----END ", "-----") {
        guard let (openedLabel, from) = opened, openedLabel == label else {
          throw Malformed("PEM end line without its begin line", at: start)
        }
        let der = hasHeaders ? nil : Base64.decode(String(decoding: body, as: UTF8.self))
        blocks.append(Block(label: label, text: Array(text[from..<next]), der: der))
        opened = nil
      } else if opened != nil {
        hasHeaders = hasHeaders || line.utf8.contains(UInt8(ascii: ":"))
        body += line.utf8
      }
      start = next
      if end == text.count { break }
    }
    if let (_, from) = opened { throw Malformed("PEM block without its end line", at: from) }
    return blocks
  }

  /// One block around `der`, in lines of 64 characters.
  package static func text(_ label: String, _ der: [UInt8]) -> [UInt8] {
    var text = Array("-----BEGIN \(label)-----\n".utf8)
    var rest = Array(Base64.encode(der).utf8)[...]
    while !rest.isEmpty {
      text += rest.prefix(64) + [UInt8(ascii: "\n")]
      rest = rest.dropFirst(64)
    }
    return text + Array("-----END \(label)-----\n".utf8)
  }
}

extension String {
  /// The text without white space at either end.
  fileprivate var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}

extension Substring {
  /// What stands between `prefix` and `suffix` when the text is nothing else.
  fileprivate func between(_ prefix: String, _ suffix: String) -> String? {
    guard hasPrefix(prefix), hasSuffix(suffix), count > prefix.count + suffix.count else {
      return nil
    }
    return String(dropFirst(prefix.count).dropLast(suffix.count))
  }
}
