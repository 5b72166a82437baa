import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealSigning

/// The review by a person: who, when, and of which version.
struct ReviewOptions: ParsableArguments {
  @Flag(help: "A person reviewed the content before it was issued.")
  var humanReview = false

  @Option(
    help: ArgumentHelp(
      "Role, never a name, of who reviewed it; says --human-review too. [review] of the profile if absent.",
      valueName: "role"))
  var reviewer: PlainText?

  @Option(
    help: ArgumentHelp(
      "When it was reviewed: 2026-11-20T09:15:00Z, 2026-11-20T18:15:00+09:00, or a day in UTC.",
      valueName: "time"))
  var reviewedAt: TimeArgument?

  @Option(
    help: ArgumentHelp(
      "Which version was reviewed: a number, a file's name, a digest.", valueName: "text"))
  var reviewedVersion: PlainText?

  func validate() throws {
    if !isStated, reviewedAt != nil || reviewedVersion != nil {
      throw ValidationError(
        "--reviewed-at and --reviewed-version say more of --human-review, or of --reviewer: add one"
      )
    }
    if let reviewedAt, SystemClock.now < reviewedAt.time {
      throw ValidationError("--reviewed-at is a moment that has not come yet")
    }
  }

  /// Whether the label says that a person reviewed the document.
  var isStated: Bool { humanReview || reviewer != nil }

  /// The review; nil where nothing is known of it but that there was one.
  ///
  /// - Parameter usual: the role that the profile names.
  func review(by usual: String?) throws(Failure) -> HumanReview? {
    guard isStated else { return nil }
    guard let role = reviewer?.text ?? usual else {
      guard reviewedAt == nil, reviewedVersion == nil else {
        throw .usage(
          "the label would say when or what was reviewed, and not who reviewed it",
          hint: "--reviewer, or role in [review] of the profile, names the role")
      }
      return nil
    }
    return HumanReview(role: role, time: reviewedAt?.time, version: reviewedVersion?.text)
  }
}
