public import BroadsealBytes
import BroadsealSettings
public import BroadsealSigning
public import BroadsealTrust
public import BroadsealVerifying

/// An issuer at work: everything that an `ISSUER.toml` names, opened and ready to sign.
///
///     let issuer = try Issuer(profile: "ISSUER.toml")
///     let label = try issuer.officialLabel(ai: AIStatement(.none))
///     let result = try issuer.signer.sign(
///       SigningRequest(input: "a.pdf", destination: .file("b.pdf"), label: label))
///
/// It signs as `broadseal sign --profile` does: with the profile's key, a time stamp, an OCSP response
/// where the profile asks for one, and an independent reading of every output by the lists that the
/// profile names, guarded against older ones. Whoever wants anything else makes a
/// ``BroadsealSigning/Signer`` of the parts.
///
/// Lists, certificates and OCSP responses are those of the moment when it was made: a service makes a new
/// issuer now and then, for instance each hour.
public struct Issuer: Sendable {
  /// What was read.
  public let profile: IssuerProfile
  /// Who signs.
  public let signer: Signer
  /// Who reads back, by the profile's own lists. Its `notes` say what should be known of the record of
  /// lists seen before.
  public let verifier: Verifier

  /// The issuer of the profile at `path`.
  ///
  /// - Parameters:
  ///   - path: the profile; paths in it are relative to its folder.
  ///   - passphrases: who is asked when a key is encrypted and the profile names no file with its
  ///     passphrase.
  ///   - seen: the record of government lists seen before; nil guards against nothing.
  ///   - environment: the time and randomness; this machine's, unless something else is said.
  /// - Throws: `SigningError`: of kind `profile` for a profile that cannot be used, also for one that signs
  ///   only what a second person has approved; of kind `trust` for a list or anchor that cannot be
  ///   believed; else of the kind of the key, certificate or authority at fault.
  public init(
    profile path: FilePath, passphrases: Passphrases = .none, seen: SeenLists? = .ofUser,
    environment: Environment = .system
  ) throws(SigningError) {
    do throws(SettingsError) {
      profile = try IssuerProfile(path)
    } catch {
      throw SigningError(.profile, error.reason, path: error.path.display, hint: error.hint)
    }
    guard profile.approvers.isEmpty else {
      throw SigningError(
        .profile, "this profile signs only what a second person has approved", path: path.display,
        hint: "broadseal sign --plan, approve and sign --approved do that")
    }
    let now = environment.now()
    do throws(TrustError) {
      verifier = try Verifier(
        trust: try profile.trust(), at: now, clock: environment.now, seen: seen)
    } catch { throw SigningError(.trust, error.reason, path: error.name, hint: error.hint) }
    let plain = try profile.credential(passphrases)
    let credential = try Staple(profile.revocation)?.applied(to: plain, at: now) ?? plain
    signer = try Signer(
      credential: credential, timeStamping: try profile.timeStamping(passphrases),
      identity: try profile.organisation(beside: credential, at: now, passphrases),
      readBack: ReadBack(verifier), environment: environment)
  }

  /// A label that says: this document is issued by the profile's agency, and AI was used like this.
  ///
  /// - Throws: `SigningError` of kind `profile` when the profile names no agency.
  public func officialLabel(ai: AIStatement) throws(SigningError) -> Label {
    Label(official: try profile.origin(), ai: ai)
  }
}
