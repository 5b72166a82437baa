import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// What of the lists and anchors that a run believes ends soon, in time to get others.
struct TrustEndings {
  /// One list, or the anchors beside lists, and what of it ends.
  private struct Ending {
    /// Whose: a list's name; nil for anchors.
    let list: String?
    /// When the list goes out of date, where that is near.
    var update: UTCTime?
    /// How many certificates end.
    var count = 0
    /// The first of them.
    var first: CertificateEnding?
  }

  private var endings: [Ending] = []
  /// The moment that counts.
  private let time: UTCTime

  /// Days before a list goes out of date from which it is said without being asked: a new number mostly comes a
  /// few weeks ahead.
  private static let usualDays = 7

  /// Looks at everything in `context` that counts at `time`.
  init(of context: TrustContext, at time: UTCTime, _ expiry: ExpiryOptions) {
    self.time = time
    for list in context.government {
      var ending = Ending(list: list.scheme)
      let days = expiry.expiresWithin ?? TrustEndings.usualDays
      let left = list.content.nextUpdate.secondsSinceEpoch - time.secondsSinceEpoch
      if left < Int64(days) * 86_400 { ending.update = list.content.nextUpdate }
      let granted = list.content.services.map(\.service).filter { $0.isGranted(at: time) }
      add(granted.flatMap(\.certificates), to: ending, at: time, expiry)
    }
    let anchors = [context.anchors.claimAnchors, context.anchors.tsaAnchors]
    add(anchors.flatMap { $0?.certificates ?? [] }, to: Ending(list: nil), at: time, expiry)
  }

  private mutating func add(
    _ certificates: [Certificate], to ending: Ending, at time: UTCTime, _ expiry: ExpiryOptions
  ) {
    var ending = ending
    let near = Set(certificates).compactMap { expiry.ending(of: $0, at: time) }
    ending.count = near.count
    ending.first = near.min { ($0.date, $0.subject) < ($1.date, $1.subject) }
    if ending.update != nil || ending.first != nil { endings.append(ending) }
  }

  /// Whether nothing ends soon.
  var isEmpty: Bool { endings.isEmpty }

  /// A note for each, in the language of `wording`.
  func notes(in wording: Wording) -> [String] {
    endings.flatMap { ending in
      let list = ending.list.map { Untrusted.quoted($0, in: wording.language) }
      var notes: [String] = []
      if let list, let update = ending.update {
        notes.append(
          wording.say(
            "the list \(list) \(update > time ? "will be" : "is") out of date from \(update.display): get its next "
              + "number with trust update",
            "リスト\(list)は\(update.display)に期限が切れ\(update > time ? "ます" : "ました")。trust update で次号を"
              + "取得してください"))
      }
      if let first = ending.first {
        let place =
          list.map { wording.say("the list \($0)", "リスト\($0)") }
          ?? wording.say("the anchors given", "指定されたアンカー")
        let more =
          ending.count > 1
          ? wording.say("; so do \(ending.count - 1) more", "(ほか\(ending.count - 1)件)") : ""
        notes.append("\(place): " + wording.text(of: first) + more)
      }
      return notes
    }
  }
}

extension TrustEndings {
  /// Says what ends soon, in each language wanted.
  func say(in wordings: [Wording]) {
    for wording in wordings { for note in notes(in: wording) { Console.note(note) } }
  }

  /// How a run ends that would end with `code`: days that were named are a question, and this answers it.
  func code(_ code: ExitCode, _ expiry: ExpiryOptions) -> ExitCode {
    expiry.isNamed && !isEmpty ? code.combined(with: .failed) : code
  }
}
