package import BroadsealBytes
package import BroadsealJSON
import BroadsealNotes
import BroadsealProvenance
package import BroadsealVerifying

extension Tool {
  /// The program, as every report names it.
  package static let json: JSON.Value = ["name": .string(name), "version": .string(version)]
}

extension Verdict {
  /// The verdict as its schema `broadseal.verdict/1` has it. A path that is not UTF-8 stands escaped
  /// in `path` and byte for byte, in base64, in `pathBytes`.
  ///
  /// - Parameters:
  ///   - path: the file that was judged, byte for byte.
  ///   - skipped: why nothing was judged, when that is by rule and no fault.
  ///   - audit: what an audit has to say against the file; nil where none did.
  ///   - drift: what changed since an earlier audit; nil where nothing did.
  ///   - tellsSuccess: whether the standard's checks that went well are told.
  package func json(
    at path: FilePath, skipped: String? = nil, audit: JSON.Value? = nil,
    drift: JSON.Value? = nil, tellsSuccess: Bool = true
  ) -> JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("schema", "broadseal.verdict/1"),
      ("path", .string(path.text ?? path.display)),
    ]
    if path.text == nil { members.append(("pathBytes", .string(Base64.encode(path.bytes)))) }
    members.add("sha256", sha256)
    members.add("size", size)
    members += [("format", .string(format)), ("mediaType", .string(mediaType))]
    if isDetached { members.append(("detached", true)) }
    members.add("skipped", skipped)
    members.append(("integrity", .string(integrityWord)))
    if skipped == nil { members.add("unjudged", unjudged?.rawValue) }
    if let audit { members.append(("audit", audit)) }
    if let drift { members.append(("drift", drift)) }
    if let origin { members.append(("origin", origin.json)) }
    if let ai { members.append(("ai", ai.json)) }
    if let time { members.append(("time", time.json)) }
    if let statement { members.append(("statement", statement.json)) }
    members += [
      ("c2pa", c2pa.json(tellsSuccess: tellsSuccess))
    ]
    if !pdfSignatures.isEmpty {
      members.append(("pdfSignatures", .array(pdfSignatures.map(\.json))))
    }
    if let label { members.append(("label", .object(JSON.Object(label.members)))) }
    members += [
      ("findings", .array(findings.map(\.json))),
      ("limits", .array(limits.map { .string($0) })),
      ("tool", Tool.json),
    ]
    return .object(JSON.Object(members))
  }
}

extension Verdict {
  /// The first axis in machine formats, where "no label" is only said of files that were looked into.
  package var integrityWord: String {
    integrity == .noLabel && unjudged != nil ? "unread" : integrity.rawValue
  }
}

extension C2PAResult {
  func json(tellsSuccess: Bool) -> JSON.Value {
    var members: [(String, JSON.Value)] = [("state", JSON.Value(state?.rawValue))]
    members.add("specVersion", specVersion)
    members.add("activeManifest", activeManifest)
    if tellsSuccess { members.append(("success", .array(success.map(\.json)))) }
    members += [
      ("informational", .array(informational.map(\.json))),
      ("failure", .array(failure.map(\.json))),
      ("ingredients", .array(ingredients.map { $0.json(tellsSuccess: tellsSuccess) })),
    ]
    return .object(JSON.Object(members))
  }
}

extension C2PAStatus {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [("code", .string(code))]
    members.add("url", url)
    members.add("explanation", explanation)
    return .object(JSON.Object(members))
  }
}

extension IngredientResult {
  func json(tellsSuccess: Bool) -> JSON.Value {
    var members: [(String, JSON.Value)] = [("assertion", .string(assertion))]
    members.add("relationship", relationship)
    members.add("manifest", manifest)
    members.add("title", title)
    if tellsSuccess { members.append(("success", .array(success.map(\.json)))) }
    members += [
      ("informational", .array(informational.map(\.json))),
      ("failure", .array(failure.map(\.json))),
      ("recordedFailure", .array(recordedFailure.map(\.json))),
    ]
    return .object(JSON.Object(members))
  }
}

extension Finding {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("code", .string(code.name)), ("severity", .string(severity.rawValue)),
    ]
    members.add("place", place?.description)
    members.append(("explanation", .string(explanation)))
    return .object(JSON.Object(members))
  }
}
