import BroadsealBytes
import BroadsealNotes

/// What makes an Office document show or do more than its own text says (T-58, T-59): the bytes stay what
/// was signed, and still two readers may see different things. Notes that decide nothing.
enum OfficeRisks {
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let strictTypes = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
  private static let macros = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"

  /// The notes on a package, each once; none for an archive of another form.
  static func notes(on archive: ZIPArchive, _ package: ZIPPackage) -> [Note] {
    var found: [ZIPCode: Note] = [:]
    noteFields(of: archive, package.format, &found)
    guard case .opc = package.form else { return inOrder(found) }
    var size = 0
    for entry in archive.entries where entry.name.text.lowercased().hasSuffix(".rels") {
      size += Int(entry.record.size)
      guard size <= ZIPLimits.maximumRelationshipsSize,
        let content = try? archive.content(of: entry, limit: ZIPLimits.maximumRelationshipsSize),
        let relationships = relationships(in: content)
      else {
        add(ZIPCode.relationships, entry, &found)
        continue
      }
      for relationship in relationships { note(relationship, in: entry, &found) }
    }
    return inOrder(found)
  }

  private static func inOrder(_ found: [ZIPCode: Note]) -> [Note] {
    ZIPCode.allCases.compactMap { found[$0] }
  }

  private static func noteFields(
    of archive: ZIPArchive, _ format: Format, _ found: inout [ZIPCode: Note]
  ) {
    var size = 0
    for entry in archive.entries
    where DynamicFields.hold(entry.name.text, in: format)
      || HiddenContent.isLooked(at: entry.name.text, in: format)
    {
      size += Int(entry.record.size)
      guard size <= ZIPLimits.maximumFieldsSize,
        let stored = try? archive.content(of: entry, limit: ZIPLimits.maximumFieldsSize),
        let content = utf8(stored)
      else {
        add(ZIPCode.fieldsUnread, entry, &found)
        return
      }
      note(content, of: format, in: entry, &found)
    }
  }

  private static func note(
    _ content: [UInt8], of format: Format, in entry: ZIPEntry,
    _ found: inout [ZIPCode: Note]
  ) {
    // Most parts hold neither, and looking for the words costs little.
    let needsReading =
      content[...].firstIndex(of: "AlternateContent") != nil
      || content[...].firstIndex(of: "instrText") != nil
    let read = needsReading ? OfficeContent(content) : nil
    if DynamicFields.stand(in: content, of: format) || read?.hasLiveField ?? false {
      add(ZIPCode.fields, entry, &found)
    }
    if HiddenContent.stands(in: content, of: format) {
      add(ZIPCode.hidden, entry, &found)
    }
    if read?.hasOtherText ?? false {
      add(ZIPCode.alternates, entry, &found)
    }
  }

  /// The part in UTF-8, which nearly all are in; nil for one that no reader understands.
  private static func utf8(_ content: [UInt8]) -> [UInt8]? {
    content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF])
      ? XMLText(content)?.utf8 : content
  }

  private static func note(
    _ relationship: (type: String, isExternal: Bool), in entry: ZIPEntry,
    _ found: inout [ZIPCode: Note]
  ) {
    let type = relationship.type
    let name = [types, strictTypes].lazy.filter { type.hasPrefix($0) }
      .map { String(type.dropFirst($0.count)) }.first
    if relationship.isExternal, name != "hyperlink" {
      add(ZIPCode.external, entry, &found)
    }
    if name == "aFChunk" {
      add(ZIPCode.chunk, entry, &found)
    }
    if type == macros { add(ZIPCode.macros, entry, &found) }
  }

  private static func add(
    _ code: ZIPCode, _ entry: ZIPEntry, _ found: inout [ZIPCode: Note]
  ) {
    if found[code] == nil {
      found[code] = Note(code, at: entry.range.start)
    }
  }

  /// Type and target mode of each relationship (ECMA-376-2 §9.3.2); nil when the list is not one
  /// that every reader understands alike.
  private static func relationships(in content: [UInt8]) -> [(type: String, isExternal: Bool)]? {
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
