import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealProvenance

/// What was found of a manifest store for one document.
enum FoundStore: Sendable {
  /// Nothing, inside or beside the document.
  case none
  /// A store inside the document.
  case embedded(LocatedStore)
  /// A store in a file of its own.
  case detached([UInt8])
  /// Something is there that not every reader would take for the same store, or the document is
  /// too broken to tell.
  case unusable(Note)
  /// The document may be sound, but what it uses is not read here, so that nobody looked; and something
  /// in it looks like a store.
  case unread(Note)
  /// Nothing in the document looks like its own store, inside or beside it, but its structure could not be
  /// read to the end. Whether something in it looks like a store of what it holds, a picture for one.
  case unsearched(Note, holdsOther: Bool)

  /// Looks inside the document first, then at the sidecar: a sidecar never overrides a store that
  /// the document carries, not even an unusable one.
  ///
  /// - Parameters:
  ///   - sidecar: the bytes of a store that was handed over with the document.
  ///   - looksBeside: whether `FILE.EXT.c2pa` serves when none was handed over.
  static func find(
    in document: Document, sidecar: [UInt8]?, looksBeside: Bool
  ) throws(DocumentError) -> FoundStore {
    // What nobody can look through without a key.
    let lock = document.carrier?.lock
    if let carrier = document.carrier {
      switch try locate(in: carrier) {
      case .none: break
      case .unusable where lock != nil: return lock.map(FoundStore.unread) ?? .none
      // What a run that was killed left behind the label is written over by the next.
      case .embedded(let store) where document.assumesContent:
        return .embedded(store.without(BMFFCode.padding.code))
      case let found: return found
      }
    }
    if let sidecar { return .detached(sidecar) }
    // The name of bytes in memory says nothing about what is on this disk.
    if looksBeside, document.source.isFile, let path = document.path,
      let store = try besides(path)
    {
      return store
    }
    if let lock { return .unsearched(lock, holdsOther: false) }
    switch document.problem {
    case .malformed(let code, let malformed):
      let note = Note(code, malformed.reason, at: .byte(malformed.offset))
      return try .init(note, in: document, own: FoundStore.unusable)
    case .refused(let refusal): return try .init(refusal.note, in: document, own: FoundStore.unread)
    case .source, nil: return .none
    }
  }

  /// What there is in `document`, whose structure cannot be read because of `note`: what `own` makes of that where a
  /// store of its own seems to be in it.
  private init(
    _ note: Note, in document: Document, own: (Note) -> FoundStore
  ) throws(DocumentError) {
    do throws(SourceError) {
      switch try document.trace() {
      case .own: self = own(note)
      case .inner: self = .unsearched(note, holdsOther: true)
      case .none: self = .unsearched(note, holdsOther: false)
      }
    } catch { throw .source(error) }
  }

  private static func locate(in carrier: any Carrier) throws(DocumentError) -> FoundStore {
    do throws(DocumentError) {
      switch try carrier.locate() {
      case .none: return .none
      case .found(let store): return .embedded(store)
      case .unusable(let note): return .unusable(note)
      }
    } catch {
      guard case .malformed(let code, let malformed) = error else { throw error }
      return .unusable(Note(code, malformed.reason, at: .byte(malformed.offset)))
    }
  }

  private static func besides(_ path: FilePath) throws(DocumentError) -> FoundStore? {
    do throws(DocumentError) {
      return try Sidecar.find(for: path).map(FoundStore.detached)
    } catch {
      guard case .malformed(let code, let malformed) = error else { throw error }
      return .unusable(Note(code, malformed.reason, at: .byte(malformed.offset)))
    }
  }
}

extension FoundStore {
  /// Whether nothing like a store was seen, so that one kept elsewhere may serve.
  var isMissing: Bool {
    switch self {
    case .none, .unsearched: true
    case .embedded, .detached, .unusable, .unread: false
    }
  }

  /// Whether the store is a file of its own.
  var isDetached: Bool { if case .detached = self { true } else { false } }

  /// The store; empty when there is none.
  var bytes: [UInt8] {
    switch self {
    case .embedded(let store): store.bytes
    case .detached(let bytes): bytes
    case .none, .unusable, .unread, .unsearched: []
    }
  }

  /// The store inside the document; nil when it holds none.
  var located: LocatedStore? {
    if case .embedded(let store) = self { store } else { nil }
  }

  /// Stores of earlier revisions that can be read, newest first.
  var earlierStores: [ManifestStore] {
    (located?.earlier ?? []).reversed().compactMap { try? ManifestStore(parsing: $0.bytes) }
  }

  /// Whether zeros may follow the store.
  var mayBePadded: Bool { located?.mayBePadded ?? false }
}
