import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import BroadsealSigning

extension SigningResult {
  /// The result as its schema `broadseal.signature/1` has it.
  var json: JSON.Value {
    var members = input.members("input") + output.members("output")
    if let copy { members += copy.members("copy") }
    if !segments.isEmpty { members += segments.members("segments") }
    switch form {
    case .embedded: members.append(("form", "embedded"))
    case .sidecar(let because):
      members.append(("form", "sidecar"))
      if let because { members.append(("because", because.json)) }
    }
    members.append(("manifest", .string(manifest)))
    if let parent { members.append(("parent", .string(parent))) }
    members += [
      ("storeSize", .integer(Int64(storeSize))), ("mediaType", .string(mediaType)),
    ]
    if let stamp {
      members.append(
        (
          "time",
          ["trusted": .string(stamp.time.rfc3339), "authority": .string(stamp.authority)]
        ))
    }
    if let pdfSignature {
      members.append(
        (
          "pdfSignature",
          ["level": .string(pdfSignature.level), "field": .string(pdfSignature.field)]
        ))
    }
    members.append(("notes", .array(notes.map(\.json))))
    return Tool.document(.signature, members)
  }
}

extension RenewalResult {
  /// A renewal without the label, in the same schema.
  var json: JSON.Value {
    var members = input.members("input") + output.members("output")
    members += [
      ("renewed", "plain"), ("mediaType", .string(mediaType)),
      (
        "time",
        ["trusted": .string(stamp.time.rfc3339), "authority": .string(stamp.authority)]
      ),
      (
        "pdfSignature",
        ["level": .string(pdfSignature.level), "field": .string(pdfSignature.field)]
      ),
      ("notes", .array(notes.map(\.json))),
    ]
    return Tool.document(.signature, members)
  }
}

extension CurrentLabel {
  /// The label that was there already, in the same schema.
  var json: JSON.Value {
    var members = input.members("input") + output.members("output")
    members += [
      ("form", isDetached ? "sidecar" : "embedded"), ("manifest", .string(manifest)),
      ("current", .bool(true)),
    ]
    return Tool.document(.signature, members)
  }
}

extension Note {
  fileprivate var json: JSON.Value { ["code": .string(code.name), "reason": .string(explanation)] }
}

extension JSON.Value {
  /// The same object, which also says why the evidence of its document is not kept.
  func adding(_ evidence: Failure) -> JSON.Value {
    guard let object else { return self }
    return .object(
      JSON.Object(object.members.map { ($0.key, $0.value) } + [("evidenceError", evidence.json)]))
  }
}

extension Failure {
  /// What went wrong, as a member of a result.
  fileprivate var json: JSON.Value {
    var error = [("message", JSON.Value.string(message))]
    if let hint { error.append(("hint", .string(hint))) }
    error.append(("exit", .integer(Int64(code.rawValue))))
    return .object(JSON.Object(error))
  }

  /// The failure of one document, in the same schema.
  ///
  /// - Parameter aside: where the document was moved.
  func json(for path: FilePath, aside: FilePath? = nil) -> JSON.Value {
    Tool.document(
      .signature,
      path.members("input") + (aside?.members("aside") ?? []) + [("error", json)])
  }
}
