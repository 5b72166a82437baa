import BroadsealJSON

/// The extensions of one place of a list: an array of objects, each with one extension under its
/// name and perhaps `critical`.
struct ListExtensions {
  private var known: [String: ListFields] = [:]

  /// The extensions under `key` of `fields`; none when it is absent.
  ///
  /// - Throws: `.malformed` for an extension that is critical and not understood, that comes twice,
  ///   or that is no object.
  init(_ key: String, of fields: ListFields) throws(TrustError) {
    for item in try fields.objects(key) {
      let marks = [try item.boolIfPresent("critical"), try item.boolIfPresent("Critical")]
      let isCritical = marks.contains(true)
      for name in item.object.keys where name != "critical" && name != "Critical" {
        guard ListExtensions.understood.contains(name) else {
          if isCritical { throw item.malformed("critical", "extension is not understood") }
          continue
        }
        guard known.updateValue(item, forKey: name) == nil else {
          throw fields.malformed(key, "holds \(name) twice")
        }
      }
    }
  }

  /// The object of the extension `name`; nil when it is absent.
  func object(_ name: String) throws(TrustError) -> ListFields? {
    try known[name]?.fields(name)
  }

  /// The objects of the extension `name`, which is an array; none when it is absent.
  func objects(_ name: String) throws(TrustError) -> [ListFields] {
    try known[name]?.objects(name) ?? []
  }

  private static let understood: Set<String> = [
    Scope.extensionName, Recognition.extensionName, TrustedService.invalidityExtension,
    TrustListContent.nextKeysExtension,
  ]
}
