package import BroadsealJSON

/// A text in several languages (`multiLangString` of ETSI TS 119 602), in the order of the list.
package struct LocalizedText: Hashable, Sendable {
  /// One language.
  package struct Entry: Hashable, Sendable {
    /// Language tag, such as `en` or `ja`.
    package let language: String
    /// The text.
    package let value: String
  }

  /// Every language once.
  package let entries: [Entry]

  /// A text from entries whose languages differ.
  package init(entries: [Entry]) { self.entries = entries }

  /// The text in `language`, if there is one.
  package subscript(language: String) -> String? {
    entries.first { $0.language == language }?.value
  }

  /// The English text, else the first one.
  package var preferred: String { self["en"] ?? entries.first?.value ?? "" }

  /// An object with a member per language: `{ "en": …, "ja": … }`.
  package var asObject: JSON.Value {
    .object(Object(entries.map { ($0.language, .string($0.value)) }))
  }

  /// An array of objects with the members `lang` and `value`.
  var asArray: JSON.Value {
    .array(
      entries.map { .object(["lang": .string($0.language), "value": .string($0.value)]) })
  }
}

extension LocalizedText.Entry {
  /// Whether `tag` is built like a language tag (RFC 5646 §2.1): letters and digits with hyphens.
  static func isLanguage(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { byte in
          let lower = byte | 0x20
          return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
  }
}

extension LocalizedText: ExpressibleByDictionaryLiteral {
  /// A text from `[language: value]`.
  package init(dictionaryLiteral pairs: (String, String)...) {
    entries = pairs.map { Entry(language: $0.0, value: $0.1) }
  }
}

extension LocalizedText {
  /// The array form under `key`; nil when absent. A language that comes twice is an error.
  init?(_ key: String, of fields: ListFields) throws(TrustError) {
    guard fields.has(key) else { return nil }
    var entries: [Entry] = []
    for item in try fields.objects(key) {
      try item.allowOnly(["lang", "value"])
      let language = try item.text("lang")
      guard Entry.isLanguage(language) else { throw item.malformed("lang", "is no language tag") }
      entries.append(Entry(language: language, value: try item.text("value")))
    }
    guard Set(entries.map(\.language)).count == entries.count else {
      throw fields.malformed(key, "holds a language twice")
    }
    self.entries = entries
  }

  /// The object form under `key`, with at least one language.
  init(objectAt key: String, of fields: ListFields) throws(TrustError) {
    let names = try fields.fields(key)
    var entries: [Entry] = []
    for language in names.object.keys {
      guard Entry.isLanguage(language) else {
        throw fields.malformed(key, "has a member that is no language tag")
      }
      entries.append(Entry(language: language, value: try names.text(language)))
    }
    guard !entries.isEmpty else { throw fields.malformed(key, "is empty") }
    self.entries = entries
  }
}
