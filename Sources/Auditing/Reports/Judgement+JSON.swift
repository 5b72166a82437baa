import BroadsealBytes
package import BroadsealJSON
import BroadsealVerifying

extension Judgement {
  /// The program, as every report names it.
  package static let tool: JSON.Value = [
    "name": .string(Tool.name), "version": .string(Tool.version),
  ]

  /// The verdict as its schema `broadseal.verdict/1` has it. A path that is not UTF-8 stands escaped
  /// in `path` and byte for byte, in base64, in `pathBytes`.
  package var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("schema", "broadseal.verdict/1"),
      ("path", .string(path.text ?? path.display)),
    ]
    if path.text == nil { members.append(("pathBytes", .string(Base64.encode(path.bytes)))) }
    members.add("sha256", verdict.sha256)
    members.add("size", verdict.size)
    members += [("format", .string(verdict.format)), ("mediaType", .string(verdict.mediaType))]
    if verdict.isDetached { members.append(("detached", true)) }
    members.add("skipped", skip?.rawValue)
    members.append(("integrity", .string(verdict.integrity.rawValue)))
    if let origin = verdict.origin { members.append(("origin", origin.json)) }
    if let ai = verdict.ai { members.append(("ai", ai.json)) }
    if let time = verdict.time { members.append(("time", time.json)) }
    members += [
      ("c2pa", verdict.c2pa.json)
    ]
    if !verdict.pdfSignatures.isEmpty {
      members.append(("pdfSignatures", .array(verdict.pdfSignatures.map(\.json))))
    }
    members += [
      ("findings", .array(verdict.findings.map(\.json))),
      ("limits", .array(verdict.limits.map { .string($0) })),
      ("tool", Judgement.tool),
    ]
    return .object(JSON.Object(members))
  }
}

extension Array where Element == (String, JSON.Value) {
  /// Adds a member whose value is there.
  mutating func add(_ name: String, _ text: String?) {
    if let text { append((name, .string(text))) }
  }

  /// Adds a member whose value is there.
  mutating func add(_ name: String, _ number: Int?) {
    if let number { append((name, .integer(Int64(number)))) }
  }
}
