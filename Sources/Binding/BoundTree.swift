import BroadsealOpenSSL
import BroadsealProvenance

extension BMFFFault {
  /// The assertion is not what the standard wants.
  static func malformed(_ reason: String) -> BMFFFault {
    .problem(Problem(.assertionBmffHashMalformed, reason))
  }

  /// The file is not the one that was bound.
  static func mismatch(_ reason: String) -> BMFFFault {
    .problem(Problem(.assertionBmffHashMismatch, reason))
  }
}

/// One tree, and what the file says of its leaves.
struct BoundTree {
  /// The row that was signed.
  let tree: BMFFHash.Tree
  /// The hash function.
  let algorithm: DigestAlgorithm
  /// What auxiliary boxes say, in file order.
  let leaves: [BMFFHash.Leaf]

  /// - Parameter isElsewhere: whether the leaves are in other files.
  init(
    _ tree: BMFFHash.Tree, _ all: [BMFFHash.Leaf], _ subject: BindingSubject,
    _ algorithm: DigestAlgorithm, isElsewhere: Bool = false
  ) throws(BMFFFault) {
    self.tree = tree
    do throws(Problem) {
      self.algorithm =
        try tree.algorithm.map { name throws(Problem) in
          try BindingAlgorithm.choose(name)
        } ?? algorithm
    } catch { throw .problem(error) }
    leaves = all.filter { $0.uniqueID == tree.uniqueID && $0.localID == tree.localID }
    let width = self.algorithm.byteCount
    guard tree.count <= MerkleRows.maximumLeaves, tree.hashes.allSatisfy({ $0.count == width })
    else {
      throw .malformed("a hash tree has too many leaves, or hashes of another length")
    }
    guard leaves.enumerated().allSatisfy({ $0 == $1.location }) else {
      throw .malformed("the leaves of a hash tree are not in order")
    }
    let isLeafRow = tree.hashes.count == tree.count
    guard isElsewhere || leaves.count == tree.count || (isLeafRow && leaves.isEmpty) else {
      throw .malformed("a hash tree has more leaves than are there, or fewer")
    }
  }

  /// Compares the tree above `hashes`, one after the other, with what was signed.
  func compare(_ hashes: [UInt8]) throws(BMFFFault) {
    guard hashes.count == tree.count * algorithm.byteCount else {
      throw .malformed("a hash tree has more leaves than the file has blocks, or fewer")
    }
    let found: MerkleRows?
    do throws(OpenSSLError) {
      found = try MerkleRows(above: hashes, toRowOf: tree.hashes.count, algorithm)
    } catch { throw .hashing(.cryptography(error)) }
    guard let rows = found else { throw .malformed("a hash tree has no row of that size") }
    guard rows.top == tree.hashes.flatMap(\.self) else {
      throw .mismatch("a part of the media data is not what was signed")
    }
    for leaf in leaves where leaf.proof != rows.proof(at: leaf.location) {
      throw .mismatch("a box of a hash tree is not the one that was made for it")
    }
  }
}
