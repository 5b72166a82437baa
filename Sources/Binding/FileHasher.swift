package import BroadsealBytes
import BroadsealDocuments
package import BroadsealFiles
package import BroadsealOpenSSL

/// Hashes files in one pass through one reused buffer.
package enum FileHasher {
  /// The hash of the bytes of `ranges`, one after the other.
  package static func digest(
    of source: ByteSource, ranges: [ByteRange], _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> Digest {
    do throws(StreamError<OpenSSLError>) {
      var context = try fresh(algorithm)
      for range in ranges {
        try source.stream(range, through: &buffer) { span throws(OpenSSLError) in
          try context.update(span)
        }
      }
      return try finish(&context)
    } catch { throw HashingError(error) }
  }

  /// One hash of `parts`, one after the other, with what goes in before their ranges.
  static func digest(
    of source: ByteSource, parts: [HashedPart], _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> Digest {
    do throws(StreamError<OpenSSLError>) {
      var context = try fresh(algorithm)
      for part in parts {
        for (place, range) in part.ranges.enumerated() {
          if let prefix = part.prefixes[place] {
            do throws(OpenSSLError) {
              unsafe try context.update(prefix.span.bytes)
            } catch { throw .body(error) }
          }
          try source.stream(range, through: &buffer) { span throws(OpenSSLError) in
            try context.update(span)
          }
        }
      }
      return try finish(&context)
    } catch { throw HashingError(error) }
  }

  /// The hash of every byte outside `excluded`, which is sorted and lies inside the file.
  package static func digest(
    of source: ByteSource, excluding excluded: [ByteRange], _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> Digest {
    let kept = ByteRange(first: source.size).minus(excluded)
    return try digest(of: source, ranges: kept, algorithm, through: &buffer)
  }

  /// The SHA-256 of the whole file.
  package static func fileDigest(
    of source: ByteSource, through buffer: inout [UInt8]
  ) throws(HashingError) -> Digest {
    try digest(of: source, ranges: [ByteRange(first: source.size)], .sha256, through: &buffer)
  }

  /// The hash of every byte outside `excluded`, and in the same pass the SHA-256 of the whole file.
  ///
  /// - Parameter excluded: sorted, without overlap, inside the file.
  package static func digests(
    of source: ByteSource, excluding excluded: [ByteRange], _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> (bound: Digest, file: Digest) {
    if excluded.isEmpty, algorithm == .sha256 {
      let digest = try fileDigest(of: source, through: &buffer)
      return (digest, digest)
    }
    do throws(StreamError<OpenSSLError>) {
      var bound = try fresh(algorithm)
      var file = try fresh(.sha256)
      let kept = ByteRange(first: source.size).minus(excluded)
      let parts = kept.map { ($0, true) } + excluded.map { ($0, false) }
      for (range, isBound) in parts.sorted(by: { $0.0.start < $1.0.start }) {
        try source.stream(range, through: &buffer) { span throws(OpenSSLError) in
          if isBound { try bound.update(span) }
          try file.update(span)
        }
      }
      return (try finish(&bound), try finish(&file))
    } catch { throw HashingError(error) }
  }

  /// A hash of each part in one pass over the file, and in the same pass its own SHA-256.
  ///
  /// - Parameters:
  ///   - parts: in file order, without overlap, inside the file.
  ///   - notable: places of parts whose digest without their last range is wanted too.
  static func digests(
    of source: ByteSource, parts: [HashedPart], notable: Set<Int>, _ algorithm: DigestAlgorithm,
    wantsFileDigest: Bool, through buffer: inout [UInt8]
  ) throws(HashingError) -> (parts: [Digest], early: [Int: Digest], file: Digest?) {
    do throws(StreamError<OpenSSLError>) {
      var hasher = try PartHasher.streaming(parts, notable: notable, algorithm)
      var file = try fresh(.sha256)
      var offset = 0
      try source.stream(ByteRange(first: source.size), through: &buffer) {
        span throws(OpenSSLError) in
        try hasher.update(span, at: offset)
        if wantsFileDigest { try file.update(span) }
        offset += span.byteCount
      }
      let digests = try hasher.finish(after: source)
      return (digests, hasher.early, wantsFileDigest ? try finish(&file) : nil)
    } catch { throw HashingError(error) }
  }

  static func fresh(_ algorithm: DigestAlgorithm)
    throws(StreamError<OpenSSLError>) -> DigestContext
  {
    do throws(OpenSSLError) {
      return try DigestContext(algorithm)
    } catch { throw .body(error) }
  }

  static func finish(_ context: inout DigestContext)
    throws(StreamError<OpenSSLError>) -> Digest
  {
    do throws(OpenSSLError) {
      return try context.finish()
    } catch { throw .body(error) }
  }
}

extension HashingError {
  init(_ error: StreamError<OpenSSLError>) {
    self =
      switch error {
      case .source(let fault): .source(fault)
      case .body(let fault): .cryptography(fault)
      }
  }
}

extension FileHasher {
  /// The hash of the text outside `excluded` in Unicode Normalization Form C (C2PA 2.5
  /// §14.12.1.3.1); nil for text that has no such form here.
  ///
  /// - Parameter excluded: sorted, without overlap, inside the file, which is UTF-8.
  static func normalizedDigest(
    of source: ByteSource, excluding excluded: [ByteRange], _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> Digest? {
    do throws(StreamError<OpenSSLError>) {
      var context = try fresh(algorithm)
      var normalizer = TextNormalizer()
      var fault: TextNormalizer.Fault?
      for range in ByteRange(first: source.size).minus(excluded) {
        try source.stream(range, through: &buffer) { span throws(OpenSSLError) in
          guard fault == nil else { return }
          fault = try normalizer.feed(span) { text throws(OpenSSLError) in
            unsafe try context.update(text.span.bytes)
          }
        }
      }
      guard fault == nil else { return nil }
      do throws(OpenSSLError) {
        fault = try normalizer.finish { text throws(OpenSSLError) in
          unsafe try context.update(text.span.bytes)
        }
      } catch { throw .body(error) }
      return fault == nil ? try finish(&context) : nil
    } catch { throw HashingError(error) }
  }
}
