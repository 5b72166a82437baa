import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
import BroadsealReporting
import BroadsealSigning
import Glibc
import Synchronization

// How this program talks to people:
//
// - Results go to standard output, everything else to standard error. What a program may read is a result.
// - Results are sentences or a machine format; a machine format has a schema and no language.
// - An error is one line, "broadseal: error: …", in lower case and without a full stop. It names the file and
//   what is wrong with it. What to do stands on a second line, "hint: …", and only where it works.
// - A note, "broadseal: note: …", says what somebody would want to know and need not act on. --quiet drops it.
// - The exit code says as much as the text: `ExitCode` has them all, and the help of a command names its own.
// - Other people's words (paths, names in certificates) are escaped or quoted, so that they can neither move
//   the cursor nor pass for ours. Only names from a proved list stand out.
// - Colour, folding and a progress line are for a terminal. NO_COLOR and TERM=dumb are heard.
// - Nothing is asked but a passphrase, whether to sign a trust list, and what `init` is there to ask, and only on
//   a terminal. Nothing is overwritten without --force, and a file that the run reads not even then.
// - No socket is opened unless an option asks for it.
// - A run that is broken off leaves nothing half-written behind.

/// The process's two streams: results on one, everything else on the other.
///
/// Every call is one write, so that lines of parallel work never mix.
enum Console {
  /// Writes a result. Where its reader has closed the pipe, the run ends quietly, and as incomplete:
  /// nobody has seen that everything was satisfied, and not everything may have been looked at.
  static func write(_ bytes: [UInt8]) throws(Failure) {
    noteTimes(in: bytes)
    let isTaken = try result.withLock { file throws(Failure) in
      try file?.write(named(bytes))
      return file != nil
    }
    if isTaken { return }
    let isClear = isOutputClear.load(ordering: .relaxed)
    try deliver(named(bytes), to: isClear ? STDERR_FILENO : STDOUT_FILENO)
  }

  /// Writes a part of a document to standard output, as it is.
  static func writeDocument(_ bytes: [UInt8]) throws(Failure) {
    try deliver(bytes, to: STDOUT_FILENO)
  }

  private static func deliver(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    guard put(bytes, to: descriptor) else {
      if errno == EPIPE { quit(.incomplete) }
      throw Failure(source: .system(path: "standard output"))
    }
  }

  private static let result = Mutex<ReportFile?>(nil)

  /// From now on results go to the file at `path`, which gets its name with `finish`.
  static func divert(to path: FilePath, overwrites: Bool) throws(Failure) {
    try result.withLock { file throws(Failure) in
      file = try ReportFile(path, overwrites: overwrites)
    }
  }

  /// What results can show where they go.
  static var terminal: Terminal {
    result.withLock { $0 != nil }
      ? Terminal(isInteractive: false, isColoured: false, width: 80) : Terminal(of: STDOUT_FILENO)
  }

  /// Gives the file of the results its name: the run has come to its end, whatever it found.
  static func finish() throws(Failure) {
    try result.withLock { file throws(Failure) in
      try file?.commit()
      file = nil
    }
  }

  private static let isOutputClear = Atomic(false)

  /// From now on standard output is a document's: results go to standard error.
  static func keepsOutputClear() { isOutputClear.store(true, ordering: .relaxed) }

  private static let hasNames = Atomic(false)
  private static let names = Mutex<[(path: [UInt8], shown: [UInt8])]>([])

  /// Calls a file that the run made for itself `shown` in everything that is written.
  static func call(_ path: FilePath, _ shown: String) {
    names.withLock { $0.append((path.bytes, Array(shown.utf8))) }
    hasNames.store(true, ordering: .relaxed)
  }

  private static func named(_ bytes: [UInt8]) -> [UInt8] {
    guard hasNames.load(ordering: .relaxed) else { return bytes }
    return names.withLock { names in
      names.reduce(bytes) { $0.replacing($1.path, with: $1.shown) }
    }
  }

  /// Writes a result.
  static func write(_ text: String) throws(Failure) {
    try write(Array(text.utf8))
  }

  /// Writes a result for machines: indented by two blanks, and with a line break at its end.
  static func write(_ document: JSON.Value) throws(Failure) {
    try write(JSON.Writer.bytes(of: document, pretty: true) + [UInt8(ascii: "\n")])
  }

  private static let language = Mutex(LanguageArgument.en)

  /// In which language errors and hints are told from now on.
  static func speak(_ chosen: LanguageArgument) { language.withLock { $0 = chosen } }

  /// Says what went wrong, and what to do about it.
  static func report(_ failure: Failure) {
    say(language.withLock { $0 }.wordings.map { $0.text(of: failure) }.joined())
  }

  /// The words of the language in which errors are told, in order.
  static var wordings: [Wording] { language.withLock { $0 }.wordings }

  /// Says something worth knowing that the catalogue has in every language.
  static func remark(_ message: String) {
    for wording in wordings { note(wording.told(message)) }
  }

  /// Says something worth knowing.
  static func note(_ message: String) {
    let isJapanese =
      switch language.withLock({ $0 }) {
      case .en: false
      case .ja: true
      // Each note comes in both languages, one after the other: kana stands in no English one but in names.
      case .both: message.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
      }
    say("broadseal: \(isJapanese ? "注記" : "note"): \(message)\n")
  }

  /// Writes to standard error, as it is.
  static func say(_ text: String) {
    let bytes = Array(text.utf8)
    noteTimes(in: bytes)
    // Where nobody listens to errors there is nobody to tell.
    _ = put(named(bytes), to: STDERR_FILENO)
  }

  private static let offset = WallClock.offset(at: SystemClock.now)
  private static let hasTimes = Atomic(false)

  private static func noteTimes(in bytes: [UInt8]) {
    guard offset != 0, !hasTimes.load(ordering: .relaxed), WallClock.isTold(in: bytes) else {
      return
    }
    hasTimes.store(true, ordering: .relaxed)
  }

  /// Says, where times were told, that they are not those on the wall of this machine.
  static func remarkTimes() {
    guard hasTimes.exchange(false, ordering: .relaxed) else { return }
    remark("times are UTC; this machine's clock is at UTC\(WallClock.text(of: offset))")
  }

  /// Ends the process at once: libraries must not tidy up under workers that still run, and nothing
  /// is buffered here. Only what has no name yet goes, and programs that hold a key: nothing
  /// half-written and nothing running stays behind.
  static func quit(_ code: ExitCode) -> Never {
    Interruption.leaveNothing()
    _exit((Interruption.isEnding ? .interrupted : code).rawValue)
  }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if written < 0 {
        guard errno == EINTR || errno == EAGAIN else { return false }
        continue
      }
      rest = rest.dropFirst(written)
    }
    return true
  }
}

extension Wording {
  /// A message in this language, as far as the catalogue has it.
  func told(_ message: String) -> String {
    language == .english
      ? message
      : Untrusted.requoted(
        MessageCatalogue.japanese(message, further: CodeClauses.japanese), in: language)
  }

  /// An error and its hint, a line each.
  fileprivate func text(of failure: Failure) -> String {
    let error = "broadseal: \(say("error", "エラー")): \(told(failure.message))\n"
    return error + (failure.hint.map { "\(say("hint", "ヒント")): \(told($0))\n" } ?? "")
  }
}
