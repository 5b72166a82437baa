import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust

/// What a government list says of the authority of a time stamp, as of the time of the stamp.
///
/// An authority that is on no list, one that the list believes in since later or no more, and one whose CA the list names
/// for signers need different things from the keepers of the list; all three are no reason to believe the stamp.
enum StampStanding: Equatable {
  /// It believed in the authority then.
  case believed
  /// It names the authority, and did not believe in it then: since when something else holds, in lower case and
  /// without a full stop.
  case otherTime(String)
  /// It names a CA above it, and for other services than time stamps.
  case otherService
  /// It names nobody above it.
  case unlisted

  /// What the list of `anchors` says of `authority` at `time`.
  init(
    of authority: SignerCredential, at time: UTCTime, by anchors: ListAnchors,
    in context: ValidationContext
  ) {
    func above(_ set: AnchorSet?) -> [Certificate] {
      guard let set else { return [] }
      return context.chains.everyPath(of: authority, to: set).filter { $0.isValid(at: time) }
        .compactMap(\.anchor)
    }
    let clocks = above(anchors.timeStamps)
    if clocks.contains(where: { anchors.list.believes(timeStampAnchor: $0, at: time) }) {
      self = .believed
    } else if let change = clocks.lazy
      .compactMap({ anchors.list.disbelief(timeStampAnchor: $0, at: time) }).first
    {
      self = .otherTime(StampStanding.words(for: change, stamp: time))
    } else {
      let isOther = [anchors.claims, anchors.seals].contains { !above($0).isEmpty }
      self = isOther ? .otherService : .unlisted
    }
  }

  /// That a CA stands on the list for something else.
  static let otherServiceWords =
    "the list names the CA above it for signers, and not for time stamps"

  private static func words(for change: StatusPeriod, stamp: UTCTime) -> String {
    guard let start = change.start else {
      return "the list believes in it at no time, and the stamp is of \(stamp)"
    }
    return change.status == .granted
      ? "the list believes in it since \(start), and the stamp is of \(stamp)"
      : "the list believes in it no more since \(start), and the stamp is of \(stamp)"
  }
}

/// A stamp on a claim signature that holds in itself, by an authority that is not believed. Anybody can make one.
struct UnbelievedStamp: Sendable {
  /// The time that it states.
  let time: UTCTime
  /// The authority's certificate and what came with it.
  let authority: SignerCredential
  /// Whether a chain leads to an authority that was given: it is disbelieved for another reason then.
  let isKnown: Bool

  /// Why it does not count at a place of a list, or, where there is none, on the lists that were given.
  func fault(at candidate: OfficialCandidate?, in context: ValidationContext) -> Note {
    if let loss = context.authority(authority, at: time).loss() { return loss.note }
    let lists = candidate.map { [$0.anchors] } ?? context.lists
    let standings = lists.map { StampStanding(of: authority, at: time, by: $0, in: context) }
    // One answer, whatever the order of the lists.
    let late = standings.compactMap { standing -> String? in
      guard case .otherTime(let words) = standing else { return nil }
      return words
    }
    if let words = late.min(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      return Note(OfficialCode.authorityNotGranted, words)
    }
    return standings.contains(.otherService)
      ? Note(OfficialCode.stampUntrusted, StampStanding.otherServiceWords)
      : Note(OfficialCode.stampUntrusted)
  }
}
