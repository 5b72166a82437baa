import BroadsealBytes

/// The relationships of a package (ECMA-376-2 §9.3): what its parts take in.
enum Relationships {
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let strictTypes = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
  private static let microsoft = "http://schemas.microsoft.com/office/"

  /// Looks at every list of relationships; what cannot be understood is said.
  static func look(
    at archive: ZIPArchive, into findings: inout ShowFindings
  ) throws(DocumentError) {
    var size = 0
    for entry in archive.entries where entry.name.text.lowercased().hasSuffix(".rels") {
      size += Int(entry.record.size)
      let limit = ZIPLimits.maximumRelationshipsSize
      guard size <= limit, let content = try archive.content(of: entry, limit: limit),
        let list = list(in: content)
      else {
        findings.add(.officeRelationships, at: entry.range.start)
        continue
      }
      for (type, isExternal) in list {
        if let code = code(of: type, isExternal: isExternal) {
          findings.add(code, at: entry.range.start)
        }
        if isExternal, name(of: type) != "hyperlink" {
          findings.add(.officeExternal, at: entry.range.start)
        }
      }
    }
  }

  /// What a relationship of `type` brings, wherever it leads.
  private static func code(of type: String, isExternal: Bool) -> ShowCode? {
    guard let name = name(of: type) else {
      guard type.hasPrefix(microsoft), let last = type.split(separator: "/").last else {
        return nil
      }
      switch last {
      case "vbaProject", "xlMacrosheet", "xlIntlMacrosheet", "wordVbaData": return .officeMacros
      case "webextension", "webextensiontaskpanes": return .officeExternal
      case "activeXControlBinary": return .officeObjects
      default: return nil
      }
    }
    switch name {
    case "aFChunk": return .officeChunk
    case "oleObject", "control": return .officeObjects
    case "externalLink", "externalLinkPath", "connections", "queryTable", "subDocument":
      return .officeExternal
    default: return nil
    }
  }

  private static func name(of type: String) -> String? {
    for prefix in [types, strictTypes] where type.hasPrefix(prefix) {
      return String(type.dropFirst(prefix.count))
    }
    return nil
  }

  /// Type and target mode of each; nil when the list is not one that every reader understands alike.
  private static func list(in content: [UInt8]) -> [(type: String, isExternal: Bool)]? {
    guard let text = XMLText(content) else { return nil }
    var scan = XMLScan(text.utf8)
    var found: [(type: String, isExternal: Bool)] = []
    do throws(Malformed) {
      guard try scan.next() != nil else { return nil }
      while let tag = try scan.next() {
        guard let type = tag.value("Type") else { continue }
        found.append((type, tag.value("TargetMode")?.isExactly("External") ?? false))
      }
    } catch { return nil }
    return found
  }
}
