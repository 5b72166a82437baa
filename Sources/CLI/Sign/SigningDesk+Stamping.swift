import Broadseal
import BroadsealBytes
import BroadsealSigning

/// What runs over labels and PDF signatures that are there already have in common.
extension SigningDesk {
  /// The inputs, none of which may be written over by the result of another.
  ///
  /// - Parameter verb: what is done with them, for the error where there are none.
  func checkedDocuments(_ verb: String) throws -> InputDocuments {
    let inputs = try documents()
    try inputs.requireAny(verb)
    try options.result.spare(sources, signing: inputs.documents)
    try options.result.check(inputs.documents)
    return inputs
  }

  /// Stamps every document with `stamp`, keeps what proves it, and tells of each in order.
  func stampEach(
    of inputs: InputDocuments, _ declaration: Declaration,
    _ stamp: @escaping @Sendable (StampingRequest) throws(SigningError) -> SignatureReport.Outcome
  ) throws -> ExitCode {
    let keeper = try keeper()
    let destinations = options.result
    return try each(of: inputs, declaration) { [template = request] document throws(Failure) in
      var request = template
      request.input = document.path
      request.destination = destinations.destination(of: document)
      let outcome: SignatureReport.Outcome
      do throws(SigningError) {
        if case .folder(let folder) = request.destination { try folder.makeOutputFolder() }
        outcome = try stamp(request)
      } catch { throw Failure(signing: error, document: document.path, needsStamp: true) }
      return EvidenceKeeper.product(outcome, keeper)
    }
  }

  /// The request for every document, apart from its name.
  private var request: StampingRequest {
    let agency = profile.agency.map {
      StampingRequest.Agency(id: $0.id, jurisdiction: $0.jurisdiction)
    }
    var request = StampingRequest(input: "-", destination: .inPlace, agency: agency)
    request.overwrites = options.result.force
    return request
  }
}
