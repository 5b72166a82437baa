import BroadsealCBOR
package import BroadsealDocuments
package import BroadsealOpenSSL
import BroadsealProvenance

/// A hash tree over the segments of a film, in the making.
///
/// The manifest holds the leaves themselves, or of a long film the first row above them that is short; each
/// segment then brings the hashes on its way up to it.
package struct SegmentTreeMaker: Sendable {
  /// How many segments there are.
  package let count: Int
  /// The number of the track that they are of.
  package let track: Int
  private let algorithm: DigestAlgorithm

  /// Most hashes that a manifest holds: eight kilobytes.
  private static let longestRow = 256
  /// Most segments of one film: a week of segments of two seconds.
  package static let maximumCount = MerkleRows.maximumLeaves
  /// What the tree is called beside its track.
  private static let uniqueID = 1

  /// A tree over `count` segments.
  package init(count: Int, track: Int, _ algorithm: DigestAlgorithm) {
    self.count = count
    self.track = track
    self.algorithm = algorithm
  }

  /// How many hashes the manifest holds.
  private var rowSize: Int {
    var size = count
    while size > SegmentTreeMaker.longestRow { size = (size + 1) / 2 }
    return size
  }

  /// The size in bytes of the box in the segment at `location`, which depends on nothing else.
  package func boxSize(at location: Int) -> Int {
    var (place, size, hashes) = (location, count, 0)
    while size > rowSize {
      if place ^ 1 < size { hashes += 1 }
      place /= 2
      size = (size + 1) / 2
    }
    let proof = [[UInt8]](
      repeating: [UInt8](repeating: 0, count: algorithm.byteCount), count: hashes)
    return box(at: location, proof).count
  }

  private func box(at location: Int, _ proof: [[UInt8]]) -> [UInt8] {
    let leaf = BMFFHash.Leaf(
      uniqueID: SegmentTreeMaker.uniqueID, localID: track, location: location, proof: proof)
    return MediaSegment.treeBox(CBOR.Encoder.encode(leaf.asValue))
  }

  /// The row that the manifest holds, and the box of each segment.
  ///
  /// - Parameter leaves: the hash of each segment, in order.
  package func finish(
    _ leaves: [Digest]
  ) throws(OpenSSLError) -> (row: SegmentRow, boxes: [[UInt8]]) {
    let bytes = leaves.flatMap(\.bytes)
    guard leaves.count == count,
      let rows = try MerkleRows(above: bytes, toRowOf: rowSize, algorithm)
    else { throw OpenSSLError(operation: "hash tree") }
    let width = algorithm.byteCount
    let hashes = stride(from: 0, to: rows.top.count, by: width).map { start in
      Array(rows.top[start..<start + width])
    }
    let boxes = (0..<count).map { box(at: $0, rows.proof(at: $0)) }
    return (SegmentRow(count: count, track: track, hashes: hashes), boxes)
  }

  /// The tree as the assertion has it.
  static func tree(_ row: SegmentRow, opening hash: [UInt8]) -> BMFFHash.Tree {
    BMFFHash.Tree(
      uniqueID: uniqueID, localID: row.track, count: row.count, initialHash: hash,
      hashes: row.hashes)
  }
}
