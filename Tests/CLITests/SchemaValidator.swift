import BroadsealJSON

/// As much of JSON Schema (draft 2020-12) as the program's schemas use; an unknown keyword is a
/// fault of the schema, so that nothing goes unchecked.
struct SchemaValidator {
  private let root: JSON.Value

  init(_ text: String) throws {
    root = try JSON.Reader.parse(Array(text.utf8))
  }

  /// What is wrong with `value`, each fault with its path; empty when nothing is.
  func faults(in value: JSON.Value) -> [String] {
    faults(in: value, by: root, base: root, at: "$")
  }

  private static let silent: Set<String> = [
    "$schema", "$id", "$defs", "title", "description", "contentEncoding", "properties", "required",
    "additionalProperties",
  ]

  private func faults(
    in value: JSON.Value, by schema: JSON.Value, base: JSON.Value, at path: String
  ) -> [String] {
    let base = schema["$id"] == nil ? base : schema
    var found = objectFaults(in: value, by: schema, base: base, at: path)
    for member in schema.object?.members ?? [] where !Self.silent.contains(member.key) {
      switch (member.key, member.value) {
      case ("type", .string(let type)):
        if !isOf(type, value) { found.append("\(path): no \(type)") }
      case ("const", let wanted): if value != wanted { found.append("\(path): not the constant") }
      case ("enum", .array(let wanted)):
        if !wanted.contains(value) { found.append("\(path): not one of the values") }
      case ("pattern", .string(let pattern)):
        guard let text = value.string, let regex = try? Regex(pattern),
          text.wholeMatch(of: regex) != nil
        else {
          found.append("\(path): does not match \(pattern)")
          continue
        }
      case ("minimum", .integer(let least)):
        if (value.integer ?? .min) < least { found.append("\(path): too small") }
      case ("items", let items):
        for (index, item) in (value.array ?? []).enumerated() {
          found += faults(in: item, by: items, base: base, at: "\(path)[\(index)]")
        }
      case ("oneOf", .array(let choices)):
        let fitting = choices.filter { faults(in: value, by: $0, base: base, at: path).isEmpty }
        if fitting.count != 1 { found.append("\(path): fits \(fitting.count) of the choices") }
      case ("$ref", .string(let reference)):
        guard let (target, base) = resolve(reference, base) else {
          found.append("\(path): \(reference) leads nowhere")
          continue
        }
        found += faults(in: value, by: target, base: base, at: path)
      default: found.append("\(path): the schema uses \(member.key)")
      }
    }
    return found
  }

  private func objectFaults(
    in value: JSON.Value, by schema: JSON.Value, base: JSON.Value, at path: String
  ) -> [String] {
    guard let object = value.object else { return [] }
    var found = (schema["required"]?.array ?? []).compactMap(\.string)
      .filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
    for member in object.members {
      let inner = "\(path).\(member.key)"
      if let property = schema["properties"]?[member.key] {
        found += faults(in: member.value, by: property, base: base, at: inner)
      } else if schema["additionalProperties"] == false {
        found.append("\(inner): not foreseen")
      } else if let more = schema["additionalProperties"], more.object != nil {
        found += faults(in: member.value, by: more, base: base, at: inner)
      }
    }
    return found
  }

  private func isOf(_ type: String, _ value: JSON.Value) -> Bool {
    switch type {
    case "object": value.object != nil
    case "array": value.array != nil
    case "string": value.string != nil
    case "integer": value.integer != nil
    case "number": if case .number = value { true } else { value.integer != nil }
    case "boolean": value.bool != nil
    case "null": value == .null
    default: false
    }
  }

  private func resolve(_ reference: String, _ base: JSON.Value) -> (JSON.Value, JSON.Value)? {
    if reference.hasPrefix("#/$defs/") {
      return base["$defs"]?[String(reference.dropFirst(8))].map { ($0, base) }
    }
    let members = root["$defs"]?.object?.members ?? []
    return members.first { $0.value["$id"]?.string == reference }.map { ($0.value, $0.value) }
  }
}
