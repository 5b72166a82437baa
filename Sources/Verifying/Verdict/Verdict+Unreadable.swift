import Bytes
import Documents

extension Verdict {
  /// A verdict on a file that could not be read to its end: nothing was judged.
  init(unreadable path: FilePath, because error: DocumentError) {
    let finding =
      switch error {
      case .source(let fault): Finding(unreadable: fault)
      case .malformed(let code, let malformed):
        Finding(
          code: code, severity: .error, place: "byte \(malformed.offset)",
          explanation: malformed.reason)
      case .refused(let refusal):
        Finding(code: refusal.code, severity: .error, explanation: refusal.reason)
      }
    self.init(
      path: path.display, format: FileKind.other.rawValue, mediaType: FileKind.other.mediaType,
      integrity: .unreadable, findings: [finding])
  }
}

extension Finding {
  init(unreadable fault: SourceError) {
    let (code, explanation) =
      switch fault.kind {
      case .system(_, let message): ("FILE-UNREADABLE", "the file cannot be read: \(message)")
      case .notRegular: ("FILE-NOT-REGULAR", "this is no regular file")
      case .truncated: ("FILE-TRUNCATED", "the file became shorter while it was read")
      case .changed: ("FILE-CHANGED", "the file changed while it was read")
      }
    self.init(code: code, severity: .error, explanation: explanation)
  }
}
