import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealProvenance

/// The hash trees of a BMFF hash, laid over a file (C2PA 2.5 §14.12.2.1, §14.12.2.2).
struct BMFFTrees {
  /// What the trees are over.
  private enum Form {
    /// Runs of samples of a track, as version 2 has them.
    case samples
    /// Boxes of media data in one file.
    case media([MediaTree])
    /// Fragments in one file.
    case fragments(FragmentTrees)
    /// The first of several files: the segments are elsewhere.
    case opening(SegmentTrees)
  }

  private let form: Form
  /// The auxiliary boxes that are checked.
  let auxiliary: [ByteRange]
  /// The bytes of media data that are checked; empty where the trees are over everything.
  var media: [ByteRange] {
    if case .media(let trees) = form { trees.map(\.covered) } else { [] }
  }

  init(
    _ hash: BMFFHash, _ boxes: MediaBoxes, _ exclusions: BMFFExclusions, _ subject: BindingSubject,
    algorithm: DigestAlgorithm
  ) throws(BMFFFault) {
    let isFragmented = boxes.roots.contains { $0.type == MediaBoxType.fragment }
    let found = boxes.provenance.filter { $0.purpose == .merkle }
    let leaves = try TreeLeaves.read(found, subject.source)
    let hasMedia = boxes.roots.contains { $0.type == MediaBoxType.mediaData }
    if isFragmented || (!hasMedia && hash.trees.allSatisfy { $0.initialHash != nil }) {
      guard hash.hash == nil else { throw .malformed("a film has both a hash and hash trees") }
      form =
        isFragmented
        ? .fragments(
          try FragmentTrees(hash.trees, leaves, boxes, exclusions, subject, algorithm))
        : .opening(try SegmentTrees(hash, boxes, exclusions, subject, algorithm))
    } else if BMFFTrees.isOverSamples(hash, subject) {
      form = .samples
    } else {
      form = .media(try MediaTree.all(of: hash.trees, leaves, boxes, subject, algorithm))
    }
    auxiliary = found.map(\.box.range)
  }

  /// Whether trees say nothing of blocks: in version 2 they are over runs of samples, which are told by tables
  /// of the film, and which nobody computes here.
  private static func isOverSamples(_ hash: BMFFHash, _ subject: BindingSubject) -> Bool {
    subject.label.isExactly(BMFFHash.olderLabel)
      && hash.trees.contains {
        $0.count > 1 && $0.fixedBlockSize == nil && $0.variableBlockSizes == nil
      }
  }

  /// Whether nothing of the file stands outside the trees.
  var coversStructure: Bool {
    switch form {
    case .fragments, .opening: true
    case .media, .samples: false
    }
  }

  /// Whether they speak of segments in other files.
  var isOpening: Bool { if case .opening = form { true } else { false } }

  /// Hashes, and compares.
  func check(through buffer: inout [UInt8]) throws(BMFFFault) -> SegmentTrees.Reading? {
    switch form {
    case .media(let trees): for tree in trees { try tree.check(through: &buffer) }
    case .fragments(let trees): try trees.check(through: &buffer)
    case .opening(let trees): return try trees.check(through: &buffer)
    case .samples:
      return SegmentTrees.Reading(
        limit: "the label binds samples of tracks, as an older version of the standard has it")
    }
    return nil
  }
}
