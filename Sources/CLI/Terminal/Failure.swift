import BroadsealAuditing
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealFolders
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSettings
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying

/// Why a command, or one file of it, came to nothing: one line, a hint, and how the run ends.
struct Failure: Error, Sendable {
  /// How the run ends.
  let code: ExitCode
  /// One line in lower case, without a full stop; it holds no control character.
  let message: String
  /// What to do about it.
  let hint: String?

  /// A failure of the run; `message` may quote anybody's text.
  init(_ code: ExitCode, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = Untrusted.message(message)
    self.hint = hint.map { Untrusted.message($0) }
  }

  /// A failure over the file at `path`.
  init(_ code: ExitCode, _ path: FilePath, _ message: String, hint: String? = nil) {
    self.init(path: Untrusted.escaped(path), code, message, hint: hint)
  }

  private init(path: String, _ code: ExitCode, _ message: String, hint: String?) {
    self.code = code
    self.message = path + ": " + Untrusted.message(message)
    self.hint = hint.map { Untrusted.message($0) }
  }

  /// What kept a file from being judged to the end.
  ///
  /// - Parameter label: the file that was named as its label.
  init(unjudged verdict: Verdict, at path: FilePath, label: FilePath? = nil) {
    let reason =
      verdict.findings.last { $0.severity == .error }?.explanation ?? verdict.limits.first
      ?? "could not be judged to the end"
    let named = verdict.has(PlaceCode.sidecarUnreadable) ? label ?? path : path
    let hint =
      verdict.limits.contains(SegmentList.isNeeded)
      ? "verify FILE --segments names them"
      : Misdirected(path)?.hint ?? NearbyFile.hint(for: named.display, reason)
    self.init(
      .incomplete, path, reason,
      hint: path.bytes.last == 0x0D
        ? "the name ends in a carriage return: does the list have Windows line ends?" : hint)
  }

  /// A wrong command line.
  static func usage(_ message: String, hint: String? = nil) -> Failure {
    Failure(.usage, message, hint: hint)
  }
}

extension Failure {
  /// What to do about a passphrase that does not fit.
  static let passphraseHint =
    "the passphrase or PIN is the first line of the file that --passphrase-file names, or passphrase-file beside the "
    + "key in the profile"

  /// What a thrown error means to the user; anything that nobody expected is a bug.
  init(explaining error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as TrustError:
      self.init(
        .trust, "\(error)", hint: error.hint ?? NearbyFile.hint(for: error.name, error.reason))
    case let error as SigningError: self.init(signing: error)
    case DocumentError.source(let error): self.init(source: error)
    case let error as SourceError: self.init(source: error)
    case let error as SettingsError: self.init(settings: error)
    case let error as PathListError: self.init(.usage, error.reason)
    case let error as KeyError: self.init(.usage, "\(error)")
    case let error as Malformed: self.init(.failed, "\(error)")
    default:
      self.init(
        .internal, "unexpected error: \(error)", hint: "this is a bug; please report it")
    }
  }

  /// What kept a file from being read or written.
  ///
  /// - Parameter code: how the run ends where it is not the system that refuses the file (`isRefusedBySystem`).
  init(source error: SourceError, code: ExitCode = .incomplete, hint: String? = nil) {
    self.init(
      error.isRefusedBySystem ? .incomplete : code,
      error.path.isEmpty ? error.reason : "\(error.path): \(error.reason)",
      hint: hint ?? NearbyFile.hint(for: error.path, error.reason) ?? error.diskHint)
  }

  /// What is wrong with a file of settings.
  init(settings error: SettingsError) {
    if let source = error.source {
      self.init(source: source, code: .usage)
    } else {
      self.init(.usage, error.path, error.reason, hint: error.hint)
    }
  }

  /// What kept the document at `path` from being used.
  init(document error: DocumentError, path: FilePath, hint: String? = nil) {
    switch error {
    case .source(let error): self.init(source: error)
    case .malformed(_, let malformed): self.init(.failed, path, "\(malformed)", hint: hint)
    case .refused(let refusal): self.init(.failed, path, refusal.note.explanation, hint: hint)
    }
  }

  /// What kept a document from being signed; `document` is named where the error names no file.
  ///
  /// - Parameter needsStamp: whether doing without a time stamp is no way out.
  init(signing error: SigningError, document: FilePath? = nil, needsStamp: Bool = false) {
    let code: ExitCode =
      switch error.kind {
      case .unreadable, .unwritable, .changed, .timeStamp, .signer, .revocation: .incomplete
      case .malformed, .refused, .readBack: .failed
      case .request, .exists, .credential, .passphrase, .certificate, .profile: .usage
      case .trust: .trust
      default: .internal
      }
    let hint =
      switch error.kind {
      case .timeStamp where needsStamp: "nothing was written; name another authority with --tsa"
      case .timeStamp:
        "nothing was signed: try again later, or name another authority with --tsa. Without a time stamp "
          + "(--allow-missing-timestamp, --no-timestamp) nothing is official until sign --add-timestamp adds one"
      case .passphrase: Failure.passphraseHint
      default: error.hint ?? NearbyFile.hint(for: error.path, error.reason)
      }
    let writes = error.kind == .unwritable
    if writes || error.kind == .unreadable,
      let refusal = Failure.refusal(error.reason, of: error.path, writes: writes)
    {
      self = refusal
    } else if error.path == nil, let document {
      self.init(code, document, "\(error)", hint: hint)
    } else {
      self.init(code, "\(error)", hint: hint)
    }
  }
}
