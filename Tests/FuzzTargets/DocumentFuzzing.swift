import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealVerifying
import TestSupport

/// Everything that can be done with a stranger's document.
enum DocumentFuzzing {
  static func run(_ bytes: [UInt8], named name: String) throws(BrokenPromise) {
    let source = ByteSource(bytes: bytes)
    guard let document = try? Document(source, path: FilePath(name)) else { return }
    _ = try? document.signatures()
    _ = try? document.validationData()
    _ = try? document.shown(.whole)
    if case .carrier(let type) = document.format.opener { _ = try? type.metadata(of: source) }
    if let carrier = document.carrier { try exercise(carrier, size: bytes.count) }
    if let carrier = document.carrier as? BMFFCarrier {
      try exercise(carrier.piecewise(from: 1), size: bytes.count)
      try exercise(source, segmentOf: carrier)
    }
    let verdict = FuzzWorld.verifier.session().verify(bytes: bytes, named: name)
    guard verdict.origin?.status != .official || verdict.integrity == .intact else {
      throw BrokenPromise("official, and not intact")
    }
  }

  private static func exercise(_ carrier: any Carrier, size: Int) throws(BrokenPromise) {
    _ = try? carrier.namedBoxes()
    _ = try? carrier.coverage()
    _ = try? carrier.references()
    _ = carrier.notes(at: nil)
    if let pieces = try? carrier.removal() { try check(pieces, size: size) }
    if case .found(let store)? = try? carrier.locate() {
      guard store.extent.end <= size, store.bytes.count <= store.extent.length else {
        throw BrokenPromise("a store outside its file")
      }
      _ = try? carrier.replacement(of: store)
    }
    for insisting in [false, true] {
      guard let placement = try? carrier.reserve(storeSize, insisting: insisting) else { continue }
      try check(placement.pieces, size: size)
      let store = [UInt8](repeating: 0xA5, count: storeSize)
      guard let fills = try? carrier.fills(store, for: placement) else { continue }
      guard fills.allSatisfy({ $0.range.end <= placement.outputSize }) else {
        throw BrokenPromise("a store beside its room")
      }
    }
  }

  private static func exercise(
    _ source: ByteSource, segmentOf carrier: BMFFCarrier
  ) throws(BrokenPromise) {
    _ = try? carrier.tracks()
    guard let segment = try? MediaSegment(source) else { return }
    _ = try? segment.tracks()
    guard segment.fault == nil, let placement = try? segment.placement(ofTreeBox: 80) else {
      return
    }
    try check(placement.pieces, size: source.size)
  }

  private static func check(_ pieces: [Piece], size: Int) throws(BrokenPromise) {
    for case .copy(let range) in pieces where range.end > size {
      throw BrokenPromise("a recipe copies what is not there")
    }
  }

  private static let storeSize = 512
}
