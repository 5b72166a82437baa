/// The path of a file as the system knows it: bytes, of which only `/` and NUL mean something.
///
/// A `String` would repair names that are not UTF-8 and then name another file.
public struct FilePath: Hashable, Sendable {
  /// The path's bytes, without a terminator.
  public let bytes: [UInt8]

  /// How many of the bytes are a folder that somebody named, with its slash, where the rest was found in it: below
  /// that folder no link is followed when the file is opened. Nil for a path that was named itself.
  package private(set) var rootLength: Int?

  /// The path that `text` spells.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The path of exactly these bytes; nil when they hold a NUL, which no system call can take.
  public init?(bytes: some Collection<UInt8>) {
    guard !bytes.contains(0) else { return nil }
    self.bytes = Array(bytes)
  }

  /// The path as text; nil when its bytes are not UTF-8.
  public var text: String? { String(validating: bytes, as: UTF8.self) }

  /// A text that tells every two paths apart: bytes that are not UTF-8 as `\xNN`, and every
  /// backslash doubled.
  public var display: String {
    if let text, !bytes.contains(UInt8(ascii: "\\")) { return text }
    var shown = ""
    var rest = bytes[...]
    while let first = rest.first {
      let width = FilePath.width(of: rest)
      if let width, let piece = String(validating: rest.prefix(width), as: UTF8.self) {
        shown += piece == "\\" ? "\\\\" : piece
        rest = rest.dropFirst(width)
      } else {
        shown += "\\x" + Hex.encode([first])
        rest = rest.dropFirst()
      }
    }
    return shown
  }

  /// The path that shows as `text` in `display`; nil for what shows of none.
  package init?(displayed text: String) {
    var found: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        found.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "\\"): found.append(byte)
      case UInt8(ascii: "x"):
        guard let decoded = Hex.decode(String(decoding: rest.prefix(2), as: UTF8.self)),
          decoded.count == 1
        else { return nil }
        found += decoded
        rest = rest.dropFirst(2)
      default: return nil
      }
    }
    self.init(bytes: found)
  }

  private static func width(of bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    let width =
      switch first {
      case ..<0x80: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    return width > 0 && width <= bytes.count ? width : nil
  }
}

extension FilePath {
  private static let slash = UInt8(ascii: "/")

  /// The same path, found in the folder that its first `length` bytes name, the slash among them.
  ///
  /// Whoever may write into that folder can put a link there at any moment, also after a walk went through it; the
  /// program would read, and sign, what only it may read.
  package func found(below length: Int) -> FilePath {
    FilePath(checked: bytes, rootLength: length)
  }

  /// The bytes after the last slash.
  package var name: ArraySlice<UInt8> {
    bytes[(bytes.lastIndex(of: FilePath.slash).map { $0 + 1 } ?? 0)...]
  }

  /// The folder that holds the file: `.` when the path has no slash.
  package var folder: FilePath {
    guard let index = bytes.lastIndex(of: FilePath.slash) else { return FilePath(".") }
    let root = rootLength.flatMap { index >= $0 ? $0 : nil }
    return FilePath(
      checked: index == 0 ? [FilePath.slash] : Array(bytes[..<index]), rootLength: root)
  }

  /// The path of `name` inside this folder.
  package func appending(_ name: some Collection<UInt8>) -> FilePath {
    let joint = bytes.isEmpty || bytes.last == FilePath.slash ? [] : [FilePath.slash]
    return FilePath(checked: bytes + joint + name, rootLength: rootLength)
  }

  /// The path of `name` inside this folder, as one that was found in it: below it no link is followed.
  package func appendingFound(_ name: some Collection<UInt8>) -> FilePath {
    let path = appending(name)
    return rootLength == nil ? path.found(below: path.bytes.count - name.count) : path
  }

  /// The path with `suffix` added to its last name: `a.pdf` and `.c2pa` give `a.pdf.c2pa`.
  package func adding(suffix: String) -> FilePath {
    FilePath(checked: bytes + Array(suffix.utf8), rootLength: rootLength)
  }

  /// Runs `body` with the path as a system call takes it.
  @inlinable package func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { name in
      for (index, byte) in bytes.enumerated() {
        unsafe name.initializeElement(at: index, to: CChar(bitPattern: byte))
      }
      unsafe name.initializeElement(at: bytes.count, to: 0)
      // The buffer holds at least the terminator, so it has an address.
      return unsafe name.baseAddress.map { unsafe body($0) } ?? "".withCString { unsafe body($0) }
    }
  }

  private init(checked bytes: [UInt8], rootLength: Int?) {
    self.bytes = bytes
    self.rootLength = rootLength
  }
}

extension FilePath {
  /// Two paths of the same bytes are one, however they were come by.
  public static func == (left: FilePath, right: FilePath) -> Bool { left.bytes == right.bytes }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension FilePath: CustomStringConvertible {
  /// The same as `display`.
  public var description: String { display }
}

extension FilePath: Comparable {
  /// Order by bytes, folders before what they hold: a slash sorts before every other byte.
  public static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes) { one, other in
      (one == slash ? 0 : Int(one) + 1) < (other == slash ? 0 : Int(other) + 1)
    }
  }
}

extension FilePath: ExpressibleByStringLiteral {
  /// The path that a literal spells.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}
