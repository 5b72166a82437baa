import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// What happens to a file on its way through a carrier.
enum RoundTrip {
  /// Writes `document` with `store` inside; returns the output and its placement.
  static func embed(
    _ store: [UInt8], in document: Document, insisting: Bool = false
  ) throws -> (bytes: [UInt8], placement: Placement, shown: [UInt8]) {
    guard let carrier = document.carrier else { throw document.problem ?? .storeSize(0) }
    let placement = try carrier.reserve(store.count, insisting: insisting)
    let folder = TemporaryFolder()
    var output = try AtomicOutput(folder.file("out"), overwrites: false)
    var buffer: [UInt8] = []
    var shown: [UInt8] = []
    try PieceWriter.write(placement.pieces, of: document.source, to: &output, through: &buffer) {
      shown += unsafe $0.withUnsafeBytes { unsafe Array($0) }
    }
    for fill in try carrier.fills(store, for: placement) {
      try output.write(fill.bytes, at: fill.range.start)
    }
    try output.commit()
    let bytes = try contents(of: folder.file("out"))
    return (bytes, placement, shown)
  }

  /// The bytes that `pieces` make of `source`.
  static func apply(_ pieces: [Piece], to source: ByteSource) throws -> [UInt8] {
    try pieces.flatMap { piece -> [UInt8] in
      switch piece {
      case .copy(let range): try source.read(range)
      case .bytes(let bytes): bytes
      case .store(let length), .dependent(let length): [UInt8](repeating: 0, count: length)
      }
    }
  }

  static func contents(of path: FilePath) throws -> [UInt8] {
    let source = try ByteSource(path)
    return try source.read(#require(ByteRange(0..<source.size)))
  }

  /// The store that is found, with its extent; nil when there is none.
  static func store(in bytes: [UInt8]) throws -> LocatedStore? {
    let document = try Document(ByteSource(bytes: bytes), path: nil)
    guard let carrier = document.carrier else { throw document.problem ?? .storeSize(0) }
    switch try carrier.locate() {
    case .none: return nil
    case .found(let store): return store
    case .unusable(let note): throw Unusable(note: note)
    }
  }

  struct Unusable: Error { let note: Note }
}
