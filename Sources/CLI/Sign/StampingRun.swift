import Broadseal
import BroadsealBytes
import BroadsealSigning

/// A run of `sign --add-timestamp`: labels that are there already get another time stamp.
struct StampingRun {
  private let desk: SigningDesk
  private var options: SignOptions { desk.options }
  private var profile: IssuerProfile { desk.profile }

  /// A run by the profile and options of `desk`.
  init(_ desk: SigningDesk) {
    self.desk = desk
  }

  /// Stamps every document.
  func run() throws -> ExitCode {
    let inputs = try desk.checkedDocuments("stamp")
    let stamper = try desk.misconfigured {
      LabelStamper(
        timeStamping: try desk.timeStamping(),
        inspection: try desk.inspection(.asLabelled, isStamp: true), environment: .system)
    }
    let signer = try signer()
    return try desk.stampEach(of: inputs, .stamp) { request throws(SigningError) in
      .signed(try StampingRun.stamp(request, by: stamper, or: signer))
    }
  }

  /// Stamps one label. Where its signature has room, nobody has to sign, and the signer stays who it is.
  private static func stamp(
    _ request: StampingRequest, by stamper: LabelStamper, or signer: Signer?
  ) throws(SigningError) -> SigningResult {
    if let stamped = try stamper.stamp(request) { return stamped }
    guard let signer else {
      throw SigningError(
        .request, "its signature has no room for a time stamp, so that a manifest must carry it",
        hint: "somebody has to sign that manifest: a profile with a key and without [approval]")
    }
    return try signer.stamp(request)
  }

  /// Who signs a manifest that carries a stamp; nil when the profile has no key, or signs only what a
  /// second person has approved.
  private func signer() throws -> Signer? {
    guard profile.approvers.isEmpty,
      profile.key != nil || options.keys.key != nil || options.keys.signer != nil
    else { return nil }
    return try desk.signer(try desk.credential(), demand: .asLabelled, identity: false)
  }
}
