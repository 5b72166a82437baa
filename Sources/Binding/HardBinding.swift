package import BroadsealBytes
package import BroadsealCBOR
package import BroadsealDocuments
package import BroadsealOpenSSL
package import BroadsealProvenance

/// A form of hard binding (C2PA 2.5 §14.12): how it is checked, and how it is written.
///
/// A form is one file and one line in `HardBindings.all`. A value of it is a binding on its way: what will
/// be hashed of an output that has not been written yet.
package protocol HardBinding: Sendable {
  /// Label of the assertion that is written.
  static var label: String { get }
  /// Labels of the assertions that are read, earlier versions among them.
  static var labelsRead: [String] { get }
  /// The code of a binding that does not match.
  static var mismatch: StatusCode { get }

  /// Checks what the assertion says against a file.
  ///
  /// - Parameters:
  ///   - value: the assertion's content, as received.
  ///   - wantsFileDigest: whether the SHA-256 of the whole file is wanted too; it may cost the time of a
  ///     second hash.
  ///   - buffer: reused; made on first use.
  /// - Throws: only what prevented the check; a fault of the assertion and a mismatch are statuses.
  static func verify(
    _ value: CBOR.Value, _ subject: BindingSubject, wantsFileDigest: Bool,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome

  /// The binding of an output that is covered as `coverage` says; nil when another form is for that.
  ///
  /// - Parameter rooms: what stays out of every hash: the store's room, and rooms that depend on it.
  init?(writing coverage: any Coverage, around rooms: [ByteRange])

  /// What is hashed, a digest for each element in file order, in an output of `outputSize` bytes.
  func parts(outputSize: Int) -> [HashedPart]

  /// The assertion with `digests`, which are those of `parts`; with zeros while they are not known. Both
  /// have the same size.
  func value(_ digests: [Digest]?, _ algorithm: DigestAlgorithm) -> CBOR.Value
}

extension HardBinding {
  /// Most forms have had one label.
  package static var labelsRead: [String] { [label] }

  /// The label of the assertion.
  package var label: String { Self.label }
}
