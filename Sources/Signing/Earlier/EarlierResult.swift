public import BroadsealBytes

/// What stands already where the result of a request would go.
public enum EarlierResult: Sendable {
  /// Nothing that could serve: the request is carried out as it is, and refused where it would replace
  /// something.
  case none
  /// What was asked for: a label of this signer, intact, over these bytes, with the same statement.
  case current(CurrentLabel)
  /// A label of this signer that is out of date, or any label around these very bytes: the request here
  /// takes its place, and keeps it as its parent where it is this signer's.
  case outdated(SigningRequest)
}

/// A label that says already what was asked for.
public struct CurrentLabel: Sendable, Hashable {
  /// Path of the document that was asked to be signed.
  public let input: FilePath
  /// Path of the file that the label is in.
  public let output: FilePath
  /// Name of the active manifest.
  public let manifest: String
  /// Whether the label is in a file of its own.
  public let isDetached: Bool
  /// Whether the copy of the document that belongs beside the label was missing and was made; another file in
  /// its place is only replaced where the request says so.
  public internal(set) var isCopied = false
}

extension SigningRequest {
  /// The request for a new version of what stands in its place; `parent` is the version before, unless the
  /// document has credentials of its own or another parent was named.
  func replacing(parent: FilePath?) -> SigningRequest {
    var request = self
    request.overwrites = true
    request.descendsFromResult = request.parent == nil && parent != nil
    request.parent = request.parent ?? parent
    return request
  }

  /// The request that corrects what the label called `name` says of AI: it names that label, and descends from
  /// nothing that said so.
  func correcting(_ name: String) -> SigningRequest {
    var request = replacing(parent: nil)
    request.label.supersedes = request.label.supersedes ?? name
    request.isCorrection = true
    return request
  }

  /// The request that replaces a label that is not this signer's, or does not hold.
  var replacingOthers: SigningRequest {
    var request = replacing(parent: nil)
    request.replacesOthers = true
    return request
  }
}
