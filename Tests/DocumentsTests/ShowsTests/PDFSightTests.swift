import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

/// How text of a page is seen by its colour, by what lies below it and above it, and what programs read in its place.
@Suite("What is seen of the text of a PDF")
struct PDFSightTests {
  private func codes(_ bytes: [UInt8]) throws -> [String] {
    let document = try Document(ByteSource(bytes: bytes), path: "a.pdf")
    #expect(document.carrier is PDFCarrier)
    return try document.shown(.whole).map(\.code.name)
  }

  /// Text in the middle of which a word may be hidden.
  private static let word = "BT /F1 14 Tf 100 60 Td (NOT) Tj ET "

  private static let resources = """
    /ExtGState << /ref << /ca 20 0 R >> /CA << /CA 0 >> /mask << /SMask << /S /Luminosity /G 21 0 R >> >> \
    /none << /SMask /None /ca 1 /TR /Identity /BM /Normal >> /tr << /TR 22 0 R >> /most << /ca .95 >> \
    /screen << /BM /Screen >> /times << /BM [/Multiply] >> >> \
    /ColorSpace << /lab [/Lab << /WhitePoint [.95 1 1.09] >>] /no [/Separation /None /DeviceGray 22 0 R] \
    /pale [/Separation /A /DeviceGray 22 0 R] /dark [/Separation /A /DeviceGray 23 0 R] \
    /table [/Indexed /DeviceGray 1 <FF00>] /icc [/ICCBased 24 0 R] /calc [/Separation /A /DeviceRGB 25 0 R] >> \
    /Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 9] /Function 22 0 R >> >> \
    /Pattern << /P << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceGray /Function 22 0 R >> >> \
    /D << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceGray /Function 26 0 R >> >> /T 27 0 R >> \
    /XObject << /I 28 0 R /C 30 0 R >>
    """

  private static let objects = [
    20: "0", 21: SmallPDF.stream("", "/Subtype /Form /BBox [0 0 9 9]"),
    22: "<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >>",
    23: "<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>",
    24: SmallPDF.stream("", "/N 3 /Alternate /DeviceRGB"),
    25: SmallPDF.stream("{pop 1 1 1}", "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]"),
    26: "<< /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [.3] /N 1 >>",
    27: SmallPDF.stream(
      "BT /F1 9 Tf (a) Tj ET", "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9]"),
    28: SmallPDF.stream(
      "a",
      "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 29 0 R"
    ),
    29: SmallPDF.stream(
      "\u{7F}", "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"),
    30: SmallPDF.stream(
      "a", "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"),
  ]

  private func draw(_ content: String) throws -> [String] {
    try codes(SmallPDF.drawing(content, resources: Self.resources, Self.objects))
  }

  @Test(
    "by its colour, and by what is below it",
    arguments: [
      ("1 1 .9 rg W", "hidden"), (".96 g W", "hidden"), ("/lab cs 100 0 0 sc W", "hidden"),
      ("/lab cs 20 0 0 sc W", ""), ("/no cs 1 scn W", "hidden"), ("/pale cs 1 scn W", "hidden"),
      ("/dark cs 1 scn W", ""), ("/table cs 0 sc W", "hidden"), ("/table cs 1 sc W", ""),
      ("/icc cs 0 0 1 sc W", ""), ("/icc cs 1 1 1 sc W", "hidden"), ("/calc cs 1 scn W", "unread"),
      ("0 g 95 55 42 18 re f W", "hidden"), ("1 0 0 rg 95 55 42 18 re f W", "hidden"),
      ("0 .6 0 rg 95 55 42 18 re f 1 0 0 rg W", ""), (".5 g 95 55 42 18 re f 1 0 1 rg W", ""),
      (".5 g 95 55 42 18 re f .6 g W", "hidden"), ("0 0 1 rg 95 55 42 18 re f 1 g W", ""),
      (".2 g W", ""), ("0 0 1 rg W", ""),
      ("/ref gs W", "hidden"), ("/CA gs 1 Tr W", "hidden"), ("/CA gs W", ""),
      ("/mask gs W", "unread"), ("/tr gs W", "unread"), ("/none gs W", ""), ("/times gs W", ""),
      ("/Pattern cs /D scn W", ""), ("/Pattern cs /P scn W", "unread"),
      ("/Pattern cs /X scn W", "unread"), ("W /Pattern cs /T scn 0 0 9 9 re f", "unread"),
    ])
  func colour(content: String, wanted: String) throws {
    let drawn = content.replacing("W", with: Self.word)
    #expect(try draw(drawn) == Self.names(wanted), "\(content)")
  }

