import BroadsealJSON
import BroadsealNotes
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying

/// What is said of a file, and how a run over it ends.
struct ThreatOutcome: Sendable, Equatable {
  /// Did the bytes change?
  var integrity: String
  /// Is it recognised as official?
  var origin: String
  /// The standard's own state; empty where none was reached.
  var state: String
  /// Why it is not official, all of it.
  var reasons: [String]
  /// Codes beside the reasons that must be among those given.
  var codes: [String] = []
  /// How `verify` ends.
  var exit: Int32
  /// Why no file was judged at all.
  var refusal: TrustError.Kind?

  /// All nine conditions hold.
  static func official(also codes: [String] = []) -> ThreatOutcome {
    ThreatOutcome(
      integrity: "intact", origin: "official", state: "Trusted", reasons: [], codes: codes, exit: 0)
  }

  /// Intact, and not official.
  static func unofficial(
    _ status: Origin.Status, _ reasons: [String], _ state: C2PAResult.State = .trusted,
    also codes: [String] = [], exit: Int32? = nil
  ) -> ThreatOutcome {
    ThreatOutcome(
      integrity: "intact", origin: status.rawValue, state: state.rawValue, reasons: reasons,
      codes: codes, exit: exit ?? (state == .invalid ? 1 : 5))
  }

  /// Nothing was proved: the label does not hold.
  static func broken(_ integrity: Integrity, _ reason: String, _ codes: String...) -> ThreatOutcome
  {
    ThreatOutcome(
      integrity: integrity.rawValue, origin: "none", state: "Invalid", reasons: [reason],
      codes: codes, exit: 1)
  }

  /// The trust material itself is refused: no file is judged.
  static func refused(_ kind: TrustError.Kind) -> ThreatOutcome {
    ThreatOutcome(integrity: "", origin: "", state: "", reasons: [], exit: 6, refusal: kind)
  }
}

extension ThreatOutcome {
  /// What a verdict comes to. How a run would end is not known from it.
  init(_ verdict: Verdict) {
    let statuses = verdict.c2pa.success + verdict.c2pa.informational + verdict.c2pa.failure
    self.init(
      // As machine formats say it of a file that was not looked through.
      integrity: verdict.integrity == .noLabel && verdict.unjudged != nil
        ? "unread" : verdict.integrity.rawValue, origin: verdict.origin?.status.rawValue ?? "",
      state: verdict.c2pa.state?.rawValue ?? "",
      reasons: verdict.origin?.reasons.map(\.code.name) ?? [],
      codes: statuses.map(\.code) + verdict.findings.map(\.code.name)
        + verdict.c2pa.ingredients.flatMap(\.failure).map(\.code),
      exit: 0)
  }

  /// What the program's JSON comes to.
  init(_ verdict: JSON.Value, exit: Int32) {
    func codes(_ value: JSON.Value?) -> [String] {
      (value?.array ?? []).compactMap { $0["code"]?.string }
    }
    let c2pa = verdict["c2pa"]
    self.init(
      integrity: verdict["integrity"]?.string ?? verdict["integrity"]?["status"]?.string ?? "",
      origin: verdict["origin"]?["status"]?.string ?? "",
      state: c2pa?["state"]?.string ?? "", reasons: codes(verdict["origin"]?["reasons"]),
      codes: codes(c2pa?["success"]) + codes(c2pa?["informational"]) + codes(c2pa?["failure"])
        + codes(verdict["findings"])
        + (c2pa?["ingredients"]?.array ?? []).flatMap { codes($0["failure"]) }, exit: exit)
  }

  /// Whether `other`, which was expected, is what came out, but for how a run ends.
  func meets(_ other: ThreatOutcome) -> Bool {
    integrity == other.integrity && origin == other.origin && state == other.state
      && reasons == other.reasons && refusal == other.refusal
      && other.codes.allSatisfy(codes.contains)
  }
}
