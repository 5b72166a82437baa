/// What is said to have come after signatures where pyHanko says something else, and by which rule; and
/// what is said of attacks.
enum SealLater {
  /// What came after each signature, in the order of the file.
  static let changes: [String: (changes: String, rule: String)] = [
    "MatthiasValvekens+pyHanko__form-update-ap-indirect-sneaky-trailer.pdf": (
      "visible-signature nothing", "what the two fields share was not replaced"
    ),
    "MatthiasValvekens+pyHanko__form-update-no-override-appearance-stream-ap-indirect-sneaky.pdf": (
      "visible-signature nothing", "what the two fields share was not replaced"
    ),
    "esig+dss__john-doe-lta.pdf": (
      "evidence nothing", unused
    ),
    "esig+dss__25sigs.pdf": (
      String(repeating: "visible-signature ", count: 24) + "evidence", entries
    ),
    "esig+dss__AD-RB.pdf": (
      "signature nothing", "the entry of an object that is free was written again"
    ),
    "esig+dss__DSS-2199.pdf": (
      "metadata evidence", "a document time stamp, and other metadata; later an entry of VRI"
    ),
    "esig+dss__DSS-3298.pdf": (
      "evidence nothing", stamp
    ),
    "esig+dss__PAdES-LT.pdf": (
      "visible-signature visible-signature visible-signature evidence", entries
    ),
    "esig+dss__Signature-P-HU_MIC-3.pdf": (
      "metadata nothing", "a document time stamp, and other metadata"
    ),
    "esig+dss__Test.signed_Certipost-2048-SHA512.extended-LTA.pdf": (
      "evidence evidence nothing", stamp
    ),
    "esig+dss__PAdES-BpB-att-SHA256-SHA3_224withRSA.pdf": (
      "not-judged", "it names two hash functions: what was signed is not known"
    ),
    "esig+dss__PAdES-BpB-att-SHA256-SHA3_256withRSA.pdf": (
      "not-judged", "it names two hash functions: what was signed is not known"
    ),
    "esig+dss__Test.signed_Certipost-2048-SHA512.extended.extended-LTA-2019-07-02_DSS_.pdf": (
      "evidence evidence evidence nothing", stamp
    ),
    "esig+dss__dss-2058-LTA-test.pdf": (
      "evidence nothing", stamp
    ),
    "esig+dss__replace.pdf": (
      "changed", "OBJ-11: the look of a field was replaced, and its value stayed"
    ),
    "esig+dss__Signature-P-SK-1_HASH_FAILURE_.pdf": (
      "not-judged not-judged not-judged not-judged not-judged nothing",
      "FILE-3: the last signature says of which type it is twice, and differently"
    ),
    "esig+dss__hello_signed_INCSAVE_signed.pdf": (
      "not-judged nothing", "FILE-2: a section in between says that there is one object"
    ),
    "esig+dss__hello_signed_INCSAVE_signed_EDITED.pdf": (
      "not-judged not-judged", "FILE-2: a section in between says that there is one object"
    ),
    "esig+dss__pades-enveloping-other-pdf.pdf": (
      "not-judged nothing", "FILE-3: trailers of the documents that it holds, which a repair finds"
    ),
    "esig+dss__pades-lt-extended-abde.pdf": (
      "changed changed nothing", "OBJ-1: an entry of the trailer leads to something else"
    ),
    "esig+dss__pades-lt-extended-dss.pdf": (
      "signature signature nothing", unused
    ),
    "esig+dss__pades-lta-copied-doctst.pdf": (
      "changed not-judged", "SIG-1: the time stamp is of another document"
    ),
    "esig+dss__pades-ltv-from-epes.pdf": (
      "evidence evidence nothing", unused
    ),
    "esig+dss__pades-ltv-with-reason.pdf": (
      "evidence evidence nothing", unused
    ),
    "esig+dss__pades-ltv.pdf": (
      "evidence evidence nothing", unused
    ),
    "esig+dss__pades-ocsp-archiveCutOff-invalid.pdf": (
      "visible-signature nothing", "the first state is linearised, and covered whole"
    ),
    "esig+dss__pades-ocsp-sign-cert.pdf": (
      "changed nothing", "OBJ-1: the trailer names another catalog"
    ),
    "esig+dss__pades-signed-filled-form.pdf": (
      "form-fill", "the index of a choice goes with its value"
    ),
    "esig+dss__pades-t-duplicated-doctst.pdf": (
      "changed changed not-judged", "SIG-1: the second time stamp is a copy"
    ),
    "esig+dss__pades-tst-with-null-type.pdf": (
      "evidence nothing", stamp
    ),
    "esig+dss__pades-tst-with-sig-type.pdf": (
      "evidence nothing", unused
    ),
    "esig+dss__pdf-byterange-overlap.pdf": (
      "changed not-judged", "SIG-1: the later signature does not hold"
    ),
    "esig+dss__signature-referenced-from-multiple-fields.pdf": (
      "not-judged not-judged", "FORM-7: one signature in two fields"
    ),
    "esig+dss__timestamped-fields.pdf": (
      "visible-signature nothing", "the number of an old cross-reference stream was used again"
    ),
    "esig+dss__testdoc-signed.pdf": (
      "evidence nothing", stamp
    ),
    "pdfcpu+pdfcpu__testPAdES_BLTA.pdf": (
      "visible-signature nothing",
      "a time stamp in a field of 50 by 50 points without a look, for which MuPDF draws one"
    ),
    "veraPDF+veraPDF-corpus__veraPDF_test_suite_6-1-12-t02-fail-a.pdf": (
      "not-judged", broken
    ),
    "veraPDF+veraPDF-corpus__veraPDF_test_suite_6-1-12-t02-fail-b.pdf": (
      "not-judged", broken
    ),
    "veraPDF+veraPDF-corpus__veraPDF_test_suite_6-1-12-t02-fail-c.pdf": (
      "not-judged", broken
    ),
    "veraPDF+veraPDF-corpus__veraPDF_test_suite_6-1-12-t02-pass-a.pdf": (
      "not-judged", broken
    ),
    "mkl-public+testarea-pdfbox2__isa_B.pdf": (
      "not-judged", "FILE-1: something follows the end, which pyHanko passes over"
    ),
    "open-eid+SiVa__hellopades-lt1-lt2-parallel3.pdf": (
      "signature signature evidence nothing", stamp
    ),
    "open-eid+SiVa__hellopades-pades-lt-sha256-sign.pdf": (
      "evidence nothing", stamp
    ),
  ]

