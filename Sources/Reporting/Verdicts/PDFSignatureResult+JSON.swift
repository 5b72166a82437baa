import BroadsealBytes
import BroadsealJSON
import BroadsealVerifying

extension PDFSignatureResult: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("field", known: field.isEmpty ? nil : field)
    json.add("format", known: format.isEmpty ? nil : format)
    json.add("status", status.rawValue)
    json.add("explanation", explanation)
    json.add("covers", coverage.rawValue)
    json.add("coveredEnd", coveredEnd)
    json.add("withLabel", isWithLabel)
    if !doubts.isEmpty { json.add("doubts", texts: doubts) }
    if !weak.isEmpty { json.add("weak", texts: weak) }
    json.add("stampFault", known: stampFault)
    if let signer {
      json.add("subject", signer.subject)
      json.add("name", signer.name)
      json.add("spki", signer.spki)
    }
    json.add("labelSigner", known: isLabelSigner)
    json.add("level", known: level)
    json.add("trustedTime", known: time)
    later?.tell(&json)
    chain?.tell(&json)
    seal?.tell(&json)
  }
}

extension LaterRevisions: Telling {
  /// Members of a PDF signature, or of a label.
  func tell(_ json: inout some JSON.Composer) {
    json.add("after", change.rawValue)
    json.add("afterRule", known: rule)
    json.add("afterReason", known: reason.isEmpty ? nil : reason)
    json.add("permitted", known: isPermitted)
    json.add("docMDP", known: permission)
    json.add("revision", known: revision)
    json.add("revisions", known: revisions)
  }
}
