import BroadsealCOSE
import BroadsealOpenSSL

/// Whether OCSP responses that are stapled to a signature are what they are said to be.
///
/// No hash and no signature covers them, so that anybody can put any bytes there. Only responses that
/// prove themselves have a place in an official document: by a responder of an issuer on the way of the
/// signer, about a certificate of that way, one a certificate, none twice, and nothing else in them.
///
/// The way is that to the place of a list, and what the signature brings along. Whatever else a reader knows
/// changes nothing: of a response about the listed CA by a root that is neither listed nor in the chain nobody
/// can tell whose bytes it is, also who happens to know the root.
enum StapleCheck {
  /// - Parameters:
  ///   - responses: as received.
  ///   - path: the way to the place of a list; nil: there is none.
  static func isProved(
    _ responses: [[UInt8]], by credential: SignerCredential, on path: ChainPath?
  ) -> Bool {
    guard !responses.isEmpty else { return true }
    let ancestry = Ancestry(of: credential, among: path?.certificates ?? [])
    let known = ancestry.certificates
    guard responses.count <= known.count else { return false }
    var answered: Set<Int> = []
    for der in responses {
      guard let response = try? OCSPResponse(der: der), response.isBare(knowing: known) else {
        return false
      }
      let about = known.indices.filter { place in
        ancestry.issuers(at: place).contains { issuer in
          response.isAbout(known[place], issuer: issuer)
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
