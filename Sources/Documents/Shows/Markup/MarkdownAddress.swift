/// An address or a mailbox in angle brackets, which a renderer makes a link of (CommonMark 0.31 §6.5): it is no tag.
enum MarkdownAddress {
  /// Bytes of one that are looked at.
  private static let longest = 2_048

  /// How long the one is that begins with `<` at the start of `text`; nil where none does. One that a browser could take
  /// for an element with a handler is none.
  static func length(in text: ArraySlice<UInt8>) -> Int? {
    guard text.first == UInt8(ascii: "<") else { return nil }
    let rest = text.dropFirst().prefix(longest)
    guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let inner = rest[..<end]
    let isOneWord = inner.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != 0x7F }
    guard isOneWord, !mayHandle(inner), isAddress(inner) || isMailbox(inner) else { return nil }
    return inner.count + 2
  }

  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    let scheme = text.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.count < text.count, (2...32).contains(scheme.count),
      scheme.first?.isLetter ?? false
    else { return false }
    return scheme.allSatisfy {
      $0.isLetter || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+")
        || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
  }

  private static func isMailbox(_ text: ArraySlice<UInt8>) -> Bool {
    guard let at = text.firstIndex(of: UInt8(ascii: "@")), at > text.startIndex else {
      return false
    }
    let host = text[(at + 1)...]
    let others = Array("'!#$%&*+=?^_`{|}~.-".utf8)
    return !host.isEmpty
      && host.allSatisfy {
        $0.isLetter || (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "-")
      }
      && text[..<at].allSatisfy {
        $0.isLetter || (0x30...0x39).contains($0) || others.contains($0)
      }
  }

  /// `/onclick=`: where HTML begins an attribute.
  private static func mayHandle(_ text: ArraySlice<UInt8>) -> Bool {
    let small = text.map(\.lowercased)
    return small[...].firstIndex(of: "/on") != nil && small.contains(UInt8(ascii: "="))
  }
}
