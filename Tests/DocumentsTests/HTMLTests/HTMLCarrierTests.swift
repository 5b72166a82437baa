import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

@Suite struct HTMLCarrierTests {
  private static let store = DummyStore.bytes(301)
  private static let mark = "‸"

  /// Pages with a mark where the store has to go.
  private static let pages: [String] = [
    "<!DOCTYPE html><html><head><title>a</title>‸</head><body>x",
    "<!DOCTYPE html>\r\n<html>\r\n<head>\r\n<title>a</title>\r\n‸</HEAD>\r\n<BODY>x",
    "<!DOCTYPE html><title>a</title>\n‸<p>x",
    "<!DOCTYPE html><title>a</title>\n‸text",
    "‸<p>x", "‸text", "‸", "  \n‸",
    "<!-- a --><!DOCTYPE html>\n‸",
    "<title>a</title><meta charset=\"shift_jis\">‸<body>x",
    "<head><title></head></title>‸</head>",
    "<head><!-- </head> -->‸</head>", "<head><!-->‸</head> -->", "<head><!--->‸</head> -->",
    "<head><!-- --!>‸</head> -->", "<head><!-- a -- b>-->‸</head>",
    "<head><style></head></style>‸</head>",
    "<head><script>\"</head>\"</script>‸</head>",
    "<head>‸<script><!-- <script></script></head>--></script></head>",
    "<head><script><!-- <script> --></script>‸</head>",
    "<head><script><!--></script>‸</head>",
    "<head><script><!-- <scripty></script>‸</head>",
    "<head><meta content=\"</head>\">‸</head>", "<head><meta content='</head>'>‸</head>",
    "<head a=</head>‸text", "<head a='>'>‸</head>",
    "<head>‸<noscript><img></noscript><title>a</title></head>",
    "<head><noscript><link></noscript>‸</head>",
    "<head>‸<noscript><!-- </noscript> --></noscript>",
    "<head>‸<template></head></template><title>a</title></head>",
    "<head><title>a</title>‸</body>", "<head>‸</html>", "<head>‸<br>", "<head></p>‸<p>",
    "<head>‸</br></head>", "<head>‸&#32;</head>", "<head>‸<frameset>",
    "<head>‸<style>never ends", "<head>‸<!-- never ends", "<head>‸<meta content=\"never ends",
    "<head>‸</", "<head>‸<", "<head></>‸</head>", "<head></ >‸</head>", "<head><?php ?>‸</head>",
    "\u{FEFF}<html><head>‸</head>", "\u{FEFF}‸<p>",
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><html><head>‸</head>",
    "<html><head><head>‸<svg></svg></head>", "</p>‸<p>", "‸</head>", "</title>‸<p>",
  ]

