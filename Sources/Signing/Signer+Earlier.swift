import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL

extension Signer {
  /// What stands already where the result of `request` would go, so that a run that is repeated signs nothing
  /// twice.
  ///
  ///     switch try signer.earlier(request) {
  ///     case .none: result = try signer.sign(request)
  ///     case .outdated(let version): result = try signer.sign(version)
  ///     case .current(let label): print("\(label.output) says so already")
  ///     }
  ///
  /// A label is this signer's when a list that the reader of outputs believes says that it is the agency's
  /// and official, or, where no list is believed, when the same key made it. Where the copy beside a sidecar
  /// is all that is missing, it is made; another file in its place is replaced only if the request overwrites.
  /// A request that names its output file is always carried out.
  ///
  /// - Parameter insists: whether a label that says the same is replaced too.
  /// - Throws: `SigningError` when the document, or a copy of it, cannot be read or written.
  public func earlier(
    _ request: SigningRequest, insists: Bool = false
  ) throws(SigningError) -> EarlierResult {
    try request.check()
    guard EarlierSearch.hasPlace(request) else { return .none }
    let document = try open(request)
    let mayLackStamp =
      switch timeStamping {
      case .none: true
      case .authorities(_, let allowMissing): allowMissing
      }
    let search = EarlierSearch(
      inspection: inspection, generator: generator, hasIdentity: identity != nil,
      key: credential.certificates[0].publicKey.spkiSHA256, mayLackStamp: mayLackStamp,
      keepsProofs: longTerm != nil, buffers: buffers, request: request, document: document)
    switch request.destination {
    case .file: return .none
    case .inPlace: return try search.inPlace(insists: insists)
    case .folder: return try search.inFolder(insists: insists)
    }
  }
}
