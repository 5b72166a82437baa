package import BroadsealBytes

/// What a program makes of a text because of its name: the same bytes are a table under one name and run
/// under another. So the name may not say another family than the type that was signed.
package enum TypeFamily: String, CaseIterable, Sendable {
  /// Words to be read: plain text, Markdown, TeX, subtitles.
  case prose
  /// Values to be read by programs: CSV, JSON, YAML.
  case data
  /// What browsers and mail readers lay out, and whose scripts they run: HTML, XML, SVG, saved mail.
  case page
  /// What is run: source text of whatever language.
  case script
  /// Anything that is no text.
  case binary

  /// What people call it, as a word in a sentence.
  package var name: FileType.Name {
    switch self {
    case .prose: FileType.Name(rawValue, "文章")
    case .data: FileType.Name(rawValue, "データ")
    case .page: FileType.Name(rawValue, "ウェブページなど")
    case .script: FileType.Name(rawValue, "スクリプト")
    case .binary: FileType.Name(rawValue, "テキスト以外")
    }
  }

  /// The family of a media type.
  package init(mediaType: String) {
    self = TypeFamily.known[mediaType] ?? TypeFamily.family(ofUnlisted: mediaType)
  }

  /// The family that the name of `path` says; nil when it says none that is known.
  package init?(of path: FilePath) {
    guard let type = TypeFamily.mediaType(of: path) else { return nil }
    self.init(mediaType: type)
  }

  /// The media type that the name of `path` stands for, of those too that no label is put into.
  package static func mediaType(of path: FilePath) -> String? {
    if let named = FileExtension(of: path) { return named.mediaType }
    guard let text = FileExtension.text(of: path) else { return nil }
    return extensions[text]
  }

  private static func family(ofUnlisted mediaType: String) -> TypeFamily {
    if CommentSyntax.xml.mediaTypes.contains(mediaType) || mediaType.hasSuffix("+xml") {
      return .page
    }
    if mediaType.hasSuffix("+json") { return .data }
    // What has comments and is nothing else is the source text of a program.
    if CommentSyntax.of(mediaType: mediaType) != nil { return .script }
    return mediaType.hasPrefix("text/") ? .prose : .binary
  }

  private static let known: [String: TypeFamily] = {
    var known: [String: TypeFamily] = [:]
    for (family, types) in families {
      for type in types { known[type] = family }
    }
    return known
  }()

  private static let families: [TypeFamily: [String]] = [
    .prose: [
      "text/plain", "text/markdown", "text/x-log", "text/asciidoc", "text/org", "text/vtt",
      "application/x-subrip", "application/rtf", "application/x-tex", "application/x-latex",
      "text/x-tex",
    ],
    .data: [
      "text/csv", "text/tab-separated-values", "application/json", "application/jsonl",
      "application/geo+json", "application/jsonc", "application/json5", "application/yaml",
      "application/toml", "text/x-ini", "text/x-java-properties", "text/calendar", "text/vcard",
      "text/turtle", "text/x-gettext-translation", "text/vnd.graphviz",
    ],
    .page: [
      "text/html", "application/hta", "multipart/related", "message/rfc822", "text/css",
      "text/x-scss", "text/x-less",
    ],
    .script: ["application/x-httpd-php", "application/sql", "application/x-script"],
  ]

  /// Names that a system or a server runs or lays out, beside those in `FileExtension`.
  private static let extensions: [String: String] = {
    var extensions: [String: String] = [:]
    for (type, names) in [
      ("application/hta", "hta"), ("multipart/related", "mht mhtml"),
      ("text/html", "shtml shtm stm xht htmx dhtml"), ("application/xhtml+xml", "xhtm"),
      (
        "application/x-script",
        "bat cmd com vbs vbe vb wsf wsh wsc sct jse jsx ts tsx mts cts psm1 psd1 ps1xml ksh csh "
          + "tcsh fish command tool scpt applescript ahk au3 reg inf url desktop webloc lnk scf "
          + "phtml phar php3 php4 php5 php7 pht asp aspx asa asax ashx cer jsp jspx cfm cgi fcgi "
          + "pyw pyc rake gemspec coffee dart vue svelte erb ejs hbs make m mm f f90 pas asm s bas "
          + "sed nu xonsh elv rkt ml mli fs fsx nim cr lisp rexx vim service plist gradle"
      ),
    ] {
      for name in names.split(separator: " ") { extensions[String(name)] = type }
    }
    return extensions
  }()
}

extension Document {
  /// The media type that a label puts under its signature: what the name stands for where the content
  /// leaves that open, else what the content is.
  package var statedType: String {
    guard !format.isProvedByContent, let path else { return mediaType }
    return TypeFamily.mediaType(of: path) ?? mediaType
  }
}
