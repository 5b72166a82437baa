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
  private let rooms: [ByteRange]

  package init?(writing coverage: any Coverage, around rooms: [ByteRange]) {
    guard let boxes = coverage as? MediaBoxes else { return nil }
    self.boxes = boxes
    self.rooms = rooms
  }

  /// Every box but the store's and the index of random access points.
  package func parts(outputSize: Int) -> [HashedPart] {
    let kept = boxes.roots.filter { box in
      box.type != MediaBoxType.randomAccess && !rooms.contains(box.range)
    }
    let ranges = kept.map(\.range) + [boxes.trailing].compactMap(\.self)
    let prefixes = kept.enumerated().map { ($0, BMFFExclusions.prefix($1.range.start)) }
    return [HashedPart(ranges, prefixes: Dictionary(uniqueKeysWithValues: prefixes))]
  }

  package func value(_ digests: [Digest]?, _ algorithm: DigestAlgorithm) -> CBOR.Value {
    BMFFHash(
      exclusions: [.provenance, .randomAccess], algorithm: algorithm.rawValue,
      hash: digests?.first?.bytes ?? algorithm.zeros
    ).asValue
  }

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
