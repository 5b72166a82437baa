/// Files of which two foreign verifiers do not say the same, or not what is said here, and by which rule
/// it is said. None of them is a row on whose integrity both agree.
enum SealMisses {
  /// Statuses, in the order of the file.
  static let statuses: [String: (statuses: String, rule: String)] = [
    "MatthiasValvekens+pyHanko__signed-encrypted-pubkey-with-catalog-ref.pdf": (
      "intact", "a signature is never encrypted: no key is needed to compute it"
    ),
    "esig+dss__AD-RB.pdf": ("unchecked intact", "a kind of signature of one country is named"),
    "esig+dss__PAdES-BpB-att-SHA256-SHA3_224withRSA.pdf": ("malformed", twoHashes),
    "esig+dss__PAdES-BpB-att-SHA256-SHA3_256withRSA.pdf": ("malformed", twoHashes),
    "esig+dss__Signature-P-DE_CRY-2_HASH_FAILURE_.pdf": (
      "intact", "OpenSSL and NSS compute that it holds; pyHanko alone does not"
    ),
    "esig+dss__TeleSec_PKS_eIDAS_QES_CA_1-baseline-b.pdf": (
      "intact", "ECDSA as the BSI writes it, r ‖ s: pyHanko takes it for DER"
    ),
    "esig+dss__malformed-pades.pdf": ("", noHeader),
    "esig+dss__pades-5-signatures-and-1-document-timestamp.pdf": (
      "intact", "the chain of cross-references is broken, and only its newest part is read"
    ),
    "esig+dss__pades-unsupported-signature-algorithm.pdf": (
      "unchecked", "the identifier of a curve stands where that of a signature belongs"
    ),
    "esig+dss__pdf-double-signer-info.pdf": (
      "malformed", "a message with two signers is two signatures: which is meant?"
    ),
    "esig+dss__pdf-eof.pdf": ("malformed", beyondEnd),
    "esig+dss__pdf-signed-out-of-byteRange.pdf": ("malformed", beyondEnd),
    "esig+dss__pdf-spoofing-attack.pdf": (
      "intact", "its bytes hold; what it leaves out is not its own value, and that is told"
    ),
    "m32+endesive__pdf-adobe-webcapture-x509.rsa_sha1.pdf": ("unchecked", named),
    "pdfcpu+pdfcpu__sample01.pdf": ("unchecked", named),
    "mozilla+pdf.js__signed_verified.pdf": (
      "intact", "the bytes of its range hold; Poppler leaves out its value, wherever the range is"
    ),
    "mkl-public+testarea-pdfbox2__test-semnat.pdf": ("", noChain),
    "mkl-public+testarea-pdfbox2__AdelinVoicu-sample_signed.pdf": ("", noChain),
    "mkl-public+testarea-pdfbox2__siwa_B.pdf": ("", noChain),
    "mkl-public+testarea-pdfbox2__siwa_E.pdf": ("", noChain),
    "mkl-public+testarea-pdfbox2__usf_04_No_Contents_Value.pdf": (
      "", "the dictionary of the signature cannot be read"
    ),
    "pdfminer+pdfminer.six__pr-00530-ml-lines.pdf": ("malformed", beyondEnd),
    "veraPDF+veraPDF-corpus__veraPDF_test_suite_6-1-12-t01-pass-a.pdf": (
      "", "neither verifier judges it, and no field of the form leads to a signature"
    ),
  ]

  /// What the signatures cover.
  static let coverage: [String: (covers: String, rule: String)] = [
    "esig+dss__pades-ocsp-archiveCutOff-invalid.pdf": (
      "revision file",
      "the first state of the file is linearised, and covered whole: pyHanko wants its other half"
    ),
    "esig+dss__pades-ocsp-sign-cert.pdf": (
      "revision file", "pyHanko lists the two the other way round"
    ),
  ]

  private static let named = "bare PKCS #1 over SHA-1 is named, and not computed"
  private static let twoHashes = "it names two hash functions: neither reading is the right one"
  private static let noHeader = "a file without the header of a PDF is none"
  private static let beyondEnd = "it covers bytes that are not in the file"
  private static let noChain = "no cross-reference section stands where the file says: not rebuilt"
}