  @Test(
    "by what is painted over it: areas add up",
    arguments: [
      ("W 1 g 95 55 20 20 re f 115 55 22 20 re f", "hidden"),
      ("W 1 g 95 55 m 95 75 l 110 75 l 137 75 l 137 55 l 110 55 l h f", "hidden"),
      ("W 1 g 95 55 m 95 75 l 137 55 l h f", ""),
      ("W 1 G 20 w 95 64 m 137 64 l S", "hidden"), ("W 0 G 1 w 95 64 m 137 64 l S", ""),
      ("W q 95 55 42 20 re W n /S sh Q", "hidden"),
      ("W /Pattern cs /P scn 95 55 42 20 re f", "hidden"),
      ("W q 42 0 0 20 95 55 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q", "layer"),
      ("W q 42 0 0 20 95 55 cm BI /W 1 /H 1 /IM true /BPC 1 ID a EI Q", ""),
      ("W q 42 0 0 20 95 55 cm /C Do Q", "layer"), ("W q 42 0 0 20 95 55 cm /I Do Q", ""),
      ("W /screen gs 1 g 95 55 42 20 re f", "unread"),
      ("W /times gs 1 1 0 rg 95 55 42 20 re f", ""), ("W /times gs 0 g 95 55 42 20 re f", "hidden"),
      (
        "W /most gs 1 g 95 55 42 20 re f 95 55 42 20 re f 95 55 42 20 re f", "hidden"
      ),
      ("1 g 95 55 42 20 re f 0 g W", ""), ("W 1 g 95 55 42 3 re f", ""),
    ])
  func covers(content: String, wanted: String) throws {
    // The operator of clipping has the letter of the word.
    let drawn =
      content.hasPrefix("W ")
      ? Self.word + content.dropFirst() : content.replacing(" W", with: " " + Self.word)
    #expect(try draw(drawn) == Self.names(wanted), "\(content)")
  }

  @Test(
    "by where it stands",
    arguments: [
      ("q 0 0 94 120 re W n BT /F1 14 Tf 20 60 Td (This law is NOT) Tj ET Q", "hidden"),
      ("q 0 0 194 120 re W n BT /F1 14 Tf 20 60 Td (This law is NOT) Tj ET Q", ""),
      (
        "BT /F1 14 Tf 20 60 Td (This law is in force.                    for nobody) Tj ET",
        "hidden"
      ),
      ("BT /F1 14 Tf 20 60 Td [(in force)-90000(for nobody)] TJ ET", "hidden"),
      ("BT /F1 14 Tf -10 Tc 20 60 Td (NOT) Tj ET", "hidden"),
      ("BT /F1 14 Tf -.5 Tc 20 60 Td (NOT) Tj ET", ""),
      ("BT /F1 14 Tf 150 60 Td (word            ) Tj ET", ""),
    ])
  func place(content: String, wanted: String) throws {
    #expect(try draw(content) == Self.names(wanted), "\(content)")
  }

  @Test("a drawn glyph is as high as its font says")
  func drawnGlyphs() throws {
    for (scale, wanted) in [(".00001", ["PDF-HIDDEN-TEXT"]), (".001", [])] {
      let font = """
        << /Type /Font /Subtype /Type3 /FontMatrix [\(scale) 0 0 \(scale) 0 0] /FontBBox [0 0 1000 1000] \
        /FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << /Differences [97 /a] >> \
        /CharProcs << /a 7 0 R >> >>
        """
      let content = "BT /F1 14 Tf 100 60 Td (aaa) Tj ET"
      let glyph = SmallPDF.stream("1000 0 d0 0 0 800 800 re f")
      #expect(try codes(SmallPDF.drawing(content, [5: font, 7: glyph])) == wanted, "\(scale)")
    }
  }

