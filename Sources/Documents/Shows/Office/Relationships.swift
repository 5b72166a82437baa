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
      for (type, isExternal, _) in list {
        if let code = code(of: type, isExternal: isExternal) {
          findings.add(code, at: entry.range.start)
        }
        if isExternal, name(of: type) != "hyperlink" {
          findings.add(.officeExternal, at: entry.range.start)
        }
      }
    }
  }

  /// The paths of the parts that relationships of the type `name` lead to, in small letters.
  static func targets(_ name: String, in archive: ZIPArchive) throws(DocumentError) -> Set<String> {
    var found: Set<String> = []
    let limit = ZIPLimits.maximumRelationshipsSize
    for entry in archive.entries {
      let path = entry.name.text.lowercased()
      guard path.hasSuffix(".rels"), let content = try archive.content(of: entry, limit: limit),
        let list = list(in: content)
      else { continue }
      // `xl/_rels/workbook.xml.rels` speaks of parts beside `xl/workbook.xml`.
      let folder = path.split(separator: "/").dropLast(2)
      for (type, isExternal, target) in list where !isExternal && self.name(of: type) == name {
        found.insert(resolve(target.lowercased(), in: folder.map(String.init)))
      }
    }
    return found
  }

  private static func resolve(_ target: String, in folder: [String]) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = path.popLast()
      default: path.append(String(step))
      }
    }
    return path.joined(separator: "/")
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

  /// Type, target mode and target of each; nil when the list is not one that every reader understands alike.
  private static func list(
    in content: [UInt8]
  ) -> [(type: String, isExternal: Bool, target: String)]? {
    guard let text = XMLText(content) else { return nil }
    var scan = XMLScan(text.utf8)
    var found: [(type: String, isExternal: Bool, target: String)] = []
    do throws(Malformed) {
      guard try scan.next() != nil else { return nil }
      while let tag = try scan.next() {
        guard let type = tag.value("Type") else { continue }
        let isExternal = tag.value("TargetMode")?.isExactly("External") ?? false
        found.append((type, isExternal, tag.value("Target") ?? ""))
      }
    } catch { return nil }
    return found
  }
}
