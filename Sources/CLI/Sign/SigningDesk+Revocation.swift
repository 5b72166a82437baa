import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying

extension SigningDesk {
  /// What was given about revoked certificates: it goes with the signature, and the signer is held against it first.
  func evidence() throws(Failure) -> RevocationEvidence {
    RevocationEvidence(
      responses: try options.archive.responses.ocspResponses().map(\.answer),
      lists: try options.archive.lists.revocationLists().map(\.answer))
  }

  /// Refuses a certificate that something revokes which was given to the run: what is signed with it would count
  /// for nothing by what is kept with it. Lists of issuers whom nobody here knows are named.
  func requireUnrevoked(_ credential: Credential, at now: UTCTime) throws {
    guard options.archive.hasAnswers else { return }
    let (evidence, trust) = (try evidence(), try trust(at: now))
    let leaf = credential.certificates[0]
    let pool = Array(credential.certificates.dropFirst()) + trust.certificates
    let standing = evidence.standing(
      of: leaf, issuers: pool.filter(leaf.isIssued), at: now,
      withdrawn: trust.withdrawals, among: KnownAuthorities(given: pool))
    guard standing != .revoked else {
      throw SigningError(
        .certificate, "the certificate of \(leaf.subject) was revoked",
        path: credential.certificateFile,
        hint: "nothing was signed; ask the authority that issued it")
    }
    try remarkStrangers(among: pool)
  }

  /// Notes each list that was given and bears the name of no authority that the run knows.
  private func remarkStrangers(among pool: [Certificate]) throws {
    guard !options.common.quiet else { return }
    for file in try options.archive.lists.revocationLists()
    where !pool.contains(where: file.answer.isNamed) {
      Console.remark(
        "\(Untrusted.escaped(file.path)): it served for nothing: no authority that is known here has its issuer's name"
      )
    }
  }
}
