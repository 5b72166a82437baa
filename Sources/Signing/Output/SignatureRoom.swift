import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

/// A store that can be written again with nothing changed but its signature's unprotected header.
struct SignatureRoom {
  /// The store as it is.
  let store: [UInt8]
  /// How to write the document with a store of the same size; nil for a label beside it.
  let placement: Placement?
  /// Whether the label is in a file of its own.
  let isDetached: Bool
  /// What frames the store; nil where it stands in the file as it is.
  private let carrier: (any Carrier)?

  /// The room in `document`, or beside it; nil where its bytes depend on the store in other ways, as a
  /// directory of checksums does.
  init?(_ document: Document, at path: FilePath) throws(SigningError) {
    do throws(DocumentError) {
      guard let carrier = document.carrier, case .found(let found) = try carrier.locate() else {
        guard let sidecar = try Sidecar.find(for: path) else { return nil }
        store = sidecar
        isDetached = true
        (placement, self.carrier) = (nil, nil)
        return
      }
      store = found.bytes
      isDetached = false
      guard let placement = try carrier.replacement(of: found) else { return nil }
      self.placement = placement
      self.carrier = carrier
    } catch { throw .document(error, path: path) }
  }

  /// What goes into the rooms of `placement` for a store of the same size.
  func fills(_ store: [UInt8], at path: FilePath) throws(SigningError) -> [Fill] {
    guard let placement, let carrier else { return [] }
    do throws(DocumentError) { return try carrier.fills(store, for: placement) } catch {
      throw .document(error, path: path)
    }
  }
}
