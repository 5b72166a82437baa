import BroadsealBytes
import BroadsealCBOR
import BroadsealJSON
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-09 … T-14: what is said to be official, and by whom.
enum LabelThreats {
  static let rows: [ThreatRow] = labels + ingredients + words

  private static let labels: [ThreatRow] = [
    .changed(.noLabel, "a government signer without a label", unlabelled("OFF-6-NO-LABEL")) {
      manifest, _ in manifest.label = nil
    },
    .changed(
      .noLabel, "a label about AI alone, by a listed signer",
      .unofficial(.recognisedTool, ["OFF-6-NOT-OFFICIAL"])
    ) {
      manifest, _ in manifest.label = TestManifest.label(official: false)
    },
    .changed(.doubtfulLabel, "the label only passed on", unlabelled("OFF-6-GATHERED")) {
      manifest, _ in manifest.labelList = .gathered
    },
    .changed(
      .doubtfulLabel, "a second label (__1) passed on, which says otherwise",
      unlabelled("OFF-6-REPEATED")
    ) { manifest, _ in
      manifest.further = [
        (BroadsealLabel.label, .cbor(TestManifest.label(ai: .generated).asValue), .gathered)
      ]
    },
    .changed(
      .doubtfulLabel, "the same label twice among what the signer created",
      unlabelled("OFF-6-REPEATED")
    ) { manifest, _ in
      manifest.further = [(BroadsealLabel.label, .cbor(TestManifest.label().asValue), .created)]
    },
    .changed(.doubtfulLabel, "a label that cannot be read", unlabelled("OFF-6-MALFORMED")) {
      manifest, _ in
      manifest.label = nil
      manifest.further = [(BroadsealLabel.label, .cbor(["version": 1]), .created)]
    },
    .changed(.doubtfulLabel, "a label of another agency", unlabelled("OFF-6-AGENCY")) {
      manifest, _ in manifest.label = TestManifest.label(agency: "demo.us.other-office")
    },
    .changed(.doubtfulLabel, "a label of another jurisdiction", unlabelled("OFF-6-JURISDICTION")) {
      manifest, _ in manifest.label = TestManifest.label(jurisdiction: "US-CA")
    },
    ThreatRow(
      .doubtfulLabel, "a label of AI that the agency may not make", unlabelled("OFF-6-LABEL")
    ) { pki in
      var manifest = TestManifest(pki)
      manifest.label = TestManifest.label(ai: .altered)
      let scope = Scope(
        jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
        subject: DemoAgency.us.scope.subject, labels: [.official])
      return try ThreatCase(manifest, trust: .list(pki, scope: scope))
    },
  ]

