/// References of XML that need no declaration (XML 1.0 §4.1 and §4.6).
enum XMLReference {
  /// The character that `name` stands for, without `&` and `;`: a number, or one of the five names that
  /// every reader knows; nil for any other.
  static func scalar(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let number =
      name.hasPrefix("#x")
      ? UInt32(name.dropFirst(2), radix: 16)
      : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
    return number.flatMap(Unicode.Scalar.init)
  }
}
