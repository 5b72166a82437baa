public import BroadsealBytes
package import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes

/// The two questions that signing asks a verifier. The command supplies the answers, so that an
/// independent reading of the file judges what was written.
public struct Inspection: Sendable {
  /// The fresh output did not verify; one line in lower case says why.
  public struct Failure: Error, Sendable, Hashable {
    /// Why, in one line.
    public let reason: String
    /// What to do about it; nil where nothing is known to help.
    public let hint: String?

    /// A failure for that reason.
    public init(_ reason: String, hint: String? = nil) {
      self.reason = reason
      self.hint = hint
    }
  }

  /// Validates the credentials that the document at a path already has (second argument: the path
  /// of its sidecar, when they are there). Nil when it could not be done.
  public let existing: @Sendable (_ document: FilePath, _ sidecar: FilePath?) -> RecordedValidation?

  /// As `existing`, of a document that is open already and carries its label itself: nothing is read twice.
  package let opened: @Sendable (_ document: Document, _ path: FilePath) -> RecordedValidation?

  /// Verifies the output under its temporary name before it gets its own: the document, and the
  /// sidecar when there is one. Says whether a list finds it official; nil where none was asked.
  public let fresh: @Sendable (_ document: FilePath, _ sidecar: FilePath?) throws(Failure) -> Bool?

  /// Verifies the output of a renewal that brings no label of its own, under its temporary name: every PDF
  /// signature holds, the new time stamp covers the whole file, and what was labelled is unchanged.
  package let renewed: @Sendable (_ document: FilePath) throws(Failure) -> Void

  /// The first two questions of more, or of less, than one whole document.
  package var wider = Wider()

  /// What a question is about that is not one whole document.
  package struct Subject: Sendable {
    /// The document, or the first file of a film.
    package var path: FilePath
    /// The other files of the film.
    package var segments = SegmentList.none
    /// Whether nobody looks at the content, which stays where it is and as it is.
    package var assumesContent = false
  }

  /// The questions about such subjects.
  package struct Wider: Sendable {
    /// Validates the credentials that the subject has.
    package var existing: @Sendable (Subject) -> RecordedValidation? = { _ in nil }
    /// Verifies the output.
    package var fresh: @Sendable (Subject) throws(Failure) -> Bool? = { _ throws(Failure) in
      throw Failure("nobody reads outputs of this kind back")
    }
  }

  /// The same questions, with those of the film that `segments` belong to in the place of those of a document.
  func ofFilm(_ segments: SegmentList) -> Inspection {
    segments.isEmpty ? self : about { Subject(path: $0, segments: segments) }
  }

  /// The same questions of labels, whose content nobody looks at.
  var ofLabel: Inspection { about { Subject(path: $0, assumesContent: true) } }

  private func about(_ subject: @escaping @Sendable (FilePath) -> Subject) -> Inspection {
    let wider = wider
    var inspection = Inspection(
      refusesMisnamed: refusesMisnamed, existing: { path, _ in wider.existing(subject(path)) },
      opened: { _, path in wider.existing(subject(path)) },
      fresh: { path, _ throws(Failure) in try wider.fresh(subject(path)) }, renewed: renewed)
    inspection.wider = wider
    return inspection
  }

  /// Whether an official label is refused to a document whose name says another type than its content:
  /// whoever reads it could never be shown that it is official.
  public let refusesMisnamed: Bool

  /// An inspection by these two readings.
  ///
  /// - Parameters:
  ///   - refusesMisnamed: whether documents of a wrong name get no official label.
  ///   - existing: validates the credentials that a document already has.
  ///   - fresh: verifies an output before it gets its name, and says whether a list finds it official.
  public init(
    refusesMisnamed: Bool = false,
    existing:
      @escaping @Sendable (_ document: FilePath, _ sidecar: FilePath?) -> RecordedValidation?,
    fresh:
      @escaping @Sendable (_ document: FilePath, _ sidecar: FilePath?) throws(Failure) -> Bool?
  ) {
    self.init(
      refusesMisnamed: refusesMisnamed, existing: existing,
      opened: { _, path in existing(path, nil) }, fresh: fresh, renewed: { _ in })
    // Whoever looks at all of a document has looked at its label.
    wider.existing = { $0.segments.isEmpty ? existing($0.path, nil) : nil }
    wider.fresh = { subject throws(Failure) in
      guard subject.segments.isEmpty else {
        throw Failure("nobody reads outputs of this kind back")
      }
      return try fresh(subject.path, nil)
    }
  }

  /// An inspection by these four readings.
  package init(
    refusesMisnamed: Bool,
    existing:
      @escaping @Sendable (_ document: FilePath, _ sidecar: FilePath?) -> RecordedValidation?,
    opened: @escaping @Sendable (_ document: Document, _ path: FilePath) -> RecordedValidation?,
    fresh:
      @escaping @Sendable (_ document: FilePath, _ sidecar: FilePath?) throws(Failure) -> Bool?,
    renewed: @escaping @Sendable (_ document: FilePath) throws(Failure) -> Void
  ) {
    self.refusesMisnamed = refusesMisnamed
    self.existing = existing
    self.opened = opened
    self.fresh = fresh
    self.renewed = renewed
  }

  /// Nobody looks: existing credentials are recorded as not verified, the output is not read back.
  public static let unchecked: Inspection = {
    var inspection = Inspection(existing: { _, _ in nil }, fresh: { _, _ in nil })
    inspection.wider.fresh = { _ in nil }
    return inspection
  }()
}

/// Refuses documents that can show more, less or other than their bytes say (T-44, T-58).
enum ContentCheck {
  /// Throws when the document of `request` holds such a thing, and names each.
  static func run(_ document: Document, _ request: SigningRequest) throws(SigningError) {
    let path = request.input
    let found: [Note]
    do throws(DocumentError) {
      found = try document.shown(.whole).filter { $0.code.nature == .risk }
    } catch { throw .document(error, path: path) }
    // Where no carrier could read the structure nobody looked.
    if let problem = document.problem { throw unread(problem, request) }
    guard !found.isEmpty else { return }
    let listed = found.map { "\($0.explanation) (\($0.code))" }.joined(separator: "; ")
    throw SigningError(
      refused: SigningCode.contentRisk, listed, path: path.display,
      hint: "without --strict-content such a document is signed as it is")
  }

  /// The same of a document as it is written: a label may change how the text around it is read.
  static func run(
    written output: borrowing AtomicOutput, _ request: SigningRequest
  ) throws(SigningError) {
    let written: Document
    do throws(DocumentError) {
      written = try Document.open(try Document.source(at: output.temporary), path: output.target)
    } catch { throw .document(error, path: output.target) }
    guard written.format.isText else { return }
    try run(written, request)
  }

  /// A document whose structure is not read here: labelled beside it, or packed otherwise.
  private static func unread(_ problem: DocumentError, _ request: SigningRequest) -> SigningError {
    let path = request.input
    guard case .refused(let refusal) = problem, refusal.remedy != .none, request.form == .automatic,
      !request.pades
    else { return .document(problem, path: path) }
    let isWide = refusal.code == ZIPCode.zip64.code
    return SigningError(
      refused: refusal.code, refusal.note.explanation, path: path.display,
      hint: isWide
        ? "without --strict-content it is labelled beside; packed again without ZIP64 records it is looked through"
        : "without --strict-content it is labelled beside")
  }
}
