/// What later revisions did to a file after a PDF signature, or after a label.
///
/// The signed revision is compared with the whole file, object by object. `change` is the strongest
/// change that was found, whatever signatures permit: a form that may be filled in is filled in all the
/// same, and shows something else than what was signed.
public struct LaterRevisions: Sendable, Hashable {
  /// A kind of change, the weakest first.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// Nothing that anyone could see or read.
    case nothing
    /// Proofs about signatures were added: certificates, answers about revocation, time stamps.
    case evidence
    /// A label was added.
    case label
    /// What the document says of itself was changed.
    case metadata
    /// A signature was added that nobody sees.
    case signature
    /// A signature was added that shows on a page.
    case visibleSignature = "visible-signature"
    /// Fields of the form were filled in.
    case formFill = "form-fill"
    /// Annotations were added.
    case annotation
    /// Anything else, and whatever is not known to be one of the others.
    case changed
    /// Nobody can tell: the revisions cannot be compared.
    case notJudged = "not-judged"

    /// Whether the document still says and shows what was signed.
    public var keepsContent: Bool { self == .nothing || self == .evidence }
  }

  /// The strongest change.
  public let change: Change
  /// The rule that found it, or that stands in the way of judging: `OBJ-11`.
  public let rule: String?
  /// What it found; one short sentence in lower case, empty after nothing.
  public let reason: String
  /// Whether the signatures permit all of it; nil where that is not judged.
  public let isPermitted: Bool?
  /// What the signature permits by its own word, `P` of `DocMDP`: 1 nothing, 2 forms and signatures,
  /// 3 annotations too; nil when it says nothing.
  public let permission: Int?
  /// The revision that was signed, counted from one; nil when that is not known.
  public let revision: Int?
  /// How many revisions the file has.
  public let revisions: Int?

  /// What was found.
  public init(
    _ change: Change, rule: String? = nil, reason: String = "", isPermitted: Bool? = nil,
    permission: Int? = nil, revision: Int? = nil, revisions: Int? = nil
  ) {
    self.change = change
    self.rule = rule
    self.reason = reason
    self.isPermitted = isPermitted
    self.permission = permission
    self.revision = revision
    self.revisions = revisions
  }
}
