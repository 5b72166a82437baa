import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// Where the credentials come from that a new manifest keeps.
struct CredentialSource {
  private let inspection: Inspection

  /// A search that lets `inspection` validate what it finds.
  init(_ inspection: Inspection) {
    self.inspection = inspection
  }

  /// The credentials that `document` carries, or those of its sidecar; nil when it has none.
  ///
  /// - Parameter mayLose: whether what is asked for could be done without them.
  func credentials(
    of document: Document, at path: FilePath, approved: ApprovedSidecar = .any,
    mayLose: Bool = false
  ) throws(SigningError) -> ParentCredentials? {
    if let carrier = document.carrier {
      switch try located(by: carrier, path) {
      case .none: break
      case .unusable(let note):
        throw SigningError(
          .malformed, "its label is damaged and cannot be kept: \(note.explanation)",
          path: path.display,
          offset: note.offset,
          hint: mayLose ? WayPast.removal(from: document) : nil)
      case .found(let store):
        return try ParentCredentials(
          active: store.bytes, earlier: store.earlier.map(\.bytes),
          validation: inspection.existing(path, nil) ?? .notVerified,
          mediaType: document.mediaType, path: path,
          remedy: { mayLose ? WayPast.removal(from: document) : nil })
      }
    }
    let store = try sidecar(of: path)
    let sidecar = Sidecar.path(for: path)
    // The very bytes that come along, not what the path held when the plan was compared.
    guard try approved.admits(store) else {
      throw SigningError(
        .changed, "the label beside the document is not the one that was approved",
        path: sidecar.display, hint: "make a new plan and have it approved")
    }
    guard let store else { return nil }
    return try ParentCredentials(
      active: store, earlier: [], validation: inspection.existing(path, sidecar) ?? .notVerified,
      mediaType: document.mediaType, path: sidecar,
      remedy: { mayLose ? "delete that file first, if it may be lost" : nil })
  }

  private func located(
    by carrier: any Carrier, _ path: FilePath
  ) throws(SigningError) -> StoreLocation {
    do throws(DocumentError) {
      return try carrier.locate()
    } catch { throw .document(error, path: path) }
  }

  private func sidecar(of path: FilePath) throws(SigningError) -> [UInt8]? {
    do throws(DocumentError) {
      return try Sidecar.find(for: path)
    } catch { throw .document(error, path: Sidecar.path(for: path)) }
  }
}

/// What may lie beside a document as its label.
enum ApprovedSidecar {
  /// Whatever lies there: nobody had to approve.
  case any
  /// The one with this SHA-256, or none.
  case only([UInt8]?)

  /// Whether `store`, or the lack of one, is what was approved.
  func admits(_ store: [UInt8]?) throws(SigningError) -> Bool {
    guard case .only(let approved) = self else { return true }
    guard let store else { return approved == nil }
    do throws(OpenSSLError) {
      return try Digest.of(store, .sha256).bytes == approved
    } catch { throw SigningError(.internal, "\(error)") }
  }
}
