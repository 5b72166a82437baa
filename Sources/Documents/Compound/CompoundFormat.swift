import BroadsealFiles
import BroadsealNotes

/// Compound files ([MS-CFB]): Word, Excel and PowerPoint before 2007, installers, and much else that has no name
/// of its own here. They are recognised, and not looked into.
extension Format {
  /// One that is not encrypted, or of which nobody knows.
  package static let compound = Format(
    "cfb",
    [
      FileType("application/x-ole-storage", [], "compound file", "複合ファイル"),
      FileType(CompoundKind.word, ["doc"], "Word 97 document", "Word 97文書"),
      FileType(CompoundKind.excel, ["xls"], "Excel 97 workbook", "Excel 97ブック"),
      FileType(
        CompoundKind.powerPoint, ["ppt"], "PowerPoint 97 presentation",
        "PowerPoint 97プレゼンテーション"),
      FileType(
        CompoundKind.installer, ["msi"], "Windows Installer package",
        "Windowsインストーラーパッケージ"),
    ],
    recognition: .streams([Opening(CompoundSectors.signature)], kinds: []), opener: .none, end: [],
    holdsMarkup: true, storeMark: .none, growsInPlace: false, codes: .file, label: besideLabel)

  /// A Word, Excel or PowerPoint document of today that a password or rights management encrypts
  /// ([MS-OFFCRYPTO] 2.2, 2.3.4). Programs name it as if it were not encrypted, and which of them it is nobody
  /// can tell without the key.
  package static let encrypted = Format(
    "encrypted-office",
    [
      FileType(
        "application/x-ole-storage", [], "encrypted Office document", "暗号化されたOffice文書")
    ],
    recognition: .streams([], kinds: ["docx", "xlsx", "pptx"]), opener: .none, end: [],
    holdsMarkup: true, storeMark: .none, growsInPlace: false, codes: .file, label: besideLabel)
}

/// What kind of file a compound file is, by the names in its root.
enum CompoundKind {
  static let word = "application/msword"
  static let excel = "application/vnd.ms-excel"
  static let powerPoint = "application/vnd.ms-powerpoint"
  static let installer = "application/x-msi"

  /// The format of the compound file `source` and its media type: of one that is of no known kind, or of several
  /// at once, the format's; nil where its directory cannot be read, so that it may be what its name says.
  ///
  /// Word puts a stream of its old format into what it encrypts, for programs that do not know the new one: an
  /// encrypted document is one, whatever stands beside it.
  static func content(
    of source: ByteSource
  ) throws(SourceError) -> (format: Format, mediaType: String?) {
    guard let file = try CompoundFile(source) else { return (.compound, nil) }
    if isEncrypted(file) { return (.encrypted, nil) }
    let kinds = streams.filter { $0.names.contains { file.hasStream($0) } }.map(\.type)
    let all = kinds + (file.rootClass == installerClass ? [installer] : [])
    return (.compound, all.count == 1 ? all[0] : Format.compound.mediaType)
  }

  /// A package, and how it is encrypted: by a password, or by the rights that its data spaces name.
  private static func isEncrypted(_ file: CompoundFile) -> Bool {
    file.hasStream("EncryptedPackage", atLeast: sizeField)
      && (file.hasStream("EncryptionInfo", atLeast: sizeField)
        || file.hasStorage("\u{6}DataSpaces"))
  }

  /// Streams without which the program opens none of its files.
  private static let streams: [(type: String, names: [String])] = [
    (word, ["WordDocument"]), (excel, ["Workbook", "Book"]),
    (powerPoint, ["PowerPoint Document", "PP40"]),
  ]
  /// `{000C1084-0000-0000-C000-000000000046}`.
  private static let installerClass: [UInt8] = [
    0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46,
  ]
  /// Both streams begin with eight bytes: the size of what was encrypted, or version and flags.
  private static let sizeField: UInt32 = 8
}
