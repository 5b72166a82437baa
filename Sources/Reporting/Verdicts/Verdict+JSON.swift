package import BroadsealBytes
package import BroadsealJSON
import BroadsealNotes
import BroadsealProvenance
package import BroadsealVerifying

/// What is told of a verdict beside itself.
package struct VerdictContext {
  /// Why nothing was judged, when that is by rule and no fault.
  package var skipped: String?
  /// What an audit has to say against the file; nil where none did.
  package var audit: JSON.Value?
  /// What changed since an earlier audit; nil where nothing did.
  package var drift: JSON.Value?
  /// Whether the standard's checks that went well are told.
  package var tellsSuccess = true

  /// Nothing, and all checks.
  package init() {}
}

extension Verdict {
  /// The verdict as its schema `broadseal.verdict/1` has it.
  ///
  /// - Parameters:
  ///   - path: the file that was judged, byte for byte.
  ///   - context: what is told beside the verdict.
  package func json(
    at path: FilePath, _ context: VerdictContext = VerdictContext()
  ) -> JSON.Value {
    JSON.ValueComposer.value { json in tell(&json, at: path, context) }
  }

  /// The same as a line of text, without its end.
  package func jsonText(
    at path: FilePath, _ context: VerdictContext = VerdictContext()
  ) -> [UInt8] {
    var json = JSON.TextComposer(capacity: Verdict.usualLength)
    tell(&json, at: path, context)
    return json.bytes
  }

  /// Bytes of most verdicts.
  private static let usualLength = 4 << 10

  private func tell(
    _ json: inout some JSON.Composer, at path: FilePath, _ context: VerdictContext
  ) {
    json.openObject(nil)
    json.add("schema", Schema.verdict.name)
    let text = path.text
    json.add("path", text ?? path.display)
    if text == nil { json.add("pathBytes", Base64.encode(path.bytes)) }
    json.add("sha256", known: sha256)
    json.add("size", known: size)
    json.add("format", format)
    json.add("mediaType", mediaType)
    if isDetached { json.add("detached", true) }
    json.add("skipped", known: context.skipped)
    json.add("integrity", integrityWord)
    if context.skipped == nil {
      json.add("conclusion", conclusion(for: .official).rawValue)
      json.add("unjudged", known: unjudged?.rawValue)
    }
    if let audit = context.audit { json.add("audit", audit) }
    if let drift = context.drift { json.add("drift", drift) }
    json.add("origin", whole: origin)
    json.add("ai", whole: aiTold)
    json.add("time", whole: time)
    json.add("statement", whole: statement)
    c2pa.tell(&json, tellsSuccess: context.tellsSuccess)
    if !pdfSignatures.isEmpty { json.add("pdfSignatures", all: pdfSignatures) }
    json.add("label", whole: label)
    json.add("findings", all: findings)
    json.add("limits", texts: limits)
    json.add("tool", Tool.json)
    json.closeObject()
  }
}

extension Verdict {
  /// The first axis in machine formats, where "no label" is only said of files that were looked into.
  package var integrityWord: String {
    integrity == .noLabel && unjudged != nil ? "unread" : integrity.rawValue
  }
}

extension C2PAResult {
  fileprivate func tell(_ json: inout some JSON.Composer, tellsSuccess: Bool) {
    json.openObject("c2pa")
    if let state { json.add("state", state.rawValue) } else { json.add("state", JSON.Value.null) }
    json.add("specVersion", known: specVersion)
    json.add("activeManifest", known: activeManifest)
    if tellsSuccess { json.add("success", all: success) }
    json.add("informational", all: informational)
    json.add("failure", all: failure)
    json.openArray("ingredients")
    for ingredient in ingredients { ingredient.tell(&json, tellsSuccess: tellsSuccess) }
    json.closeArray()
    json.closeObject()
  }
}

extension C2PAStatus: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("code", code)
    json.add("url", known: url)
    json.add("explanation", known: explanation)
  }
}

extension IngredientResult {
  fileprivate func tell(_ json: inout some JSON.Composer, tellsSuccess: Bool) {
    json.openObject(nil)
    json.add("assertion", assertion)
    json.add("relationship", known: relationship)
    json.add("manifest", known: manifest)
    json.add("title", known: title)
    if tellsSuccess { json.add("success", all: success) }
    json.add("informational", all: informational)
    json.add("failure", all: failure)
    json.add("recordedFailure", all: recordedFailure)
    json.closeObject()
  }
}

extension Finding: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("code", code.name)
    json.add("severity", severity.rawValue)
    json.add("place", known: place?.description)
    json.add("explanation", explanation)
  }
}
