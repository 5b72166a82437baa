package import BroadsealBytes
package import BroadsealCBOR
package import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
package import BroadsealOpenSSL
package import BroadsealProvenance

/// `c2pa.hash.bmff.v3` (C2PA 2.5 §14.12.2): one hash over the boxes of a file, each with its offset, and
/// hash trees over media data. Version 2, which is read, hashes the same.
package struct BMFFHashBinding: HardBinding {
  package static let label = BMFFHash.label
  package static let labelsRead = [BMFFHash.label, BMFFHash.olderLabel]
  package static let mismatch = StatusCode.assertionBmffHashMismatch

  private let boxes: MediaBoxes
  private let segments: SegmentRow?
  private let media: PiecewiseBoxes?
  private let rooms: [ByteRange]

  package init?(writing coverage: any Coverage, around rooms: [ByteRange]) {
    switch coverage {
    case let boxes as MediaBoxes: (self.boxes, segments, media) = (boxes, nil, nil)
    case let film as SegmentedBoxes: (boxes, segments, media) = (film.boxes, film.segments, nil)
    case let media as PiecewiseBoxes: (boxes, segments, self.media) = (media.boxes, nil, media)
    default: return nil
    }
    self.rooms = rooms
  }

  /// Every box but the store's and the index of random access points; of media data that is bound piece by
  /// piece its header.
  package func parts(outputSize: Int) -> [HashedPart] {
    let kept = boxes.roots.filter { box in
      box.type != MediaBoxType.randomAccess && !rooms.contains(box.range)
    }
    let ranges =
      kept.map { box in
        box.content == media?.media
          ? ByteRange(start: box.range.start, length: box.headerLength) ?? box.range : box.range
      } + [boxes.trailing].compactMap(\.self)
    let prefixes = kept.enumerated().map { ($0, BMFFExclusions.prefix($1.range.start)) }
    return [HashedPart(ranges, prefixes: Dictionary(uniqueKeysWithValues: prefixes))]
  }

  /// The media data, where it is bound piece by piece.
  package var pieces: HashedPieces? {
    media.map { HashedPieces(range: $0.media, size: $0.pieceSize) }
  }

  package func value(_ digests: [Digest]?, _ algorithm: DigestAlgorithm) -> CBOR.Value {
    let hash = digests?.first?.bytes ?? algorithm.zeros
    if let segments {
      return BMFFHash(
        exclusions: BMFFHashBinding.usual, algorithm: algorithm.rawValue, hash: nil,
        trees: [SegmentTreeMaker.tree(segments, opening: hash)]
      ).asValue
    }
    guard let pieces else {
      return BMFFHash(
        exclusions: BMFFHashBinding.usual, algorithm: algorithm.rawValue, hash: hash
      ).asValue
    }
    let zeros = [[UInt8]](repeating: algorithm.zeros, count: pieces.count)
    let tree = BMFFHash.Tree(
      localID: 0, count: pieces.count, hashes: digests?.dropFirst().map(\.bytes) ?? zeros,
      fixedBlockSize: pieces.size)
    return BMFFHash(
      exclusions: BMFFHashBinding.usual + [.mediaData], algorithm: algorithm.rawValue,
      hash: hash, trees: [tree]
    ).asValue
  }

  private static let usual: [BMFFHash.Exclusion] = [.provenance, .randomAccess]

  package static func verify(
    _ value: CBOR.Value, _ subject: BindingSubject, wantsFileDigest: Bool,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome {
    let outcome: BindingOutcome
    do throws(BMFFFault) {
      let hash: BMFFHash
      do throws(Problem) { hash = try BMFFHash(value) } catch { throw .problem(error) }
      let check = try BMFFCheck(hash, subject)
      return try check.run(wantsFileDigest: wantsFileDigest, through: &buffer)
    } catch {
      switch error {
      case .hashing(let fault): throw fault
      case .problem(let problem): outcome = BindingOutcome(problem)
      }
    }
    guard wantsFileDigest else { return outcome }
    return BindingOutcome(
      statuses: outcome.statuses, onlyStoreExcluded: false,
      fileDigest: try FileHasher.fileDigest(of: subject.source, through: &buffer))
  }
}
