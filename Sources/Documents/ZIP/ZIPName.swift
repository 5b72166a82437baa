import BroadsealBytes

/// The name of an entry: a relative path that every reader understands alike.
struct ZIPName: Hashable, Sendable {
  /// The path.
  let text: String
  /// The path as readers compare it that do not tell case, normal forms, or dots and blanks at the
  /// end of a segment apart; a folder's without its last solidus.
  let folded: String

  /// Whether it names a folder.
  var isFolder: Bool { text.utf8.last == UInt8(ascii: "/") }

  /// Checks the name of `record`.
  init(_ record: ZIPRecord) throws(DocumentError) {
    let place = record.offset + ZIPRecord.fixedSize
    let isASCII = record.name.allSatisfy { $0 < 0x80 }
    guard isASCII || record.isUTF8, let text = String(validating: record.name, as: UTF8.self) else {
      throw ZIPFault.unsupported(ZIPCode.nameEncoding)
    }
    if let fault = ZIPName.fault(of: text) {
      throw ZIPFault.malformed(ZIPCode.name, fault, at: place)
    }
    self.text = text
    folded = ZIPName.fold(text)
  }

  /// What `text` is compared as, byte by byte.
  static func fold(_ text: String) -> String {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let folded = isASCII ? text.lowercased() : text.uppercased().lowercased().precomposed
    let isFolder = folded.utf8.last == UInt8(ascii: "/")
    guard isFolder || hasLooseEnd(folded) else { return folded }
    // Bytes, not characters: a solidus and a mark that combines with it are one character.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(folded.utf8.count)
    for byte in isFolder ? folded.utf8.dropLast() : folded.utf8[...] {
      if byte == UInt8(ascii: "/") { dropLooseEnd(of: &bytes) }
      bytes.append(byte)
    }
    dropLooseEnd(of: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func dropLooseEnd(of bytes: inout [UInt8]) {
    while let last = bytes.last, isLoose(last) { bytes.removeLast() }
  }

  /// Whether any segment ends in a dot or a blank.
  private static func hasLooseEnd(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "/"), isLoose(before) { return true }
      before = byte
    }
    return isLoose(before)
  }

  private static func isLoose(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: " ")
  }

  /// What is wrong with a path; nil when nothing is.
  private static func fault(of text: String) -> String? {
    for scalar in text.unicodeScalars where isForbidden(scalar) {
      return "the name of an entry holds a control character"
    }
    guard CombiningRun.isShort(in: text) else {
      return "too many characters combine in the name of an entry"
    }
    if text.utf8.contains(UInt8(ascii: "\\")) { return "the name of an entry holds a backslash" }
    if text.utf8.dropFirst().first == UInt8(ascii: ":") {
      return "the name of an entry begins with a drive"
    }
    var segments = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if segments.count > 1, segments.last?.isEmpty ?? false { segments.removeLast() }
    for segment in segments {
      if segment.isEmpty { return "the name of an entry is absolute or has an empty segment" }
      if segment.allSatisfy(isLoose) { return "the name of an entry climbs or has no name" }
    }
    return nil
  }

  /// Control characters, and those that turn the direction of text around.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

/// The names of an archive as they are gathered: no two may meet in one place.
struct ZIPNames {
  private struct Name {
    let folded: String
    let isFolder: Bool
    let offset: Int
  }

  private var known: Set<String> = []
  private var names: [Name] = []

  /// Takes the name of an entry whose record stands at `offset`.
  mutating func add(_ name: ZIPName, at offset: Int) throws(DocumentError) {
    guard known.insert(name.folded).inserted else {
      throw ZIPFault.malformed(
        ZIPCode.nameTwin, "two entries have names that some readers do not tell apart", at: offset)
    }
    names.append(Name(folded: name.folded, isFolder: name.isFolder, offset: offset))
  }

  /// Throws when one entry's file is another's folder.
  ///
  /// Looking up every folder of every name would take the square of the length of a name that is
  /// nothing but folders. With the solidus before all else, what stands in a folder follows it.
  func checkFolders() throws(DocumentError) {
    let sorted = names.sorted { one, other in
      one.folded.utf8.lexicographicallyPrecedes(other.folded.utf8) { rank($0) < rank($1) }
    }
    for (name, next) in zip(sorted, sorted.dropFirst()) where !name.isFolder {
      let path = next.folded.utf8
      guard path.starts(with: name.folded.utf8),
        path.dropFirst(name.folded.utf8.count).first == UInt8(ascii: "/")
      else { continue }
      throw ZIPFault.malformed(ZIPCode.nameTwin, "an entry is a file and a folder", at: next.offset)
    }
  }

  /// No name holds a NUL.
  private func rank(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "/") ? 0 : byte }
}
