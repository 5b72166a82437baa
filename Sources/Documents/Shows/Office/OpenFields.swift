import BroadsealBytes

/// The fields of OpenDocument (ODF 1.3 part 3 §7): elements whose text a program puts in from elsewhere.
///
/// Every element of the text namespace is taken for a field unless it is known to hold words of the document
/// itself. A field is told, but for numbers of pages, captions that count in order, and what is fixed: one
/// program shows what is stored, and another what the declaration, the properties of the file or its own
/// settings say.
struct OpenFields {
  /// Whether a field stands whose text can be another than is stored.
  private(set) var isLive = false

  /// The field that is open.
  private var field: (name: String, series: String?, text: [UInt8])?
  /// Whether it stands in a master of pages.
  private var isInMaster = false
  /// How many captions of each series stood so far.
  private var counts: [String: Int] = [:]

  /// Elements that hold words, divide them, or describe them and show none.
  private static let plain: Set<String> = [
    "p", "h", "span", "a", "s", "tab", "tab-stop", "line-break", "soft-page-break", "list",
    "list-item",
    "list-header", "numbered-paragraph", "number", "section", "bookmark", "bookmark-start",
    "bookmark-end", "reference-mark", "reference-mark-start", "reference-mark-end", "note",
    "note-citation", "note-body", "ruby", "ruby-base", "ruby-text", "meta", "index-body",
    "index-title",
    "table-of-content", "table-of-content-source", "illustration-index",
    "illustration-index-source",
    "table-index", "table-index-source", "object-index", "object-index-source", "user-index",
    "user-index-source", "alphabetical-index", "alphabetical-index-source", "bibliography",
    "bibliography-source", "index-title-template", "index-source-styles", "index-source-style",
    "toc-mark", "toc-mark-start", "toc-mark-end", "user-index-mark", "user-index-mark-start",
    "user-index-mark-end", "alphabetical-index-mark", "alphabetical-index-mark-start",
    "alphabetical-index-mark-end", "bibliography-configuration", "sort-key", "list-style",
    "list-level-style-number", "list-level-style-bullet", "list-level-style-image", "outline-style",
    "outline-level-style", "list-level-label-alignment", "notes-configuration",
    "note-continuation-notice-forward", "note-continuation-notice-backward",
    "linenumbering-configuration", "linenumbering-separator", "sequence-decls", "sequence-decl",
    "variable-decls", "variable-decl", "user-field-decls", "user-field-decl", "tracked-changes",
    "changed-region", "insertion", "deletion", "format-change", "change", "change-start",
    "change-end",
    // Told elsewhere, by what they are.
    "hidden-text", "hidden-paragraph", "script",
  ]
  /// Fields that hold their text when they say so (§19.815).
  private static let fixable: Set<String> = [
    "date", "time", "author-name", "author-initials", "sender-firstname", "sender-lastname",
    "sender-initials", "sender-title", "sender-position", "sender-email", "sender-phone-private",
    "sender-fax", "sender-company", "sender-phone-work", "sender-street", "sender-city",
    "sender-postal-code", "sender-country", "sender-state-or-province", "initial-creator",
    "creation-date", "creation-time", "description", "user-defined", "print-time", "print-date",
    "printed-by", "title", "subject", "keywords", "editing-cycles", "editing-duration",
    "modification-time", "modification-date", "creator", "file-name", "chapter",
  ]

  /// Takes a start tag of the text namespace.
  mutating func begin(_ reading: XMLReading, isEmpty: Bool) {
    let name = reading.name.local
    isInMaster =
      reading.isInside(.style, "master-page") || reading.isInside(.style, "handout-master")
    if OpenFields.plain.contains(name) || name.hasSuffix("-entry-template")
      || name.hasPrefix("index-entry-")
    {
      return
    }
    switch name {
    case "page-number", "page-count": field = (name, nil, [])
    // A page bears the name of its table, which the document says itself.
    case "sheet-name" where isInMaster: break
    case "sequence":
      let series = reading.value("name", .officeText) ?? ""
      let formula = reading.value("formula", .officeText) ?? series + "+1"
      // Only the next number of a series is what everybody counts.
      let isNext = formula == series + "+1" || formula.hasSuffix(":" + series + "+1")
      if !isNext || counts.count > 1_024 { isLive = true }
      counts[series, default: 0] += 1
      field = (name, series, [])
    case "bookmark-ref", "reference-ref", "sequence-ref", "note-ref":
      if reading.value("reference-format", .officeText) ?? "page" != "page" { isLive = true }
      field = (name, nil, [])
    case _ where OpenFields.fixable.contains(name) && reading.value("fixed", .officeText) == "true":
      break
    default: isLive = true
    }
    if isEmpty { field = nil }
  }

  /// Takes text.
  mutating func take(_ text: [UInt8]) {
    if field?.text.count ?? FieldCodes.longest < FieldCodes.longest {
      field?.text += text.prefix(FieldCodes.longest)
    }
  }

  /// Takes an end tag of the text namespace.
  mutating func end(_ name: String) {
    guard let whole = field, whole.name == name else { return }
    field = nil
    if standsIn(whole.text) { return }
    if let series = whole.series, let number = Int(String(decoding: whole.text, as: UTF8.self)) {
      if number != counts[series] { isLive = true }
    } else if !FieldCodes.isNumber(whole.text) {
      isLive = true
    }
  }

  /// Whether it is what LibreOffice writes in the place of a number: `<number>`, in a master in any language.
  private func standsIn(_ text: [UInt8]) -> Bool {
    let words = String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace }
    if ["<number>", "<#>", "‹#›"].contains(words) { return true }
    return isInMaster && words.count <= 16 && words.hasPrefix("<") && words.hasSuffix(">")
  }
}
