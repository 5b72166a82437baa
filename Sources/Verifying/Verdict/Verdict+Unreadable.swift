import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes

extension Verdict {
  /// A verdict on a file that could not be read to its end: nothing was judged.
  init(unreadable path: FilePath, because error: DocumentError) {
    self.init(unread: path, Finding(unreadable: error))
  }

  /// A verdict on a file whose label, in the file `sidecar` or in memory, could not be read: nothing was
  /// judged.
  init(of path: FilePath, unreadable sidecar: FilePath?, because error: DocumentError) {
    let reason = Finding(unreadable: error).explanation
    let place = sidecar.map { " \($0.display)" } ?? ""
    self.init(
      unread: path,
      Finding(
        .error, Note(PlaceCode.sidecarUnreadable, "the separate label\(place): \(reason)")))
  }

  /// A verdict on a file that is larger than what the run judges.
  init(of path: FilePath, size: Int, above limit: Int) {
    self.init(
      unread: path,
      Finding(
        .error,
        Note(FileCode.size, "the file has \(size) bytes, more than the \(limit) that are judged")))
  }

  private init(unread path: FilePath, _ finding: Finding) {
    self.init(
      path: path.display, format: Format.other.kind, mediaType: Format.other.mediaType,
      integrity: .unreadable, findings: [finding])
  }
}

extension Finding {
  init(unreadable error: DocumentError) {
    switch error {
    case .source(let fault): self.init(unreadable: fault)
    case .malformed(let code, let malformed):
      self.init(.error, Note(code, malformed.reason, at: .byte(malformed.offset)))
    case .refused(let refusal):
      self.init(.error, refusal.note)
    }
  }

  init(unreadable fault: SourceError) {
    let note =
      switch fault.kind {
      case .system, .attribute:
        Note(FileCode.unreadable, "the file cannot be read: " + fault.reason)
      case .link: Note(FileCode.symlink)
      case .notRegular: Note(FileCode.notRegular)
      case .truncated: Note(FileCode.truncated)
      case .changed: Note(FileCode.changed)
      case .tooLarge: Note(FileCode.size, "the file is " + fault.reason)
      }
    self.init(.error, note)
  }
}
