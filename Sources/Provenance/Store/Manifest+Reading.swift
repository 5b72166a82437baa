import BroadsealBytes
import BroadsealJUMBF

extension Manifest {
  static func readAssertionStore(_ manifest: Superbox) -> Result<Superbox, Problem> {
    let stores = manifest.superboxes(holding: .assertionStore)
    guard let store = stores.first else {
      return .failure(Problem(.assertionMissing, "the manifest has no assertion store"))
    }
    guard stores.count == 1, store.label.isExactly(assertionStoreLabel) else {
      return .failure(
        Problem(.generalError, "the manifest has not exactly one store c2pa.assertions"))
    }
    return .success(store)
  }

  /// Finds and reads the claim (C2PA 2.5 §14.6).
  static func readClaim(_ manifest: Superbox) -> Result<Claim, Problem> {
    let boxes = manifest.superboxes(holding: .claim)
    guard boxes.count <= 1 else {
      return .failure(Problem(.claimMultiple, "the manifest has \(boxes.count) claims"))
    }
    let versions = ["c2pa.claim": 1, "c2pa.claim.v2": 2]
    guard let box = boxes.first, let version = versions[box.label] else {
      return .failure(Problem(.claimMissing, "the manifest has no claim"))
    }
    let contents = box.boxes.filter { $0.type != .free }
    guard contents.count == 1, contents[0].type == .cbor, box.superboxes.isEmpty else {
      return .failure(Problem(.claimCborInvalid, "the claim box does not hold one CBOR box"))
    }
    do {
      let content = contents[0]
      return .success(
        try Claim(
          version: version, received: content.payload,
          base: content.offset + content.raw.count - content.payload.count))
    } catch {
      return .failure(error)
    }
  }

  /// Finds the signature box, which the claim must name (C2PA 2.5 §14.7).
  static func readSignature(
    _ manifest: Superbox, claim: Claim?
  ) -> Result<ClaimSignature, Problem> {
    let boxes = manifest.superboxes(holding: .signature)
    guard boxes.count == 1, let box = boxes.first else {
      return .failure(
        Problem(.claimSignatureMissing, "the manifest has not exactly one signature box"))
    }
    if let claim {
      guard let uri = claim.signatureURI,
        uri.manifest.map({ $0.isExactly(manifest.label) }) ?? true,
        manifest.superbox(at: uri.path)?.offset == box.offset
      else {
        return .failure(
          Problem(.claimSignatureMissing, "the claim does not name this manifest's signature box"))
      }
    }
    do {
      return .success(try ClaimSignature(box))
    } catch {
      return .failure(error)
    }
  }
}
