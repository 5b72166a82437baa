/// Small packages whose parts stand where a test puts them.
public enum SmallPackage {
  public static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let types = "application/vnd.openxmlformats-officedocument."

  /// A package of `parts` by path, with the content type of each.
  static func package(
    _ parts: [(path: String, type: String, content: String)]
  ) -> [UInt8] {
    let overrides = parts.filter { !$0.path.hasSuffix(".rels") }.map {
      "<Override PartName=\"/\($0.path)\" ContentType=\"\($0.type)\"/>"
    }.joined()
    let list = """
      <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\(overrides)</Types>
      """
    var file = ZIPFile([.init("[Content_Types].xml", list)])
    let main = parts.first?.path ?? ""
    file.entries.append(
      .init(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"r1\" Type=\"\(relations)/officeDocument\" Target=\"\(main)\"/>"
          + "</Relationships>"))
    for part in parts { file.entries.append(.init(part.path, part.content)) }
    return file.built().bytes
  }

  /// A text document with `body` in its main part, which stands at `path`.
  public static func document(
    _ body: String, at path: String = "word/document.xml", styles: String? = nil,
    prefix: String = "w"
  ) -> [UInt8] {
    let names = """
      xmlns:\(prefix)="\(word)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
      xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
      xmlns:v="urn:schemas-microsoft-com:vml" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
      """
    let content =
      "<\(prefix):document \(names)><\(prefix):body>\(body)</\(prefix):body></\(prefix):document>"
    var parts = [(path, types + "wordprocessingml.document.main+xml", content)]
    if let styles {
      parts.append(
        (
          "word/styles.xml", types + "wordprocessingml.styles+xml",
          "<w:styles xmlns:w=\"\(word)\">\(styles)</w:styles>"
        ))
    }
    return package(parts)
  }

  /// A workbook with a sheet, both wherever `folder` is.
  public static func workbook(
    _ sheets: String = "<sheet name=\"a\" sheetId=\"1\"/>", sheet: String = "<sheetData/>",
    in folder: String = "xl", styles: String? = nil,
    more: [(path: String, type: String, content: String)] = []
  ) -> [UInt8] {
    let name = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    var parts = [
      (
        "\(folder)/workbook.xml", types + "spreadsheetml.sheet.main+xml",
        "<workbook \(name)><sheets>\(sheets)</sheets></workbook>"
      ),
      (
        "\(folder)/s/sheet1.xml", types + "spreadsheetml.worksheet+xml",
        "<worksheet \(name)>\(sheet)</worksheet>"
      ),
    ]
    if let styles {
      parts.append(
        (
          "\(folder)/styles.xml", types + "spreadsheetml.styles+xml",
          "<styleSheet \(name)>\(styles)</styleSheet>"
        ))
    }
    return package(parts + more)
  }

  /// A presentation with a slide, both wherever `folder` is, and with a layout of that root.
  public static func presentation(
    slide attributes: String = "", _ body: String = "", in folder: String = "ppt/slides",
    layout: (root: String, body: String)? = nil
  ) -> [UInt8] {
    let names = """
      xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
      """
    let more = layout.map {
      [
        (
          "\(folder)/layout1.xml", types + "presentationml.slideLayout+xml",
          "<p:\($0.root) \(names)><p:cSld>\($0.body)</p:cSld></p:\($0.root)>"
        )
      ]
    }
    return package(
      [
        (
          "\(folder)/presentation.xml", types + "presentationml.presentation.main+xml",
          "<p:presentation \(names)/>"
        ),
        (
          "\(folder)/slide1.xml", types + "presentationml.slide+xml",
          "<p:sld \(names) \(attributes)><p:cSld>\(body)</p:cSld></p:sld>"
        ),
      ] + (more ?? []))
  }

  /// An OpenDocument text with `body`.
  public static func open(
    _ body: String, kind: String = "text", automatic: String = ""
  ) -> [UInt8] {
    let open = "urn:oasis:names:tc:opendocument:xmlns:"
    let names = """
      xmlns:office="\(open)office:1.0" xmlns:text="\(open)text:1.0" xmlns:t="\(open)text:1.0" \
      xmlns:table="\(open)table:1.0" xmlns:draw="\(open)drawing:1.0" xmlns:style="\(open)style:1.0" \
      xmlns:fo="\(open)xsl-fo-compatible:1.0" xmlns:presentation="\(open)presentation:1.0" \
      xmlns:script="\(open)script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
      """
    let content = """
      <office:document-content \(names)><office:automatic-styles>\(automatic)</office:automatic-styles>\
      <office:body><office:\(kind)>\(body)</office:\(kind)></office:body></office:document-content>
      """
    return ZIPFile.package("application/vnd.oasis.opendocument.\(kind)", [])
      .replacing("content.xml", with: content).built().bytes
  }

  /// A book of one page.
  public static func book(
    _ page: String, items: String = "", more: [ZIPFile.Entry] = []
  ) -> [UInt8] {
    let container = """
      <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>\
      <rootfile full-path="OPS/list.opf" media-type="application/oebps-package+xml"/></rootfiles>\
      </container>
      """
    let list = """
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>\
      <item id="a" href="page.xml" media-type="application/xhtml+xml"/>\(items)</manifest></package>
      """
    var file = ZIPFile([
      .init("mimetype", "application/epub+zip"), .init("META-INF/container.xml", container),
      .init("OPS/list.opf", list),
      .init(
        "OPS/page.xml",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>a</title></head>"
          + "<body>\(page)</body></html>"),
    ])
    file.entries += more
    return file.built().bytes
  }
}

extension ZIPFile {
  /// The same with another content of one entry.
  func replacing(_ name: String, with content: String) -> ZIPFile {
    var file = self
    for index in file.entries.indices where file.entries[index].name == Array(name.utf8) {
      file.entries[index] = Entry(name, content)
    }
    return file
  }
}
