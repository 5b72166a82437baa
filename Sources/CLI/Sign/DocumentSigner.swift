import BroadsealBytes
import BroadsealOpenSSL
import BroadsealSigning

/// Gives one document after the other the label of a run.
struct DocumentSigner: Sendable {
  let signer: Signer
  /// The request for every document, apart from its name.
  let template: SigningRequest
  let destinations: DestinationOptions
  /// What was approved, by path; nil where nobody had to approve.
  var approved: [FilePath: SigningPlan.File]?

  /// Signs `document`, unless it carries the label already.
  func sign(_ document: InputDocument) throws(SigningError) -> SignatureReport.Outcome {
    var request = template
    request.input = document.path
    request.state = document.state
    request.destination = destinations.destination(of: document)
    request.approvedSHA256 = approved.map { $0[document.path]?.sha256.bytes ?? [] }
    request.approvedSidecarSHA256 = approved?[document.path]?.sidecar?.bytes
    var replaces = request.overwrites
    // What an earlier run wrote of a film is told by more than one file: it is written anew.
    if request.segments.isEmpty {
      switch try signer.earlier(request, insists: destinations.resign) {
      case .none: break
      case .current(let label): return .current(label)
      // What was approved has no version before it: what stands there is in the way, unless --force says otherwise.
      case .outdated(let version):
        if approved == nil { (request, replaces) = (version, true) }
      }
    }
    if case .folder(let folder) = request.destination { try folder.makeOutputFolder() }
    return .signed(try signer.sign(request), replaces: replaces)
  }
}
