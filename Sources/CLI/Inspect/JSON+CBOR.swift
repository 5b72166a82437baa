import BroadsealBytes
import BroadsealCBOR
import BroadsealJSON

extension JSON.Value {
  /// A CBOR item as JSON for people: byte strings as `b64'…'`, as crJSON has them; tags are left out.
  init(showing item: CBOR.Value) {
    self =
      switch item {
      case .unsigned(let number):
        Int64(exactly: number).map(JSON.Value.integer) ?? .string("\(number)")
      case .negative(let number):
        Int64(exactly: number).map { .integer(-1 - $0) } ?? .string("-1-\(number)")
      case .bytes(let bytes): .string("b64'\(Base64.encode(bytes))'")
      case .text(let text): .string(text)
      case .array(let items): .array(items.map { JSON.Value(showing: $0) })
      case .map(let map):
        .object(
          JSON.Object(
            map.entries.map { entry in
              (JSON.Value.name(of: entry.key), JSON.Value(showing: entry.value))
            }))
      case .tagged(_, let content): JSON.Value(showing: content)
      case .boolean(let flag): .bool(flag)
      case .float(let number): number.isFinite ? .number(number) : .string("\(number)")
      case .simple(let number): .string("simple(\(number))")
      case .null, .undefined: .null
      }
  }

  private static func name(of key: CBOR.Value) -> String {
    key.text ?? JSON.Writer.write(JSON.Value(showing: key))
  }
}
