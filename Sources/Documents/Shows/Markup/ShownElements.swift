/// Elements by what becomes of the text in them.
enum ShownElements {
  /// By whose rules an element is shown.
  enum Realm { case page, drawing, formula }

  /// What becomes of text.
  enum Fate {
    /// It is shown, by what stands around it too.
    case shown
    /// It is no part of what is shown, and nobody takes it for one: titles, styles, scripts, metadata.
    case aside
    /// It is not shown, or in its stead something else is.
    case hidden
    /// Not known here.
    case unknown
  }

  /// What becomes of the text of an element, named in small letters.
  static func fate(of name: String, in realm: Realm) -> Fate {
    switch realm {
    case .page:
      if page.contains(name) || empty.contains(name) { return .shown }
      if name.contains("-") || name.contains(":") { return .shown }
      if asides.contains(name) { return .aside }
      return fallbacks.contains(name) ? .hidden : .unknown
    case .drawing:
      if drawing.contains(name) { return .shown }
      return drawingAsides.contains(name) ? .aside : .hidden
    case .formula:
      if formula.contains(name) || page.contains(name) { return .shown }
      return name == "style" || name == "script" ? .aside : .hidden
    }
  }

  private static func names(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Elements of a page whose text is shown as it stands (HTML §4, §16; the rendering of §15).
  static let page = names(
    """
    a abbr acronym address article aside b bdi bdo big blink blockquote body button caption center cite
    code colgroup data dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer
    form h1 h2 h3 h4 h5 h6 head header hgroup html i ins kbd label legend li listing main map mark marquee menu
    nav nobr ol output p picture plaintext pre q rb rbc rt rtc ruby s samp search section slot small span
    strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var xmp
    """)

  /// Elements of a page that hold nothing.
  static let empty = names(
    """
    area base basefont bgsound br col embed frame hr image img input keygen link meta param source spacer
    track wbr
    """)

  /// Elements that say something beside what is shown, or whose text is told where they begin.
  private static let asides: Set<String> = [
    "title", "style", "script", "noframes", "noembed", "iframe", "textarea",
  ]

  /// Elements of a page that show their text only where something else fails, or of which they show a part.
  private static let fallbacks: Set<String> = [
    "applet", "audio", "canvas", "datalist", "frameset", "meter", "noscript", "object", "optgroup",
    "option", "progress", "rp", "select", "template", "video",
  ]

  private static let drawing: Set<String> = [
    "a", "foreignobject", "g", "svg", "switch", "text", "textpath", "tspan",
  ]
  private static let drawingAsides: Set<String> = ["title", "metadata", "style", "script"]

  private static let formula = names(
    """
    math menclose merror mfenced mfrac mi mlabeledtr mmultiscripts mn mo mover mpadded mprescripts mroot
    mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics
    """)

  /// Elements that the end of another one does not end (HTML §13.2.4.2, special).
  static let special = names(
    """
    address applet area article aside base basefont bgsound blockquote body br button caption center col
    colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3
    h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav
    noembed noframes noscript object ol p param plaintext pre script search section select source style
    summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp
    """)
}
