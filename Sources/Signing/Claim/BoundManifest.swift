import BroadsealProvenance

/// A manifest that is bound to its document and lacks nothing but its signature.
struct BoundManifest {
  /// The manifest's boxes.
  let builder: ManifestBuilder
  /// The claim's CBOR: the bytes to sign.
  let claim: [UInt8]
  /// Superboxes of earlier stores, to copy.
  let kept: [ArraySlice<UInt8>]
  /// Size that the store must have.
  let storeSize: Int
  /// Size that the signature must have, so that the store has its own.
  let signatureSize: Int

  /// The store around the signed claim.
  func store(signature: [UInt8]) throws(SigningError) -> [UInt8] {
    let store = fitted(signature: signature)
    guard store.count == storeSize else {
      throw SigningError(
        .internal, "the store has \(store.count) bytes instead of \(storeSize)")
    }
    return store
  }

  /// The store around the signed claim, whatever its size.
  func fitted(signature: [UInt8]) -> [UInt8] {
    ManifestStore.assemble(
      earlier: kept, new: builder.manifest(claim: claim, signature: signature))
  }
}
