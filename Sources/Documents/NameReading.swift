package import BroadsealBytes

/// What a program makes of a text because of its name: the same bytes are a table under one name and run under
/// another. So the name may not call another parser than the one for the type that was signed.
package enum NameReading {
  /// The media type that the name of `path` stands for, of those too that no label is put into; nil when it says
  /// none that is known.
  ///
  /// Servers look at every extension: the last that is known says the type, whatever follows (`page.html.en`), and one
  /// that has the server run the file does so wherever it stands (`page.php.txt`).
  package static func mediaType(of path: FilePath) -> String? {
    let texts = FileExtension.texts(of: path)
    if let served = texts.last(where: served.contains) { return mediaType(ofExtension: served) }
    return texts.reversed().lazy.compactMap(mediaType(ofExtension:)).first
  }

  /// Whether the name of `path` has an extension, and its last is none that is known.
  package static func endsUnknown(_ path: FilePath) -> Bool {
    guard !FileExtension.texts(of: path).isEmpty else { return false }
    return FileExtension.text(of: path).flatMap(mediaType(ofExtension:)) == nil
  }

  /// Whether a program that reads a text by the type `named` makes of it what one that reads it by `signed` does,
  /// or shows its source, in which every word can be seen.
  package static func agrees(named: String, signed: String) -> Bool {
    if parser(of: named) == parser(of: signed) { return true }
    return parser(of: named) == "text/plain" && shownBySource.contains(parser(of: signed))
  }

  /// Whether the name of `path` has a player or a browser open what the text names.
  static func isPlaylist(_ path: FilePath) -> Bool {
    mediaType(of: path).map { playlists.union(lists).contains($0) } ?? false
  }

  /// Whether the name of `path` has a server run the text, wherever in it that stands.
  static func isRun(_ path: FilePath) -> Bool {
    FileExtension.texts(of: path).contains(where: served.contains)
  }

  /// Whether the name of `path` says a notebook: pages and pictures that programs left, which a viewer shows as markup.
  static func isNotebook(_ path: FilePath) -> Bool { FileExtension.text(of: path) == "ipynb" }

  /// The parser of a media type, by the type that it is written for.
  private static func parser(of mediaType: String) -> String {
    if let parser = equals[mediaType] { return parser }
    if mediaType.hasSuffix("+json") { return "application/json" }
    if playlists.contains(mediaType) { return mediaType }
    if CommentSyntax.xml.mediaTypes.contains(mediaType) || mediaType.hasSuffix("+xml") {
      return "application/xml"
    }
    return mediaType
  }

  /// Types that one parser reads alike. XML is read alike under all its names; HTML is not XML.
  private static let equals = [
    "text/x-log": "text/plain", "application/x-latex": "application/x-tex",
    "text/x-tex": "application/x-tex",
  ]

  /// XML that a player takes for a list of what it is to play.
  private static let playlists: Set<String> = ["application/dash+xml", "application/xspf+xml"]

  /// Other texts that say where something is to be opened.
  private static let lists: Set<String> = [
    "application/vnd.apple.mpegurl", "audio/x-scpls", "application/x-url", "application/x-webloc",
    "application/x-desktop",
  ]

  /// Texts whose source shows every word, and hardly more than words.
  private static let shownBySource: Set<String> = [
    "text/markdown", "text/asciidoc", "text/org", "text/x-rst", "text/vtt", "application/x-subrip",
    "application/x-tex",
  ]

  /// Extensions for which servers are told to run a file, wherever in its name they stand. Those that are a language
  /// too (`pl` is Polish) are not among them.
  private static let served: Set<String> = [
    "php", "phtml", "phar", "php3", "php4", "php5", "php7", "pht", "asp", "aspx", "asa", "asax",
    "ashx", "jsp", "jspx", "cfm", "cgi", "fcgi", "shtml", "shtm", "stm",
  ]

  /// Whether an extension stands for a type that is known.
  static func isKnown(_ text: String) -> Bool { mediaType(ofExtension: text) != nil }

  private static func mediaType(ofExtension text: String) -> String? {
    Formats.byExtension[text]?.type.mediaType ?? extensions[text]
  }

  /// Names that a program runs, plays or lays out, beside those in `Formats`.
  private static let extensions: [String: String] = {
    var extensions: [String: String] = [:]
    for (type, names) in [
      ("text/plain", "conf"), ("application/hta", "hta"), ("multipart/related", "mht mhtml"),
      ("text/html", "htmx dhtml"), ("text/x-server-parsed-html", "shtml shtm stm"),
      ("application/xhtml+xml", "xhtm xht"), ("text/x-rst", "rst rest"),
      ("text/x-textile", "textile"), ("text/x-wiki", "wiki mediawiki"), ("text/x-ssa", "ass ssa"),
      ("application/vnd.apple.mpegurl", "m3u m3u8"), ("audio/x-scpls", "pls"),
      ("application/dash+xml", "mpd"), ("application/xspf+xml", "xspf"),
      ("application/x-bat", "bat cmd"), ("text/vbscript", "vbs vb"),
      ("application/x-wsh", "wsf wsh wsc sct"), ("text/x-typescript", "ts tsx mts cts"),
      ("text/x-powershell", "psm1 psd1 ps1xml"), ("text/x-shellscript", "ksh command tool"),
      ("application/x-httpd-php", "phtml phar php3 php4 php5 php7 pht"),
      ("application/x-asp", "asp aspx asa asax ashx cer"), ("application/x-jsp", "jsp jspx"),
      ("application/x-cgi", "cgi fcgi"), ("text/x-python", "pyw"),
      ("text/x-ruby", "rake gemspec"), ("text/x-ocaml", "ml mli"), ("text/x-fsharp", "fs fsx"),
      ("text/x-asm", "asm s"), ("text/x-fortran", "f f90"),
    ] {
      for name in names.split(separator: " ") { extensions[String(name)] = type }
    }
    // Each of these is run or read by a program of its own.
    let others =
      "com vbe jse jsx csh tcsh fish scpt applescript ahk au3 reg inf url desktop webloc lnk scf "
      + "cfm pyc coffee dart vue svelte erb ejs hbs make m mm pas bas sed nu xonsh elv rkt nim cr "
      + "lisp rexx vim service plist gradle"
    for name in others.split(separator: " ") where extensions[String(name)] == nil {
      extensions[String(name)] = "application/x-\(name)"
    }
    return extensions
  }()
}

extension Document {
  /// The media type that a label puts under its signature: what the name stands for where the content
  /// leaves that open, one that nobody knows for a type of its own; else what the content is.
  ///
  /// - Parameter output: the name of what is written; it says the type where the document's own says none that is
  ///   known.
  package func statedType(as output: FilePath? = nil) -> String {
    guard !format.isProvedByContent, var path else { return mediaType }
    if let output, case .unknown = NameReading.ending(of: path) { path = output }
    if format.isText, case .unknown(let type, _) = NameReading.ending(of: path) { return type }
    return NameReading.mediaType(of: path) ?? mediaType
  }

  /// Whether it is text whose name ends in something unknown: nobody can say what a program takes it for.
  package var isTextOfUnknownName: Bool {
    guard format.isText, !format.isProvedByContent, let path else { return false }
    return NameReading.endsUnknown(path)
  }
}
