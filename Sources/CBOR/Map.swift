import BroadsealBytes

/// The entries of a CBOR map, in the order they were received or given.
///
/// Text keys are compared byte by byte in UTF-8: `==` on strings would take U+212A for the letter K.
package struct Map: Hashable, Sendable {
  /// One entry.
  package struct Entry: Hashable, Sendable {
    /// An integer, a text string or a byte string.
    package let key: Value
    /// The entry's value.
    package let value: Value

    /// An entry of a key and its value.
    package init(key: Value, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// Every entry; the encoder sorts them, the decoder does not.
  package let entries: [Entry]

  /// A map of `entries`; the caller sees to it that no key comes twice.
  package init(_ entries: [Entry]) { self.entries = entries }

  /// A map of text keys, leaving out the entries without a value.
  package init(_ entries: [(String, Value?)]) {
    self.entries = entries.compactMap { key, value in
      value.map { Entry(key: .text(key), value: $0) }
    }
  }

  /// The value under a text key, exactly so spelled.
  package subscript(key: String) -> Value? {
    entries.firstIndex { entry in
      if case .text(let text) = entry.key { text.isExactly(key) } else { false }
    }.map { entries[$0].value }
  }

  /// The value under an integer key.
  package subscript(integer key: Int64) -> Value? {
    entries.first { $0.key.integer == key }?.value
  }

  /// The text keys, in order.
  package var textKeys: [String] { entries.compactMap(\.key.text) }

  /// Whether there is no entry.
  package var isEmpty: Bool { entries.isEmpty }
}

extension Map: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral entries: (String, Value)...) {
    self.init(entries.map { Entry(key: .text($0.0), value: $0.1) })
  }
}
