import BroadsealCBOR
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance

/// An assertion whose bytes match the hash in its claim.
///
/// There is no other way to make one, so what reads a proved assertion need not ask again.
///
/// A class, because checks hand it around a lot and it never changes.
final class ProvedAssertion: Sendable {
  /// The assertion, as received.
  let assertion: Assertion
  /// Whether the claim lists it among what the signer itself created.
  let isCreated: Bool
  /// The ingredient, when the assertion describes one that can be read.
  let ingredient: Ingredient?
  /// The actions, when the assertion lists some that can be read.
  let actions: Actions?

  /// Proves `assertion` by the hash of `reference`.
  ///
  /// - Parameter algorithm: the claim's default, for a reference that names none.
  init(
    _ assertion: Assertion, by reference: HashedURI, algorithm: String?, isCreated: Bool
  ) throws(AssertionFault) {
    guard let name = reference.algorithm ?? algorithm, let known = DigestAlgorithm(rawValue: name)
    else { throw .unsupportedAlgorithm }
    guard let digest = try? Digest.of(assertion.superbox.payload, known) else {
      throw .unsupportedAlgorithm
    }
    guard digest.bytes == reference.hash else { throw .mismatch }
    self.assertion = assertion
    self.isCreated = isCreated
    ingredient = try? Ingredient(assertion)
    actions = try? Actions(assertion)
  }

  /// The assertion's label.
  var label: AssertionLabel { assertion.label }

  /// Content that is CBOR; nil otherwise.
  var value: CBOR.Value? { assertion.cbor }
}

/// Why an assertion could not be proved.
enum AssertionFault: Error, Hashable, Sendable {
  /// Its bytes do not match the hash.
  case mismatch
  /// No hash algorithm is named, or one that is not allowed.
  case unsupportedAlgorithm
}
