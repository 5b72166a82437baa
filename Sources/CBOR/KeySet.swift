import BroadsealBytes

/// The keys of a map that were read, so that none comes twice.
///
/// Most maps have few keys: comparing each with the others costs less than encoding and hashing it.
struct KeySet {
  /// Keys up to which they are compared; beyond, they are hashed.
  static let few = 16

  private var many: Set<[UInt8]> = []

  /// Adds a key; false when it is there already.
  ///
  /// - Parameter entries: those of all keys that were added before.
  mutating func insert(_ key: Value, after entries: [Map.Entry]) -> Bool {
    guard entries.count >= KeySet.few else {
      return !entries.contains { KeySet.isSame($0.key, key) }
    }
    if many.isEmpty { many = Set(entries.map { Encoder.encode($0.key) }) }
    return many.insert(Encoder.encode(key)).inserted
  }

  /// Whether both keys have the same deterministic encoding. Text is compared by its bytes.
  private static func isSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.unsigned(let one), .unsigned(let other)): one == other
    case (.negative(let one), .negative(let other)): one == other
    case (.text(let one), .text(let other)): one.isExactly(other)
    case (.bytes(let one), .bytes(let other)): one == other
    default: false
    }
  }
}
