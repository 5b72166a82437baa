/// A pattern for paths: `?` is one byte or character, `*` any run without a slash, `**` any number
/// of folders, `[a-z]` one of a set of ASCII characters.
///
/// A pattern without a slash is matched against the file's name at any depth; one with a slash
/// against the path below the folder that was given. What equals a pattern letter for letter is matched too: a
/// second copy is often called `file[1].pdf`, and whoever writes that name means it.
package struct Glob: Sendable, Hashable {
  private enum Piece: Sendable, Hashable {
    case literal(UInt8)
    case any
    case run
    case set(Set<UInt8>, isNegated: Bool)
  }

  private enum Segment: Sendable, Hashable {
    case folders
    case name([Piece])
  }

  private let segments: [Segment]
  private let isNameOnly: Bool
  /// The parts of the pattern as they are written.
  private let letters: [[UInt8]]

  /// The pattern as it was given.
  package let pattern: String

  /// Reads a pattern; nil when it is empty or a set is not closed.
  package init?(_ pattern: String) {
    let parts = pattern.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    guard !parts.isEmpty else { return nil }
    var segments: [Segment] = []
    for part in parts {
      if part.elementsEqual("**".utf8) {
        if segments.last != .folders { segments.append(.folders) }
      } else {
        guard let pieces = Glob.pieces(of: Array(part)) else { return nil }
        segments.append(.name(pieces))
      }
    }
    self.segments = segments
    self.pattern = pattern
    letters = parts.map(Array.init)
    isNameOnly = !pattern.utf8.contains(UInt8(ascii: "/"))
  }

  /// Whether the pattern matches the path `below` the folder that was given.
  package func matches(_ below: ArraySlice<UInt8>) -> Bool {
    var names = below.split(separator: UInt8(ascii: "/"))
    if isNameOnly { names = names.suffix(1) }
    if names.elementsEqual(letters, by: { $0.elementsEqual($1) }) { return true }
    // Reachable pattern positions after each name: no backtracking, whatever the pattern.
    var reached = closure([0])
    for name in names {
      var next: Set<Int> = []
      for position in reached where position < segments.count {
        switch segments[position] {
        case .folders: next.insert(position)
        case .name(let pieces): if Glob.matches(pieces, name) { next.insert(position + 1) }
        }
      }
      reached = closure(next)
    }
    return reached.contains(segments.count)
  }

  /// `**` also stands for no folder at all.
  private func closure(_ positions: Set<Int>) -> Set<Int> {
    var all = positions
    for var position in positions {
      while position < segments.count, segments[position] == .folders {
        position += 1
        all.insert(position)
      }
    }
    return all
  }

  private static func matches(_ pieces: [Piece], _ name: ArraySlice<UInt8>) -> Bool {
    var (piece, at) = (0, name.startIndex)
    var retry: (piece: Int, at: Int)?
    while at < name.endIndex {
      if piece < pieces.count, let width = width(of: pieces[piece], in: name[at...]) {
        if width == 0 { retry = (piece, at) } else { at += width }
        piece += 1
      } else if let last = retry {
        // The latest run takes one byte more; earlier runs need no second try.
        retry = (last.piece, last.at + 1)
        (piece, at) = (last.piece + 1, last.at + 1)
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .run }
  }

  /// Bytes that the piece takes at the start of `name`; 0 for a run; nil when it does not fit.
  private static func width(of piece: Piece, in name: ArraySlice<UInt8>) -> Int? {
    guard let first = name.first else { return nil }
    switch piece {
    case .literal(let byte): return byte == first ? 1 : nil
    case .run: return 0
    case .set(let bytes, let isNegated): return bytes.contains(first) != isNegated ? 1 : nil
    case .any:
      guard first >= 0xC2 else { return 1 }
      let rest = name.dropFirst().prefix { $0 & 0xC0 == 0x80 }
      return 1 + min(rest.count, 3)
    }
  }

  private static func pieces(of part: [UInt8]) -> [Piece]? {
    var pieces: [Piece] = []
    var index = 0
    while index < part.count {
      switch part[index] {
      case UInt8(ascii: "?"): pieces.append(.any)
      case UInt8(ascii: "*"): if pieces.last != .run { pieces.append(.run) }
      case UInt8(ascii: "["):
        guard let close = part[(index + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else {
          return nil
        }
        pieces.append(set(of: part[(index + 1)..<close]))
        index = close
      case let byte: pieces.append(.literal(byte))
      }
      index += 1
    }
    return pieces
  }

  private static func set(of members: ArraySlice<UInt8>) -> Piece {
    let isNegated = members.first == UInt8(ascii: "!") && members.count > 1
    let listed = Array(isNegated ? members.dropFirst() : members)
    var bytes: Set<UInt8> = []
    var index = 0
    while index < listed.count {
      if index + 2 < listed.count, listed[index + 1] == UInt8(ascii: "-"),
        listed[index] <= listed[index + 2]
      {
        bytes.formUnion(listed[index]...listed[index + 2])
        index += 3
      } else {
        bytes.insert(listed[index])
        index += 1
      }
    }
    return .set(bytes, isNegated: isNegated)
  }
}
