import BroadsealBytes
import BroadsealFiles

/// Whether the signed revision and the whole file are both there to be compared, as every reader sees
/// them (FILE-1 to FILE-6).
struct PDFRevisionRules {
  /// The whole file.
  let document: PDFDocument
  /// Where the signed revision ends, in the file.
  let end: Int

  init(_ document: PDFDocument, end: Int) {
    self.document = document
    self.end = end
  }

  /// The revision that was signed, as the whole file counts them; nil when it ends inside of one.
  var index: Int? {
    guard document.fault == nil else { return nil }
    let end = self.end - document.file.origin
    // A signature may leave out the line end after `%%EOF`, or cover some blanks more.
    return document.revisions.firstIndex { abs($0.end - end) <= PDFRevisionRules.maximumBlanks }
  }

  /// The first rule that the whole file does not keep.
  func violated() throws(DocumentError) -> (LaterRule, reason: String)? {
    if let fault = document.fault { return (rule(of: fault), reason(of: fault)) }
    if try !hasPlainEnd(document.file) {
      return (.endOfFile, "the file does not end with %%EOF and a line end")
    }
    return nil
  }

  /// The signed revision, or the first rule that it does not keep beside the whole file.
  ///
  /// - Parameter known: that revision, where it was read before.
  func signedRevision(
    keeping kept: PDFKnownSignatures, without unlisted: PDFUnlistedParts, known: PDFDocument?
  ) throws(DocumentError) -> Signed {
    let file = signedFile
    if try !hasPlainEnd(file) {
      return .violates(
        .endOfFile, "the signed revision does not end with %%EOF and a line end")
    }
    let signed: PDFDocument
    do throws(DocumentError) {
      if let known { signed = known } else { signed = try read(file) }
    } catch {
      if case .source = error { throw error }
      return .violates(
        .readableRevision, "the signed revision alone cannot be read without repair")
    }
    if !leadsThrough(signed) {
      return .violates(.chain, "the file does not lead back to the revision that was signed")
    }
    if !laterSectionsSayTheirSize(after: signed) {
      return .violates(
        .crossReferences, "a later section does not say how many objects there are")
    }
    if let offset = unlisted.object(forSigned: signedFile.size) {
      return .violates(.noRepair, "an object at offset \(offset) that no cross-reference names")
    }
    if let number = veiledObject(after: signed) {
      return .violates(
        .crossReferences, "a later section hides object \(number) from some readers alone")
    }
    if try hasLostSignature(of: signed, kept: kept) {
      return .violates(.lostSignature, "a signature of the revision that was signed is gone")
    }
    return .read(signed)
  }

  /// What became of reading the signed revision.
  enum Signed {
    /// It is there.
    case read(PDFDocument)
    /// It does not keep a rule.
    case violates(LaterRule, String)
  }
}
