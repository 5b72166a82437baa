import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Says of every signature of a document what later revisions did: the signed revision, which is the
/// file cut where the signature ends, is compared with the whole file, object by object.
///
/// Both have to be read without repair. What is not known to be harmless counts as a change, and what
/// cannot be compared is not judged.
struct PDFChangeCensus {
  private let document: PDFDocument
  private var references = PDFReferenceCache()
  private var known: PDFKnownSignatures?
  /// Where all signatures of the whole file stand, where somebody has looked already.
  private var offsets: Set<Int>?
  private var unlisted: PDFUnlistedParts?
  private var whole: PDFSnapshot?
  /// What each revision, by its index, changed in the one before it.
  private var steps: [Int: LaterChanges] = [:]
  /// Earlier states of the file that were read, by where they end in it.
  private var states: [Int: PDFDocument] = [:]
  private let maximumCompared: Int

  /// - Parameter maximumCompared: most signatures for which the file is compared; each costs a pass over
  ///   its cross-references.
  init(_ document: PDFDocument, maximumCompared: Int = 100) {
    self.document = document
    self.maximumCompared = maximumCompared
  }

  /// What came after each of the newest `count` of `signatures`, which are all of the document.
  mutating func changes(
    after signatures: [DocumentSignature], newest count: Int = .max
  ) throws(DocumentError) -> [LaterChanges] {
    var found: [LaterChanges] = []
    // They were found in the form's fields; where the file could not be read without repair, in others.
    if known == nil, document.fault == nil, !signatures.isEmpty,
      !signatures.contains(where: { $0.faults.contains(.structure) })
    {
      offsets = Set(signatures.map(\.offset))
    }
    let told = signatures.suffix(count)
    for (place, signature) in told.enumerated() {
      // Of too many, the newest are compared: they cover what the others do.
      guard told.count - place <= maximumCompared else {
        found.append(
          LaterChanges(nil, nil, "more signatures than the reader compares the file for"))
        continue
      }
      var changes: LaterChanges
      let form = PDFSignatureForm(signature, among: signatures, in: document)
      if let rule = try form.violated() {
        changes = LaterChanges(nil, rule, PDFSignatureForm.reason(of: rule))
      } else {
        changes = try self.changes(after: signature.covered.last?.end ?? 0)
      }
      changes.permission = PDFPermission.level(of: signature, in: document)
      found.append(changes)
    }
    return found
  }

  /// What came after the first `end` bytes of the file.
  mutating func changes(after end: Int) throws(DocumentError) -> LaterChanges {
    do throws(DocumentError) {
      let rules = PDFRevisionRules(document, end: end)
      if let (rule, reason) = try rules.violated() { return LaterChanges(nil, rule, reason) }
      var changes: LaterChanges
      if end == document.file.source.size {
        changes = LaterChanges(.nothing, nil, "", isPermitted: true)
      } else {
        let known = try knownSignatures()
        let unlisted = try unlistedParts(from: rules.signedFile.size)
        let read = try rules.signedRevision(
          keeping: known, without: unlisted, known: states[end])
        switch read {
        case .violates(let rule, let reason): changes = LaterChanges(nil, rule, reason)
        case .read(let signed):
          states[end] = signed
          let whole = snapshot()
          var comparison = try PDFComparison(signed, whole, known, references: &references)
          changes = try comparison.run()
          try addSteps(after: signed, to: &changes)
          if changes.change != .changed, let doubt = rules.doubt(after: signed, unlisted) {
            changes = LaterChanges(nil, .noRepair, doubt)
          }
        }
      }
      changes.revisions = document.revisions.count
      changes.revision = rules.index.map { $0 + 1 }
      return changes
    } catch {
      switch error {
      case .source: throw error
      case .malformed(_, let fault):
        return LaterChanges(nil, .noRepair, "an object cannot be read: \(fault.reason)")
      case .refused:
        return LaterChanges(nil, .noRepair, "the document cannot be read without a password")
      }
    }
  }

  /// Adds what the revisions changed one by one: what one did and another undid is still in the file, and a
  /// reader that does not take the last one shows it.
  private mutating func addSteps(
    after signed: PDFDocument, to changes: inout LaterChanges
  ) throws(DocumentError) {
    let section = document.chain.sections.count - signed.chain.sections.count
    let first = (document.revisions.firstIndex { $0.section < section } ?? document.revisions.count)
    // Of one later revision the whole is the step.
    guard first > 0, document.revisions.count - first > 1 else { return }
    for index in first..<document.revisions.count {
      guard let change = changes.change, change != .changed else { return }
      let step = try step(to: index)
      // What a file once said of itself is on no page.
      guard let found = step.change, found <= max(change, .metadata) else {
        let reason = "revision \(index + 1): \(step.reason)"
        changes = LaterChanges(
          step.change, step.rule, reason,
          isPermitted: step.change.flatMap { _ in
            step.isPermitted.flatMap { $0 && changes.isPermitted ?? false }
          })
        continue
      }
      if step.isPermitted == false { changes.forbid() }
    }
  }

  /// What revision `index` changed in the one before it.
  private mutating func step(to index: Int) throws(DocumentError) -> LaterChanges {
    if let known = steps[index] { return known }
    let old = try state(index - 1)
    let isLast = index == document.revisions.count - 1
    let new = isLast ? snapshot() : PDFSnapshot(try state(index))
    let known = try knownSignatures()
    var comparison = try PDFComparison(old, new, known, references: &references)
    let found = try comparison.run()
    steps[index] = found
    return found
  }

  /// The file as revision `index` left it, read once.
  private mutating func state(_ index: Int) throws(DocumentError) -> PDFDocument {
    let end = document.file.origin + document.revisions[index].end
    if let known = states[end] { return known }
    let rules = PDFRevisionRules(document, end: end)
    let read = try rules.read(rules.signedFile)
    states[end] = read
    return read
  }

  /// The whole file, put together once.
  private mutating func snapshot() -> PDFSnapshot {
    if let whole { return whole }
    let read = PDFSnapshot(document)
    whole = read
    return read
  }

  /// What no cross-reference names, looked for once, from the oldest signature on.
  private mutating func unlistedParts(from start: Int) throws(DocumentError) -> PDFUnlistedParts {
    if let unlisted, unlisted.start <= start { return unlisted }
    let read = try PDFUnlistedParts(document, from: start)
    unlisted = read
    return read
  }

  /// The signatures of the whole file, read once.
  private mutating func knownSignatures() throws(DocumentError) -> PDFKnownSignatures {
    if let known { return known }
    let read =
      if let offsets { try PDFKnownSignatures(document, at: offsets) } else {
        try PDFKnownSignatures(document)
      }
    known = read
    return read
  }
}
