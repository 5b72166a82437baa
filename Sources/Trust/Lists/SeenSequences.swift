/// The highest number seen of each list: of a scheme, as certain pinned keys proved it. Somebody
/// else's list of the same name says nothing about it.
package struct SeenSequences: Hashable, Sendable {
  /// A list: its scheme, and the keys that proved it.
  package struct Key: Hashable, Sendable {
    /// English `SchemeName`.
    package let scheme: String
    /// `ListKeys.fingerprint`; nil in records of old, which did not say: any keys.
    package let keys: String?

    /// A list of that scheme.
    package init(scheme: String, keys: String?) {
      self.scheme = scheme
      self.keys = keys
    }
  }

  /// The numbers.
  package private(set) var numbers: [Key: Int64] = [:]

  /// Nothing was seen yet.
  package init() {}

  /// The highest number seen of the list that `keys` prove; zero when none was.
  package func number(_ keys: ListKeys) -> Int64 {
    number(keys.scheme, keys.fingerprint)
  }

  /// The highest number seen of `list`; zero when none was.
  package func number(_ list: GovernmentTrustList) -> Int64 {
    number(list.scheme, list.keys)
  }

  /// Remembers a number, unless a higher one is known.
  package mutating func add(_ number: Int64, _ key: Key) {
    numbers[key] = max(numbers[key] ?? 0, number)
  }

  private func number(_ scheme: String, _ keys: String) -> Int64 {
    max(
      numbers[Key(scheme: scheme, keys: keys)] ?? 0, numbers[Key(scheme: scheme, keys: nil)] ?? 0)
  }
}
