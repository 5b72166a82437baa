import ArgumentParser
import Broadseal
import BroadsealOpenSSL

/// What `sign` keeps for the day when certificates have expired and lists are stale.
struct EvidenceOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Keep the evidence of each signature beside its label, as FILE.evidence.json: chains, lists as "
        + "they were signed, answers about revocation."))
  var evidence = false

  @Option(
    name: .customLong("ocsp"),
    help: ArgumentHelp("An OCSP response in DER to keep. Repeatable.", valueName: "file"))
  var responses: [PathArgument] = []

  @Option(
    name: .customLong("crl"),
    help: ArgumentHelp("A revocation list to keep, DER or PEM. Repeatable.", valueName: "file"))
  var lists: [PathArgument] = []

  func validate() throws {
    if !evidence, !responses.isEmpty || !lists.isEmpty {
      throw ValidationError("--ocsp and --crl are kept with the evidence: they need --evidence")
    }
  }

  /// What takes care of it; nil when none is wanted.
  ///
  /// - Parameters:
  ///   - overwrites: whether evidence that exists is replaced.
  ///   - readings: what the reading back of the same run proved.
  func keeper(
    _ profile: IssuerProfile, overwrites: Bool, readings: FreshProofs
  ) throws -> EvidenceKeeper? {
    guard evidence else { return nil }
    var answers: [[UInt8]] = []
    for file in responses {
      let bytes = try SmallFile.read(file.path, limit: OCSPResponse.maximumSize)
      do throws(OpenSSLError) { _ = try OCSPResponse(der: bytes) } catch {
        throw Failure(.usage, file.path, "\(error)")
      }
      answers.append(bytes)
    }
    var withdrawals: [[UInt8]] = []
    for file in lists {
      let bytes = try SmallFile.read(file.path, limit: RevocationList.maximumSize)
      do throws(OpenSSLError) { _ = try RevocationList(bytes) } catch {
        throw Failure(.usage, file.path, "\(error)")
      }
      withdrawals.append(bytes)
    }
    return try EvidenceKeeper(
      profile, responses: answers, revocationLists: withdrawals, overwrites: overwrites,
      readings: readings)
  }
}
