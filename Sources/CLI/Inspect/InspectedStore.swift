import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
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
      case .beside: wording.say("a separate file beside the document", "文書と同じフォルダーにあるラベルファイル")
      }
    }
  }

  /// Whether the file is a store and nothing else: there is no document to judge.
  var isBare: Bool { place == .itself }

  /// Finds the store of the document at `path`; `sidecar` names one that is a separate file.
  init(_ path: FilePath, sidecar: FilePath?) throws(Failure) {
    let separate = try sidecar.map(InspectedStore.read)
    let found: InspectedStore?
    do throws(DocumentError) {
      found = try InspectedStore.find(in: Document.open(path), at: path, given: separate) {
        () throws(DocumentError) in try Sidecar.find(for: path)
      }
    } catch {
      throw Failure(document: error, path: path)
    }
    self = try InspectedStore.require(found, at: path)
  }

  /// Finds the store of a document in memory, which `path` names; `label` came along beside it.
  init(of bytes: [UInt8], at path: FilePath, beside label: [UInt8]?) throws(Failure) {
    let found: InspectedStore?
    do throws(DocumentError) {
      let document: Document
      do throws(SourceError) {
        document = try Document(ByteSource(bytes: bytes), path: path)
      } catch { throw .source(error) }
      found = try InspectedStore.find(in: document, at: path, given: nil) { label }
    } catch {
      throw Failure(document: error, path: path)
    }
    self = try InspectedStore.require(found, at: path)
  }

  private static func require(
    _ found: InspectedStore?, at path: FilePath
  ) throws(Failure) -> InspectedStore {
    guard let found else { throw Failure(.unlabelled, path, "no label found") }
    return found
  }

  /// The store that speaks for `document`; nil where there is none.
  ///
  /// - Parameters:
  ///   - given: the one that the user named.
  ///   - beside: the one that stands beside the document.
  private static func find(
    in document: Document, at path: FilePath, given: [UInt8]?,
    beside: () throws(DocumentError) -> [UInt8]?
  ) throws(DocumentError) -> InspectedStore? {
    if document.format.isStore {
      return InspectedStore(try Sidecar.read(document.source), .itself, path)
    }
    if let embedded = try embedded(in: document) {
      return InspectedStore(
        embedded.bytes, .inside(embedded.extent, document.typeName), path, mayBePadded: true)
    }
    if let given { return InspectedStore(given, .given, path) }
    if let beside = try beside() { return InspectedStore(beside, .beside, path) }
    guard let misnamed = try MisnamedText.find(in: document) else { return nil }
    return InspectedStore(
      misnamed.store.bytes, .inside(misnamed.store.extent, document.typeName), path,
      mayBePadded: true)
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
