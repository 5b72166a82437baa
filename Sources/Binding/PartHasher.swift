package import Bytes
package import OpenSSL

/// Many hashes in one pass: the bytes of a file go by once, and each part gets a digest of its own.
package struct PartHasher: ~Copyable {
  private struct Step {
    let range: ByteRange
    let closesPart: Bool
  }

  private let steps: [Step]
  private var index = 0
  private var context: DigestContext
  private var digests: [Digest] = []

  /// Hashes `parts`, each of them one or more ranges.
  ///
  /// - Parameter parts: in file order; no range is empty and no two overlap.
  package init(_ parts: [[ByteRange]], _ algorithm: DigestAlgorithm) throws(OpenSSLError) {
    steps = parts.flatMap { ranges in
      ranges.indices.map { Step(range: ranges[$0], closesPart: $0 == ranges.count - 1) }
    }
    context = try DigestContext(algorithm)
    digests.reserveCapacity(parts.count)
  }

  /// Takes the bytes of the file from `offset` on; bytes of no part are passed over.
  package mutating func update(_ span: RawSpan, at offset: Int) throws(OpenSSLError) {
    let end = offset + span.byteCount
    while index < steps.count {
      let step = steps[index]
      let from = max(offset, step.range.start)
      guard from < end else { return }
      let to = min(end, step.range.end)
      try context.update(span.extracting((from - offset)..<(to - offset)))
      guard to == step.range.end else { return }
      if step.closesPart { digests.append(try context.finish()) }
      index += 1
    }
  }

  /// A digest for each part, in order; nil when not all of their bytes went by.
  package consuming func finish() -> [Digest]? {
    index == steps.count ? digests : nil
  }
}