  @Test(
    "by the colours that the page puts in the place of a device's",
    arguments: [
      ("[/ICCBased 7 0 R]", ""), ("[/CalGray << >>]", ""),
      ("[/Separation /A /DeviceRGB 8 0 R]", "unread"),
    ])
  func defaults(space: String, wanted: String) throws {
    let found = try codes(
      SmallPDF.drawing(
        "0 g " + Self.word, resources: "/ColorSpace << /DefaultGray \(space) >>",
        [
          7: SmallPDF.stream("", "/N 1"),
          8: SmallPDF.stream("{pop 1 1 1}", "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]"),
        ]))
    #expect(found == Self.names(wanted), "\(space)")
  }

  @Test(
    "an annotation covers what is below it",
    arguments: [
      ("1 g 0 0 44 22 re f", 4, "hidden"), ("0 G 0 0 44 22 re S", 4, ""),
      ("1 g 0 0 44 22 re f", 0x26, "concealed"),
    ])
  func annotations(look: String, flags: Int, wanted: String) throws {
    let annotation =
      "<< /Type /Annot /Subtype /Square /F \(flags) /Rect [94 54 138 76] /AP << /N 8 0 R >> >>"
    let page = "/Contents 4 0 R /Annots [7 0 R] /Resources << /Font << /F1 5 0 R >> >>"
    let found = try codes(
      SmallPDF.page(
        page,
        [
          4: SmallPDF.stream(Self.word),
          5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", 7: annotation,
          8: SmallPDF.stream(look, "/Subtype /Form /BBox [0 0 44 22]"),
        ]))
    #expect(found == Self.names(wanted), "\(look)")
  }

  @Test(
    "text for programs says what is shown",
    arguments: [
      ("All taxes are abolished.", "This law is NOT in force.", true), ("", "NOT", true),
      ("Law in force", "Law in-) Tj (force", false), ("of\\014ce", "office", true),
      ("office", "of fi-ce", false), ("law", "law", false), ("\\376\\377\\000\\255", "-", false),
      ("\\376\\377\\373\\001", "fi", false), ("-500 EUR", "500 EUR", true), ("100", "001", true),
      // A sign that is said alone, and one that is not said, before a number.
      ("-) >> BDC EMC /Span << /ActualText (500", "500", true),
      (") >> BDC BT /F1 14 Tf 9 60 Td (-) Tj ET EMC /Span << /ActualText (500", "500", true),
      ("-) >> BDC EMC /Span << /ActualText (a", "a", false),
    ])
  func actualText(said: String, shown: String, isOther: Bool) throws {
    let content = """
      /Span << /ActualText (\(said)) >> BDC BT /F1 14 Tf 20 60 Td (\(shown)) Tj ET EMC
      """
    #expect(try draw(content) == (isOther ? ["PDF-OTHER-TEXT"] : []), "\(said)")
  }

  @Test(
    "the look of a text field shows its value",
    arguments: [("900 EUR", []), ("0 EUR", ["PDF-OTHER-TEXT"]), ("900\\012EUR", [])])
  func fields(value: String, wanted: [String]) throws {
    let widget = """
      << /Type /Annot /Subtype /Widget /FT /Tx /T (fee) /V (\(value)) /F 4 /Rect [20 50 160 70] \
      /AP << /N 8 0 R >> >>
      """
    let look = SmallPDF.stream(
      "/Tx BMC BT /F1 12 Tf 2 6 Td (900 EUR) Tj ET EMC",
      "/Subtype /Form /BBox [0 0 140 20] /Resources << /Font << /F1 5 0 R >> >>")
    let found = try codes(
      SmallPDF.page(
        "/Annots [7 0 R]",
        [5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", 7: widget, 8: look]))
    #expect(found == wanted, "\(value)")
  }

  private static func names(_ short: String) -> [String] {
    let all = [
      "hidden": "PDF-HIDDEN-TEXT", "unread": "PDF-RISKS-UNREAD", "layer": "PDF-TEXT-LAYER",
      "concealed": "PDF-HIDDEN-OBJ",
    ]
    return all[short].map { [$0] } ?? []
  }
}
