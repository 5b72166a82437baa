package import BroadsealJSON

/// Metadata of the asset as JSON-LD: `c2pa.metadata` and its kin (C2PA 2.4 §18.17).
package struct Metadata: Hashable, Sendable {
  /// Label of what the house writes.
  package static let label = "c2pa.metadata"

  /// Every member, `@context` among them.
  package let object: JSON.Object

  /// Dublin Core fields to write, of those C2PA 2.4 Annex B allows.
  ///
  /// - Parameter format: media type of the asset, which a claim of version 2 does not state itself.
  package init(
    title: String? = nil, language: String? = nil, identifier: String? = nil, format: String? = nil
  ) {
    var members: [(String, JSON.Value)] = [
      ("@context", ["dc": "http://purl.org/dc/elements/1.1/"])
    ]
    let fields = [
      ("dc:title", title), ("dc:language", language), ("dc:identifier", identifier),
      (Metadata.formatKey, format),
    ]
    members += fields.compactMap { key, text in text.map { (key, JSON.Value.string($0)) } }
    object = JSON.Object(members)
  }

  /// Reads an assertion.
  ///
  /// - Throws: `assertion.json.invalid` when it is no object with a `@context`.
  package init(_ value: JSON.Value) throws(Problem) {
    guard let object = value.object, object["@context"] != nil else {
      throw Problem(.assertionJsonInvalid, "the metadata is no JSON-LD object")
    }
    self.object = object
  }

  private static let formatKey = "dc:format"

  /// Media type of the asset, where it is stated as the house writes it; nil otherwise.
  package var format: String? { object[Metadata.formatKey]?.string }

  /// Every text, and every text in a list, under `key`, whatever the prefix before its last colon.
  ///
  /// Prefixes are the writer's to choose, so `Iptc4xmpExt:DigitalSourceType` and another prefix for
  /// the same vocabulary both answer to `DigitalSourceType`.
  package func texts(named key: String) -> [String] {
    object.members.filter { member in
      member.key.utf8.split(separator: UInt8(ascii: ":")).last?.elementsEqual(key.utf8) ?? false
    }
    .flatMap { member in member.value.array ?? [member.value] }
    .compactMap { $0.string ?? $0["@id"]?.string ?? $0["@value"]?.string }
  }

  /// The JSON-LD as it is written.
  package var asValue: JSON.Value { .object(object) }
}
