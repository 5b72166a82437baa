import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying

/// The evidence that was kept when a document was signed, and the keys that prove its lists.
struct KeptEvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Evidence that sign --evidence kept with the document: used with --at, when its certificates "
        + "have expired and the list is stale. Nothing in it is believed that does not prove itself.",
      valueName: "bundle"))
  var evidence: PathArgument?

  @Option(
    name: .customLong("list-keys"),
    help: ArgumentHelp(
      "The pinned keys of a list that the evidence brings, when no --government names them. "
        + "Repeatable.",
      valueName: "list.keys.pem"))
  var listKeys: [PathArgument] = []

  func validate() throws {
    if !listKeys.isEmpty, evidence == nil {
      throw ValidationError("--list-keys proves the lists of evidence: it needs --evidence")
    }
  }

  /// Every file that was named.
  var files: [FilePath] { [evidence?.path].compactMap(\.self) + listKeys.map(\.path) }

  /// The bundle and its name; nil when none was given.
  func bundle() throws(TrustError) -> (bundle: EvidenceBundle, name: String)? {
    guard let path = evidence?.path else { return nil }
    return (try EvidenceBundle.read(path), path.display)
  }
}

extension RevocationEvidence {
  /// The same and what a bundle holds; what it holds is read but not proved.
  func adding(_ kept: (bundle: EvidenceBundle, name: String)?) throws(TrustError)
    -> RevocationEvidence
  {
    guard let (bundle, name) = kept else { return self }
    do throws(OpenSSLError) {
      var responses: [OCSPResponse] = []
      for der in bundle.responses { responses.append(try OCSPResponse(der: der)) }
      var lists: [RevocationList] = []
      for bytes in bundle.revocationLists { lists.append(try RevocationList(bytes)) }
      return adding(
        responses, lists,
        of: Subject(sha256: bundle.document, manifest: bundle.manifest))
    } catch { throw TrustError(.malformed, name, "the evidence cannot be read: \(error)") }
  }
}