  private static let ingredients: [ThreatRow] = [
    .changed(
      .officialIngredient, "a stranger opens an official document and signs what became of it",
      .unofficial(
        .unrecognised, ["OFF-2-INGREDIENT-ONLY", "OFF-3-UNLISTED", "OFF-6-NO-LABEL"], .valid)
    ) { manifest, pki in
      manifest = try child(by: pki.impostor.signer, pki)
    },
    .changed(
      .officialIngredient, "the same, with the agency's label copied into the new manifest",
      .unofficial(.unrecognised, ["OFF-2-INGREDIENT-ONLY", "OFF-3-UNLISTED"], .valid)
    ) { manifest, pki in
      manifest = try child(by: pki.impostor.signer, pki)
      manifest.label = TestManifest.label()
    },
    .changed(
      .officialIngredient, "the agency opens its official document and does not label the new one",
      .unofficial(.recognisedTool, ["OFF-2-INGREDIENT-ONLY", "OFF-6-NO-LABEL"])
    ) { manifest, pki in
      manifest = try child(by: pki.demo.us.signer, pki)
    },
    .changed(
      .strangersUpdate, "a forger's update manifest over an official document",
      .unofficial(.unrecognised, ["OFF-2-INGREDIENT-ONLY", "OFF-3-UNLISTED"], .valid)
    ) { manifest, pki in manifest = try update(by: pki.impostor.signer, pki) },
    .changed(
      .strangersUpdate, "the same without a label of its own",
      .unofficial(
        .unrecognised, ["OFF-2-INGREDIENT-ONLY", "OFF-3-UNLISTED", "OFF-6-NO-LABEL"], .valid)
    ) { manifest, pki in
      manifest = try update(by: pki.impostor.signer, pki)
      manifest.label = nil
    },
    .changed(
      .strangersUpdate, "a maker of tools updates an official document",
      .unofficial(.recognisedTool, ["OFF-2-INGREDIENT-ONLY", "OFF-3-UNLISTED"])
    ) { manifest, pki in manifest = try update(by: pki.demo.aiService, pki) },
    ThreatRow(
      .strangersUpdate, "the agency's own update, over content that was changed",
      .broken(.altered, "OFF-1-ALTERED", "assertion.dataHash.mismatch")
    ) { pki in
      var item = try ThreatCase(try update(by: pki.demo.us.signer, pki), trust: .demo(pki))
      item.content.append(0x20)
      return item
    },
    ThreatRow(
      .officialParent, "an official picture of one pixel as the parent of a forged picture",
      .unofficial(.unrecognised, ["OFF-2-INGREDIENT-ONLY", "OFF-3-UNLISTED"], .valid)
    ) { pki in
      let pixel = try TestManifest(pki).sidecar(for: TestFile.png.content)
      var manifest = TestManifest(pki, signer: pki.impostor.signer)
      manifest.parent = try LineageTests.parent(of: pixel)
      manifest.actions = [Action("c2pa.edited", digitalSourceType: .humanEdits)]
      return try ThreatCase("forgery.jpg", TestFile.jpeg.signed(manifest), trust: .demo(pki))
    },
    .changed(
      .officialParent, "the parent is another than the one that was opened",
      .broken(.altered, "OFF-1-ALTERED", "ingredient.manifest.mismatch")
    ) { manifest, pki in
      manifest = try child(by: pki.demo.us.signer, pki)
      manifest.label = TestManifest.label()
      let other = try TestManifest(pki).sidecar(for: [1])
      let bytes = try ManifestStore(parsing: other).active.superbox.raw
      let opened = manifest.parent?.manifests.first ?? []
      manifest.parent?.manifests = [StoreSurgery.relabelled(Array(bytes), as: opened)]
    },
  ]

  private static let words: [ThreatRow] = [
    .changed(
      .officialWords, "a generator, a title and an author that name the agency",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED", "OFF-6-NO-LABEL"], .valid)
    ) { manifest, pki in
      manifest = TestManifest(pki, signer: pki.impostor.signer)
      manifest.label = nil
      manifest.further = [
        (
          "cawg.metadata",
          .json([
            "@context": ["dc": "http://purl.org/dc/elements/1.1/"],
            "dc:creator": "Demo Press Office (invented)",
          ]), .created
        )
      ]
      manifest.rewriteClaim = { claim in
        let fields = (claim.map?.entries ?? []).filter {
          !["claim_generator_info", "dc:title"].contains($0.key.text)
        }
        let named: [CBOR.Map.Entry] = [
          CBOR.Map.Entry(
            key: "claim_generator_info",
            value: ["name": "Demo Press Office (invented) Official Seal", "version": "1"]),
          CBOR.Map.Entry(key: "dc:title", value: "Official document of the United States"),
        ]
        return .map(CBOR.Map(fields + named))
      }
    }
  ]

  /// A government signer whose document is not official, for one reason.
  private static func unlabelled(_ reason: String) -> ThreatOutcome {
    .unofficial(.recognisedTool, [reason])
  }

  /// A new version of an official document, without a label.
  private static func child(by signer: DemoCredential, _ pki: TestPKI) throws -> TestManifest {
    var manifest = TestManifest(pki, signer: signer)
    manifest.parent = try LineageTests.parent(
      of: try TestManifest(pki).sidecar(for: OfficialTests.content))
    manifest.actions = [Action("c2pa.published")]
    manifest.label = nil
    return manifest
  }

  /// An update of an official document, with a label.
  static func update(by signer: DemoCredential, _ pki: TestPKI) throws -> TestManifest {
    var update = try child(by: signer, pki)
    update.isUpdate = true
    update.label = TestManifest.label()
    return update
  }
}
