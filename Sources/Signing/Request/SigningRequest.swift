public import BroadsealBytes
package import BroadsealFiles

/// One document to sign: what it says, where it comes from and where the result goes.
public struct SigningRequest: Sendable {
  /// Where the result goes.
  public enum Destination: Sendable, Hashable {
    /// This path. A sidecar goes to `PATH.c2pa`, or to `PATH` itself when it ends so.
    case file(FilePath)
    /// This folder, under the document's own name; a sidecar under `NAME.EXT.c2pa`.
    case folder(FilePath)
    /// The document itself is replaced; a sidecar goes beside it as `FILE.EXT.c2pa`.
    case inPlace
  }

  /// Whether the store goes into the document or beside it.
  public enum Form: Sendable, Hashable {
    /// Embedded where the document stays what it claims to be, else a sidecar; the result says why.
    case automatic
    /// Embedded wherever that is possible at all; a rule that only advises a sidecar is overridden.
    case embedded
    /// A sidecar; the document is neither copied nor changed.
    case sidecar
  }

  /// Path of the document.
  public var input: FilePath
  /// Where the result goes.
  public var destination: Destination
  /// Whether the store goes into the document or beside it.
  public var form: Form = .automatic
  /// What the signature says.
  public var label: Label
  /// How people made the document; read when the label says `none`.
  public var source: SourceOrigin = .digitalCreation
  /// Title for `c2pa.metadata`.
  public var title: String?
  /// Language of the document as a BCP 47 tag, for `c2pa.metadata`.
  public var language: String?
  /// Further actions after the first, by name; `published` stands for `c2pa.published`.
  public var actions: [String] = []
  /// The operator says that the actions listed are all that happened.
  public var allActionsIncluded = false
  /// Path of the document that this one was made from; its manifests come along.
  public var parent: FilePath?
  /// Whether a PDF signature (PAdES, EN 319 142-1) is made together with the label; documents of
  /// other types are then not signed, unless `takesOtherTypes`.
  public var pades = false
  /// Whether documents that are no PDF are labelled all the same where `pades` asks for PDF signatures; the
  /// result says that they have none.
  public var takesOtherTypes = false
  /// Whether a document that gets a sidecar is copied beside it, so that a folder of results is whole. In
  /// place there is nothing to copy, and none is made where the result is named `….c2pa`.
  public var copiesDocument = false
  /// SHA-256 of the document that was approved; any other is not signed. Nil when nobody had to
  /// approve.
  public var approvedSHA256: [UInt8]?
  /// SHA-256 of the sidecar beside the document when it was approved; nil: there was none. Read only
  /// where `approvedSHA256` is there.
  public var approvedSidecarSHA256: [UInt8]?
  /// SHA-256 of the file at `parent` when it was approved.
  public var approvedParentSHA256: [UInt8]?
  /// SHA-256 of the sidecar beside the file at `parent`; nil: there was none.
  public var approvedParentSidecarSHA256: [UInt8]?
  /// Refuses a document that can show more, less or other than its bytes say: scripts, layers, content
  /// from outside, hidden text and the like.
  public var isStrictAboutContent = false
  /// Signs over a label or a PDF signature that does not hold; the new label then records it.
  public var acceptsBrokenParent = false
  /// The segments of a film whose first file is `input`, in files of their own (DASH, HLS, CMAF): numbers in
  /// their names say in which order they are played. They are written into the folder of the first file.
  public var segments: [FilePath] = []
  /// Whether other documents are signed in the same run: what would serve this one alone, a hint says so.
  package var isOneOfMany = false
  /// Size of media data in bytes from which it is bound piece by piece; nil for the usual one.
  package var piecewiseMinimum: Int?
  /// What the document was when it was chosen: any other file in its place is not signed, and neither is this one if
  /// another takes its place before the result has its name. Nil where nobody looked before.
  package var state: FileIdentity?
  /// Replaces an output that exists.
  public var overwrites = false
  /// Whether what the label in the result's place says of AI was a mistake: where it is this signer's, and says more
  /// than the new one, that does not descend from it, and names it in `Label.supersedes`. A statement of somebody
  /// else is never corrected so.
  public var corrects = false
  /// Whether `parent` is what stood in the result's place.
  var descendsFromResult = false
  /// Whether it stands in the place of a label that said more of AI: the result says so.
  var isCorrection = false
  /// Whether it takes the place of a label that is not this signer's, or does not hold: the result says so.
  var replacesOthers = false

  /// A request to sign `input` as `label` says.
  public init(input: FilePath, destination: Destination, label: Label) {
    self.input = input
    self.destination = destination
    self.label = label
  }
}

extension SigningRequest {
  /// Throws when the request contradicts itself, before any file is touched.
  func check() throws(SigningError) {
    guard !pades || form != .sidecar else {
      throw SigningError(.request, "a PDF signature needs the label in the document itself")
    }
    if !segments.isEmpty {
      guard form != .sidecar else {
        throw SigningError(
          .request, "a film in several files carries its label in the first of them")
      }
      guard case .folder = destination else {
        throw SigningError(
          .request, "a film in several files is written into a folder", hint: "--output-dir")
      }
    }
    try label.check()
    try LabelText.check(title, "title")
    try LanguageTag.check(language)
  }
}

/// How people made a document: the `digitalSourceType` of its creation when no AI took part.
///
/// Names are those of the IPTC vocabulary that C2PA uses (C2PA 2.4, actions).
public enum SourceOrigin: String, Sendable, Hashable, CaseIterable {
  /// Made by a person with software that is no model: the default for documents.
  case digitalCreation
  /// Scanned from paper.
  case print
  /// Captured by a camera or another sensor.
  case digitalCapture
}

extension SigningError.WayOut {
  /// What `request` leaves open, for a document that carries no label itself.
  ///
  /// - Parameter lost: whether one was in it that nobody can read.
  init(from request: SigningRequest, over lost: Bool = false) {
    let isInPlace = request.destination == .inPlace
    let alone =
      isInPlace
      ? "a run for this document alone (--include) with --sidecar, without --in-place,"
      : "a run for this document alone (--include) with --sidecar"
    let aloneOverLost =
      isInPlace
      ? "a run for this document alone (--include) with --sidecar --accept-broken-parent, without --in-place,"
      : "a run for this document alone (--include) with --sidecar --accept-broken-parent"
    let sidecar = isInPlace ? "--sidecar without --in-place" : "--sidecar"
    let overLost =
      isInPlace
      ? "--sidecar --accept-broken-parent without --in-place" : "--sidecar --accept-broken-parent"
    let isOverLost = lost && !request.acceptsBrokenParent
    self.init(
      allowsSidecar: request.form != .sidecar && !request.pades,
      allowsInsisting: request.form == .automatic,
      sidecar: request.isOneOfMany
        ? (isOverLost ? aloneOverLost : alone) : (isOverLost ? overLost : sidecar))
  }
}
