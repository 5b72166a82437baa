import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance
import BroadsealReporting
import BroadsealVerifying

/// The manifest store of a document, and where it was found.
struct InspectedStore {
  /// The store's bytes.
  let bytes: [UInt8]
  /// Where it stands.
  let place: Place
  private let path: FilePath
  private let mayBePadded: Bool

  /// Where a store stands.
  enum Place: Equatable {
    /// The file is a store and nothing else: there is no document to judge.
    case itself
    /// In these bytes of a file of that type.
    case inside(ByteRange, FileType.Name)
    /// In a file that the user named.
    case given
    /// In a file beside the document.
    case beside

    /// The place in words.
    func words(_ wording: Wording) -> String {
      switch self {
      case .itself: wording.say("the file itself", "ファイル自体")
      case .inside(let extent, let name):
        wording.say(
          "bytes \(extent.start) to \(extent.end) of the file (\(name.english))",
          "ファイルの\(extent.start)〜\(extent.end)バイト目(\(name.japanese))")
      case .given: wording.say("a separate file", "別のファイル")
      case .beside: wording.say("a separate file beside the document", "文書の横にある別のファイル")
      }
    }
  }

  /// Whether the file is a store and nothing else: there is no document to judge.
  var isBare: Bool { place == .itself }

  /// Finds the store of the document at `path`; `sidecar` names one that is a separate file.
  init(_ path: FilePath, sidecar: FilePath?) throws(Failure) {
    let separate = try sidecar.map(InspectedStore.read)
    do throws(DocumentError) {
      let document = try Document.open(path)
      if document.format.isStore {
        self.init(try Sidecar.read(path), .itself, path)
        return
      }
      if let embedded = try InspectedStore.embedded(in: document) {
        self.init(
          embedded.bytes, .inside(embedded.extent, document.typeName), path, mayBePadded: true)
        return
      }
      if let separate {
        self.init(separate, .given, path)
        return
      }
      if let beside = try Sidecar.find(for: path) {
        self.init(beside, .beside, path)
        return
      }
      if let misnamed = try MisnamedText.find(in: document) {
        self.init(
          misnamed.store.bytes, .inside(misnamed.store.extent, document.typeName), path,
          mayBePadded: true)
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
    _ bytes: [UInt8], _ place: Place, _ path: FilePath, mayBePadded: Bool = false
  ) {
    self.bytes = bytes
    self.place = place
    self.path = path
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
    case .unusable(let note) where note.code == TextCode.wrapperMisplaced: return nil
    case .unusable(let note):
      throw .malformed(code: note.code, Malformed(note.explanation, at: note.offset ?? 0))
    case .some(.none), nil: return nil
    }
  }
}
