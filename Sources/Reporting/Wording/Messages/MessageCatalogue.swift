/// What errors and hints say in Japanese, by what they say in English: each message once.
///
/// One term for one thing, and which: `Documentation/Decisions/japanese-terms.md`. Read it before you translate.
///
/// A message that the program makes of parts has `{}` in the place of each; the translation names them `{1}`, `{2}`
/// in the order in which they stand in English. What is not in the catalogue stays English: a path, a name in a
/// certificate, the word of a system.
package enum MessageCatalogue {
  /// A message with places for what is put in.
  private struct Pattern: Sendable {
    let parts: [[UInt8]]
    let japanese: String
    /// Whether what is put in are names of types.
    let namesTypes: Bool
    /// Bytes that are the same in every message of it.
    var fixed: Int { parts.reduce(0) { $0 + $1.count } }

    init(_ english: String, _ japanese: String, namesTypes: Bool = false) {
      self.namesTypes = namesTypes
      parts = english.split(separator: "{}", omittingEmptySubsequences: false).map {
        Array($0.utf8)
      }
      self.japanese = japanese
    }

    /// What stands in the places of `message`; nil where it is another message.
    func places(in message: [UInt8]) -> [String]? {
      guard let first = parts.first, let last = parts.last, message.starts(with: first) else {
        return nil
      }
      guard parts.count > 1 else { return message.count == first.count ? [] : nil }
      var rest = message[first.count...]
      var places: [String] = []
      for part in parts.dropFirst().dropLast() {
        guard let range = rest.firstRange(of: part), !part.isEmpty else { return nil }
        places.append(String(decoding: rest[..<range.lowerBound], as: UTF8.self))
        rest = rest[range.upperBound...]
      }
      guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else {
        return nil
      }
      return places + [String(decoding: rest.dropLast(last.count), as: UTF8.self)]
    }
  }

  /// Longest message that is looked up, in bytes: others quote somebody at length.
  private static let longest = 4_096

  private static let plain: [String: String] = Dictionary(
    pairs.filter { !$0.0.contains("{}") }, uniquingKeysWith: { first, _ in first })
  /// The one that fixes more of a message comes first, so that a place takes in nothing that another one names.
  private static let patterns =
    (others.filter { $0.0.contains("{}") }.map { Pattern($0.0, $0.1) } + ofTypes)
    .sorted { $0.fixed > $1.fixed }
  private static let parts = read(fragments).map { Pattern($0.0, $0.1) } + ofTypes
  private static let ofTypes = read(types).filter { $0.0.contains("{}") }
    .map { Pattern($0.0, $0.1, namesTypes: true) }

  /// Every English message and its translation.
  package static let pairs = others + read(types)
  private static let others = [
    options, documents, lists, audits, credentials, notes, rules, signing, causes,
  ].flatMap(read)

  /// A line in English, and under it the same in Japanese.
  private static func read(_ text: String) -> [(String, String)] {
    let lines = text.split(separator: "\n").map(String.init)
    return stride(from: 0, to: lines.count - 1, by: 2).map { (lines[$0], lines[$0 + 1]) }
  }

  /// `message` in Japanese; the same where the catalogue does not have it.
  ///
  /// What stands before a colon, mostly a file, is kept.
  package static func japanese(_ message: String) -> String {
    guard message.utf8.count <= longest else { return message }
    if let whole = translated(message) { return whole }
    var start = message.startIndex
    while let colon = message[start...].firstRange(of: ": ") {
      if let rest = translated(String(message[colon.upperBound...])) {
        return message[..<colon.upperBound] + rest
      }
      start = colon.upperBound
    }
    return message
  }

  /// - Parameter isPart: whether it stands in a place of another message; nothing is looked for in its own places.
  private static func translated(_ message: String, isPart: Bool = false) -> String? {
    if let known = plain[message] { return known }
    let bytes = Array(message.utf8)
    for pattern in isPart ? parts : patterns {
      guard let places = pattern.places(in: bytes) else { continue }
      // A file before a colon is no part of what is put in: what follows it is looked up by itself.
      if pattern.parts.first?.isEmpty == true, places.first?.contains(": ") == true { continue }
      return places.enumerated().reduce(pattern.japanese) { text, place in
        let shown =
          pattern.namesTypes
          ? typeNames[place.element]
          : isPart ? nil : translated(place.element, isPart: true) ?? cause(place.element)
        return text.replacing("{\(place.offset + 1)}", with: shown ?? place.element)
      }
    }
    return nil
  }

  /// What went wrong with each of several, `WHAT: WHY; WHAT: WHY`, with each cause that is known in Japanese; nil where
  /// none is.
  private static func cause(_ place: String) -> String? {
    var isKnown = false
    let told = place.split(separator: "; ", omittingEmptySubsequences: false).map { part in
      guard let colon = part.firstRange(of: ": "),
        let known = translated(String(part[colon.upperBound...]))
      else { return String(part) }
      isKnown = true
      return part[..<colon.upperBound] + known
    }
    return isKnown ? told.joined(separator: "; ") : nil
  }
}
