import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance

/// The manifest store of a document, and where it was found.
struct InspectedStore {
  /// The store's bytes.
  let bytes: [UInt8]
  /// Where it stands, in words.
  let place: String
  /// Whether the file is a store and nothing else: there is no document to judge.
  let isBare: Bool
  private let path: FilePath
  private let mayBePadded: Bool

  /// Finds the store of the document at `path`; `sidecar` names one that is a separate file.
  init(_ path: FilePath, sidecar: FilePath?) throws(Failure) {
    let separate = try sidecar.map(InspectedStore.read)
    do throws(DocumentError) {
      let document = try Document.open(path)
      if document.format.isStore {
        self.init(try Sidecar.read(path), "the file itself", path, isBare: true)
        return
      }
      if let embedded = try InspectedStore.embedded(in: document) {
        let extent = embedded.extent
        self.init(
          embedded.bytes,
          "bytes \(extent.start) to \(extent.end) of the file (\(document.typeName.english))",
          path, mayBePadded: true)
        return
      }
      if let separate {
        self.init(separate, "a separate file", path)
        return
      }
      if let beside = try Sidecar.find(for: path) {
        self.init(beside, "a separate file beside the document", path)
        return
      }
    } catch {
      throw Failure(document: error, path: path)
    }
    throw Failure(.unlabelled, path, "no label found")
  }

  /// The store in the file that the user named.
  private static func read(_ sidecar: FilePath) throws(Failure) -> [UInt8] {
    do throws(DocumentError) {
      return try Sidecar.read(sidecar)
    } catch {
      throw Failure(document: error, path: sidecar)
    }
  }

  private init(
    _ bytes: [UInt8], _ place: String, _ path: FilePath, isBare: Bool = false,
    mayBePadded: Bool = false
  ) {
    self.bytes = bytes
    self.place = place
    self.path = path
    self.isBare = isBare
    self.mayBePadded = mayBePadded
  }

  /// The store as it was understood.
  func parsed() throws(Failure) -> ManifestStore {
    do throws(Malformed) {
      return try ManifestStore(parsing: bytes, allowTrailingZeros: mayBePadded)
    } catch {
      throw Failure(.failed, path, "the manifest store cannot be read: \(error)")
    }
  }

  private static func embedded(in document: Document) throws(DocumentError) -> LocatedStore? {
    if let problem = document.problem { throw problem }
    switch try document.carrier?.locate() {
    case .found(let store): return store
    case .unusable(let note):
      throw .malformed(code: note.code, Malformed(note.explanation, at: note.offset ?? 0))
    case .some(.none), nil: return nil
    }
  }
}
