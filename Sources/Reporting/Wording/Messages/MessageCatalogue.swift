/// What errors, hints and details say in Japanese, by what they say in English: each message once.
///
/// One term for one thing, and which: `Documentation/Decisions/japanese-terms.md`. Read it before you translate.
///
/// A message that the program makes of parts has `{}` in the place of each; the translation names them `{1}`, `{2}`
/// in the order in which they stand in English. What stands in a place is looked up like a message of its own, so that
/// no English words stay within a Japanese sentence. What is not in the catalogue stays as it is: a path, a name in a
/// certificate, the word of a system. A place `{=}` holds what is to be typed as it stands there, and is never looked up.
package enum MessageCatalogue {
  /// Words with which sentences of ours begin.
  fileprivate static let beginnings: Set<Substring> = [
    "the", "a", "an", "it", "its", "there", "this", "what", "no", "not", "nothing", "nobody",
    "something", "too", "more", "two", "several", "another", "one", "some", "only",
  ]
  /// Longest message that is looked up, in bytes: others quote somebody at length.
  private static let longest = 4_096
  /// How deep messages stand in places of others.
  private static let deepest = 4

  private static let plain: [String: String] = Dictionary(
    (pairs + read(fragments)).filter { !$0.0.contains("{") },
    uniquingKeysWith: { first, _ in first })
  /// The one that fixes more of a message comes first, so that a place takes in nothing that another one names.
  private static let patterns = sorted(
    others.filter { $0.0.hasPlaces }.map { MessagePattern($0.0, $0.1) } + ofTypes)
  /// What stands in a place: fragments come last, since they fix little.
  private static let parts =
    patterns
    + sorted(read(fragments).filter { $0.0.hasPlaces }.map { MessagePattern($0.0, $0.1) })
  private static let ofTypes = read(types).filter { $0.0.hasPlaces }
    .map { MessagePattern($0.0, $0.1, namesTypes: true) }
  private static let alone = Set(read(fragments).map(\.0))

  private static func sorted(_ patterns: [MessagePattern]) -> [MessagePattern] {
    patterns.sorted { $0.fixed > $1.fixed }
  }

  /// Every English message, `{}` in each place, and its translation.
  package static let pairs = (others + read(types)).map { (MessagePattern.plain($0.0), $0.1) }
  private static let others = [
    options, documents, lists, audits, credentials, notes, rules, signing, causes, pdf, archives,
    markup, media, provenance, bindings, checks, seals, encodings, settings, members, keeping,
  ].flatMap(read)

  /// A line in English, and under it the same in Japanese.
  private static func read(_ text: String) -> [(String, String)] {
    let lines = text.split(separator: "\n").map(String.init)
    return stride(from: 0, to: lines.count - 1, by: 2).map { (lines[$0], lines[$0 + 1]) }
  }

  /// `message` in Japanese; the same where the catalogue does not have it.
  ///
  /// What stands before a colon, mostly a file, is kept.
  ///
  /// - Parameter further: messages that the catalogue cannot know, by what they say in English.
  package static func japanese(_ message: String, further: [String: String] = [:]) -> String {
    known(message, further: further) ?? message
  }

  /// `message` in Japanese; nil where the catalogue has nothing of it.
  package static func known(_ message: String, further: [String: String] = [:]) -> String? {
    guard message.utf8.count <= longest else { return nil }
    if let whole = translated(message, further) ?? listed(message, further, depth: 0) {
      return whole
    }
    var start = message.startIndex
    while let colon = message[start...].firstRange(of: ": ") {
      if let rest = translated(String(message[colon.upperBound...]), further) {
        let head = String(message[..<colon.lowerBound])
        return (plain[head] ?? head) + ": " + rest
      }
      start = colon.upperBound
    }
    return nil
  }

  /// - Parameter depth: in how many places of other messages it stands.
  private static func translated(
    _ message: String, _ further: [String: String], depth: Int = 0
  ) -> String? {
    guard depth <= deepest else { return nil }
    if let known = plain[message], depth > 0 || !alone.contains(message) { return known }
    if let known = further[message] { return known }
    let bytes = Array(message.utf8)
    for pattern in depth > 0 ? parts : patterns {
      guard let places = pattern.places(in: bytes),
        let said = filled(pattern, places, further, depth: depth)
      else { continue }
      return said
    }
    return ended(message, further, depth: depth)
  }

  /// The translation of `pattern` with what stands in its places; nil where it begins with a place that takes in
  /// what it should not: a file before a colon, which is no part of what is put in, or the start of another sentence.
  private static func filled(
    _ pattern: MessagePattern, _ places: [String], _ further: [String: String], depth: Int
  ) -> String? {
    let shown = zip(places, pattern.isTyped).map { place, isTyped in
      isTyped
        ? place
        : (pattern.namesTypes ? typeNames[place] : nil) ?? listed(place, further, depth: depth + 1)
          ?? translated(place, further, depth: depth + 1)
          ?? causes(place, further, depth: depth + 1)
    }
    // The place in a file is no part of what stands last.
    if pattern.parts.last?.isEmpty == true, places.last?.offset != nil { return nil }
    // What fixes next to nothing of a message is one only of single words.
    if pattern.fixed < 13,
      zip(places, pattern.isTyped).contains(where: { place, isTyped in
        !isTyped && place.contains(", ") || place.contains(": ")
      })
    {
      return nil
    }
    if pattern.parts.first?.isEmpty == true, let first = places.first,
      first.contains(": ") || first.isPhrase && shown.first == .some(nil)
    {
      return nil
    }
    return places.indices.reduce(pattern.japanese) { text, index in
      text.replacing("{\(index + 1)}", with: shown[index] ?? places[index])
    }
  }

  /// A message with a code in brackets or the place in a file at its end; nil where the rest is not known.
  private static func ended(
    _ message: String, _ further: [String: String], depth: Int
  ) -> String? {
    if let (rest, offset) = message.offset, let known = translated(rest, further, depth: depth) {
      return "\(known)(\(offset)バイト目)"
    }
    guard message.hasSuffix(")"), let (rest, code) = message.parted(atLast: " ("),
      code.dropLast().utf8.allSatisfy({
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }),
      let known = translated(rest, further, depth: depth)
    else { return nil }
    return "\(known) (\(code)"
  }

  /// Several things one after the other, each of which is known; nil for one thing, and where one is not.
  private static func listed(
    _ place: String, _ further: [String: String], depth: Int
  ) -> String? {
    for (separator, japanese) in [("; ", "; "), (", ", "、")] {
      let parts = place.split(separator: separator)
      guard parts.count > 1 else { continue }
      let told = parts.compactMap { translated(String($0), further, depth: max(1, depth)) }
      if told.count == parts.count { return told.joined(separator: japanese) }
    }
    return nil
  }

  /// What went wrong with each of several, `WHAT: WHY; WHAT: WHY`, with each cause that is known; nil where none is.
  private static func causes(
    _ place: String, _ further: [String: String], depth: Int
  ) -> String? {
    var isKnown = false
    let told = place.split(separator: "; ", omittingEmptySubsequences: false).map { part in
      if let known = translated(String(part), further, depth: depth) {
        isKnown = true
        return known
      }
      guard let colon = part.firstRange(of: ": "),
        let known = translated(String(part[colon.upperBound...]), further, depth: depth)
      else { return String(part) }
      isKnown = true
      return part[..<colon.upperBound] + known
    }
    return isKnown ? told.joined(separator: "; ") : nil
  }
}

extension String {
  /// Whether something is put into it.
  fileprivate var hasPlaces: Bool { contains("{}") || contains("{=}") }

  /// Whether it begins as an English sentence does, and not as a name or a command.
  fileprivate var isPhrase: Bool {
    let start = prefix { $0 != " " }
    return start.utf8.count < utf8.count && MessageCatalogue.beginnings.contains(start)
  }

  /// What stands before the place in a file at its end, and that place; nil where there is none.
  fileprivate var offset: (String, String)? {
    guard let (rest, offset) = parted(atLast: " at byte "), offset.allSatisfy(\.isNumber) else {
      return nil
    }
    return (rest, offset)
  }

  /// What stands before and after the last `separator`; nil where there is none.
  fileprivate func parted(atLast separator: String) -> (String, String)? {
    guard let range = ranges(of: separator).last else { return nil }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
