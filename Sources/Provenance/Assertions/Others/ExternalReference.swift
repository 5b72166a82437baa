import BroadsealBytes
package import BroadsealCBOR

/// Data kept elsewhere: `c2pa.external-reference` and `c2pa.cloud-data` (C2PA 2.5 §14.10.4.2).
///
/// The house fetches nothing: a reference says that something exists, and no more.
package struct ExternalReference: Hashable, Sendable {
  /// Label of a reference to anything.
  package static let label = "c2pa.external-reference"
  /// Label of a reference to an assertion.
  package static let cloudDataLabel = "c2pa.cloud-data"

  /// Where the data are.
  package let url: String
  /// Hash of the data; cloud data and hashed references have one.
  package let hash: [UInt8]?
  /// The hash algorithm, which stands beside every hash.
  package let algorithm: String?
  /// Label of the assertion that the data are.
  package let assertionLabel: String?
  /// Size of the data in bytes, where it is stated.
  package let size: Int?

  /// Reads `c2pa.external-reference`.
  ///
  /// - Throws: `assertion.external-reference.malformed` without a URL, with a hash or an algorithm
  ///   alone, or for a label that may not stand elsewhere.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionExternalReferenceMalformed
    guard let location = try value.optionalMap("location", orThrow: code) else {
      throw Problem(code, "the field location is missing")
    }
    url = try location.requiredText("url", orThrow: code)
    hash = try location.optionalBytes("hash", orThrow: code)
    algorithm = try location.optionalText("alg", orThrow: code)
    guard (hash == nil) == (algorithm == nil) else {
      throw Problem(code, "the location has a hash or an algorithm without the other")
    }
    assertionLabel = try value.optionalText("label", orThrow: code)
    size = try location.optionalCount("size", orThrow: code)
    guard assertionLabel.map({ !ExternalReference.mustStayInside($0) }) ?? true else {
      throw Problem(code, "an assertion of this label may not stand elsewhere")
    }
  }

  /// Reads `c2pa.cloud-data`.
  ///
  /// - Throws: `assertion.cloud-data.malformed` without label, size or location, or for a label that
  ///   may not stand elsewhere; `assertion.cloud-data.hardBinding` for a hard binding.
  package init(cloudData value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionCloudDataMalformed
    let label = try value.requiredText("label", orThrow: code)
    size = try value.requiredCount("size", orThrow: code)
    guard let location = try value.optionalReference("location", orThrow: code) else {
      throw Problem(code, "the field location is missing")
    }
    (url, hash, algorithm) = (location.url, location.hash, location.algorithm)
    assertionLabel = label
    let kind = AssertionLabel(label)
    guard !kind.isHardBinding, !kind.isMultiAssetHash else {
      throw Problem(.assertionCloudDataHardBinding, "a hard binding may not stand elsewhere")
    }
    guard !ExternalReference.mustStayInside(label) else {
      throw Problem(code, "an assertion of this label may not stand elsewhere")
    }
  }

  private static func mustStayInside(_ text: String) -> Bool {
    let label = AssertionLabel(text)
    return label.isActions || label.isIngredient || label.isHardBinding || label.isMultiAssetHash
      || label.isOne(of: [ExternalReference.label, cloudDataLabel])
  }
}
