package import BroadsealBytes
package import BroadsealJSON
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
  package func json(at path: FilePath, skipped: String? = nil) -> JSON.Value {
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
    members.append(("integrity", .string(integrity.rawValue)))
    if let origin { members.append(("origin", origin.json)) }
    if let ai { members.append(("ai", ai.json)) }
    if let time { members.append(("time", time.json)) }
    members += [
      ("c2pa", c2pa.json)
    ]
    if !pdfSignatures.isEmpty {
      members.append(("pdfSignatures", .array(pdfSignatures.map(\.json))))
    }
    members += [
      ("findings", .array(findings.map(\.json))),
      ("limits", .array(limits.map { .string($0) })),
      ("tool", Tool.json),
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
