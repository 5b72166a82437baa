import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

/// What looks like a store, or like the end of the head, and is neither.
@Suite struct HTMLDecoyTests {
  private static let store = DummyStore.bytes(300)
  private static let element = HTMLPage.element(store)

  /// Head content without a store in it.
  private static let decoys: [(String, String)] = [
    ("a comment", "<!-- \(element) -->"),
    ("a comment that ends with a bang", "<!-- \(element) --!>"),
    ("an empty comment and one more", "<!--><!--->\n<!-- \(element) -->"),
    ("a bogus comment", "<!foo '<script type=application/c2pa'>"),
    ("a CDATA section, which ends at its first >", "<![CDATA[ <script type=application/c2pa ]]>"),
    ("a processing instruction", "<?x <script type=application/c2pa ?>"),
    ("a title", "<title>\(element)</title>"),
    ("a style", "<style>\(element)</style>"),
    ("noframes", "<noframes>\(element)</noframes>"),
    ("noscript", "<noscript>\(element)</noscript>"),
    ("a script's text", "<script>var x = '<script type=\"application/c2pa\">AAAA'</script>"),
    ("an escaped script", "<script><!-- <script type='application/c2pa'></script> --></script>"),
    ("an attribute", "<meta content='\(element)'>"),
    ("an attribute without quotes", "<meta content=<script/type=application/c2pa>"),
    ("a template", "<template>\(element)</template>"),
    ("templates in each other", "<template><template></template>\(element)</template>"),
    ("another type", "<script type=\"application/c2pa+json\">AAAA</script>"),
    ("a second type attribute", "<script type=\"a/b\" type=\"application/c2pa\">AAAA</script>"),
    ("a longer name", "<scripts type=\"application/c2pa\">"),
    ("an attribute of the end tag", "<style></style type=\"application/c2pa\">"),
    ("a link of another kind", "<link rel=\"c2pa-manifests\" href=\"x\">"),
    ("a type on a link", "<link type=\"application/c2pa\" href=\"x\">"),
    ("no type", "<script>AAAA</script>"),
  ]

  @Test(arguments: decoys)
  func `a decoy in the head is no store, and the real one is found behind it`(
    what: String, decoy: String
  ) throws {
    #expect(try RoundTrip.store(in: HTMLPage.withHead(decoy)) == nil, "\(what)")
    let page = HTMLPage.withHead(decoy + Self.element)
    let carrier = try HTMLCarrier(ByteSource(bytes: page))
    if what == "a longer name" || what == "an attribute without quotes" {
      // What stands there ends the head.
      guard case .none = try carrier.locate() else { return }
      return
    }
    guard case .found(let found) = try carrier.locate() else {
      Issue.record("\(what): the store is not found")
      return
    }
    #expect(found.bytes == Self.store)
  }

  private static let outside: [(String, String)] = [
    ("the body", "<!DOCTYPE html><head></head><body>\(element)"),
    ("text before it", "<!DOCTYPE html><head>x\(element)</head>"),
    ("a character reference before it", "<head>&amp;\(element)</head>"),
    ("an element of the body before it", "<head><p>\(element)</head>"),
    ("an end tag that closes the head", "<head></br>\(element)</head>"),
    ("the end of the document before it", "<head></html>\(element)</head>"),
    ("a textarea", "<head><textarea></head>\(element)</textarea>"),
    ("a body without a head", "<body>\(element)</body>"),
    ("a frameset", "<frameset>\(element)</frameset>"),
    ("plain text", "<plaintext>\(element)"),
    ("plain text in a template", "<head><template><plaintext></template>\(element)"),
  ]

  @Test(arguments: outside)
  func `a store outside the head is ignored, and noted where it is an element`(
    what: String, text: String
  ) throws {
    let carrier = try HTMLCarrier(ByteSource(bytes: Array(text.utf8)))
    guard case .none = try carrier.locate() else {
      Issue.record("\(what): something was found")
      return
    }
    let isElement = what != "a textarea" && !what.hasPrefix("plain text")
    #expect(carrier.notes(at: nil).map(\.code.name) == (isElement ? ["HTML-STORE-OUTSIDE"] : []))
    // C2PA 2.4 allows one such element in the whole document.
    if isElement {
      #expect(throws: DocumentError.self) { try carrier.reserve(99, insisting: true) }
    }
  }

