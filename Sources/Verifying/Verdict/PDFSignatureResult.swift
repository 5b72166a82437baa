public import BroadsealBytes
import BroadsealNotes

/// A PDF signature that the document holds, beside its label or without one.
///
/// `status` tells what was computed, and nothing else. A signature that holds is no reason to believe
/// anybody: see `doubts`, `coverage` and `weak`.
public struct PDFSignatureResult: Sendable, Hashable {
  /// What came of checking it.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Digest and signature were computed, and hold.
    case intact
    /// One of them was computed, and differs.
    case broken
    /// It holds, in a form that leaves bytes of it free to change.
    case loose
    /// Its room is empty: the signature was never made, or taken out.
    case empty
    /// Something of it cannot be computed here: it may hold or not.
    case unchecked
    /// It is not in a form that anything could be computed of.
    case malformed
  }

  /// What it covers beside the room of its own value, which it cannot.
  public enum Coverage: String, Sendable, Hashable, CaseIterable {
    /// The whole file.
    case file
    /// The file as it was at the end of one of its revisions.
    case revision
    /// Something else.
    case part
  }

  /// Name of its field; empty when it stands in none.
  public let field: String
  /// What it holds, by the name that the file gives it: `ETSI.CAdES.detached`.
  public let format: String
  /// What came of checking it.
  public let status: Status
  /// Why; one short sentence in lower case.
  public let explanation: String
  /// Why it is not to be believed even if it holds: what two readers could take differently.
  public let doubts: [String]
  /// Algorithms of it that can be broken: `SHA-1`, `RSA 1024`.
  public let weak: [String]
  /// What is wrong with its own time stamp; nil when it has none, or it holds.
  public let stampFault: String?
  /// What it covers.
  public let coverage: Coverage
  /// Where the bytes that it covers end.
  public let coveredEnd: Int
  /// Whether it was made in one update with the label: then the label leaves out its room.
  public let isWithLabel: Bool
  /// The signer, by a certificate that is proved to be its own and not otherwise judged.
  public let signer: SignerIdentity?
  /// Whether the signer's certificate is the one that signed the label; nil where one of the two is
  /// not proved.
  public let isLabelSigner: Bool?
  /// `B-B`, `B-T`, `B-LT`, `B-LTA` of PAdES, as far as it was proved, when it is of that form; `timestamp` for
  /// a time stamp of the document.
  public internal(set) var level: String?
  /// The time of its stamp, where an authority that was given made it.
  public let time: UTCTime?

  /// Offset of its dictionary in the file.
  public let offset: Int
  /// What later revisions did to the file after it; nil where nobody looked.
  public private(set) var later: LaterRevisions?

  /// The certificates from its signer to an anchor; nil where its signer is not proved.
  public internal(set) var chain: SignerChain?
  /// Whether it is the seal of a recognised issuer; nil for a time stamp, and for an empty place.
  public internal(set) var seal: SealResult?

  /// A signature that was checked.
  public init(
    field: String, format: String = "", status: Status, explanation: String, doubts: [String] = [],
    weak: [String] = [], stampFault: String? = nil, coverage: Coverage, coveredEnd: Int,
    isWithLabel: Bool, signer: SignerIdentity? = nil, isLabelSigner: Bool? = nil,
    level: String? = nil,
    time: UTCTime? = nil, offset: Int, later: LaterRevisions? = nil
  ) {
    self.field = field
    self.format = format
    self.status = status
    self.doubts = doubts
    self.weak = weak
    self.stampFault = stampFault
    self.explanation = explanation
    self.coverage = coverage
    self.coveredEnd = coveredEnd
    self.isWithLabel = isWithLabel
    self.signer = signer
    self.isLabelSigner = isLabelSigner
    self.level = level
    self.time = time
    self.offset = offset
    self.later = later
  }

  /// The same with another word on what came later.
  func with(later: LaterRevisions) -> PDFSignatureResult {
    var result = self
    result.later = later
    return result
  }
}
