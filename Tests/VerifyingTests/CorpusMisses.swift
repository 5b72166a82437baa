/// Where this verifier and c2pa-rs differ on a file that it and the second verifier agree on, and the rule
/// that decides. `PeerPageTests` writes the page from it.
enum CorpusMisses {
  /// A row whose failure codes differ.
  struct Miss: Sendable {
    /// Ours beyond theirs.
    var more: Set<String> = []
    /// Theirs beyond ours.
    var less: Set<String> = []
    /// The rule.
    let rule: String
  }

  /// Rows whose state differs although both accept: our state and the reason.
  static let states: [String: (state: String, reason: String)] = [
    "jpg/contentauth+c2pa-rs__C_with_CAWG_data.jpg": ("Trusted", identityState),
    "jpg/contentauth+c2pa-rs__extra_assertion_claim_v1.jpg": ("Trusted", identityState),
    "jpg/contentauth+c2pa-rs__invalid_sig_type.jpg": ("Trusted", identityState),
    "jpg/contentauth+c2pa-rs__no_hard_binding.jpg": ("Trusted", identityState),
    "jpg/contentauth+c2pa-rs__pad2_invalid.jpg": ("Trusted", identityState),
    "mp4/contentauth+c2pa-rs__video1.mp4": ("Trusted", ingredientState),
  ]

  /// Rows whose failure codes differ.
  static let codes: [String: Miss] = [
    "jpg/contentauth+c2pa-js-legacy__E-clm-CAICAI.jpg": Miss(
      less: ["ingredient.manifest.missing"],
      rule: """
        C2PA 2.5 §14.11.3.3.2 rejects "the ingredient claim": the code stands under the ingredient that \
        it is about, and the asset is Invalid for it too
        """),
    "jpg/encypherai+encypher-c2pa__valid_jpeg_es256.jpg": Miss(
      more: ["claim.actions.missing"], less: ["assertion.action.malformed"],
      rule: "C2PA 2.5 §14.10.1.2 has a code of its own for a manifest without actions"),
    "jpg/lrosenthol+c2pa-test-tool__sig_es256.jpg": Miss(
      more: ["signingCredential.invalid"],
      rule: "C2PA 2.5 §13.5: the certificate breaks the profile as well as being expired"),
    "jpg/contentauth+c2pa-rs__success.jpg": Miss(
      more: ["cawg.ica.untrusted_issuer"], rule: unknownService),
    "jpg/contentauth+c2pa-rs__valid_until_in_future.jpg": Miss(
      more: ["cawg.ica.untrusted_issuer"], rule: unknownService),
    "jpg/contentauth+c2pa-rs__C_with_CAWG_data.jpg": Miss(
      less: [untrusted],
      rule: """
        the certificate is among those that the test believes by hand, which CAWG 1.3 §8.2.3 lets count \
        for identities too
        """),
    "jpg/contentauth+c2pa-rs__extra_assertion_claim_v1.jpg": Miss(less: [untrusted], rule: faulty),
    "jpg/contentauth+c2pa-rs__no_hard_binding.jpg": Miss(
      more: ["cawg.identity.cbor.invalid"],
      less: [untrusted, "cawg.identity.hard_binding_missing"],
      rule: """
        CAWG 1.3 §5.2 asks for at least one reference (`1*`), and §7.1 for the structure before anything \
        else
        """),
    "jpg/contentauth+c2pa-rs__pad2_invalid.jpg": Miss(less: [untrusted], rule: faulty),
    "jpg/encypherai+encypher-c2pa__x509-es256-bestpractice-jpeg.jpg": canonical,
    "jpg/encypherai+encypher-c2pa__x509-es256-jpeg.jpg": canonical,
    "jpg/encypherai+encypher-c2pa__x509-es256-pad1-jpeg.jpg": canonical,
    "heic/GEN-mutants__TrustNXT-trustnxt-icon-signed-v2-bmff--content-flip.heic": unvouched,
    "heic/GEN-mutants__TrustNXT-trustnxt-icon-signed-v2-bmff--truncated.heic": unvouched,
    "mp4/contentauth+c2pa-rs__dashinit.mp4": Miss(
      more: ["general.error"], less: ["assertion.bmffHash.mismatch"],
      rule: """
        C2PA 2.5 §14.12.2: that fragments are not at hand is no failure of the hash; what stands before them \
        is what was signed, and nothing is known of them
        """),
    "mp4/encypherai+encypher-c2pa__x509-es256-mp4.mp4": canonical,
    "pdf/encypherai+encypher-c2pa__x509-es256-pdf.pdf": canonical,
    "png/encypherai+encypher-c2pa__x509-es256-png.png": canonical,
  ]

  private static let unvouched = Miss(
    more: ["claimSignature.outsideValidity"],
    rule: """
      C2PA 2.5 §14.7: a stamp of an authority that nobody believes is no time, and the certificate has expired; \
      c2pa-rs believes any authority where it is given none
      """)
  private static let untrusted = "cawg.x509.credential.untrusted"
  private static let canonical = Miss(
    less: ["cawg.x509.signature.mismatch"],
    rule: """
      CAWG 1.3 §8.2.2 has the deterministic encoding signed; c2pa-rs encodes the fields in an order of its \
      own. The second verifier agrees that the signature holds
      """)

  private static let ingredientState = """
    C2PA 2.5 §13.3: the state is that of the active manifest; c2pa-rs lowers Trusted to Valid where the signer \
    of an ingredient is not known
    """
  private static let identityState = """
    the state of C2PA does not depend on identity assertions (CAWG 1.3), which have codes of their own; \
    c2pa-rs lowers Trusted to Valid for one that fails
    """
  private static let unknownService = """
    CAWG 1.3 §8.1.5 has an issuer that nobody trusts as a failure, not as information
    """
  private static let faulty = """
    CAWG 1.3 §7.1: an identity that is at fault in itself says nothing, whoever signed it
    """
}