  @Test(arguments: pages)
  func `the store goes where every reader still is in the head`(page: String) throws {
    let parts = page.split(separator: "‸", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let bytes = Array((parts[0] + parts[1]).utf8)
    let document = try Document(ByteSource(bytes: bytes), path: "a.html")
    let result = try RoundTrip.embed(Self.store, in: document)
    let element = HTMLPage.element(Self.store)
    #expect(String(decoding: result.bytes, as: UTF8.self) == parts[0] + element + parts[1])
    #expect(result.shown == bytes)
    let signed = try Document(ByteSource(bytes: result.bytes), path: "a.html")
    guard case .found(let found) = try signed.carrier?.locate() else {
      Issue.record("the store is not found again")
      return
    }
    #expect(found.bytes == Self.store && found.extent == result.placement.extent)
    #expect(found.doubts.isEmpty && found.defects.isEmpty)
    let removed = try #require(try signed.carrier?.removal())
    #expect(try RoundTrip.apply(removed, to: signed.source) == bytes)
    // A second store takes the place of the first.
    let again = try RoundTrip.embed(DummyStore.bytes(80), in: signed)
    #expect(again.shown == bytes)
  }

  private static let refused: [(String, [UInt8], String)] = [
    (
      "UTF-16, little end first",
      [0xFF, 0xFE] + "<html><head></head>".utf8.flatMap { [$0, 0] as [UInt8] }, "HTML-ENCODING"
    ),
    (
      "UTF-16, big end first",
      [0xFE, 0xFF] + "<html><head></head>".utf8.flatMap { [0, $0] as [UInt8] }, "HTML-ENCODING"
    ),
    ("UTF-16 without a mark", "<html>".utf8.flatMap { [$0, 0] as [UInt8] }, "HTML-ENCODING"),
    ("UTF-7", Array("<head><meta charset=utf-7></head>".utf8), "HTML-ENCODING"),
    ("ISO-2022", Array("<head><meta charset='ISO-2022-JP'></head>".utf8), "HTML-ENCODING"),
    (
      "HZ, declared in the older way",
      Array("<meta http-equiv=Content-Type content='text/html; charset=hz-gb-2312'>".utf8),
      "HTML-ENCODING"
    ),
    (
      "an XML declaration", Array("<?xml version='1.0' encoding='utf-16'?><html>".utf8),
      "HTML-ENCODING"
    ),
    ("an escape sequence", Array("<head><title>\u{1B}$B</title></head>".utf8), "HTML-ENCODING"),
    ("NUL", Array("<head><title>\0</title></head>".utf8), "HTML-ENCODING"),
    ("an escape sequence in the body", Array("<head></head><p>\u{1B}$B>(B".utf8), "HTML-ENCODING"),
    (
      "a link", Array("<head><link rel=c2pa-manifest href=https://a/b.c2pa></head>".utf8),
      "HTML-LINK"
    ),
    (
      "a head without end",
      Array("<head><!--".utf8) + Array(repeating: 0x20, count: HTMLLimits.maximumHeadSize),
      "HTML-LIMIT"
    ),
  ]

  @Test(arguments: refused)
  func `a page that cannot carry a store has a sidecar`(what: String, page: [UInt8], code: String)
    throws
  {
    let carrier = try HTMLCarrier(ByteSource(bytes: page))
    guard case .none = try carrier.locate() else {
      Issue.record("\(what): something was found")
      return
    }
    do {
      _ = try carrier.reserve(100, insisting: true)
      Issue.record("\(what) was accepted")
    } catch DocumentError.refused(let refusal) {
      #expect(refusal.code.name == code && refusal.remedy == .sidecar, "\(what)")
    }
  }

  @Test(arguments: [
    "utf-8", "UTF8", "us-ascii", "iso-8859-15", "windows-1252", "Shift_JIS", "EUC-JP", "gb18030",
    "big5", "euc-kr", "koi8-r", "iso-8859-6",
  ])
  func `encodings that keep ASCII work as bytes`(label: String) throws {
    let page = HTMLPage.withHead("<meta charset=\"\(label)\">") + [0x83, 0x5C, 0xFF]
    let carrier = try HTMLCarrier(ByteSource(bytes: page))
    #expect(try carrier.reserve(100, insisting: false).storeSize == 100)
  }

  @Test func `a store in a page of another encoding is found and never official`() throws {
    let page = HTMLPage.withHead(
      "<meta charset=iso-2022-jp>" + HTMLPage.element(Self.store))
    #expect(try RoundTrip.store(in: page)?.doubts.map(\.code.name) == ["HTML-ENCODING"])
  }

  @Test func `a reference to the sidecar by its rule is right, any other is noted`() throws {
    for (reference, codes) in [
      ("page.html.c2pa", []), ("./page.html.c2pa", ["HTML-LINK"]), ("other.c2pa", ["HTML-LINK"]),
      ("https://a.example/page.html.c2pa", ["HTML-LINK"]), ("../page.html.c2pa", ["HTML-LINK"]),
    ] {
      let page = HTMLPage.withHead("<link rel=\"c2pa-manifest\" href=\"\(reference)\">")
      let document = try Document(ByteSource(bytes: page), path: "folder/page.html")
      #expect(document.notes.map(\.code.name) == codes, "\(reference)")
    }
  }

  @Test func `the store does not count as text of the head`() throws {
    let large = DummyStore.bytes(HTMLLimits.maximumHeadSize)
    let document = try Document(
      ByteSource(bytes: HTMLPage.withHead("<style>a{}</style>")), path: "a.html")
    let result = try RoundTrip.embed(large, in: document)
    let signed = try Document(ByteSource(bytes: result.bytes), path: "a.html")
    guard case .found(let found) = try signed.carrier?.locate() else {
      Issue.record("the store is not found")
      return
    }
    #expect(found.bytes.count == large.count && found.doubts.isEmpty)
  }

  @Test func `a store behind a head that is too long is not looked for`() throws {
    let long = String(repeating: " ", count: HTMLLimits.maximumHeadSize)
    let page = HTMLPage.withHead(long + HTMLPage.element(Self.store))
    #expect(try RoundTrip.store(in: page) == nil)
    let before = HTMLPage.withHead(HTMLPage.element(Self.store) + long)
    #expect(try RoundTrip.store(in: before)?.doubts.map(\.code.name) == ["HTML-LIMIT"])
  }

  @Test func `very many stores are beyond a limit`() throws {
    let link = "<link rel=c2pa-manifest>"
    let within = String(repeating: link, count: HTMLLimits.maximumStores)
    #expect(throws: Never.self) { try HTMLCarrier(ByteSource(bytes: Array(within.utf8))) }
    #expect(throws: DocumentError.self) {
      try HTMLCarrier(ByteSource(bytes: Array((within + link).utf8)))
    }
  }

  @Test func `an element for a store that never ends is no store`() throws {
    let page = Array("<head><script type=\"application/c2pa\">AAAA</scrip".utf8)
    let carrier = try HTMLCarrier(ByteSource(bytes: page))
    guard case .unusable(let note) = try carrier.locate() else {
      Issue.record("it was taken for a store")
      return
    }
    #expect(note.code.name == "HTML-STORE-UNFINISHED")
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
    #expect(try carrier.removal() == nil)
  }

  @Test func `removing takes out every store`() throws {
    let element = HTMLPage.element(Self.store)
    let source = ByteSource(bytes: HTMLPage.withHead(element + "\n" + element))
    let pieces = try #require(try HTMLCarrier(source).removal())
    #expect(try RoundTrip.apply(pieces, to: source) == HTMLPage.withHead("\n"))
  }
}
