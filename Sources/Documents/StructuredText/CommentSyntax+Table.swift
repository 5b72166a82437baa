extension CommentSyntax {
  /// The syntax of text of a media type; nil for text without comments.
  package static func of(mediaType: String) -> CommentSyntax? { byMediaType[mediaType] }

  private static let byMediaType = Dictionary(
    table.flatMap { syntax in syntax.names.map { ($0.mediaType, syntax) } },
    uniquingKeysWith: { first, _ in first })

  /// Markdown: a comment of HTML, or a comment of YAML or TOML inside front matter.
  static let markdown = CommentSyntax(
    .markup, place: .frontMatter, reserved: ["% "],
    ["md": "text/markdown", "markdown": "text/markdown", "mkd": "text/markdown"])

  /// Every XML vocabulary without a method of its own (C2PA 2.5 §A.9.2).
  static let xml = CommentSyntax(
    .markup, place: .declaration,
    [
      "xml": "application/xml", "xhtml": "application/xhtml+xml", "rss": "application/rss+xml",
      "atom": "application/atom+xml", "xsd": "application/xml", "xsl": "application/xslt+xml",
      "xslt": "application/xslt+xml", "mml": "application/mathml+xml",
      "kml": "application/vnd.google-earth.kml+xml", "gml": "application/gml+xml",
      "": "text/xml",
    ])

  /// Every format with comments that is known here: its comment, extensions and media types.
  package static let table: [CommentSyntax] = [markdown, xml] + others

  /// All but Markdown and XML, which have names of their own.
  static let others: [CommentSyntax] = [
    CommentSyntax(
      .hash, reserved: ["#!"], cookie: true,
      [
        "py": "text/x-python", "pyi": "text/x-python", "rb": "text/x-ruby",
        "sh": "text/x-shellscript", "bash": "text/x-shellscript", "zsh": "text/x-shellscript",
        "pl": "text/x-perl", "pm": "text/x-perl", "r": "text/x-r", "jl": "text/x-julia",
        "awk": "text/x-awk", "tcl": "text/x-tcl", "ps1": "text/x-powershell",
        "yaml": "application/yaml", "yml": "application/yaml", "toml": "application/toml",
        "properties": "text/x-java-properties", "tf": "text/x-hcl", "hcl": "text/x-hcl",
        "nix": "text/x-nix", "cmake": "text/x-cmake", "mk": "text/x-makefile",
        "graphql": "application/graphql", "ex": "text/x-elixir", "exs": "text/x-elixir",
        "org": "text/org", "ttl": "text/turtle", "po": "text/x-gettext-translation",
      ]),
    CommentSyntax(
      .kept, reading: [.block, .slashes], reserved: ["#!"],
      [
        "js": "text/javascript", "mjs": "text/javascript", "cjs": "text/javascript",
        "scss": "text/x-scss", "less": "text/x-less",
      ]),
    CommentSyntax(.kept, reading: [.block], reserved: ["@charset"], ["css": "text/css"]),
    CommentSyntax(
      .slashes, reading: [.block], reserved: ["#!"],
      [
        "c": "text/x-c", "h": "text/x-c", "cc": "text/x-c++", "cpp": "text/x-c++",
        "hpp": "text/x-c++", "cs": "text/x-csharp", "java": "text/x-java", "go": "text/x-go",
        "rs": "text/x-rust", "swift": "text/x-swift", "kt": "text/x-kotlin",
        "kts": "text/x-kotlin", "scala": "text/x-scala", "dart": "text/x-dart",
        "groovy": "text/x-groovy", "proto": "text/x-protobuf", "jsonc": "application/jsonc",
        "json5": "application/json5", "zig": "text/x-zig", "v": "text/x-verilog",
        "gv": "text/vnd.graphviz",
      ]),
    CommentSyntax(
      .slashes, ["adoc": "text/asciidoc", "asciidoc": "text/asciidoc"]),
    CommentSyntax(
      .slashes, reading: [.block, .hash], place: .openingTag, ["php": "application/x-httpd-php"]),
    CommentSyntax(
      .dashes, reading: [.block], ["sql": "application/sql"]),
    CommentSyntax(
      .dashes, reserved: ["#!"],
      [
        "lua": "text/x-lua", "hs": "text/x-haskell", "elm": "text/x-elm", "adb": "text/x-ada",
        "ads": "text/x-ada", "vhd": "text/x-vhdl", "vhdl": "text/x-vhdl",
      ]),
    CommentSyntax(
      .semicolon, reading: [.hash], ["ini": "text/x-ini"]),
    CommentSyntax(
      .semicolon, reserved: ["#!"],
      [
        "lisp": "text/x-common-lisp", "el": "text/x-emacs-lisp", "scm": "text/x-scheme",
        "clj": "text/x-clojure",
      ]),
    CommentSyntax(
      .percent, reserved: ["%&", "#!"],
      [
        "tex": "application/x-tex", "latex": "application/x-latex", "sty": "text/x-tex",
        "cls": "text/x-tex", "erl": "text/x-erlang",
      ]),
    CommentSyntax(.note, place: .header, ["vtt": "text/vtt"]),
  ]
}
