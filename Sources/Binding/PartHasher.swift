package import BroadsealBytes
import BroadsealDocuments
package import BroadsealFiles
package import BroadsealOpenSSL

/// Many hashes in one pass: the bytes of a file go by once, and each part gets a digest of its own.
package struct PartHasher: ~Copyable {
  private struct Step {
    let range: ByteRange
    let prefix: [UInt8]
    let part: Int
    let closesPart: Bool
    let isNotable: Bool
  }

  private let steps: [Step]
  private let count: Int
  private var index = 0
  private var context: DigestContext
  private var digests: [Digest] = []
  /// Digests of parts without their last range, by the part's place; of those that were asked for.
  package private(set) var early: [Int: Digest] = [:]

  /// Hashes `parts`, each of them one or more ranges.
  ///
  /// - Parameters:
  ///   - parts: in file order; no two ranges overlap.
  ///   - notable: places of parts whose digest without their last range is wanted too.
  package init(
    _ parts: [HashedPart], notable: Set<Int> = [], _ algorithm: DigestAlgorithm
  ) throws(OpenSSLError) {
    steps = parts.enumerated().flatMap { number, part in
      part.ranges.indices.map { place in
        Step(
          range: part.ranges[place], prefix: part.prefixes[place] ?? [], part: number,
          closesPart: place == part.ranges.count - 1,
          isNotable: place == part.ranges.count - 2 && notable.contains(number))
      }
    }
    count = parts.count
    context = try DigestContext(algorithm)
    digests.reserveCapacity(count)
  }

  /// Takes the bytes of the file from `offset` on; bytes of no part are passed over.
  package mutating func update(_ span: RawSpan, at offset: Int) throws(OpenSSLError) {
    let end = offset + span.byteCount
    while index < steps.count {
      let step = steps[index]
      let from = max(offset, step.range.start)
      guard from < end else { return }
      let to = min(end, step.range.end)
      if from == step.range.start, !step.prefix.isEmpty {
        unsafe try context.update(step.prefix.span.bytes)
      }
      try context.update(span.extracting((from - offset)..<(to - offset)))
      guard to == step.range.end else { return }
      if step.isNotable { early[step.part] = try context.snapshot() }
      if step.closesPart { digests.append(try context.finish()) }
      index += 1
    }
  }

  /// A digest for each part, in order; nil when not all of their bytes went by.
  package mutating func finish() throws(OpenSSLError) -> [Digest]? {
    guard index == steps.count else { return nil }
    // The one part of a file that is nothing but its store has no ranges.
    while digests.count < count { digests.append(try context.finish()) }
    return digests
  }
}

extension PartHasher {
  /// A hasher of `parts`, inside a pass over a file.
  package static func streaming(
    _ parts: [HashedPart], notable: Set<Int> = [], _ algorithm: DigestAlgorithm
  ) throws(StreamError<OpenSSLError>) -> PartHasher {
    do throws(OpenSSLError) {
      return try PartHasher(parts, notable: notable, algorithm)
    } catch { throw .body(error) }
  }

  /// The digests at the end of a pass over `source`, which must have gone by whole.
  package mutating func finish(
    after source: ByteSource
  ) throws(StreamError<OpenSSLError>) -> [Digest] {
    let digests: [Digest]?
    do throws(OpenSSLError) {
      digests = try finish()
    } catch { throw .body(error) }
    guard let digests else { throw .source(SourceError(.truncated, path: source.path)) }
    return digests
  }
}

/// What one digest covers: ranges of a file, one after the other.
package struct HashedPart: Hashable, Sendable {
  /// The ranges, in file order; none is empty.
  package let ranges: [ByteRange]
  /// Bytes that go into the hash before a range, by the place of the range, and that stand nowhere in the
  /// file: the offset of a box, in `c2pa.hash.bmff` (C2PA 2.5 §A.5.4).
  package let prefixes: [Int: [UInt8]]

  /// A part of a file.
  package init(_ ranges: [ByteRange], prefixes: [Int: [UInt8]] = [:]) {
    self.ranges = ranges
    self.prefixes = prefixes
  }

  /// A box without `holes`, which are sorted and do not overlap; its zeroed bytes go in as zeros.
  init(_ box: NamedBox, without holes: [ByteRange]) {
    let own = holes.filter {
      $0.length > 0 && $0.start >= box.range.start && $0.end <= box.range.end
    }
    guard let zeroed = box.zeroed, !own.contains(where: zeroed.overlaps) else {
      self.init(box.range.minus(own).filter { $0.length > 0 })
      return
    }
    let kept = box.range.minus((own + [zeroed]).sorted { $0.start < $1.start })
    let next = kept.firstIndex { $0.start >= zeroed.end }
    let zeros = [UInt8](repeating: 0, count: zeroed.length)
    self.init(kept, prefixes: next.map { [$0: zeros] } ?? [:])
  }
}

/// Why bytes of a file could not be hashed: nothing was learnt about the file.
package enum HashingError: Error, Hashable, Sendable {
  /// The file could not be read to its end.
  case source(SourceError)
  /// The hash function failed.
  case cryptography(OpenSSLError)
}

extension ByteRange {
  /// What is left without `holes`, which are sorted, do not overlap and lie inside.
  package func minus(_ holes: [ByteRange]) -> [ByteRange] {
    var kept: [ByteRange] = []
    var offset = start
    for hole in holes {
      if let range = ByteRange(start: offset, length: hole.start - offset), range.length > 0 {
        kept.append(range)
      }
      offset = hole.end
    }
    if let range = ByteRange(start: offset, length: end - offset), range.length > 0 {
      kept.append(range)
    }
    return kept
  }
}
