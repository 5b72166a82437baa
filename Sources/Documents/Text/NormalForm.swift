import BroadsealBytes
import BroadsealFiles

/// What form the characters of a text have.
enum NormalForm: Hashable {
  /// Normalization Form C: every reader hashes the bytes as they are (C2PA 2.5 §A.8.6.2).
  case composed
  /// Another form.
  case other
  /// None that every reader agrees on.
  case unsettled
  /// The bytes are not UTF-8.
  case notUTF8
  /// A NUL is among them.
  case binary
  /// Control characters are among them, or they may be read as HZ or UTF-7.
  case shifted

  /// Looks at the bytes of `text`, which is part of `source`.
  init(of text: RemainingText, in source: ByteSource) throws(DocumentError) {
    var encoding = EncodingCheck()
    var normalizer = TextNormalizer()
    var buffer: [UInt8] = []
    do throws(StreamError<End>) {
      for range in text.kept {
        try source.stream(range, through: &buffer) { span throws(End) in
          do throws(EncodingCheck.Fault) { try encoding.feed(span) } catch {
            throw End(NormalForm(error))
          }
          if normalizer.feed(span, { _ in }) != nil { throw End(.unsettled) }
          if !normalizer.isUnchanged { throw End(.other) }
        }
      }
      do throws(EncodingCheck.Fault) { try encoding.finish() } catch {
        throw .body(End(.notUTF8))
      }
      if normalizer.finish({ _ in }) != nil { throw .body(End(.unsettled)) }
      if encoding.isASCII, try NormalForm.mayBeSevenBit(text, in: source, &buffer) {
        throw .body(End(.shifted))
      }
      self = normalizer.isUnchanged ? .composed : .other
    } catch {
      switch error {
      case .source(let fault): throw .source(fault)
      case .body(let end): self = end.form
      }
    }
  }

  private init(_ fault: EncodingCheck.Fault) {
    self =
      switch fault {
      case .nul: .binary
      case .notUTF8: .notUTF8
      case .control: .shifted
      }
  }

  /// Whether `text`, all of it ASCII, may stand for other characters.
  private static func mayBeSevenBit(
    _ text: RemainingText, in source: ByteSource, _ buffer: inout [UInt8]
  ) throws(StreamError<End>) -> Bool {
    var check = SevenBitCheck()
    for range in text.kept {
      try source.stream(range, through: &buffer) { span throws(End) in check.feed(span) }
    }
    return check.finish()
  }

  /// Ends the walk as soon as the answer is known.
  private struct End: Error {
    let form: NormalForm

    init(_ form: NormalForm) { self.form = form }
  }
}
