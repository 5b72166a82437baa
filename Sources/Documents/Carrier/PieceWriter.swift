import BroadsealBytes
package import BroadsealFiles

/// Follows a recipe: one read of the source, one write of the output, in order.
package enum PieceWriter {
  /// Writes `pieces` of `source` to `output` and shows `body` every byte outside the store's room and
  /// what depends on it.
  ///
  /// The rooms are left as holes of zeros: fill them with `AtomicOutput.write(_:at:)` once the hash
  /// is known. Memory stays at `buffer`, which is made on first use and can be used again.
  package static func write<Failure: Error>(
    _ pieces: [Piece], of source: ByteSource, to output: inout AtomicOutput,
    through buffer: inout [UInt8], _ body: (RawSpan) throws(Failure) -> Void
  ) throws(StreamError<Failure>) {
    for piece in pieces {
      switch piece {
      case .store(let length), .dependent(let length):
        do throws(SourceError) {
          try output.skip(length)
        } catch { throw .source(error) }
      case .bytes(let bytes):
        unsafe try pass(bytes.span.bytes, to: &output, body)
      case .copy(let range):
        do throws(StreamError<StreamError<Failure>>) {
          try source.stream(range, through: &buffer) { span throws(StreamError<Failure>) in
            try pass(span, to: &output, body)
          }
        } catch {
          switch error {
          case .source(let fault): throw .source(fault)
          case .body(let inner): throw inner
          }
        }
      }
    }
  }

  /// Writes `pieces` without showing them to anyone: for a file that loses its store.
  package static func write(
    _ pieces: [Piece], of source: ByteSource, to output: inout AtomicOutput,
    through buffer: inout [UInt8]
  ) throws(SourceError) {
    do throws(StreamError<Never>) {
      try write(pieces, of: source, to: &output, through: &buffer) { _ in }
    } catch {
      switch error {
      case .source(let fault): throw fault
      }
    }
  }

  private static func pass<Failure: Error>(
    _ span: RawSpan, to output: inout AtomicOutput, _ body: (RawSpan) throws(Failure) -> Void
  ) throws(StreamError<Failure>) {
    do throws(Failure) {
      try body(span)
    } catch { throw .body(error) }
    do throws(SourceError) {
      try output.append(span)
    } catch { throw .source(error) }
  }
}
