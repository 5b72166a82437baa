import BroadsealOpenSSL

/// The rows of a hash tree, from the leaves up (C2PA 2.5 §16.3.2.1): pairs are hashed together, and a last
/// node without a partner moves up as it is.
struct MerkleRows {
  /// The rows; hash values of one length one after the other in each.
  private let rows: [[UInt8]]
  private let width: Int

  /// Most leaves of a tree: 256 GiB in pieces of a megabyte.
  static let maximumLeaves = 262_144

  /// The rows above `leaves`, which are hash values of `algorithm` one after the other, up to the row of
  /// `size` nodes; nil where no row has that size.
  init?(
    above leaves: [UInt8], toRowOf size: Int, _ algorithm: DigestAlgorithm
  ) throws(OpenSSLError) {
    width = algorithm.byteCount
    var rows = [leaves]
    while let row = rows.last, row.count / width > size, row.count > width {
      rows.append(try MerkleRows.parents(of: row, width, algorithm))
    }
    guard rows.last?.count == size * width else { return nil }
    self.rows = rows
  }

  private static func parents(
    of row: [UInt8], _ width: Int, _ algorithm: DigestAlgorithm
  ) throws(OpenSSLError) -> [UInt8] {
    var parents: [UInt8] = []
    parents.reserveCapacity(row.count / 2 + width)
    for start in stride(from: 0, to: row.count, by: 2 * width) {
      let pair = row[start..<min(row.count, start + 2 * width)]
      if pair.count == width {
        parents += pair
      } else {
        parents += try Digest.of(Array(pair), algorithm).bytes
      }
    }
    return parents
  }

  /// The last row.
  var top: [UInt8] { rows.last ?? [] }

  /// The hashes beside the way from the leaf at `location` up to the last row.
  func proof(at location: Int) -> [[UInt8]] {
    var proof: [[UInt8]] = []
    var place = location
    for row in rows.dropLast() {
      let other = place ^ 1
      if (other + 1) * width <= row.count {
        proof.append(Array(row[other * width..<(other + 1) * width]))
      }
      place /= 2
    }
    return proof
  }
}

/// The way from one leaf up to a row, where the other leaves are not at hand.
enum MerkleProof {
  /// Whether `leaf` at `location` of `count` leads to the row `hashes` by way of `proof`, all of which is used.
  static func holds(
    _ leaf: [UInt8], at location: Int, of count: Int, proof: [[UInt8]], row hashes: [[UInt8]],
    _ algorithm: DigestAlgorithm
  ) throws(OpenSSLError) -> Bool {
    guard location >= 0, location < count else { return false }
    var (node, place, size, used) = (leaf, location, count, 0)
    while size > hashes.count, size > 1 {
      if place ^ 1 < size {
        guard used < proof.count else { return false }
        let other = proof[used]
        used += 1
        node = try Digest.of(place % 2 == 1 ? other + node : node + other, algorithm).bytes
      }
      place /= 2
      size = (size + 1) / 2
    }
    return size == hashes.count && used == proof.count && place < hashes.count
      && hashes[place] == node
  }
}
