import BroadsealDocuments

extension MessageCatalogue {
  /// What is said of the type of a file: a name of a type in a place is told in Japanese too.
  static let types = """
    the name says {}, the content is {}
    ファイル名は{1}を示していますが、内容は{2}です
    the name says {}, and {} was signed
    ファイル名は{1}を示していますが、署名された形式は{2}です
    the content is {}, which .{} does not say
    内容は{1}ですが、拡張子 .{2} はそれを示していません
    the content can be read as {} and as {}
    内容を{1}としても{2}としても読み取れます
    something else stands before the header of the PDF
    PDFのヘッダーの前に別のデータがあります
    the label stands where another kind of text has it than the name says
    ラベルの位置が、ファイル名の示す種類のテキストのものではありません
    the label states more than one type of the file
    ラベルにファイルの形式が複数記載されています
    no label can be inside: {}
    ラベルを内部に保持できない形式です: {1}
    this version does not look for labels inside it: {}
    本バージョンが内部のラベルを読み取らない形式です: {1}
    """

  /// What people call types of files in Japanese, by what they call them in English; of media types too, where
  /// a message has one.
  static let typeNames: [String: String] = {
    var names: [String: String] = [:]
    for name in Formats.all.flatMap(\.types).map(\.name) {
      names[name.english] = name.japanese
    }
    for type in Formats.all.flatMap(\.types) where type.mediaType != FileType.unknown {
      names[type.mediaType] = names[type.mediaType] ?? "\(type.name.japanese)(\(type.mediaType))"
    }
    return names
  }()
}
