import BroadsealBytes
import BroadsealJSON

/// A step down into a JSON value.
enum JSONStep: Hashable, Sendable {
  /// The member of an object.
  case member(String)
  /// The element of an array.
  case element(Int)
}

extension Value {
  /// The object with `value` under `key`: in its old place, or behind the other members.
  func setting(_ key: String, to value: Value) -> Value {
    guard let object else { return self }
    var members = object.members.map { ($0.key, $0.value) }
    if let place = members.firstIndex(where: { $0.0.isExactly(key) }) {
      members[place].1 = value
    } else {
      members.append((key, value))
    }
    return .object(Object(members))
  }

  /// The object with `element` at the end of the array under `key`, which is made where it is absent.
  func appending(_ element: Value, to key: String) -> Value {
    setting(key, to: .array((self[key]?.array ?? []) + [element]))
  }

  /// The object without the members of these names.
  func removing(_ names: Set<String>) -> Value {
    guard let object else { return self }
    return .object(
      Object(object.members.filter { !names.contains($0.key) }.map { ($0.key, $0.value) }))
  }

  /// The value with what lies at the end of `path` changed and everything else as it was; the same value
  /// where the path leads nowhere.
  func editing(_ path: some Collection<JSONStep>, _ change: (Value) -> Value) -> Value {
    guard let step = path.first else { return change(self) }
    let rest = Array(path.dropFirst())
    switch step {
    case .member(let key):
      guard let inner = self[key] else { return self }
      return setting(key, to: inner.editing(rest, change))
    case .element(let place):
      guard var elements = array, elements.indices.contains(place) else { return self }
      elements[place] = elements[place].editing(rest, change)
      return .array(elements)
    }
  }
}
