import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealProvenance

/// Hash trees over the fragments of one file (C2PA 2.5 §14.12.2.2, §A.5.3.1.2).
struct FragmentTrees {
  private let trees: [BoundTree]
  /// What stands before the first fragment, then each fragment.
  private let parts: [HashedPart]
  /// Which tree each fragment belongs to.
  private let owners: [Int]
  private let source: ByteSource
  private let algorithm: DigestAlgorithm

  init(
    _ trees: [BMFFHash.Tree], _ leaves: [BMFFHash.Leaf], _ boxes: MediaBoxes,
    _ exclusions: BMFFExclusions, _ subject: BindingSubject, _ algorithm: DigestAlgorithm
  ) throws(BMFFFault) {
    let roots = boxes.roots
    let starts = roots.indices.filter { roots[$0].type == MediaBoxType.fragment }
    source = subject.source
    self.trees = try trees.map { tree throws(BMFFFault) in
      guard tree.fixedBlockSize == nil, tree.variableBlockSizes == nil, tree.initialHash != nil
      else {
        throw .malformed("a hash tree over fragments has blocks, or no hash of what stands before")
      }
      return try BoundTree(tree, leaves, subject, algorithm)
    }
    self.algorithm = self.trees.first?.algorithm ?? algorithm
    guard self.trees.allSatisfy({ [own = self.algorithm] in $0.algorithm == own }) else {
      throw .malformed("hash trees over one file have different algorithms")
    }
    guard leaves.count == starts.count else {
      throw .malformed("there is not one box of a hash tree for each fragment")
    }
    owners = try FragmentTrees.owners(of: leaves, starts, boxes, trees)
    let ends = starts.dropFirst() + [roots.count]
    let opening = exclusions.kept(of: roots[..<(starts.first ?? roots.count)])
    parts =
      [opening]
      + zip(starts, ends).map { start, end in
        exclusions.kept(of: roots[start..<end], trailing: end == roots.count ? boxes.trailing : nil)
      }
  }

  /// The tree of each fragment, whose box stands before it and behind the fragment before.
  private static func owners(
    of leaves: [BMFFHash.Leaf], _ starts: [Int], _ boxes: MediaBoxes, _ trees: [BMFFHash.Tree]
  ) throws(BMFFFault) -> [Int] {
    let places = boxes.provenance.filter { $0.purpose == .merkle }.map(\.box.range.start)
    var owners: [Int] = []
    for (number, (leaf, start)) in zip(leaves, starts).enumerated() {
      let earliest = number == 0 ? 0 : boxes.roots[starts[number - 1]].range.start
      guard (earliest..<boxes.roots[start].range.start).contains(places[number]) else {
        throw .malformed("the box of a hash tree does not stand before its fragment")
      }
      guard
        let owner = trees.firstIndex(where: {
          $0.uniqueID == leaf.uniqueID && $0.localID == leaf.localID
        })
      else { throw .malformed("a box belongs to no hash tree") }
      owners.append(owner)
    }
    return owners
  }

  /// Hashes, and compares.
  func check(through buffer: inout [UInt8]) throws(BMFFFault) {
    var hashes = [[UInt8]](repeating: [], count: trees.count)
    for (number, part) in parts.enumerated() {
      let digest: [UInt8]
      do throws(HashingError) {
        digest = try FileHasher.digest(of: source, parts: [part], algorithm, through: &buffer).bytes
      } catch { throw .hashing(error) }
      if number > 0 {
        hashes[owners[number - 1]] += digest
      } else if !trees.allSatisfy({ $0.tree.initialHash == digest }) {
        throw .mismatch("what stands before the fragments is not what was signed")
      }
    }
    for (tree, hashes) in zip(trees, hashes) { try tree.compare(hashes) }
  }
}
