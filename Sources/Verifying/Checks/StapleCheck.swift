import BroadsealCOSE
import BroadsealOpenSSL

/// Whether OCSP responses that are stapled to a signature are what they are said to be.
///
/// No hash and no signature covers them, so that anybody can put any bytes there. Only responses that
/// prove themselves have a place in an official document: by a responder of an issuer on the way of the
/// signer, about a certificate of that way, one a certificate, none twice, and nothing else in them.
enum StapleCheck {
  static func isProved(
    _ sign1: Sign1, by credential: SignerCredential, context: ValidationContext
  ) -> Bool {
    guard let responses = sign1.ocspResponses else { return false }
    guard !responses.isEmpty else { return true }
    let ancestry = context.chains.ancestry(of: credential)
    let path = ancestry.certificates
    guard responses.count <= path.count else { return false }
    var answered: Set<Int> = []
    for der in responses {
      guard let response = try? OCSPResponse(der: der), response.isBare(knowing: path) else {
        return false
      }
      let about = path.indices.filter { place in
        ancestry.issuers(at: place).contains { issuer in
          response.isAbout(path[place], issuer: issuer)
        }
      }
      guard !about.isEmpty, about.count == response.count, answered.isDisjoint(with: about) else {
        return false
      }
      answered.formUnion(about)
    }
    return true
  }
}
