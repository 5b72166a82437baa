import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL

extension HashedOutput {
  /// Writes a placement part of which is hashed piece by piece: what stands around it is copied and hashed by
  /// this thread, the pieces by all that are free.
  static func write(
    _ placement: Placement, _ pieces: HashedPieces, _ binding: any HardBinding,
    of source: ByteSource, to output: inout AtomicOutput, through buffer: inout [UInt8],
    _ algorithm: DigestAlgorithm
  ) throws(SigningError) -> [Digest] {
    let target = output.target.display
    guard let cut = PlacementCut(placement.pieces, around: pieces.range) else {
      throw SigningError(.internal, "the media data is not copied as it is")
    }
    do throws(StreamError<OpenSSLError>) {
      var hasher = try PartHasher.streaming(
        binding.parts(outputSize: placement.outputSize), algorithm)
      var offset = 0
      var found: [Digest] = []
      for (steps, isMedia) in [(cut.before, false), ([], true), (cut.after, false)] {
        if isMedia {
          do throws(HashingError) {
            found = try copy(pieces, cut.start, of: source, to: &output, algorithm)
          } catch {
            switch error {
            case .source(let fault): throw .source(fault)
            case .cryptography(let fault): throw .body(fault)
            }
          }
          offset += pieces.range.length
          continue
        }
        for step in steps {
          switch step {
          case .store(let length), .dependent(let length):
            do throws(SourceError) { try output.skip(length) } catch { throw .source(error) }
            offset += length
          case .copy, .bytes:
            try PieceWriter.write([step], of: source, to: &output, through: &buffer) {
              span throws(OpenSSLError) in
              try hasher.update(span, at: offset)
              offset += span.byteCount
            }
          }
        }
      }
      return try hasher.finish(after: source) + found
    } catch {
      switch error {
      case .body(let cause): throw .cryptography(cause)
      case .source(let fault) where fault.path == target: throw .writing(fault)
      case .source(let fault): throw .reading(fault)
      }
    }
  }

  private static func copy(
    _ pieces: HashedPieces, _ start: Int, of source: ByteSource, to output: inout AtomicOutput,
    _ algorithm: DigestAlgorithm
  ) throws(HashingError) -> [Digest] {
    let area: OutputArea
    do throws(SourceError) {
      try output.skip(pieces.range.length)
      area = try output.area(at: pieces.range.start, length: pieces.range.length)
    } catch { throw .source(error) }
    return try pieces.copy(source, from: start, into: area, algorithm)
  }
}

/// A recipe around bytes that are copied as they are.
private struct PlacementCut {
  /// What comes before them.
  var before: [Piece] = []
  /// What comes behind them.
  var after: [Piece] = []
  /// Where they stand in the source.
  let start: Int

  /// The recipe `pieces` around `range` of its output; nil where that is not copied from one place.
  init?(_ pieces: [Piece], around range: ByteRange) {
    var offset = 0
    var start: Int?
    for piece in pieces {
      let own = offset..<offset + piece.length
      offset = own.upperBound
      guard own.overlaps(range.bounds) else {
        if start == nil { before.append(piece) } else { after.append(piece) }
        continue
      }
      guard case .copy(let copied) = piece, own.lowerBound <= range.start,
        own.upperBound >= range.end
      else { return nil }
      let place = copied.start + range.start - own.lowerBound
      start = place
      if let head = ByteRange(copied.start..<place), head.length > 0 { before.append(.copy(head)) }
      if let tail = ByteRange(place + range.length..<copied.end), tail.length > 0 {
        after.append(.copy(tail))
      }
    }
    guard let start else { return nil }
    self.start = start
  }
}
