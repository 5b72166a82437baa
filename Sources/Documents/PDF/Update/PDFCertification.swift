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
    return try permission(by: signature, through: &resolver) ?? 2
  }

  /// The same by the word of one signature; nil when it says nothing of it.
  static func permission(
    by signature: PDFPart, through resolver: inout PDFResolver
  ) throws(DocumentError) -> Int? {
    let transforms = try transforms("DocMDP", of: signature, through: &resolver)
    guard let parameters = transforms.first else { return nil }
    guard let level = try resolver.resolve(parameters?["P"]) else { return 2 }
    return level.object.integer ?? 1
  }

  /// The parameters of those transforms of a signature that are of one method.
  static func transforms(
    _ method: PDFName, of signature: PDFPart, through resolver: inout PDFResolver
  ) throws(DocumentError) -> [PDFPart?] {
    var found: [PDFPart?] = []
    for item in try resolver.resolve(signature["Reference"])?.items ?? [] {
      guard let reference = try resolver.resolve(item),
        try resolver.resolve(reference["TransformMethod"])?.object.name == method
      else { continue }
      found.append(try resolver.resolve(reference["TransformParams"]))
    }
    return found
  }
}
