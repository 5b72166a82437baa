import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// Puts time stamps into labels that have room for one, without any signing key.
///
/// There is room in a label beside its document, which may grow, and in one that was signed while no
/// authority answered (`allowMissing`), since room for the answer was kept. Where there is none, a
/// manifest has to carry the stamp, and somebody has to sign it: `Signer.stamp`.
public struct LabelStamper: Sendable {
  private let timeStamping: TimeStamping
  private let inspection: Inspection
  private let environment: Environment
  private let buffers = BufferPool()

  /// Padding from which an authority is asked, in bytes: no token is smaller.
  private static let smallestRoom = 512

  /// A stamper with stamps from `timeStamping`, whose outputs `inspection` reads back.
  public init(timeStamping: TimeStamping, inspection: Inspection, environment: Environment) {
    self.timeStamping = timeStamping
    self.inspection = inspection
    self.environment = environment
  }

  /// Stamps the label of a document in its own signature; nil when it has no room, or bears a stamp
  /// already, which must not be lost.
  ///
  /// - Throws: `SigningError`; then nothing was written.
  public func stamp(_ request: StampingRequest) throws(SigningError) -> SigningResult? {
    let document: Document
    do throws(DocumentError) { document = try Document.open(request.input) } catch {
      throw .document(error, path: request.input)
    }
    let place = try SignatureRoom(document, at: request.input)
    let signature = place.flatMap { StampedSignature($0.store) }
    // Before all of the document is read: most labels bear a stamp, and have no room.
    if let place, !place.isDetached, signature.map({ $0.room < LabelStamper.smallestRoom }) ?? true
    {
      return nil
    }
    let source = CredentialSource(inspection)
    guard let parent = try source.credentials(of: document, at: request.input) else {
      throw SigningError(
        .request, "it carries no label that could be stamped", path: request.input.display,
        hint: "sign labels it, with a time stamp")
    }
    try StampedLabel.requireSound(parent.validation, path: request.input.display)
    guard let place, let signature else { return nil }
    var notes: [Note] = []
    let stamper = TimeStamper(timeStamping, environment: environment)
    guard let stamp = try stamper.stamp(signature.message, signature.digest, notes: &notes) else {
      throw SigningError(.timeStamp, "no time stamp could be had", path: request.input.display)
    }
    let token = stamp.token.der
    guard let store = place.isDetached ? signature.grown(token) : signature.fitted(token) else {
      return nil
    }
    let (output, isOfficial) = try write(store, place, document, request)
    return SigningResult(
      input: request.input, output: output, copy: nil,
      form: place.isDetached ? .sidecar(because: nil) : .embedded, manifest: parent.active.label,
      parent: nil, storeSize: store.count, mediaType: document.mediaType,
      stamp: SigningResult.Stamp(time: stamp.token.generated, authority: stamp.authority),
      pdfSignature: nil, isOfficial: isOfficial, notes: notes)
  }

  private func write(
    _ store: [UInt8], _ place: SignatureRoom, _ document: Document, _ request: StampingRequest
  ) throws(SigningError) -> (FilePath, isOfficial: Bool?) {
    let carried = request.carried(isDetached: place.isDetached)
    let path = place.isDetached ? OutputPath.sidecar(for: carried) : .document(for: carried)
    try path.requireOther(than: document.source, request.input)
    var output = try AtomicOutput.begin(
      path.path, overwrites: carried.overwrites || path.replacesInput, like: request.input)
    if place.isDetached {
      do throws(SourceError) { unsafe try output.append(store.span.bytes) } catch {
        throw .writing(error)
      }
    }
    if let placement = place.placement {
      _ = try buffers.withBuffer { buffer throws(SigningError) in
        try HashedOutput.write(
          placement, of: document.source, to: &output, through: &buffer, .sha256)
      }
      let fills = try place.fills(store, at: request.input)
      do throws(SourceError) {
        for fill in fills { try output.write(fill.bytes, at: fill.range.start) }
      } catch { throw .writing(error) }
    }
    do throws(SourceError) { try document.source.checkUnchanged() } catch {
      throw .reading(error)
    }
    let isOfficial: Bool?
    do throws(Inspection.Failure) {
      isOfficial = try inspection.fresh(
        place.isDetached ? request.input : output.temporary,
        place.isDetached ? output.temporary : nil)
    } catch {
      throw SigningError(
        .readBack, "the stamped label does not verify: \(error.reason)",
        path: output.target.display)
    }
    do throws(SourceError) { try output.commit() } catch { throw .writing(error) }
    return (output.target, isOfficial)
  }
}
