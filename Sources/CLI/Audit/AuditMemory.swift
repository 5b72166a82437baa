import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying

/// The history of an audit before its run begins.
///
/// A run that was broken off gives its moment to the next one only where everything that verdicts rest on is as it
/// was then: an old clock would take what has come since for a thing of the future.
struct AuditMemory {
  private let options: HistoryOptions
  private let path: FilePath
  private let access: HistoryAccess
  private let scope: String
  /// The last run over the same files, where it was broken off less than a day ago.
  private let open: HistoryRun?
  /// What verdicts rest on beside the files, once it is known.
  private var basis: [UInt8] = []
  private let recall: Recall

  /// Opens the history that `options` name; nil when they name none.
  ///
  /// - Parameters:
  ///   - input: what is audited.
  ///   - trust: who is believed; where others are asked, nothing is relied on and nothing is gone on with.
  init?(
    _ options: HistoryOptions, _ input: InputOptions, _ trust: JudgingOptions
  ) throws(Failure) {
    guard let path = options.history?.path else { return nil }
    guard input.sample == nil else {
      throw .usage("--history remembers every file, and --sample judges some")
    }
    self.options = options
    self.path = path
    scope = AuditMemory.scope(of: input)
    access = try HistoryAccess(path, creates: true, writes: true)
    let isOnline = trust.revocation.online != nil
    recall = isOnline ? .never : options.recall
    do throws(HistoryError) {
      let found = try access.store.unfinished(scope: scope, at: trust.time())
      let isMeant = trust.at.map { $0.time == found?.moment } ?? true
      open = isMeant && !isOnline ? found : nil
    } catch { throw Failure(history: error, at: path) }
  }

  /// Notes what verdicts rest on beside the files, judged at `time`.
  ///
  /// - Returns: the moment to judge by: that of the run that was broken off, where it rests on the very same, else
  ///   `time`.
  mutating func moment(
    of context: TrustContext, _ evidence: RevocationEvidence, _ verifier: VerifierOptions,
    at time: UTCTime
  ) throws(Failure) -> UTCTime {
    do throws(HistoryError) {
      basis = try AuditMemory.basis(of: context, evidence, verifier, at: time)
    } catch { throw Failure(history: error, at: path) }
    guard let open, open.rests(on: basis) else { return time }
    return min(open.moment, time)
  }

  /// Files of the history, which are none that are audited.
  var files: [FilePath] { HistoryAccess.files(of: path) }

  /// The run, begun anew or gone on with; `header` is told when it began and what it is compared with.
  func session(_ header: inout RunHeader) throws(Failure) -> HistorySession {
    do throws(HistoryError) {
      let session = try HistorySession(
        access.store, scope: scope, basis: basis, header: header,
        unfinished: open?.moment == header.judgedAt ? open : nil, baseline: options.baseline,
        recall: recall, codes: HistoryAccess.codes)
      if header.started != nil, session.isContinued {
        header.started = UTCTime(secondsSinceEpoch: Int64(session.run.started))
        Console.remark(
          "going on with run \(session.run.number), which was broken off: judged as of \(header.judgedAt)"
        )
      }
      if session.isFirstOfScope {
        Console.remark(
          "the history has no run over these folders with these options yet: nothing is compared")
      }
      header.baseline = session.baseline?.number
      return session
    } catch { throw Failure(history: error, at: path) }
  }

  /// What verdicts rest on beside the files: whom to believe, what is known of revoked certificates, how strictly,
  /// and which of all that is in force at `time`. It is the same at two moments where nothing of it begins or ends
  /// between them.
  private static func basis(
    of context: TrustContext, _ evidence: RevocationEvidence, _ verifier: VerifierOptions,
    at time: UTCTime
  ) throws(HistoryError) -> [UInt8] {
    var parts = [
      Tool.version, context.fingerprint.hex, "\(verifier.isStrict)",
      "\(verifier.maximumSize ?? 0)",
    ]
    for answer in evidence.given { parts.append(try HistorySession.digest(of: answer)) }
    parts.append(
      context.certificates.map { $0.notBefore <= time && time <= $0.notAfter ? "1" : "0" }.joined())
    // Of the same dates so many lie behind: then the same ones do.
    parts += [context.dates, evidence.dates].map { dates in "\(dates.count { $0 <= time })" }
    return try HistorySession.basis(of: parts)
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
