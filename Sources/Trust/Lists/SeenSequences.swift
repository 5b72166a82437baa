import BroadsealOpenSSL

/// The highest number seen of each list: of a scheme, by each key that signed it.
///
/// A list is not its set of keys: its operator exchanges one, or asks for another threshold, and it goes
/// on. So each key remembers for itself, and the highest number that any of the keys now pinned or
/// recognised has signed is the least that is taken. Somebody else's list of the same name shares no key
/// with it and says nothing about it.
package struct SeenSequences: Hashable, Sendable {
  /// Who stands for a number under a scheme.
  package enum Witness: Hashable, Sendable {
    /// A key that signed the list: SHA-256 of its SubjectPublicKeyInfo.
    case key(String)
    /// A record of an earlier version named a whole set of keys: `ListKeys.fingerprint`.
    case set(String)
    /// Records from before that named none: any keys.
    case anyone
  }

  /// A list: its scheme, and who stands for its number.
  package struct Key: Hashable, Sendable {
    /// English `SchemeName`.
    package let scheme: String
    /// Who stands for the number.
    package let witness: Witness

    /// A list of that scheme.
    package init(scheme: String, witness: Witness) {
      self.scheme = scheme
      self.witness = witness
    }
  }

  /// The numbers.
  package private(set) var numbers: [Key: Int64] = [:]

  /// Nothing was seen yet.
  package init() {}

  /// The highest number seen of the list that `keys` prove; zero when none was.
  package func number(_ keys: ListKeys) -> Int64 {
    let witnesses =
      [.anyone, .set(keys.fingerprint)] + keys.keys.map { Witness.key($0.spkiSHA256) }
    return witnesses.compactMap { numbers[Key(scheme: keys.scheme, witness: $0)] }.max() ?? 0
  }

  /// Whether `list` would add something that is not known yet.
  package func isNews(_ list: GovernmentTrustList) -> Bool {
    list.signers.contains { signer in
      (numbers[Key(scheme: list.scheme, witness: .key(signer))] ?? 0) < list.sequence
    }
  }

  /// Remembers the number of a proved list, for each key that signed it.
  package mutating func add(_ list: GovernmentTrustList) {
    for signer in list.signers {
      add(list.sequence, Key(scheme: list.scheme, witness: .key(signer)))
    }
  }

  /// Remembers a number, unless a higher one is known.
  package mutating func add(_ number: Int64, _ key: Key) {
    numbers[key] = max(numbers[key] ?? 0, number)
  }
}
