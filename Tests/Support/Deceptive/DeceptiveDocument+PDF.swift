extension DeceptiveDocument {
  /// PDF documents.
  static let pdf: [DeceptiveDocument] = [
    DeceptiveDocument(
      "PDF: the type of an action that starts a program stands in another object", "a.pdf",
      SmallPDF.catalog("/OpenAction 4 0 R", [4: "<< /S 7 0 R /F (a.exe) >>", 7: "/Launch"]),
      "PDF-LAUNCH"),
    DeceptiveDocument(
      "PDF: the type of an action that sends a form stands in another object", "a.pdf",
      SmallPDF.page(
        "/Annots [4 0 R]",
        [
          4: "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S 7 0 R /F (http://a/) >> >>",
          7: "/SubmitForm",
        ]), "PDF-EXTERNAL"),
    DeceptiveDocument(
      "PDF: the flags of a hidden annotation stand in another object", "a.pdf",
      SmallPDF.page(
        "/Annots [4 0 R]",
        [4: "<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /F 7 0 R >>", 7: "2"]),
      "PDF-HIDDEN-OBJ"),
    DeceptiveDocument(
      "PDF: opening a page goes to an address", "a.pdf",
      SmallPDF.page("/AA << /O << /S /URI /URI (http://a/) >> >>"), "PDF-EXTERNAL"),
    DeceptiveDocument(
      "PDF: opening the document goes to another document", "a.pdf",
      SmallPDF.catalog("/OpenAction << /S /GoToR /F (b.pdf) /D [0 /Fit] >>"), "PDF-EXTERNAL"),
    DeceptiveDocument(
      "PDF: a page of another document is shown in place of a picture", "a.pdf",
      SmallPDF.page(
        "/Resources << /XObject << /X 4 0 R >> >>",
        [4: SmallPDF.stream("", "/Subtype /Form /BBox [0 0 9 9] /Ref << /F (b.pdf) /Page 0 >>")]),
      "PDF-EXTERNAL"),
    DeceptiveDocument(
      "PDF: another picture is printed than is shown", "a.pdf",
      SmallPDF.page(
        "/Resources << /XObject << /X 4 0 R >> >>",
        [
          4: SmallPDF.stream(
            "a",
            "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray "
              + "/Alternates [<< /Image 5 0 R /DefaultForPrinting true >>]"),
          5: SmallPDF.stream(
            "b", "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"),
        ]), "PDF-ALTERNATES"),
    DeceptiveDocument(
      "PDF: a film", "a.pdf",
      SmallPDF.page(
        "/Annots [<< /Type /Annot /Subtype /Movie /Rect [0 0 9 9] /F 4 /Movie << /F (a.mov) >> >>]"),
      "PDF-MEDIA"),
    DeceptiveDocument(
      "PDF: rich media", "a.pdf",
      SmallPDF.page("/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /F 4 >>]"),
      "PDF-MEDIA"),
    DeceptiveDocument(
      "PDF: an annotation on the screen and not on paper", "a.pdf",
      SmallPDF.page(
        "/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 4 0 R >> >>]",
        [4: SmallPDF.stream("", "/Subtype /Form /BBox [0 0 9 9]")]), "PDF-ONE-MEDIUM"),
    DeceptiveDocument(
      "PDF: a script in the tree of names", "a.pdf",
      SmallPDF.catalog(
        "/Names 4 0 R",
        [4: "<< /JavaScript << /Names [(a) 5 0 R] >> >>", 5: "<< /S /JavaScript /JS (a) >>"]),
      "PDF-JS"),
  ]
}
