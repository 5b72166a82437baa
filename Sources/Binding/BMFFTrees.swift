import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealProvenance

/// The hash trees of a BMFF hash, laid over a file (C2PA 2.5 §14.12.2.1, §14.12.2.2).
struct BMFFTrees {
  /// What the trees are over.
  private enum Form {
    /// Boxes of media data in one file.
    case media([MediaTree])
    /// Fragments in one file.
    case fragments(FragmentTrees)
    /// The first of several files: the fragments are elsewhere.
    case opening(FragmentTrees)
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
    guard !isFragmented || hash.hash == nil else {
      throw .malformed("a fragmented file has both a hash and hash trees")
    }
    let found = boxes.provenance.filter { $0.purpose == .merkle }
    let leaves = try BMFFTrees.leaves(found, subject.source)
    let hasMedia = boxes.roots.contains { $0.type == MediaBoxType.mediaData }
    if isFragmented || (!hasMedia && hash.trees.allSatisfy { $0.initialHash != nil }) {
      let trees = try FragmentTrees(hash.trees, leaves, boxes, exclusions, subject, algorithm)
      form = isFragmented ? .fragments(trees) : .opening(trees)
    } else {
      form = .media(try MediaTree.all(of: hash.trees, leaves, boxes, subject, algorithm))
    }
    auxiliary = found.map(\.box.range)
  }

  /// Largest auxiliary box that is read: a proof of eighteen hashes has less than two thousand bytes.
  private static let maximumLeafSize = 8_192

  private static func leaves(
    _ boxes: [ProvenanceBox], _ source: ByteSource
  ) throws(BMFFFault) -> [BMFFHash.Leaf] {
    var leaves: [BMFFHash.Leaf] = []
    for box in boxes {
      guard box.payload.length <= maximumLeafSize else {
        throw .malformed("a box of a hash tree is too large")
      }
      let payload: [UInt8]
      do throws(SourceError) {
        payload = try source.read(box.payload)
      } catch { throw .hashing(.source(error)) }
      do throws(Problem) { leaves.append(try BMFFHash.Leaf(payload)) } catch {
        throw .problem(error)
      }
    }
    return leaves
  }

  /// Whether nothing of the file stands outside the trees.
  var coversStructure: Bool {
    if case .fragments = form { true } else { false }
  }

  /// What the binding speaks of and this file does not hold.
  var limit: String? {
    guard case .opening = form else { return nil }
    return "the fragments that the label is about are in files of their own"
  }

  /// Hashes, and compares.
  func check(through buffer: inout [UInt8]) throws(BMFFFault) {
    switch form {
    case .media(let trees): for tree in trees { try tree.check(through: &buffer) }
    case .fragments(let trees), .opening(let trees): try trees.check(through: &buffer)
    }
  }
}
