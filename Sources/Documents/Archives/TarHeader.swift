/// One header block of a tar archive, as every program reads it; where programs differ the archive is in doubt.
struct TarHeader {
  /// What follows a header.
  enum Kind: Hashable {
    /// A file, whose content follows.
    case file
    /// A folder.
    case folder
    /// Another name for a file before it (a hard link).
    case twin
    /// A symbolic link.
    case link
    /// A pipe or device.
    case special
    /// The long name, or the long target, of the next member, as GNU tar writes them.
    case longName, longTarget
    /// Records about the next member, or about all that follow (pax).
    case records, sharedRecords
  }

  /// What follows.
  let kind: Kind
  /// Bytes that follow, as the header itself says.
  let size: Int
  /// The name, with its prefix.
  let name: [UInt8]
  /// What a link leads to.
  let target: [UInt8]

  static let blockSize = 512

  /// Whether `block` has the mark and the sum of a header.
  static func isHeader(_ block: [UInt8]) -> Bool {
    block.count == blockSize && block[257...].starts(with: "ustar".utf8)
      && sum(of: block) == number(block[148..<156])
  }

  /// Reads a block that is a header; nil where its size cannot be read.
  ///
  /// - Throws: why two programs read it differently.
  init?(_ block: [UInt8]) throws(TarDoubt) {
    guard TarHeader.isHeader(block), let size = TarHeader.number(block[124..<136]) else {
      return nil
    }
    let mark = block[257..<263]
    let isGNU = mark.elementsEqual("ustar ".utf8)
    guard isGNU || mark.elementsEqual("ustar\0".utf8) else {
      throw TarDoubt("a header is marked as of no known form")
    }
    let prefix = Array(block[345..<500].prefix { $0 != 0 })
    guard !isGNU || prefix.isEmpty else {
      throw TarDoubt("some take a name for longer than others")
    }
    self.size = size
    let name = Array(block[0..<100].prefix { $0 != 0 })
    self.name = prefix.isEmpty ? name : prefix + [0x2F] + name
    target = Array(block[157..<257].prefix { $0 != 0 })
    let kind = try TarHeader.kind(of: block[156], name)
    guard size == 0 || kind.hasContent else {
      // Some pass over the content, others read on in it.
      throw TarDoubt("content follows something that is no file")
    }
    self.kind = kind
  }

  private static func kind(of type: UInt8, _ name: [UInt8]) throws(TarDoubt) -> Kind {
    let isFolderName = name.last == 0x2F
    switch type {
    case 0 where isFolderName: return .folder
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
      guard !isFolderName else { throw TarDoubt("a file is named as a folder") }
      return .file
    case UInt8(ascii: "1"): return .twin
    case UInt8(ascii: "2"): return .link
    case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"): return .special
    case UInt8(ascii: "5"): return .folder
    case UInt8(ascii: "L"): return .longName
    case UInt8(ascii: "K"): return .longTarget
    case UInt8(ascii: "x"): return .records
    case UInt8(ascii: "g"): return .sharedRecords
    default:
      // Most programs unpack what they do not know as a file, others leave it out.
      throw TarDoubt("a member is of a kind that not every program knows")
    }
  }

  /// A number in octal digits; nil for anything else, the binary form of sizes from 8 GiB on too.
  static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
    guard !digits.isEmpty, digits.count <= 12,
      field[digits.endIndex...].allSatisfy({ $0 == 0x20 || $0 == 0 })
    else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x37).contains(digit) else { return nil }
      number = number << 3 | Int(digit - 0x30)
    }
    return number
  }

  /// The sum of a header's bytes, where those of the sum itself count as blanks.
  private static func sum(of block: [UInt8]) -> Int {
    block.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
  }
}

extension TarHeader.Kind {
  /// Whether bytes may follow the header that are no header.
  fileprivate var hasContent: Bool {
    switch self {
    case .file, .longName, .longTarget, .records, .sharedRecords: true
    case .folder, .twin, .link, .special: false
    }
  }
}

/// Why two programs unpack other files from a tar archive.
package struct TarDoubt: Error, Sendable, Hashable {
  /// Why, in one line in lower case, without a full stop.
  package let reason: String

  /// A doubt for that reason.
  init(_ reason: String) { self.reason = reason }
}
