package import BroadsealBytes
package import BroadsealCBOR
package import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
package import BroadsealOpenSSL
package import BroadsealProvenance

/// `c2pa.hash.boxes` (C2PA 2.5 §14.12.3): the file as a list of named boxes.
package struct BoxesHashBinding: HardBinding {
  package static let label = BoxesHash.label
  package static let mismatch = StatusCode.assertionBoxesHashMismatch

  /// The boxes in the order of the assertion.
  private let boxes: [NamedBox]
  /// Places of the boxes that are hashed, in the order of the file.
  private let order: [Int]

  package init?(writing coverage: any Coverage, around rooms: [ByteRange]) {
    guard let boxes = (coverage as? BoxCoverage)?.boxes else { return nil }
    self.boxes = boxes
    order = boxes.indices.filter { boxes[$0].name != NamedBox.store }
      .sorted { boxes[$0].range.start < boxes[$1].range.start }
  }

  package func parts(outputSize: Int) -> [HashedPart] {
    order.map { HashedPart(boxes[$0], without: []) }
  }

  /// A hash for each box; one zero byte stands for that of the store (§16.3.3.2).
  package func value(_ digests: [Digest]?, _ algorithm: DigestAlgorithm) -> CBOR.Value {
    var hashes = boxes.map { _ in [0] as [UInt8] }
    for (place, index) in order.enumerated() {
      hashes[index] = digests?[place].bytes ?? algorithm.zeros
    }
    return BoxesHash(
      boxes: zip(boxes, hashes).map { BoxesHash.Entry(name: $0.name, hash: $1) },
      algorithm: algorithm.rawValue
    ).asValue
  }

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
        of: subject.source, parts: part.parts, part.algorithm, through: &buffer)
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

/// What a box hash says, laid over the boxes that the file has.
struct BoxesPlan {
  /// One entry to be hashed.
  struct Part {
    /// What it is called in messages.
    let name: String
    /// What is hashed, one after the other.
    let parts: [HashedPart]
    /// The hash function.
    let algorithm: DigestAlgorithm
    /// The hash that was signed.
    let hash: [UInt8]
  }

  /// The entries to be hashed, in file order.
  private(set) var parts: [Part] = []
  /// Whether every byte but the store is hashed.
  private(set) var onlyStoreExcluded = true

  private var index = 0
  private var covered: [ByteRange] = []
  /// Whether boxes lie between the bytes of others, as the streams of Ogg do.
  private let isScattered: Bool

  /// Lays the entries of `hash` over `boxes`, in order and without a rest.
  ///
  /// Throws the standard's codes for boxes that are missing, foreign or out of order.
  init(_ hash: BoxesHash, boxes: [NamedBox], _ subject: BindingSubject) throws(Problem) {
    isScattered = boxes.contains { $0.ranges.count > 1 }
    for (number, entry) in hash.boxes.enumerated() {
      let isLast = number == hash.boxes.count - 1
      let taken = try take(entry, from: boxes, size: subject.source.size, isLast: isLast)
      if entry.names == [NamedBox.store] {
        try BoxesPlan.check(taken, subject)
        covered += taken.flatMap(\.ranges)
      } else {
        try add(entry, taken, algorithm: hash.algorithm, subject)
      }
    }
    guard index == boxes.count else {
      throw Problem(.assertionBoxesHashUnknownBox, "the box \(boxes[index].name) is not listed")
    }
    if !(subject.carrier?.checksBetweenBoxes ?? false), !coversAll(subject.source.size) {
      onlyStoreExcluded = false
    }
  }

  /// Whether no byte of a file of `size` bytes stands outside the boxes.
  private func coversAll(_ size: Int) -> Bool {
    let end = covered.sorted { $0.start < $1.start }.reduce(0 as Int?) { end, range in
      end.flatMap { range.start <= $0 ? max($0, range.end) : nil }
    }
    return end == size
  }

  /// The boxes of an entry; every name must be the next box of the file.
  private mutating func take(
    _ entry: BoxesHash.Entry, from boxes: [NamedBox], size: Int, isLast: Bool
  ) throws(Problem) -> [NamedBox] {
    guard entry.names.count == 1 || !entry.names.contains(NamedBox.store) else {
      throw Problem(.assertionBoxesHashMalformed, "the store is not in an entry of its own")
    }
    var taken: [NamedBox] = []
    for (place, name) in entry.names.enumerated() {
      if name == NamedBox.after {
        guard isLast, place == entry.names.count - 1, index > 0 else {
          throw Problem(.assertionBoxesHashMalformed, "\(name) is not the last box")
        }
        let start = boxes[index - 1].range.end
        let listed = boxes[index...].first.flatMap { $0.isCalled(name) ? $0.range : nil }
        guard let rest = listed ?? ByteRange(start: start, length: size - start), rest.length > 0
        else {
          throw Problem(.assertionBoxesHashMismatch, "nothing follows the boxes")
        }
        taken.append(NamedBox(name: name, range: rest))
        index = boxes.count
      } else if index < boxes.count, boxes[index].isCalled(name) {
        taken.append(boxes[index])
        index += 1
      } else {
        let isLater = boxes[index...].contains { $0.isCalled(name) }
        throw isLater
          ? Problem(.assertionBoxesHashUnknownBox, "the box \(boxes[index].name) is not listed")
          : Problem(.assertionBoxesHashMismatch, "a listed box is missing or out of order")
      }
    }
    return taken
  }

