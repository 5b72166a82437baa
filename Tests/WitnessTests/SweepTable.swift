/// What becomes of the corpus's documents that are not simply embedded, and why.
///
/// Every other PDF, PNG and JPEG must be embedded. A document that is refused here is damaged: two
/// readers could take it for two different documents, and `--sidecar` still labels its bytes.
enum SweepTable {
  /// What signing comes to.
  enum Outcome: Hashable, Sendable {
    /// The store goes into the document.
    case embedded
    /// The store goes into a sidecar, for the reason with this code.
    case sidecar(String)
    /// Nothing is signed, for this reason.
    case refused(String)
  }

  /// Paths below `unsigned`, by what becomes of them.
  private static let exceptions: [Outcome: [String]] = [
    .refused("a chunk type that is not four letters"): [
      "png-hostile/python-pillow+Pillow__broken.png"
    ],
    .refused("a cross-reference stream of the wrong length"): [
      "pdf-objstm/qpdf+qpdf__xref-with-short-size.pdf"
    ],
    .refused("a hexadecimal string with a foreign character"): [
      "pdf-damaged/qpdf+qpdf__bad20.pdf"
    ],
    .sidecar("PDF-IRREGULAR"): [
      // An object that no cross-reference names, which readers find that search the file.
      "pdf-hostile/MatthiasValvekens+pyHanko__broken-objstream3.pdf",
      "pdf-hostile/MatthiasValvekens+pyHanko__minimal-broken-xref-size.pdf",
      "pdf-real/pdfminer+pdfminer.six__simple2.pdf",
      // A stream whose data begins as only some readers take it.
      "pdf-linearized/qpdf+qpdf__stream-line-enders.pdf",
    ],
    .refused("bytes that belong to no segment"): [
      "jpeg-progressive/image-rs+image__oss-fuzz-36829.jpeg",
      "jpeg/haraldk+TwelveMonkeys__515e763c-02a8-11e7-85fb-573b41201f05.jpg",
    ],
    .refused("expected a value"): [
      "pdf-damaged/qpdf+qpdf__bad13.pdf",
      "pdf-damaged/qpdf+qpdf__bad18.pdf",
    ],
    .refused("expected endobj"): [
      "pdf-fuzz/chromium+pdfium__bug_213.pdf"
    ],
    .refused("no cross-reference section where one should be"): [
      "pdf-damaged/qpdf+qpdf__issue-100.pdf",
      "pdf-fuzz/chromium+pdfium__bug_424613308.pdf",
      "pdf-govdocs-error/openpreserve+format-corpus__040669.pdf",
      "pdf-govdocs-error/openpreserve+format-corpus__189478.pdf",
      "pdf-govdocs-error/openpreserve+format-corpus__303226.pdf",
      "pdf-handbuilt-hostile/openpreserve+format-corpus__T02-02_007_page-tree-wrong-count.pdf",
      "pdf-handbuilt-hostile/openpreserve+format-corpus__T02-02_009_page-tree-wrong-type.pdf",
      "pdf-handbuilt-hostile/openpreserve+format-corpus__T02-03_008_page-object-mediabox-missing.pdf",
      "pdf-handbuilt-hostile/openpreserve+format-corpus__T02-03_010_page-object-missing-contents.pdf",
      "pdf-handbuilt-hostile/openpreserve+format-corpus__T02-03_012_page-object-resources-missing.pdf",
      "pdf-handbuilt-hostile/openpreserve+format-corpus__T02-04-01_005_resources-subtype-missing.pdf",
      "pdf-handbuilt-hostile/openpreserve+format-corpus__T04_009_trailer-no-opening-brackets.pdf",
      "pdf-hostile/MatthiasValvekens+pyHanko__minimal-startxref-obo2.pdf",
    ],
    .refused("no offset before the last %%EOF"): [
      "pdf-incremental/qpdf+qpdf__append-page-content-damaged.pdf",
      "pdf-real/pdfminer+pdfminer.six__simple1.pdf",
    ],
    .refused("no startxref before the last %%EOF"): [
      "pdf-hostile/MatthiasValvekens+pyHanko__minimal-startxref-hopeless2.pdf"
    ],
    .refused("object 2 is not where its object stream should have it"): [
      "pdf-damaged/qpdf+qpdf__bad40.pdf"
    ],
    .refused("object 3 is in an object stream that is not there"): [
      "pdf-damaged/qpdf+qpdf__issue-120.pdf"
    ],
    .refused("object 4 is not where it should be"): [
      "pdf-damaged/qpdf+qpdf__bad32.pdf"
    ],
    .refused("object 5 is not where it should be"): [
      "pdf-damaged/qpdf+qpdf__bad-xref-entry.pdf"
    ],
    .refused("the CRC of IHDR is wrong"): [
      "png-hostile/pnggroup+libpng__bad_iCCP.png"
    ],
    .refused("the file does not end with %%EOF"): [
      "pdf-damaged/qpdf+qpdf__issue-117.pdf"
    ],
    .refused("the file ends before its last %%EOF"): [
      "pdf-fuzz/chromium+pdfium__bug_344.pdf"
    ],
    .refused("the file ends inside a chunk"): [
      "png-hostile/python-pillow+Pillow__truncated_end_chunk.png",
      "png-hostile/python-pillow+Pillow__truncated_image.png",
    ],
    .sidecar("TEXT-KIND"): [
      "pdf-handbuilt-hostile/openpreserve+format-corpus__T01_007_header-no-version-info.pdf"
    ],
    .sidecar("PDF-A-1B"): [
      "pdf-a/veraPDF+veraPDF-corpus__veraPDF_test_suite_6-7-2-t15-pass-r.pdf"
    ],
    .sidecar("PDF-A-2B"): [
      "pdf-a/veraPDF+veraPDF-corpus__veraPDF_test_suite_6-2-8-3-t01-pass-b.pdf",
      "pdf-a/veraPDF+veraPDF-corpus__veraPDF_test_suite_6-6-2-3-1-t18-pass-c.pdf",
    ],
    .sidecar("PDF-A-2U"): [
      "pdf-a/veraPDF+veraPDF-corpus__veraPDF_test_suite_6-2-11-7-2-t01-pass-i.pdf"
    ],
    .sidecar("PDF-A-4"): [
      "pdf-a/veraPDF+veraPDF-corpus__veraPDF_test_suite_6-2-10-3-3-t03-pass-a.pdf",
      "pdf-a/veraPDF+veraPDF-corpus__veraPDF_test_suite_6-2-3-t05-pass-a.pdf",
    ],
    .sidecar("PDF-CERTIFIED"): [
      "c2pa-rs-unsigned/contentauth+c2pa-rs__basic-signed.pdf",
      "pdf-signed/MatthiasValvekens+pyHanko__certified-with-indirect-refs-in-dir.pdf",
    ],
    .sidecar("PDF-ENCRYPTED"): [
      "pdf-damaged/qpdf+qpdf__bad-encryption-length.pdf",
      "pdf-encrypted/py-pdf+pypdf__r2-empty-password.pdf",
      "pdf-encrypted/py-pdf+pypdf__r2-owner-password.pdf",
      "pdf-encrypted/qpdf+qpdf__enc-R2_V1_U_view_O_master.pdf",
      "pdf-encrypted/qpdf+qpdf__enc-R2_V1_U_view_O_view.pdf",
      "pdf-hostile/MatthiasValvekens+pyHanko__malformed-encrypt-dict1.pdf",
      "pdf-real/pdfminer+pdfminer.six__issue-625-identity-cmap.pdf",
    ],
    .sidecar("PDF-PASSWORD"): [
      "c2pa-rs-unsigned/contentauth+c2pa-rs__basic-password.pdf",
      "pdf-real/pdfminer+pdfminer.six__aes-256-r6.pdf",
      "pdf-real/py-pdf+pypdf__crazyones-encrypted-256.pdf",
    ],
  ]

  /// What has to become of the document at `path` below `unsigned`.
  static func expected(_ path: String) -> Outcome {
    exceptions.first { $0.value.contains(path) }?.key ?? .embedded
  }

  /// Every path that the table names.
  static var paths: [String] { exceptions.values.flatMap(\.self) }
}
