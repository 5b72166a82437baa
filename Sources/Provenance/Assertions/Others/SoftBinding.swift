package import BroadsealCBOR

/// A watermark or fingerprint: `c2pa.soft-binding` (C2PA 2.4 §18.11). Never a hard binding.
package struct SoftBinding: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.soft-binding"

  /// Name of the algorithm.
  package let algorithm: String
  /// What was found where, as received.
  package let blocks: [CBOR.Map]

  /// Reads an assertion.
  ///
  /// - Throws: `general.error`, since the standard has no code of its own, without algorithm or blocks.
  package init(_ value: CBOR.Value) throws(Problem) {
    algorithm = try value.requiredText("alg", orThrow: .generalError)
    let entries = try value.optionalArray("blocks", orThrow: .generalError) ?? []
    blocks = entries.compactMap(\.map)
    guard !blocks.isEmpty, blocks.count == entries.count else {
      throw Problem(.generalError, "the soft binding has no blocks")
    }
  }
}
