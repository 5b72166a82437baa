/// What a certifying signature still permits (ISO 32000-2 §12.8.2.2).
enum PDFCertification {
  /// `P` of the transform parameters: 1 nothing, 2 filling in forms, 3 annotations too; nil when
  /// the document is not certified.
  static func permission(
    of catalog: PDFPart, through resolver: inout PDFResolver
  ) throws(DocumentError) -> Int? {
    guard let permissions = try resolver.resolve(catalog["Perms"]),
      let signature = try resolver.resolve(permissions["DocMDP"])
    else { return nil }
    for item in try resolver.resolve(signature["Reference"])?.items ?? [] {
      guard let reference = try resolver.resolve(item),
        try resolver.resolve(reference["TransformMethod"])?.object.name == "DocMDP"
      else { continue }
      let parameters = try resolver.resolve(reference["TransformParams"])
      guard let level = try resolver.resolve(parameters?["P"]) else { return 2 }
      return level.object.integer ?? 1
    }
    return 2
  }
}
