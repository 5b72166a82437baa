import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// Checks what a BMFF hash says against a file.
struct BMFFCheck {
  private let hash: BMFFHash
  private let subject: BindingSubject
  private let boxes: MediaBoxes
  private let exclusions: BMFFExclusions
  private let algorithm: DigestAlgorithm
  private let trees: BMFFTrees?

  /// Lays `hash` over the boxes of the file.
  init(_ hash: BMFFHash, _ subject: BindingSubject) throws(BMFFFault) {
    self.hash = hash
    self.subject = subject
    let coverage: (any Coverage)?
    do throws(DocumentError) {
      coverage = try subject.carrier?.coverage()
    } catch { throw BMFFFault(error) }
    guard let boxes = coverage as? MediaBoxes else {
      throw .mismatch("a file of this kind has no such boxes")
    }
    self.boxes = boxes
    do throws(Problem) {
      algorithm = try BindingAlgorithm.choose(hash.algorithm, subject.claimAlgorithm)
      if let located = subject.located {
        try Exclusions.checkStore(located, or: .assertionBmffHashMismatch)
      }
    } catch { throw .problem(error) }
    exclusions = try BMFFExclusions(hash, over: boxes, of: subject.source)
    trees =
      hash.trees.isEmpty
      ? nil : try BMFFTrees(hash, boxes, exclusions, subject, algorithm: algorithm)
  }

  /// Hashes, and compares.
  ///
  /// - Parameter wantsFileDigest: whether the SHA-256 of the whole file is wanted too; it is taken in the
  ///   same pass, but beside hash trees.
  func run(
    wantsFileDigest: Bool, through buffer: inout [UInt8]
  ) throws(BMFFFault) -> BindingOutcome {
    var file: Digest?
    if let wanted = hash.hash {
      let part = exclusions.kept(of: boxes.roots[...], trailing: boxes.trailing)
      let isWhole = trees == nil && wantsFileDigest
      let found: (bound: Digest?, file: Digest?)
      do throws(HashingError) {
        found = try digest(part, isWhole: isWhole, through: &buffer)
      } catch { throw .hashing(error) }
      file = found.file
      guard found.bound?.bytes == wanted else {
        let reason = "the hash of the file is not the one that was signed"
        return BindingOutcome(Problem(.assertionBmffHashMismatch, reason), fileDigest: file)
      }
    }
    let reading = try trees?.check(through: &buffer)
    if wantsFileDigest, file == nil {
      do throws(HashingError) {
        file = try FileHasher.fileDigest(of: subject.source, through: &buffer)
      } catch { throw .hashing(error) }
    }
    return try outcome(file, reading, through: &buffer)
  }

  private func digest(
    _ part: HashedPart, isWhole: Bool, through buffer: inout [UInt8]
  ) throws(HashingError) -> (bound: Digest?, file: Digest?) {
    guard isWhole else {
      return (
        try FileHasher.digest(of: subject.source, parts: [part], algorithm, through: &buffer), nil
      )
    }
    let found = try FileHasher.digests(
      of: subject.source, parts: [part], notable: [], algorithm, wantsFileDigest: true,
      through: &buffer)
    return (found.parts.first, found.file)
  }

  private func outcome(
    _ file: Digest?, _ reading: SegmentTrees.Reading?, through buffer: inout [UInt8]
  ) throws(BMFFFault) -> BindingOutcome {
    let stores = ([subject.located?.extent] + (subject.located?.earlier.map(\.extent) ?? []))
      .compactMap(\.self)
    let open = try BMFFOpenBytes(
      boxes, exclusions, subject.source, covered: Set(stores + (trees?.auxiliary ?? [])),
      media: trees?.media ?? [],
      coversStructure: hash.hash != nil || (trees?.coversStructure ?? false), through: &buffer)
    var statuses = [Status(.assertionBmffHashMatch)]
    if exclusions.hasAdditional {
      statuses.append(Status(.assertionBmffHashAdditionalExclusionsPresent))
    }
    return BindingOutcome(
      statuses: statuses, onlyStoreExcluded: open.isNothing && reading?.isExact ?? true,
      fileDigest: file, leftOut: open.ranges,
      deviations: open.notes + (reading?.notes ?? []).filter { !open.notes.contains($0) },
      limit: reading?.limit, readsSegments: trees?.isOpening ?? false)
  }
}
