import ArgumentParser
import Bytes
import OpenSSL
import Verifying

/// What is known of revoked certificates: given in files, or asked for.
struct RevocationOptions: ParsableArguments {
  @Option(
    name: .customLong("ocsp"),
    help: ArgumentHelp("An OCSP response in DER. Repeatable.", valueName: "file"))
  var responses: [PathArgument] = []

  @Option(
    name: .customLong("crl"),
    help: ArgumentHelp("A revocation list, DER or PEM. Repeatable.", valueName: "file"))
  var lists: [PathArgument] = []

  @Option(
    help: ArgumentHelp(
      "Ask the responders (ocsp), fetch the lists (crl) that certificates name, or both: ocsp,crl. "
        + "Opens sockets, to public addresses only.",
      valueName: "kinds"))
  var online: OnlineKinds?

  @Flag(help: "With --online, also ask machines in private networks.")
  var onlinePrivate = false

  func validate() throws {
    if onlinePrivate, online == nil { throw ValidationError("--online-private needs --online") }
  }

  /// Everything that was given, read but not proved.
  func evidence() throws(Failure) -> RevocationEvidence {
    var responses: [OCSPResponse] = []
    for file in self.responses {
      let bytes = try SmallFile.read(file.path, limit: OCSPResponse.maximumSize)
      do throws(OpenSSLError) {
        responses.append(try OCSPResponse(der: bytes))
      } catch { throw Failure(.usage, file.path, "\(error)") }
    }
    var lists: [RevocationList] = []
    for file in self.lists {
      let bytes = try SmallFile.read(file.path, limit: RevocationList.maximumSize)
      do throws(OpenSSLError) {
        lists.append(try RevocationList(bytes))
      } catch { throw Failure(.usage, file.path, "\(error)") }
    }
    guard let online else { return RevocationEvidence(responses: responses, lists: lists) }
    let inquiry = RevocationInquiry(online, reach: onlinePrivate ? .anywhere : .publicOnly)
    return RevocationEvidence(
      responses: responses, lists: lists,
      inquiry: { certificate, issuer in inquiry.answers(for: certificate, issuer: issuer) })
  }
}
