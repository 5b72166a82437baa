import BroadsealBytes
import BroadsealDocuments
import BroadsealVerifying

/// What kind of file a file is, by its name and by its content, and where the label of such a file is.
extension Wording {
  /// What the name of a file says that it is, and what it is; nil where they agree, or one of them is not known.
  func kinds(of verdict: Verdict) -> (name: String, content: String)? {
    guard verdict.has(FileCode.typeMismatch),
      let named = FileExtension(of: FilePath(verdict.path)),
      let name = Formats.name(ofKind: named.format.kind, mediaType: named.mediaType),
      let content = Formats.name(ofKind: verdict.format, mediaType: verdict.mediaType),
      name != content
    else { return nil }
    return (say(name.english, name.japanese), say(content.english, content.japanese))
  }

  /// That the name of a file and its content are of different types, and of which, as far as both are known.
  func misnamed(_ verdict: Verdict) -> String {
    let sentence = sentence(for: FileCode.typeMismatch.code)
    guard let kinds = kinds(of: verdict) else { return sentence }
    return sentence
      + say(
        " The name says \(kinds.name), and the content is \(kinds.content).",
        "ファイル名の示す種類は\(kinds.name)、内容の種類は\(kinds.content)です。")
  }

  /// What a file is called whose label is always a file of its own, and what that would be named; nil for a file of
  /// any other kind, and where nobody said how it is named.
  func placeBeside(_ verdict: Verdict) -> (kind: String, name: String)? {
    guard !verdict.path.isEmpty,
      Formats.liesBeside(ofKind: verdict.format, mediaType: verdict.mediaType),
      let kind = Formats.name(ofKind: verdict.format, mediaType: verdict.mediaType)
    else { return nil }
    let beside = Sidecar.path(for: FilePath(verdict.path))
    return (say(kind.english, kind.japanese), String(decoding: beside.name, as: UTF8.self))
  }
}
