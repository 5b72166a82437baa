package import BroadsealJUMBF

/// The signature box of a manifest, unproved.
package struct ClaimSignature: Hashable, Sendable {
  /// The superbox: what an ingredient's `claimSignature` hashes is its payload.
  package let superbox: Superbox
  /// The COSE_Sign1 structure exactly as received.
  package let bytes: ArraySlice<UInt8>

  /// Reads a signature box: exactly one CBOR box.
  init(_ superbox: Superbox) throws(Problem) {
    let boxes = superbox.boxes.filter { $0.type != .free }
    guard boxes.count == 1, boxes[0].type == .cbor, superbox.superboxes.isEmpty else {
      throw Problem(.claimSignatureMissing, "the signature box does not hold one CBOR box")
    }
    self.superbox = superbox
    bytes = boxes[0].payload
  }
}
