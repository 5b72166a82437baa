import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import BroadsealSigning
import BroadsealVerifying

/// How `sign` tells what it did.
enum SignatureFormat: String, ResultFormat {
  /// A sentence a file.
  case text
  /// One object a line, the last of which counts the others.
  case ndjson
}

/// What `sign` tells about each document.
struct SignatureReport: Sendable {
  /// What came of one document.
  enum Outcome: Sendable {
    /// It was signed; `replaces` says whether the run was allowed to replace what stood in the place of the result.
    case signed(SigningResult, replaces: Bool = false)
    /// It carries the label already.
    case current(CurrentLabel)
    /// Its PDF signatures were renewed, and its label was not.
    case renewed(RenewalResult)
  }

  /// What came of one document, and of the evidence that belongs beside it.
  struct Product: Sendable {
    /// What came of the document.
    let outcome: Outcome
    /// Why its evidence is not kept; nil where it is, or none is wanted.
    var evidenceFailure: Failure?
  }

  /// What is told about one document.
  struct Entry: Sendable {
    /// Whether it carries the label already.
    var isCurrent = false
    /// Whether a copy of it was made beside that label.
    var isCopied = false
    /// The line on standard output; empty when there is none.
    let line: [UInt8]
    /// Notes for standard error.
    let notes: [String]
    /// Why it was not signed.
    let failure: Failure?
    /// Notes of which other documents of a run have the same.
    var repeated: [RepeatedNote] = []
    /// Why the evidence of a document that is signed is not kept.
    var evidenceFailure: Failure?
  }

  /// The format.
  let format: SignatureFormat
  /// The words of the text, in each language wanted.
  let wordings: [Wording]
  /// Whether text is held back.
  let isQuiet: Bool
  /// Whether notes of every kind are told.
  let isVerbose: Bool

  /// What the labels declare.
  let declaration: Declaration

  /// What came of one document.
  ///
  /// - Parameter aside: where the document was moved, since it could not be signed; nil: it is where it was.
  func entry(
    _ path: FilePath, _ product: Result<Product, Failure>, aside: FilePath? = nil
  ) -> Entry {
    switch product {
    case .success(let product):
      var entry = entry(product.outcome, product.evidenceFailure)
      entry.evidenceFailure = product.evidenceFailure
      return entry
    case .failure(let failure):
      return Entry(
        line: format == .text ? [] : line(failure.json(for: path, aside: aside)),
        notes: format == .text && !isQuiet ? notes(path, movedTo: aside) : [], failure: failure)
    }
  }

  private func entry(_ outcome: Outcome, _ evidence: Failure?) -> Entry {
    let tellsNotes = format == .text && !isQuiet
    switch outcome {
    case .current(let label):
      return Entry(
        isCurrent: true, isCopied: label.isCopied,
        line: format == .text ? text(label) : line(label.json, evidence),
        notes: [], failure: nil)
    case .signed(let result, _):
      return Entry(
        line: format == .text ? (isQuiet ? [] : text(result)) : line(result.json, evidence),
        notes: tellsNotes ? notes(result) : [], failure: nil,
        repeated: tellsNotes ? repeated(result) : [])
    case .renewed(let result):
      return Entry(
        line: format == .text ? (isQuiet ? [] : text(result)) : line(result.json),
        notes: tellsNotes ? notes(result) : [], failure: nil)
    }
  }

  private func notes(_ path: FilePath, movedTo aside: FilePath?) -> [String] {
    guard let aside else { return [] }
    let (from, to) = (Untrusted.escaped(path), Untrusted.path(aside))
    return wordings.map { "\(from): " + $0.say("moved to \(to)", "\(to) へ移しました") }
  }

  /// The line about a document that needed nothing: only for those who want every line, or where a copy was
  /// made.
  private func text(_ label: CurrentLabel) -> [UInt8] {
    guard !isQuiet, isVerbose || label.isCopied else { return [] }
    let path = Untrusted.path(label.output)
    return Array(wordings.map { "\(path): \($0.line(label))\n" }.joined().utf8)
  }

  private func text(_ result: SigningResult) -> [UInt8] {
    let path = Untrusted.path(result.output)
    let lines = wordings.map { "\(path): \($0.line(result, declaration))\n" }
    return Array(lines.joined().utf8)
  }

  private func text(_ result: RenewalResult) -> [UInt8] {
    let path = Untrusted.path(result.output)
    return Array(wordings.map { "\(path): \($0.line(result))\n" }.joined().utf8)
  }

  private func notes(_ result: RenewalResult) -> [String] {
    let path = Untrusted.escaped(result.input)
    return result.notes.flatMap { note in wordings.map { "\(path): \($0.text(of: note))" } }
  }

  /// Codes of notes that are always told, as is a document that breaks off: somebody may not be able to open the document, another name of
  /// it has no label, an authority that was named did not answer, or somebody else's label or seal counts no more.
  private static let warnings = [
    ZIPCode.odfEmbedded.code, PNGCode.animated.code, SigningCode.hardLinks.code,
    SigningCode.tsaFailed.code,
    BMFFCode.opening.code, SigningCode.padesNotPDF.code, SigningCode.labelReplaced.code,
    SigningCode.labelOverSeal.code, SigningCode.labelCorrected.code,
    SigningCode.parentUnvouched.code,
  ]

  /// Codes of notes that say the same of every document of a kind, or of a run.
  private static let shared = [SigningCode.padesNotPDF.code, SigningCode.tsaFailed.code]

  /// What is told of the document; a personal certificate was told of before anything was signed.
  private func told(_ result: SigningResult) -> [Note] {
    let isFull = isVerbose || result.stamp == nil
    return result.notes.filter {
      $0.code != SigningCode.certPerson
        && (isFull || SignatureReport.warnings.contains($0.code) || $0.code.words == .breaksOff)
    }
  }

  private func notes(_ result: SigningResult) -> [String] {
    let path = Untrusted.escaped(result.input)
    return told(result).filter { !SignatureReport.shared.contains($0.code) }
      .flatMap { note in wordings.map { "\(path): \($0.text(of: note))" } }
  }

  private func repeated(_ result: SigningResult) -> [RepeatedNote] {
    let path = result.input
    var notes: [RepeatedNote] = []
    if case .sidecar(let because?) = result.form {
      notes.append(RepeatedNote(because, isBeside: true, on: path))
    }
    notes += told(result).filter { SignatureReport.shared.contains($0.code) }
      .map { RepeatedNote($0, on: path) }
    guard declaration.isOfficial, result.stamp == nil, result.isOfficial != true else {
      return notes
    }
    let missing = Note(
      OfficialCode.noStamp,
      "without a time stamp it is never shown as official; sign --add-timestamp adds one later")
    return notes + [RepeatedNote(missing, on: path)]
  }

  /// A line of `ndjson`, with why the evidence is not kept.
  private func line(_ value: JSON.Value, _ evidence: Failure? = nil) -> [UInt8] {
    JSON.Writer.bytes(of: evidence.map { value.adding($0) } ?? value) + [UInt8(ascii: "\n")]
  }
}
