extension DeceptiveDocument {
  private static func page(_ head: String, _ body: String = "<p>notice") -> String {
    "<!doctype html><html><head><title>a</title>\(head)</head><body>\(body)</body></html>"
  }

  private static func drawing(_ body: String, before: String = "") -> String {
    "<?xml version=\"1.0\"?>\(before)<svg xmlns=\"http://www.w3.org/2000/svg\" "
      + "xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(body)</svg>"
  }

  /// Pages, drawings and text.
  static let web: [DeceptiveDocument] = [
    DeceptiveDocument(
      "HTML: a script beside the page", "a.html", text: page("<script src=\"notice.js\"></script>"),
      "HTML-SCRIPT"),
    DeceptiveDocument(
      "HTML: a picture beside the page", "a.html", text: page("", "<p>notice<img src=notice.png>"),
      "HTML-EXTERNAL"),
    DeceptiveDocument(
      "HTML: a frame", "a.html", text: page("", "<iframe src=\"other.html\"></iframe>"),
      "HTML-EXTERNAL"),
    DeceptiveDocument(
      "HTML: every address counts from elsewhere", "a.html",
      text: page("<base href=\"http://a/\">"), "HTML-EXTERNAL"),
    DeceptiveDocument(
      "HTML: its style sheet shows another sentence when a label stands in its head", "a.html",
      text: page(
        "<style>p::before{content:\"1\"} html:has(script) p::before{content:\"2\"}</style>"),
      "CONTENT-LABEL-SEEN"),
    DeceptiveDocument(
      "HTML: words that its style sheet adds in wide windows", "a.html",
      text: page("<style>@media (min-width:500px){p::before{content:\"not \"}}</style>"),
      "HTML-CONDITIONAL"),
    DeceptiveDocument(
      "HTML: a sentence without room, and another whose ground lies on it", "a.html",
      text: page(
        "<style>p{margin:0}.a{height:0}.b{position:relative;background:#fff}</style>",
        "<p class=a>It is not in force.<p class=b>It is in force."), "HTML-UNREAD"),
    DeceptiveDocument(
      "HTML: digits that stand in the other order than they are read", "a.html",
      text: page("", "<p>The fee is <bdo dir=rtl>100</bdo> EUR"), "HTML-UNREAD"),
    DeceptiveDocument(
      "SVG: digits that stand in the other order than they are read", "a.svg",
      text: drawing("<text y=\"20\" x=\"100 90 80\">321</text>"), "SVG-UNREAD"),
    DeceptiveDocument(
      "SVG: letters under their own white line", "a.svg",
      text: drawing("<text y=\"20\">a<tspan stroke=\"#fff\" stroke-width=\"9\">not</tspan></text>"),
      "SVG-HIDDEN"),
    DeceptiveDocument(
      "SVG: its style sheet counts the children of its root", "a.svg",
      text: drawing("<style>text:nth-child(2){fill:white}</style><text>a</text>"),
      "CONTENT-LABEL-SEEN"),
    DeceptiveDocument(
      "SVG: another text in another language", "a.svg",
      text: drawing("<switch><text systemLanguage=\"de\">a</text><text>b</text></switch>"),
      "SVG-CONDITIONAL"),
    DeceptiveDocument(
      "SVG: a script", "a.svg", text: drawing("<script>a()</script>"), "SVG-SCRIPT"),
    DeceptiveDocument(
      "SVG: a picture from elsewhere", "a.svg",
      text: drawing("<image xlink:href=\"http://a/b.png\"/>"), "SVG-EXTERNAL"),
    DeceptiveDocument(
      "SVG: a style sheet that imports another", "a.svg",
      text: drawing("<style>@im\\70ort 'a.css';</style>"), "SVG-EXTERNAL"),
    DeceptiveDocument(
      "SVG: a style sheet in front of it", "a.svg",
      text: drawing("<g/>", before: "<?xml-stylesheet href=\"a.css\"?>"), "SVG-EXTERNAL"),
    DeceptiveDocument(
      "XML: a style sheet in front of it", "a.xml",
      text: "<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?><a>b</a>",
      "XML-STYLESHEET"),
    DeceptiveDocument(
      "Markdown: a picture from elsewhere", "a.md", text: "# Notice\n\n![seal](http://a/b.png)\n",
      "TEXT-EXTERNAL"),
    DeceptiveDocument(
      "RTF: a part of another file", "a.rtf",
      text: "{\\rtf1 {\\field{\\*\\fldinst INCLUDETEXT \"a.rtf\"}{\\fldrslt notice}}}",
      "RTF-EXTERNAL"),
  ]

  /// Books.
  static let books: [DeceptiveDocument] = [
    DeceptiveDocument(
      "EPUB: a page that asks for the label of its book", "a.epub",
      SmallPackage.book(
        "<p><object data=\"../META-INF/%63ontent_credential.c2pa\">not</object></p>"),
      "CONTENT-LABEL-SEEN"),
    DeceptiveDocument(
      "EPUB: a script", "a.epub", SmallPackage.book("<p>a</p><script>a()</script>"), "EPUB-SCRIPT"),
    DeceptiveDocument(
      "EPUB: a picture from a server", "a.epub",
      SmallPackage.book("<p><img src=\"http://a/b.png\" alt=\"\"/></p>"), "EPUB-EXTERNAL"),
    DeceptiveDocument(
      "EPUB: a part from a server in its list", "a.epub",
      SmallPackage.book(
        "<p>a</p>",
        items: "<item id=\"b\" href=\"https://a/b.mp3\" media-type=\"audio/mpeg\"/>"),
      "EPUB-EXTERNAL"),
  ]
}