  @Test(arguments: [
    "<SCRIPT TYPE=\"application/c2pa\">", "<script type='application/c2pa'>",
    "<script type=application/c2pa>", "<script type=\"application/c2pa\" id=\"a\">",
    "<script src=\"a\" type=\"application/c2pa\">", "<script type=\"application/c2pa\" >",
    "<script type=\"application/c2pa\"/>", "<script\ntype=\"application/c2pa\">",
    "<script type=\" Application/C2PA \">", "<script type=\"application/c2pa;a=b\">",
    "<script type=\"application&#47;c2pa\">", "<script type=\"application&#x2F;c2pa\">",
    "<script type=\"application&sol;c2pa\">", "<script type=\"application/c2pa\" type=\"a\">",
    "<script onload=\"a()\" type=\"application/c2pa\">",
  ])
  func `a store in tags of another form is found and never official`(tag: String) throws {
    let page = HTMLPage.withHead(HTMLPage.element(Self.store, tag: tag))
    let found = try #require(try RoundTrip.store(in: page))
    #expect(found.bytes == Self.store)
    #expect(found.doubts.map(\.code.name) == ["HTML-STORE-FORM"])
    #expect(Array(page[found.extent.bounds]).starts(with: tag.utf8))
  }

  @Test(arguments: ["</SCRIPT>", "</script >", "</script\n>", "</script/>", "</script a=\"b\">"])
  func `so is one with another end tag`(tag: String) throws {
    let text = String(Self.element.dropLast("</script>".count)) + tag
    let found = try #require(try RoundTrip.store(in: HTMLPage.withHead(text)))
    #expect(found.doubts.map(\.code.name) == ["HTML-STORE-FORM"])
    #expect(found.extent.length == text.utf8.count)
  }

  @Test(arguments: [("\n  ", "\n"), ("\t", ""), ("", "\r\n\u{C}")])
  func `white space around the text is stripped, and never official`(
    before: String, after: String
  ) throws {
    let text =
      "<script type=\"application/c2pa\">\(before)\(Base64.encode(Self.store))\(after)</script>"
    let found = try #require(try RoundTrip.store(in: HTMLPage.withHead(text)))
    #expect(found.bytes == Self.store)
    #expect(found.doubts.map(\.code.name) == ["HTML-STORE-FORM"])
  }

  @Test(arguments: [
    ("", "HTML-STORE-BASE64"), ("AA\nAA", "HTML-STORE-BASE64"), ("AAA", "HTML-STORE-BASE64"),
    ("AA==AAAA", "HTML-STORE-BASE64"), ("AB==", "HTML-STORE-BASE64"), ("A-_A", "HTML-STORE-BASE64"),
    ("AAAA<!--", "HTML-STORE-BASE64"), ("あAA", "HTML-STORE-BASE64"),
  ])
  func `text that is not exactly Base64 is no store`(text: String, code: String) throws {
    let page = HTMLPage.withHead("<script type=\"application/c2pa\">\(text)</script>")
    #expect(throws: RoundTrip.Unusable.self) { try RoundTrip.store(in: page) }
    guard case .unusable(let note) = try HTMLCarrier(ByteSource(bytes: page)).locate() else {
      return
    }
    #expect(note.code.name == code)
  }

  private static let several: [String] = [
    element + element, element + "<link rel=c2pa-manifest href=x>",
    "<link rel='c2pa-manifest' href=x><LINK REL='icon C2PA-Manifest' href=y>",
    "<script type=application/c2pa></script>" + element, element + "</head>\n" + element,
  ]

  @Test(arguments: several)
  func `several elements in the head are no store`(content: String) throws {
    let carrier = try HTMLCarrier(ByteSource(bytes: HTMLPage.withHead(content)))
    guard case .unusable(let note) = try carrier.locate() else {
      Issue.record("one of them was taken")
      return
    }
    #expect(note.code.name == "HTML-MULTIPLE-STORES")
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
  }

  private static let disputed: [(String, String)] = [
    ("behind the head", "</head>\n\(element)\n<body>"),
    ("behind a picture for readers without scripts", "<noscript><img src=x></noscript>\(element)"),
    ("behind an escaped space", "&#32;&#x0A;&Tab;\(element)"),
    ("behind a template", "<template><p></template>\(element)"),
    ("behind a script that hides its end", "<script><!--<script></script>--></script>\(element)"),
  ]

  @Test(arguments: disputed)
  func `a store that not every reader counts to the head is never official`(
    what: String, content: String
  ) throws {
    let page = HTMLPage.withHead(content)
    let found = try #require(try RoundTrip.store(in: page), "\(what)")
    #expect(found.doubts.map(\.code.name) == ["HTML-STORE-PLACE"], "\(what)")
  }

  @Test(arguments: [
    "<noscript></noscript>", "<noscript><link rel=stylesheet href=a><style>a{}</style></noscript>",
    "<noscript> <!-- a --> </noscript>",
  ])
  func `a noscript element that is head content to every reader disputes nothing`(text: String)
    throws
  {
    let found = try RoundTrip.store(in: HTMLPage.withHead(text + Self.element))
    #expect(found?.bytes == Self.store && found?.doubts.isEmpty == true)
  }
}
