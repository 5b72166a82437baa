extension ZIPFile {
  /// The smallest package that is a text document of Office Open XML.
  public static func docx(types: String = contentTypes(), deflates: Bool = true) -> ZIPFile {
    ZIPFile([
      Entry("[Content_Types].xml", types, deflates: deflates),
      Entry("_rels/.rels", "<Relationships/>", deflates: true),
      Entry(
        "word/document.xml", "<w:document xmlns:w=\"\(SmallPackage.word)\">text</w:document>",
        deflates: true
      )
      .with { $0.descriptor = .signed },
    ])
  }

  /// A list of content types.
  public static func contentTypes(
    main: String = """
    application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml
    """, more: String = ""
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\(more)\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(main)"/></Types>
    """
  }

  /// The smallest package with an entry `mimetype`.
  public static func package(_ mediaType: String, _ more: [Entry] = []) -> ZIPFile {
    ZIPFile(
      [
        Entry("mimetype", mediaType), Entry("META-INF/"),
        Entry("META-INF/container.xml", "<container/>", deflates: true),
        Entry("content.xml", "<content/>", deflates: true),
      ] + more)
  }
}
