import BroadsealBytes
import BroadsealCOSE
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL

/// Stores that become longer or shorter by what is in them (`Carrier.length(of:)`).
///
/// The length of the room is part of what is signed, and the signature and its time stamp are part
/// of what fills the room. So the room is measured on a sample; the real store then fills it by the
/// zeros of its signature, which nothing signs. Each zero counts alike, and their two headers cost a
/// byte more or less by how the zeros are shared out between them: that reaches every length
/// (`PaddingSearch`). Only if it does not is another signature drawn.
extension SigningJob {
  /// Room for a store with as many zeros as make every length easy to reach.
  func settle(
    fitting carrier: any Carrier, tokenSize: Int
  ) throws(SigningError) -> Result<Reservation, DocumentError> {
    let isMeasured = tokenSize == claimSigner.expectedTokenSize
    let sign1 = try claimSigner.sample(tokenSize: isMeasured ? nil : tokenSize)
    let signature = sign1.encode(padding: PaddingSearch.aim, second: nil)
    var described: Placement?
    for _ in 0..<Reservation.maximumRounds {
      let store = try sample(signature, in: described)
      let placement: Placement
      do throws(DocumentError) {
        placement = try carrier.reserve(
          room: carrier.length(of: store) ?? store.count, insisting: request.form == .embedded)
      } catch { return .failure(error) }
      if try draft.size(in: placement) == draft.size(in: described) {
        return .success(Reservation(size: store.count, placement: placement))
      }
      described = placement
    }
    return .failure(.storeSize(signature.count))
  }

  /// Draws signatures until one fills the room.
  ///
  /// None does after `maximumDraws`: then the carrier fills up the room in its own way.
  func fit(
    _ bound: BoundManifest, into placement: Placement, of carrier: any Carrier,
    notes: inout [Note]
  ) throws(SigningError) -> ClaimSigner.Outcome {
    let room = placement.extent.length
    let draws = claimSigner.drawsFreely ? SigningJob.freeDraws : SigningJob.askedDraws
    var last: ClaimSigner.Outcome?
    for _ in 0..<draws {
      var found: [Note] = []
      let (sign1, stamp) = try claimSigner.draw(bound.claim, notes: &found)
      let search = PaddingSearch(room: room) { first, second in
        let signature = first.map { sign1.encode(padding: $0, second: second) } ?? sign1.encode()
        return bound.fitted(signature: signature)
      } length: {
        carrier.length(of: $0) ?? $0.count
      }
      switch search.result {
      case .exact(let store):
        notes += found
        return .signed(store, stamp)
      case .shorter(let store): last = .signed(store, stamp)
      case .tooLong:
        guard let stamp else {
          throw SigningError(.internal, "no room was left for the signature")
        }
        return .needsRoom(forToken: stamp.token.der.count)
      }
    }
    guard let last else { throw SigningError(.internal, "nothing was drawn") }
    notes.append(
      Note(TextCode.padded))
    return last
  }

  /// Most signatures that are drawn for one document when nobody is asked for a time stamp.
  private static let freeDraws = 16
  /// Most when each draw asks an authority.
  private static let askedDraws = 3

  private func sample(
    _ signature: [UInt8], in placement: Placement?
  ) throws(SigningError) -> [UInt8] {
    let bytes = SampleBytes.of(ManifestDraft.algorithm.byteCount)
    guard let digest = Digest(ManifestDraft.algorithm, bytes: bytes) else {
      throw SigningError(.internal, "a sample of a digest is none")
    }
    return try draft.sample(in: placement, digests: [digest]).fitted(signature: signature)
  }
}
