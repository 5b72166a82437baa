import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

/// An update manifest that is written into the room that a label has kept in a large document, in the document
/// itself: only with `--in-place`, and nothing but the label changes ([why](../../Documentation/Decisions/growing-in-place.md)).
extension SigningJob {
  /// Size in bytes from which a document is not copied for it: a smaller one is written anew in a moment.
  static let smallestGrowing = 64 << 20

  /// Whether `document` can be stamped so.
  static func mayGrow(_ document: Document, _ request: StampingRequest) -> Bool {
    request.destination == .inPlace && document.carrier is BMFFCarrier
      && document.source.size >= smallestGrowing
  }

  /// Signs, and lets the label grow; takes that back where the label does not verify then. Nil, and nothing
  /// done, where another label than ours would not grow but change.
  func grow(
    _ reservation: Reservation, by carrier: any Carrier
  ) throws(SigningError) -> Outcome? {
    let placement = reservation.placement
    guard let carrier = carrier as? BMFFCarrier, let old = try store(of: carrier),
      placement.isInPlace(of: old, size: document.source.size)
    else { return nil }
    guard document.source.claim() else {
      throw SigningError(
        .changed, "another run is about to replace the document", path: request.input.display,
        hint: "wait for it, and stamp it again")
    }
    var notes = document.notes + placement.notes
    let bound = try draft.bound(size: reservation.size, in: placement, digests: [])
    switch try sign(bound, in: placement, of: carrier, notes: &notes) {
    case .needsRoom(let size): return .needsRoom(forToken: size)
    case .signed(let store, let stamp):
      guard GrowingRoom.isGrowth(from: old.bytes, to: store) else { return nil }
      let place = carrier.storePlace(in: placement)
      // To the end of the room: a run that was killed may have left something there.
      let spare = [UInt8](repeating: 0, count: placement.extent.end - place - store.count)
      try write(store + spare, over: old.bytes, at: place)
      return .done(
        // Nobody looked at the content.
        result(.embedded, request.input, bound, store.count, stamp, notes, isOfficial: nil))
    }
  }

  private func write(
    _ store: [UInt8], over old: [UInt8], at place: Int
  ) throws(SigningError) {
    let failure: Inspection.Failure
    do throws(SourceError) {
      let room = try GrowingRoom(document.source, at: request.input, place, from: old, to: store)
      do throws(SourceError) { try room.grow() } catch {
        try? room.shrink()
        throw error
      }
      switch readBack() {
      case .success: return
      case .failure(let error):
        try room.shrink()
        failure = error
      }
    } catch { throw .writing(error) }
    throw SigningError(
      .readBack, "the fresh signature does not verify: \(failure.reason)",
      path: request.input.display)
  }

  private func readBack() -> Result<Bool?, Inspection.Failure> {
    Result { () throws(Inspection.Failure) in
      try inspection.ofLabel.fresh(request.input, nil)
    }
  }

  private func store(of carrier: BMFFCarrier) throws(SigningError) -> LocatedStore? {
    do throws(DocumentError) {
      guard case .found(let store) = try carrier.locate() else { return nil }
      return store
    } catch { throw .document(error, path: request.input) }
  }
}
