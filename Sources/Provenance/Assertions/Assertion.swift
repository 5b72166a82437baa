package import BroadsealCBOR
package import BroadsealJSON
package import BroadsealJUMBF

/// An assertion as it stands in an assertion store, unproved.
///
/// A class, because checks hand it around a lot and it never changes.
package final class Assertion: Sendable {
  /// Its label.
  package let label: AssertionLabel
  /// The superbox: what a hashed URI hashes is its payload.
  package let superbox: Superbox
  /// What it holds.
  package let content: AssertionContent

  /// Reads an assertion's superbox; never fails, since what cannot be read is content too.
  init(_ superbox: Superbox) {
    label = AssertionLabel(superbox.label)
    self.superbox = superbox
    content = AssertionContent(superbox)
  }

  /// The decoded CBOR, when there is some.
  package var cbor: CBOR.Value? {
    if case .cbor(let value) = content { value } else { nil }
  }

  /// The decoded JSON, when there is some.
  package var json: JSON.Value? {
    if case .json(let value) = content { value } else { nil }
  }

  /// Whether the content was replaced by zeros.
  package var isRedacted: Bool { content == .redacted }
}

extension Assertion: Hashable {
  /// Whether both are the same box; what they hold follows from it.
  package static func == (left: Assertion, right: Assertion) -> Bool {
    left.superbox == right.superbox
  }

  /// Hashes the box.
  package func hash(into hasher: inout Hasher) { hasher.combine(superbox) }
}
