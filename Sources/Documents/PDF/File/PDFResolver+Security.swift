import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL

extension PDFSecurity {
  /// Reads `Encrypt` of the newest trailer; nil when the document is not encrypted.
  static func read(
    _ section: PDFXRefSection, through resolver: PDFResolver
  ) throws(DocumentError) -> PDFSecurity? {
    guard let entry = section.trailer["Encrypt"] else { return nil }
    var resolver = resolver
    var dictionary = entry.dictionary
    if let reference = entry.reference { dictionary = try resolver.object(reference)?.dictionary }
    guard let dictionary else {
      throw .pdf(.encryption, "a trailer without its encryption dictionary", at: section.offset)
    }
    // Any value may be an object of its own, as iText 2 writes the crypt filters.
    let values = try PDFEncryption.resolved(dictionary, through: &resolver)
    guard values["Filter"]?.name == "Standard",
      let version = values["V"]?.integer, (4...5).contains(version)
    else {
      return PDFSecurity(
        refusing: PDFCode.encrypted,
        "the document is encrypted in a way that can leave no manifest store readable")
    }
    let encryption = try PDFEncryption(values, at: section.offset)
    let identifier = section.trailer["ID"]?.array?.first?.object.string ?? []
    do throws(OpenSSLError) {
      guard let key = try PDFEncryptionKey.derive(from: encryption, identifier: identifier) else {
        return PDFSecurity(
          refusing: PDFCode.password, "the document is encrypted and needs a password to be read")
      }
      // Other readers of labels take such filters for none, and decrypt what is not encrypted.
      guard !PDFEncryption.hasIndirectFilters(dictionary) else {
        return PDFSecurity(
          refusing: PDFCode.encrypted,
          "the document's crypt filters are objects of their own, which not every reader follows")
      }
      return PDFSecurity(refusal: nil, opened: Opened(encryption: encryption, key: key))
    } catch { throw PDFSecurity.fault(error, at: section.offset) }
  }
}

extension PDFEncryption {
  /// The entries of an encryption dictionary, those of its crypt filters too, without references.
  ///
  /// The strings in it are not encrypted, wherever they stand.
  fileprivate static func resolved(
    _ dictionary: PDFDictionary, through resolver: inout PDFResolver
  ) throws(DocumentError) -> [PDFName: PDFObject] {
    var values: [PDFName: PDFObject] = [:]
    for entry in dictionary.entries {
      values[entry.key] = try target(of: entry.value.object, through: &resolver)
    }
    guard let filters = values["CF"]?.dictionary else { return values }
    values["CF"] = .dictionary(
      try members(of: filters, through: &resolver) { filter, resolver throws(DocumentError) in
        guard let filter = filter.dictionary else { return filter }
        return .dictionary(
          try members(of: filter, through: &resolver) { value, _ throws(DocumentError) in value })
      })
    return values
  }

  private static func members(
    of dictionary: PDFDictionary, through resolver: inout PDFResolver,
    _ change: (PDFObject, inout PDFResolver) throws(DocumentError) -> PDFObject
  ) throws(DocumentError) -> PDFDictionary {
    var entries: [PDFDictionary.Entry] = []
    for entry in dictionary.entries {
      let value = try change(try target(of: entry.value.object, through: &resolver), &resolver)
      entries.append(
        .init(
          key: entry.key, keyBounds: entry.keyBounds,
          value: PDFValue(object: value, bounds: entry.value.bounds)))
    }
    return PDFDictionary(entries: entries)
  }

  private static func target(
    of object: PDFObject, through resolver: inout PDFResolver
  ) throws(DocumentError) -> PDFObject {
    var object = object
    for _ in 0..<PDFLimits.maximumIndirections {
      guard let reference = object.reference else { return object }
      object = try resolver.object(reference)?.value.object ?? .null
    }
    throw .pdf(.encryption, "references that lead to references", at: 0)
  }
}