  /// The box named as the store must be the store that was located.
  private static func check(_ taken: [NamedBox], _ subject: BindingSubject) throws(Problem) {
    guard let located = subject.located,
      // With the byte that makes its size even, in RIFF.
      ([located.extent] + located.alternatives).contains(where: { taken.map(\.ranges) == [[$0]] })
    else {
      throw Problem(.assertionBoxesHashMismatch, "the box of the store is not the located store")
    }
    try Exclusions.checkStore(located, or: .assertionBoxesHashMismatch)
  }

  private mutating func add(
    _ entry: BoxesHash.Entry, _ taken: [NamedBox], algorithm: String?, _ subject: BindingSubject
  ) throws(Problem) {
    guard !taken.isEmpty else {
      throw Problem(.assertionBoxesHashMalformed, "an entry has no names")
    }
    guard !isScattered || (taken.count == 1 && entry.exclusions.isEmpty) else {
      throw Problem(.assertionBoxesHashMalformed, "an entry spans boxes that lie among others")
    }
    let run = try run(of: taken)
    covered += run.map { [$0] } ?? taken.flatMap(\.ranges)
    if entry.isExcluded {
      onlyStoreExcluded = false
      return
    }
    let holes = try BoxesPlan.holes(entry.exclusions, in: taken.map(\.range))
    if !holes.isEmpty { onlyStoreExcluded = false }
    parts.append(
      Part(
        name: entry.names.count == 1 ? entry.names[0] : "\(entry.names[0]) and what follows",
        parts: BoxesPlan.parts(of: taken, run, without: holes),
        algorithm: try BindingAlgorithm.choose(entry.algorithm, algorithm, subject.claimAlgorithm),
        hash: entry.hash))
  }

  /// The bytes from the first box of an entry to the last, with what stands between them; nil where the boxes
  /// go in one by one, since they lie among others or have bytes that depend on the store.
  private func run(of taken: [NamedBox]) throws(Problem) -> ByteRange? {
    guard !isScattered, taken.allSatisfy({ $0.zeroed == nil }), let first = taken.first?.range,
      let last = taken.last?.range
    else { return nil }
    guard
      let whole = ByteRange(start: first.start, length: max(first.end, last.end) - first.start)
    else { throw Problem(.assertionBoxesHashMalformed, "an entry has no names") }
    return whole
  }

  private static func parts(
    of taken: [NamedBox], _ run: ByteRange?, without holes: [ByteRange]
  ) -> [HashedPart] {
    if let run { return [HashedPart(run.minus(holes).filter { $0.length > 0 })] }
    guard taken.allSatisfy({ $0.ranges.count == 1 }) else {
      return [HashedPart(taken.flatMap(\.ranges))]
    }
    return taken.map { HashedPart($0, without: holes) }
  }

  /// The exclusions of an entry as bytes of the file.
  private static func holes(_ exclusions: [BoxesHash.Exclusion], in boxes: [ByteRange])
    throws(Problem) -> [ByteRange]
  {
    let code = StatusCode.assertionBoxesHashMalformed
    guard exclusions.count <= Exclusions.maximumCount else {
      throw Problem(code, "too many exclusions")
    }
    var holes: [ByteRange] = []
    var end = 0
    for exclusion in exclusions {
      guard exclusion.boxIndex != nil || boxes.count == 1 else {
        throw Problem(code, "an exclusion does not say which box it is about")
      }
      let number = exclusion.boxIndex ?? 0
      guard boxes.indices.contains(number) else {
        throw Problem(code, "an exclusion is about a box that does not exist")
      }
      let box = boxes[number]
      guard exclusion.range.end <= box.length,
        let hole = ByteRange(
          start: box.start + exclusion.range.start, length: exclusion.range.length)
      else {
        throw Problem(.assertionBoxesHashMismatch, "an exclusion ends behind the end of its box")
      }
      guard hole.start >= end else {
        throw Problem(code, "exclusions overlap or are out of order")
      }
      end = hole.end
      if hole.length > 0 { holes.append(hole) }
    }
    return holes
  }
}
