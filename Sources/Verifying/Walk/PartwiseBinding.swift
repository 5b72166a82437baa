import BroadsealBinding
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// The binding of a file part by part, which is asked when that of the whole does not hold (C2PA 2.5 §14.12.4).
///
/// A file that holds in its parts is as it was signed, but for parts that its signer allows to be missing. It
/// is never official: nobody sees in it that something was taken away.
struct PartwiseBinding {
  private let manifest: ManifestValidation
  private let assertion: ProvedAssertion
  private let hasSeveral: Bool
  private let subject: BindingSubject

  /// The assertion of `manifest` about parts, among those that its signer created; nil when there is none.
  init?(of manifest: ManifestValidation, _ subject: BindingSubject) {
    let found = manifest.assertions.filter { $0.label.isMultiAssetHash && $0.isCreated }
    guard let first = found.first else { return nil }
    self.manifest = manifest
    assertion = first
    hasSeveral = found.count > 1
    self.subject = subject
  }

  /// What came of it.
  func result(through buffer: inout [UInt8]) throws(BindingFault) -> BindingResult {
    let place = Place(manifest: manifest.manifest.label).assertion(assertion.label.text)
    let check: MultiAssetCheck
    do throws(Problem) { check = try self.check() } catch {
      return BindingResult(error, at: place)
    }
    let outcome: BindingOutcome
    do throws(HashingError) { outcome = try check.run(through: &buffer) } catch {
      throw BindingFault(error)
    }
    if let limit = outcome.limit {
      return BindingResult(Problem(.generalError, limit), at: place, limit: limit)
    }
    let detail = check.missing > 0 ? "parts that may be missing are, \(check.missing) of them" : nil
    return BindingResult(
      outcome, at: place,
      deviations: outcome.matches ? [Note(RemarkCode.bindingParts, detail)] : [])
  }

  private func check() throws(Problem) -> MultiAssetCheck {
    let code = StatusCode.assertionMultiAssetHashMalformed
    guard !hasSeveral else { throw Problem(code, "there are several lists of parts") }
    guard let value = assertion.value else { throw Problem(code, "the list of parts is no CBOR") }
    let hash = try MultiAssetHash(value)
    var bindings: [MultiAssetCheck.Binding] = []
    for part in hash.parts {
      guard let binding = binding(of: part.hashAssertion) else {
        throw Problem(code, "a part names no hash of this manifest")
      }
      bindings.append(binding)
    }
    return try MultiAssetCheck(hash, bindings, subject)
  }

  /// The assertion that `reference` names and whose hash it holds.
  private func binding(of reference: HashedURI) -> MultiAssetCheck.Binding? {
    let claim = try? manifest.manifest.claim.get()
    guard let uri = reference.uri, let named = manifest.manifest.assertion(at: uri),
      let proved = manifest.assertions.first(where: { $0.assertion === named }),
      let name = reference.algorithm ?? claim?.algorithm,
      let algorithm = DigestAlgorithm(rawValue: name),
      (try? Digest.of(named.superbox.payload, algorithm))?.bytes == reference.hash,
      let value = proved.value
    else { return nil }
    return MultiAssetCheck.Binding(proved.label, value)
  }
}
