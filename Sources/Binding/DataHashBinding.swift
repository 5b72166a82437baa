package import BroadsealBytes
package import BroadsealCBOR
package import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
package import BroadsealOpenSSL
package import BroadsealProvenance

/// `c2pa.hash.data` (C2PA 2.5 §14.12.1): one hash over the file outside some ranges.
package struct DataHashBinding: HardBinding {
  package static let label = DataHash.label
  package static let mismatch = StatusCode.assertionDataHashMismatch

  /// What stays out of the hash: the store's room and what depends on it; nothing when the store stands
  /// in a file of its own.
  let excluded: [ByteRange]

  /// A hash over everything outside `excluded`.
  package init(excluding excluded: [ByteRange]) { self.excluded = excluded }

  package init?(writing coverage: any Coverage, around rooms: [ByteRange]) {
    guard coverage is RestOfFile else { return nil }
    self.init(excluding: rooms)
  }

  package func parts(outputSize: Int) -> [HashedPart] {
    [HashedPart(ByteRange(first: outputSize).minus(excluded))]
  }

  package func value(_ digests: [Digest]?, _ algorithm: DigestAlgorithm) -> CBOR.Value {
    DataHash(
      exclusions: excluded, algorithm: algorithm.rawValue,
      hash: digests?.first?.bytes ?? algorithm.zeros, name: "jumbf manifest"
    ).asValue
  }

  package static func verify(
    _ value: CBOR.Value, _ subject: BindingSubject, wantsFileDigest: Bool,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome {
    let hash: DataHash
    do throws(Problem) { hash = try DataHash(value) } catch { return BindingOutcome(error) }
    return try verify(hash, subject, wantsFileDigest: wantsFileDigest, through: &buffer)
  }

  /// Checks `hash` against the file.
  ///
  /// - Parameters:
  ///   - wantsFileDigest: whether the SHA-256 of the whole file is wanted too. It is taken in the
  ///     same pass and costs the time of a second hash, save for a store beside its file, where
  ///     it is the hash itself.
  ///   - buffer: reused; made on first use.
  /// - Throws: only what prevented the check; a mismatch is a status.
  package static func verify(
    _ hash: DataHash, _ subject: BindingSubject, wantsFileDigest: Bool,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome {
    let exclusions: Exclusions
    let algorithm: DigestAlgorithm
    do throws(Problem) {
      algorithm = try BindingAlgorithm.choose(hash.algorithm, subject.claimAlgorithm)
      exclusions = try Exclusions(
        hash.exclusions, located: subject.located, size: subject.source.size,
        hasUpdates: subject.hasUpdates)
    } catch {
      let file =
        wantsFileDigest ? try FileHasher.fileDigest(of: subject.source, through: &buffer) : nil
      return BindingOutcome(error, fileDigest: file)
    }
    let found: Digest?
    var file: Digest?
    if subject.located?.isHashedNormalized ?? false {
      found = try FileHasher.normalizedDigest(
        of: subject.source, excluding: exclusions.ranges, algorithm, through: &buffer)
    } else if wantsFileDigest {
      let both = try FileHasher.digests(
        of: subject.source, excluding: exclusions.ranges, algorithm, through: &buffer)
      (found, file) = (both.bound, both.file)
    } else {
      found = try FileHasher.digest(
        of: subject.source, excluding: exclusions.ranges, algorithm, through: &buffer)
      if exclusions.ranges.isEmpty, algorithm == .sha256 { file = found }
    }
    guard found?.bytes == hash.hash else {
      let reason = "the hash of the file is not the one that was signed"
      return BindingOutcome(Problem(.assertionDataHashMismatch, reason), fileDigest: file)
    }
    var statuses = [Status(.assertionDataHashMatch)]
    if exclusions.hasAdditional {
      statuses.append(Status(.assertionDataHashAdditionalExclusionsPresent))
    }
    return BindingOutcome(
      statuses: statuses, onlyStoreExcluded: exclusions.onlyStoreExcluded, fileDigest: file,
      leftOut: exclusions.hasAdditional ? exclusions.ranges : [], deviations: deviations(subject))
  }

  /// Some formats are bound in another form, if the store stands in the file itself.
  private static func deviations(_ subject: BindingSubject) -> [Note] {
    guard subject.located != nil else { return [] }
    // What cannot be listed cannot be bound in another form either.
    let coverage = try? subject.carrier?.coverage()
    return [coverage?.noteOnOneHash].compactMap(\.self)
  }
}
