import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealProvenance

/// A hash tree over one box of media data (C2PA 2.5 §14.12.2.1).
struct MediaTree {
  private let bound: BoundTree
  private let source: ByteSource
  private let box: MediaBox

  /// The trees of a file: one for each box of media data.
  static func all(
    of trees: [BMFFHash.Tree], _ leaves: [BMFFHash.Leaf], _ boxes: MediaBoxes,
    _ subject: BindingSubject, _ algorithm: DigestAlgorithm
  ) throws(BMFFFault) -> [MediaTree] {
    let media = boxes.roots.filter { $0.type == MediaBoxType.mediaData }
    guard media.count == trees.count else {
      throw .mismatch("there is not one hash tree for each box of media data")
    }
    guard Set(trees.map(\.localID)) == Set(media.indices) else {
      throw .malformed("hash trees do not say which boxes of media data they are over")
    }
    var found: [MediaTree] = []
    for tree in trees {
      guard tree.initialHash == nil else {
        throw .malformed("a hash tree over media data speaks of fragments")
      }
      found.append(
        MediaTree(
          bound: try BoundTree(tree, leaves, subject, algorithm), source: subject.source,
          box: media[tree.localID]))
    }
    guard found.reduce(0, { $0 + $1.bound.leaves.count }) == leaves.count else {
      throw .malformed("a box belongs to no hash tree")
    }
    return found
  }

  /// The bytes that the leaves, and beside them the hash of the file, are over.
  var covered: ByteRange { box.content }

  /// Where another writer lets the leaves begin, whatever the length of the header.
  private static let otherStart = 16

  /// Hashes the blocks, and compares.
  func check(through buffer: inout [UInt8]) throws(BMFFFault) {
    do throws(BMFFFault) {
      try check(from: box.headerLength, through: &buffer)
    } catch {
      // Leaves from the seventeenth byte on are as good: what stands before has a hash of its own.
      guard case .problem = error, box.headerLength != MediaTree.otherStart else { throw error }
      try check(from: MediaTree.otherStart, through: &buffer)
    }
  }

  private func check(from start: Int, through buffer: inout [UInt8]) throws(BMFFFault) {
    guard
      let content = ByteRange(
        start: box.range.start + start, length: box.range.length - start)
    else { throw .malformed("the media data is shorter than its header") }
    let blocks = try blocks(of: content)
    guard blocks.count == bound.tree.count else {
      throw .malformed("a hash tree has more leaves than the media data has blocks, or fewer")
    }
    let hashes: [UInt8]
    do throws(HashingError) {
      hashes = try LeafHasher.hashes(of: source, blocks, bound.algorithm, through: &buffer)
    } catch { throw .hashing(error) }
    try bound.compare(hashes)
  }

  private func blocks(of content: ByteRange) throws(BMFFFault) -> [ByteRange] {
    if let size = bound.tree.fixedBlockSize {
      guard content.length / size < MerkleRows.maximumLeaves else {
        throw .malformed("a hash tree has too many leaves")
      }
      return stride(from: content.start, to: content.end, by: size).compactMap {
        ByteRange($0..<min(content.end, $0 + min(size, content.end - $0)))
      }
    }
    guard let sizes = bound.tree.variableBlockSizes else { return [content] }
    var blocks: [ByteRange] = []
    var offset = content.start
    for size in sizes {
      guard size <= content.end - offset, let block = ByteRange(start: offset, length: size) else {
        throw .malformed("the blocks of a hash tree are more than the media data")
      }
      blocks.append(block)
      offset = block.end
    }
    guard offset == content.end else {
      throw .malformed("the blocks of a hash tree are less than the media data")
    }
    return blocks
  }
}