  private static let entries =
    "an entry of VRI was written anew: proofs, and nothing that shows"
  private static let stamp =
    "a document time stamp; its writer also gave the form resources that no field uses"
  private static let unused =
    "the trailer named an object that was none: its number may be used"
  private static let broken =
    "a signature that does not hold signed nothing"

  /// What is said of each signature of an attack, with the rule that it runs into; nothing where the
  /// file cannot be read far enough to find a signature in it.
  ///
  /// Four run into none. In two of them nothing that is shared was replaced, and in the third the stamp
  /// of a signature is a copy, which is told of that stamp; all three are signatures that came later. In
  /// the fourth the message is the right one, and only a time stamp came later.
  static let attacks: [String: String] = [
    "MatthiasValvekens+pyHanko__form-update-ap-indirect-sneaky-trailer.pdf":
      "visible-signature OBJ-4, nothing -",
    "MatthiasValvekens+pyHanko__form-update-no-override-appearance-stream-ap-indirect-sneaky.pdf":
      "visible-signature OBJ-4, nothing -",
    "MatthiasValvekens+pyHanko__form-update-override-appearance-stream-ap-indirect-sneaky.pdf":
      "changed OBJ-9, nothing -",
    "MatthiasValvekens+pyHanko__form-update-override-appearance-stream-sneaky.pdf":
      "changed OBJ-9, nothing -",
    "esig+dss__annotation-and-visible-change.pdf":
      "changed OBJ-2, changed OBJ-9, nothing -",
    "esig+dss__replace.pdf":
      "changed OBJ-11",
    "esig+dss__hello_signed_INCSAVE_signed_EDITED.pdf":
      "not-judged FILE-2, not-judged FORM-4",
    "esig+dss__modified_after_signature.pdf":
      "changed OBJ-6",
    "esig+dss__pades-enveloping-other-pdf.pdf":
      "not-judged FILE-3, nothing -",
    "esig+dss__pades-lta-copied-doctst.pdf":
      "changed SIG-1, not-judged -",
    "esig+dss__pades-two-sig-copied-tst.pdf":
      "signature OBJ-4, nothing -",
    "esig+dss__pdf-byterange-overlap.pdf":
      "changed SIG-1, not-judged FORM-3",
    "esig+dss__pdf-removed-pages.pdf":
      "changed OBJ-6",
    "esig+dss__pdf-signed-added-page.pdf":
      "changed OBJ-6",
    "esig+dss__pdf-signed-out-of-byteRange.pdf":
      "not-judged FORM-2",
    "esig+dss__pdf-spoofing-attack.pdf":
      "not-judged FORM-5",
    "esig+dss__signature-referenced-from-multiple-fields.pdf":
      "not-judged FORM-7, not-judged FORM-7",
    "mkl-public+testarea-pdfbox2__isa_B.pdf":
      "not-judged FILE-1",
    "mkl-public+testarea-pdfbox2__isa_C.pdf":
      "not-judged FILE-3",
    "mkl-public+testarea-pdfbox2__isa_G.pdf":
      "not-judged FILE-3",
    "mkl-public+testarea-pdfbox2__isa_D.pdf":
      "not-judged FILE-2",
    "mkl-public+testarea-pdfbox2__isa_E.pdf":
      "not-judged FILE-2",
    "mkl-public+testarea-pdfbox2__isa_F.pdf":
      "not-judged FILE-2",
    "mkl-public+testarea-pdfbox2__isa_H.pdf":
      "not-judged FILE-2",
    "mkl-public+testarea-pdfbox2__isa_I.pdf":
      "not-judged FILE-2",
    "mkl-public+testarea-pdfbox2__siwa_A.pdf":
      "not-judged FORM-3",
    "mkl-public+testarea-pdfbox2__siwa_C.pdf":
      "not-judged FORM-3",
    "mkl-public+testarea-pdfbox2__siwa_D.pdf":
      "not-judged FORM-3",
    "mkl-public+testarea-pdfbox2__siwa_B.pdf":
      "",
    "mkl-public+testarea-pdfbox2__siwa_E.pdf":
      "",
    "mkl-public+testarea-pdfbox2__usf_01_Empty_Contents.pdf":
      "not-judged FORM-2",
    "mkl-public+testarea-pdfbox2__usf_02_00_Contents.pdf":
      "not-judged FORM-2",
    "mkl-public+testarea-pdfbox2__usf_03_Null_Contents.pdf":
      "not-judged FORM-2",
    "mkl-public+testarea-pdfbox2__usf_05_No_Contents.pdf":
      "not-judged FORM-2",
    "mkl-public+testarea-pdfbox2__usf_04_No_Contents_Value.pdf":
      "",
    "mkl-public+testarea-pdfbox2__usf_12_Null_ByteRange.pdf":
      "not-judged FORM-1",
  ]
}
