import BroadsealBytes

/// The list of content types of a package: `[Content_Types].xml` (ECMA-376-2 §10.1.2).
struct ContentTypes: Sendable {
  /// Name of the entry.
  static let name = "[Content_Types].xml"
  /// Media type of a manifest store (C2PA 2.5 §A.6.3).
  static let storeType = "application/c2pa"

  /// Content types of parts named one by one, in order.
  let overrides: [(part: String, type: String)]
  /// Content types by extension, in order.
  let defaults: [(fileExtension: String, type: String)]

  /// The list as it stands, inflated.
  let content: [UInt8]
  private let insertion: Int
  private let prefix: String

  private static let namespace = "http://schemas.openxmlformats.org/package/2006/content-types"

  /// Reads the inflated list; nil when it is not exactly what every reader understands alike.
  init?(_ content: [UInt8]) {
    guard let text = XMLText(content) else { return nil }
    var scan = XMLScan(text.utf8)
    var overrides: [(part: String, type: String)] = []
    var defaults: [(fileExtension: String, type: String)] = []
    do throws(Malformed) {
      guard let root = try scan.next(), !root.isEmpty else { return nil }
      let parts = root.name.split(separator: ":", omittingEmptySubsequences: false)
      guard let local = parts.last, local == "Types", parts.count <= 2 else { return nil }
      prefix = parts.count == 2 ? "\(parts[0]):" : ""
      insertion = root.end
      let declaration = parts.count == 2 ? "xmlns:\(parts[0])" : "xmlns"
      guard root.value(declaration)?.isExactly(ContentTypes.namespace) ?? false else { return nil }
      while let tag = try scan.next() {
        guard tag.depth == 1, tag.attributes.allSatisfy({ !$0.name.hasPrefix("xmlns") }),
          let type = tag.value("ContentType")
        else { return nil }
        if tag.name.isExactly(prefix + "Override"), let part = tag.value("PartName") {
          overrides.append((part, type))
        } else if tag.name.isExactly(prefix + "Default"), let text = tag.value("Extension") {
          defaults.append((text, type))
        } else {
          return nil
        }
      }
    } catch { return nil }
    self.overrides = overrides
    self.defaults = defaults
    self.content = content
  }

  /// The list with a content type for the manifest store; the same bytes when it has one. Nil when
  /// the store's own part is declared to be something else.
  func declaringStore() -> [UInt8]? {
    let part = "/" + ZIPStore.path
    if let declared = overrides.first(where: { ContentTypes.isSame($0.part, part) }) {
      return ContentTypes.isSame(declared.type, ContentTypes.storeType) ? content : nil
    }
    let element: String
    if let known = defaults.first(where: { ContentTypes.isSame($0.fileExtension, "c2pa") }) {
      if ContentTypes.isSame(known.type, ContentTypes.storeType) { return content }
      element =
        "<\(prefix)Override PartName=\"\(part)\" ContentType=\"\(ContentTypes.storeType)\"/>"
    } else {
      element = "<\(prefix)Default Extension=\"c2pa\" ContentType=\"\(ContentTypes.storeType)\"/>"
    }
    guard let text = XMLText(content) else { return nil }
    let changed = text.utf8[..<insertion] + Array(element.utf8) + text.utf8[insertion...]
    return text.encoded(Array(changed))
  }

  /// Part names, extensions and media types are compared without regard to the case of letters.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased().isExactly(right.lowercased())
  }
}
