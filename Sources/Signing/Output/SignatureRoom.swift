import BroadsealBytes
import BroadsealDocuments

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
      if document.kind == .pdf {
        // A signature of the PDF itself may cover the store: then not a byte of it may change.
        guard try carrier.signatures().isEmpty,
          try SignatureRoom.stands(found, in: document.source),
          let placement = SignatureRoom.whole(found.extent, of: document.source.size)
        else { return nil }
        self.placement = placement
        self.carrier = nil
      } else {
        guard StampPlace.updatable.contains(document.kind) else { return nil }
        let placement = try carrier.reserve(found.bytes.count, insisting: true)
        guard StampPlace.leavesTheRest(placement, found, of: document.source.size) else {
          return nil
        }
        self.placement = placement
        self.carrier = carrier
      }
    } catch { throw .document(error, path: path) }
  }

  /// What goes into the rooms of `placement` for a store of the same size.
  func fills(_ store: [UInt8], at path: FilePath) throws(SigningError) -> [Fill] {
    guard let placement else { return [] }
    guard let carrier else {
      guard let fill = Fill(placement.extent, store) else {
        throw SigningError(.internal, "the store does not fill its room")
      }
      return [fill]
    }
    do throws(DocumentError) { return try carrier.fills(store, for: placement) } catch {
      throw .document(error, path: path)
    }
  }

  /// Whether the file holds the store byte for byte where it was located.
  private static func stands(
    _ found: LocatedStore, in source: ByteSource
  ) throws(DocumentError) -> Bool {
    do throws(SourceError) { return try source.read(found.extent) == found.bytes } catch {
      throw .source(error)
    }
  }

  private static func whole(_ extent: ByteRange, of size: Int) -> Placement? {
    let edit = Edit(extent, with: [.store(length: extent.length)])
    guard let pieces = Edit.recipe([edit], size: size) else { return nil }
    return Placement(pieces: pieces, storeSize: extent.length)
  }
}
