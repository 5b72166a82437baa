import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying

/// The history of an audit before its run begins: a run that was broken off gives it its moment.
struct AuditMemory {
  private let options: HistoryOptions
  private let path: FilePath
  private let access: HistoryAccess
  private let scope: String
  private let unfinished: HistoryRun?

  /// Opens the history that `options` name; nil when they name none.
  ///
  /// - Parameters:
  ///   - input: what is audited.
  ///   - named: the moment to judge by, where one was named.
  init?(_ options: HistoryOptions, _ input: InputOptions, at named: UTCTime?) throws(Failure) {
    guard let path = options.history?.path else { return nil }
    guard input.sample == nil else {
      throw .usage("--history remembers every file, and --sample judges some")
    }
    self.options = options
    self.path = path
    scope = AuditMemory.scope(of: input)
    access = try HistoryAccess(path, creates: true, writes: true)
    do throws(HistoryError) {
      let found = try access.store.unfinished(scope: scope, at: named ?? SystemClock.now)
      unfinished = named == nil || found?.moment == named ? found : nil
    } catch { throw Failure(history: error, at: path) }
  }

  /// The moment to judge by: that of the run that was broken off; nil where there is none.
  var time: UTCTime? { unfinished?.moment }

  /// Files of the history, which are none that are audited.
  var files: [FilePath] { HistoryAccess.files(of: path) }

  /// The run, begun anew or gone on with; `header` is told when it began and what it is compared with.
  func session(
    _ header: inout RunHeader, by context: TrustContext, _ trust: JudgingOptions,
    _ verifier: VerifierOptions
  ) throws(Failure) -> HistorySession {
    let time = header.judgedAt
    var parts = [
      Tool.version, context.fingerprint.hex, "\(verifier.isStrict)",
      "\(verifier.maximumSize ?? 0)",
    ]
    parts += trust.revocation.files.map { HistorySession.digest(of: $0) ?? "" }
    // Which of the certificates are valid at that moment: verdicts change where one of them begins or ends.
    parts.append(
      context.certificates.map { $0.notBefore <= time && time <= $0.notAfter ? "1" : "0" }.joined())
    let isOnline = trust.revocation.online != nil
    do throws(HistoryError) {
      let session = try HistorySession(
        access.store, scope: scope, basis: try HistorySession.basis(of: parts), header: header,
        unfinished: unfinished, baseline: options.baseline,
        recall: isOnline ? .never : options.recall, codes: HistoryAccess.codes)
      if header.started != nil, session.isContinued {
        header.started = UTCTime(secondsSinceEpoch: Int64(session.run.started))
        Console.remark("going on with run \(session.run.number), which was broken off")
      }
      if session.isFirstOfScope {
        Console.remark(
          "the history has no run over these folders with these options yet: nothing is compared")
      }
      header.baseline = session.baseline?.number
      return session
    } catch { throw Failure(history: error, at: path) }
  }

  /// What is looked at, in words that no other choice of files has.
  private static func scope(of input: InputOptions) -> String {
    let chosen = ["--include", "--exclude", "--files-from", "--archives", "--sample", "--seed"]
    let words = CommandRecord.words
    var parts = input.roots.map { "\($0.display)\n\($0.absolute.display)" }
    for (index, word) in words.enumerated() {
      let name = String(word.prefix { $0 != "=" })
      guard chosen.contains(name) else { continue }
      parts.append(name == word ? word + "=" + (words.dropFirst(index + 1).first ?? "") : word)
    }
    return parts.joined(separator: "\n\n")
  }
}

extension HistoryRun {
  /// The moment that it judged by.
  fileprivate var moment: UTCTime { UTCTime(secondsSinceEpoch: Int64(judged)) }
}
