import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// What an archive is: by its content, checked against its name.
@Suite("Kinds of packages") struct PackageKindTests {
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let excel = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  private static let point = "application/vnd.openxmlformats-officedocument.presentationml."
  private static let ms = "application/vnd.ms-"

  /// Extension, content type of the main part, kind, media type.
  private static let office: [(String, String, Format, String)] = [
    ("docx", word + "document.main+xml", .docx, word + "document"),
    ("dotx", word + "template.main+xml", .docx, word + "template"),
    (
      "docm", ms + "word.document.macroEnabled.main+xml", .docx,
      ms + "word.document.macroEnabled.12"
    ),
    (
      "dotm", ms + "word.template.macroEnabledTemplate.main+xml", .docx,
      ms + "word.template.macroEnabled.12"
    ),
    ("xlsx", excel + "sheet.main+xml", .xlsx, excel + "sheet"),
    ("xltx", excel + "template.main+xml", .xlsx, excel + "template"),
    ("xlsm", ms + "excel.sheet.macroEnabled.main+xml", .xlsx, ms + "excel.sheet.macroEnabled.12"),
    (
      "xltm", ms + "excel.template.macroEnabled.main+xml", .xlsx,
      ms + "excel.template.macroEnabled.12"
    ),
    (
      "xlsb", ms + "excel.sheet.binary.macroEnabled.main", .xlsx,
      ms + "excel.sheet.binary.macroEnabled.12"
    ),
    ("pptx", point + "presentation.main+xml", .pptx, point + "presentation"),
    ("potx", point + "template.main+xml", .pptx, point + "template"),
    ("ppsx", point + "slideshow.main+xml", .pptx, point + "slideshow"),
    (
      "pptm", ms + "powerpoint.presentation.macroEnabled.main+xml", .pptx,
      ms + "powerpoint.presentation.macroEnabled.12"
    ),
    (
      "potm", ms + "powerpoint.template.macroEnabled.main+xml", .pptx,
      ms + "powerpoint.template.macroEnabled.12"
    ),
    (
      "ppsm", ms + "powerpoint.slideshow.macroEnabled.main+xml", .pptx,
      ms + "powerpoint.slideshow.macroEnabled.12"
    ),
    ("oxps", ms + "package.xps-fixeddocumentsequence+xml", .oxps, "application/oxps"),
    ("xps", ms + "package.xps-fixeddocumentsequence+xml", .oxps, "application/vnd.ms-xpsdocument"),
  ]

  private func document(_ file: ZIPFile, _ name: String) throws -> Document {
    try Document(ByteSource(bytes: file.built().bytes), path: FilePath(name))
  }

  @Test("the main part's content type tells the kind, and the name has to agree")
  func officeKinds() throws {
    for (suffix, main, format, mediaType) in Self.office {
      let file = ZIPFile.docx(types: ZIPFile.contentTypes(main: main))
      let document = try document(file, "a." + suffix)
      #expect(document.format == format && document.mediaType == mediaType)
      #expect(document.extensionAgrees && document.carrier != nil, "\(document.notes)")
      for (other, _, _, type) in Self.office where other != suffix && format != .oxps {
        let misnamed = try self.document(file, "a." + other)
        #expect(!misnamed.extensionAgrees && type != mediaType, "\(suffix) named \(other)")
      }
      #expect(try !self.document(file, "a.zip").extensionAgrees)
    }
  }

  /// Extension, media type in `mimetype`, kind.
  private static let open: [(String, String, Format)] = [
    ("epub", "application/epub+zip", .epub),
    ("odt", "application/vnd.oasis.opendocument.text", .odt),
    ("ott", "application/vnd.oasis.opendocument.text-template", .odt),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet", .ods),
    ("ots", "application/vnd.oasis.opendocument.spreadsheet-template", .ods),
    ("odp", "application/vnd.oasis.opendocument.presentation", .odp),
    ("otp", "application/vnd.oasis.opendocument.presentation-template", .odp),
    ("odg", "application/vnd.oasis.opendocument.graphics", .odg),
  ]

  @Test("the entry `mimetype` tells the kind, and the name has to agree")
  func openKinds() throws {
    for (suffix, mediaType, format) in Self.open {
      let document = try document(.package(mediaType), "a." + suffix)
      #expect(document.format == format && document.mediaType == mediaType)
      #expect(document.extensionAgrees, "\(document.notes)")
      for (other, _, _) in Self.open where other != suffix {
        #expect(try !self.document(.package(mediaType), "a." + other).extensionAgrees)
      }
    }
  }

  @Test("files that are no package are an archive, whatever their name says")
  func plain() throws {
    #expect(try document(ZIPHostileTests.sound, "a.zip").extensionAgrees)
    #expect(try document(ZIPHostileTests.sound, "a.jar").mediaType == "application/java-archive")
    for name in ["a.docx", "a.epub", "a.odt"] {
      let document = try document(ZIPHostileTests.sound, name)
      #expect(document.format == .zip && !document.extensionAgrees)
    }
  }

  @Test("a package of two kinds at once is noted")
  func ambiguous() throws {
    var both = ZIPFile.docx()
    both.entries.insert(.init("mimetype", "application/epub+zip"), at: 0)
    #expect(try !document(both, "a.docx").extensionAgrees)
    let mixed = ZIPFile.docx(
      types: ZIPFile.contentTypes(
        more: """
          <Override PartName="/xl/workbook.xml" ContentType="\(Self.excel)sheet.main+xml"/>
          """))
    #expect(try !document(mixed, "a.docx").extensionAgrees)
  }

  @Test("a damaged archive keeps the kind that its name says, and has a problem")
  func damaged() throws {
    let bytes = Array(ZIPFile.docx().built().bytes.dropLast(4))
    let document = try Document(ByteSource(bytes: bytes), path: "a.docx")
    #expect(document.format == .docx && document.carrier == nil && document.problem != nil)
  }

  @Test("a longer `mimetype` than its limit is none")
  func longMimetype() throws {
    let type =
      "application/epub+zip" + String(repeating: " ", count: ZIPLimits.maximumMediaTypeSize)
    #expect(try document(.package(type), "a.zip").format == .zip)
  }
}
