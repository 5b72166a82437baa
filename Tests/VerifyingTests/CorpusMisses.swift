/// Where this verifier and the two foreign ones differ, and why.
enum CorpusMisses {
  /// Rows whose state differs: our state and the reason.
  static let states: [String: (state: String, reason: String)] = [
    "jpg/contentauth+c2pa-rs__C_with_CAWG_data.jpg": ("Trusted", identity),
    "jpg/contentauth+c2pa-rs__extra_assertion_claim_v1.jpg": ("Trusted", identity),
    "jpg/contentauth+c2pa-rs__invalid_sig_type.jpg": ("Trusted", identity),
    "jpg/contentauth+c2pa-rs__no_hard_binding.jpg": ("Trusted", identity),
    "jpg/contentauth+c2pa-rs__pad2_invalid.jpg": ("Trusted", identity),
    "jpg/contentauth+c2pa-rs__ocsp.jpg": ("Invalid", authority),
    "jpg/contentauth+example-assets__car-es-Ps-Cr.jpg": ("Invalid", authority),
    "jpg/microsoft+c2pa-extension-validator__cards_expired_with_untrusted_timestamp.jpg":
      ("Invalid", authority),
  ]

  /// Rows of equal state whose failure codes differ: ours beyond theirs, theirs beyond ours.
  static let codes: [String: (more: Set<String>, less: Set<String>, reason: String)] = [
    "png/GEN-mutants__png-es384-algorithmicMedia-30--assertion-flip.png": (mismatch, [], checksum),
    "png/GEN-mutants__png-es384-algorithmicMedia-30--claim-flip.png": (mismatch, [], checksum),
    "png/GEN-mutants__png-es384-algorithmicMedia-30--signature-flip.png": (mismatch, [], checksum),
    "png/GEN-mutants__raymurillo-100kb-signed--signature-flip.png": (mismatch, [], checksum),
    "png/GEN-mutants__redacted-png-es256--signature-flip.png": (mismatch, [], checksum),
    "jpg/contentauth+c2pa-js-legacy__E-clm-CAICAI.jpg": (
      [], ["ingredient.manifest.missing"],
      "the code stands under the ingredient that it is about"
    ),
    "jpg/encypherai+encypher-c2pa__valid_jpeg_es256.jpg": (
      ["claim.actions.missing"], ["assertion.action.malformed"],
      "C2PA 2.5 has a code of its own for a manifest without actions"
    ),
    "jpg/lrosenthol+c2pa-test-tool__sig_es256.jpg": (
      ["signingCredential.invalid"], [],
      "the certificate breaks the profile as well as being expired"
    ),
  ]

  private static let mismatch: Set<String> = ["assertion.dataHash.mismatch"]

  private static let identity = """
    the state of C2PA does not depend on identity assertions (CAWG 1.3), which have codes of their own; \
    c2pa-rs lowers Trusted to Valid for one that fails
    """
  private static let authority = """
    the certificate has expired and the authority of its time stamp is on no list that was given: \
    C2PA 2.5 §14.8.2 (2.4 §15.8.2) ignores such a stamp and judges by the present; c2pa-rs asks no \
    list for claims of the first version (its issue 2317). The roots in question, DigiCert Trusted \
    Root G4 and Certum, are not on the list of C2PA
    """
  private static let checksum = """
    the flipped byte breaks the checksum of the PNG chunk too, which lies outside the hash and \
    must be right (witnesses.md §4)
    """
}
