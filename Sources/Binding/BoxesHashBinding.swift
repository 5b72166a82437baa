package import BroadsealBytes
package import BroadsealCBOR
package import BroadsealDocuments
package import BroadsealOpenSSL
package import BroadsealProvenance

/// `c2pa.hash.boxes` (C2PA 2.5 §14.12.3): the file as a list of named boxes. Read, and not written: no
/// format asks for it.
package struct BoxesHashBinding: HardBinding {
  package static let label = BoxesHash.label
  package static let mismatch = StatusCode.assertionBoxesHashMismatch

  package init?(writing coverage: any Coverage, around rooms: [ByteRange]) { return nil }

  package func parts(outputSize: Int) -> [HashedPart] { [] }

  package func value(_ digests: [Digest]?, _ algorithm: DigestAlgorithm) -> CBOR.Value { .null }

  package static func verify(
    _ value: CBOR.Value, _ subject: BindingSubject, wantsFileDigest: Bool,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome {
    let hash: BoxesHash
    do throws(Problem) { hash = try BoxesHash(value) } catch { return BindingOutcome(error) }
    return try verify(hash, subject, wantsFileDigest: wantsFileDigest, through: &buffer)
  }

  /// Checks `hash` against the file.
  ///
  /// - Parameters:
  ///   - wantsFileDigest: whether the SHA-256 of the whole file is wanted too; it costs a second
  ///     pass.
  ///   - buffer: reused; made on first use.
  /// - Throws: only what prevented the check; a mismatch is a status.
  package static func verify(
    _ hash: BoxesHash, _ subject: BindingSubject, wantsFileDigest: Bool,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome {
    let outcome = try check(hash, subject, through: &buffer)
    guard wantsFileDigest else { return outcome }
    return BindingOutcome(
      statuses: outcome.statuses, onlyStoreExcluded: outcome.onlyStoreExcluded,
      fileDigest: try FileHasher.fileDigest(of: subject.source, through: &buffer))
  }

  private static func check(
    _ hash: BoxesHash, _ subject: BindingSubject, through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome {
    let plan: BoxesPlan
    do throws(Problem) {
      plan = try BoxesPlan(hash, boxes: try boxes(of: subject), subject)
    } catch { return BindingOutcome(error) }
    for part in plan.parts {
      let found = try FileHasher.digest(
        of: subject.source, ranges: part.ranges, part.algorithm, through: &buffer)
      guard found.bytes == part.hash else {
        let reason = "the hash of \(part.name) is not the one that was signed"
        return BindingOutcome(Problem(.assertionBoxesHashMismatch, reason))
      }
    }
    var statuses = [Status(.assertionBoxesHashMatch)]
    if !plan.onlyStoreExcluded {
      statuses.append(Status(.assertionBoxesHashAdditionalExclusionsPresent))
    }
    return BindingOutcome(
      statuses: statuses, onlyStoreExcluded: plan.onlyStoreExcluded, fileDigest: nil)
  }

  private static func boxes(of subject: BindingSubject) throws(Problem) -> [NamedBox] {
    do throws(DocumentError) {
      if let boxes = try subject.carrier?.namedBoxes() { return boxes }
    } catch {
      throw Problem(.assertionBoxesHashMismatch, "the boxes of the file cannot be listed")
    }
    throw Problem(.assertionBoxesHashMismatch, "a file of this kind has no named boxes")
  }
}
