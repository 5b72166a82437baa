import BroadsealBytes
import BroadsealCBOR
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

/// `Documentation/Decisions/codes-and-states.md`, rule by rule.
@Suite("Codes and states")
struct CodesAndStatesTests {
  private func verdict(
    _ bytes: [UInt8], _ name: String, at time: UTCTime = TestPKI.now
  ) throws -> Verdict {
    Verifier(trust: try TestPKI.shared().context(at: time), at: time).session()
      .verify(bytes: bytes, named: name)
  }

  private func failures(_ verdict: Verdict) -> [String] { verdict.c2pa.failure.map(\.code) }

  @Test("A wrong checksum beside the label is a doubt: nothing signed has changed")
  func checksum() throws {
    var bytes = try TestFile.png.signed(TestManifest(try TestPKI.shared()))
    let type = try #require(bytes.firstRange(of: Array("caBX".utf8))).lowerBound
    let length = bytes[(type - 4)..<type].reduce(0) { $0 << 8 | Int($1) }
    bytes[type + 4 + length] ^= 1
    let verdict = try verdict(bytes, "a.png")
    #expect(verdict.integrity == .intact && verdict.c2pa.state == .trusted)
    #expect(failures(verdict).isEmpty)
    #expect(verdict.findings.map(\.code.name).contains("PNG-STORE-CRC"))
    #expect(verdict.origin?.status != .official)
  }

  @Test("Damage to a text's wrapper has the code of C2PA 2.4 beside ours")
  func wrappers() throws {
    let text = try TestFile.txt.signed(TestManifest(try TestPKI.shared()))
    let wrapper = text[(try #require(text.firstRange(of: Array("\u{FEFF}".utf8))).lowerBound)...]
    for (bytes, ours, standard) in [
      (
        Array(text.dropLast(wrapper.count / 2)), "TEXT-WRAPPER-BROKEN",
        "manifest.text.corruptedWrapper"
      ),
      (text + wrapper, "TEXT-WRAPPERS", "manifest.text.multipleWrappers"),
    ] {
      let verdict = try verdict(bytes, "a.txt")
      #expect(verdict.findings.map(\.code.name).contains(ours))
      #expect(failures(verdict) == [standard])
      #expect(verdict.integrity == .malformed && verdict.c2pa.state == .invalid)
      #expect(verdict.breaksOff == (ours == "TEXT-WRAPPER-BROKEN"))
    }
  }

  @Test("A file that breaks off has failed only where something like a label is in it")
  func breaksOff() throws {
    let block = "# A\n<!-- -----BEGIN C2PA MANIFEST----- data:application/c2pa;base64,AAAA"
    let page = "<!doctype html><html><head><script type=\"application/c2pa\">AAAA"
    let files = [
      ("a.zip", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 60)),
      ("a.pdf", Array("%PDF-1.7\n1 0 obj\n<< /Type /Cat".utf8)), ("a.md", Array(block.utf8)),
      ("a.html", Array(page.utf8)),
    ]
    for (name, bytes) in files {
      let verdict = try verdict(bytes, name)
      let hasTrace = name.hasSuffix(".md") || name.hasSuffix(".html")
      #expect(
        verdict.breaksOff && (verdict.conclusion(for: .valid) == .failed) == hasTrace, "\(name)")
    }
    let whole = try verdict(Array((block + "\n").utf8), "a.md")
    #expect(!whole.breaksOff && whole.integrity == .malformed)
  }

  @Test("Damage to an archive's structure is a mismatch of its collection, told as damage")
  func archives() throws {
    let bytes = try TestFile.docx.signed(TestManifest(try TestPKI.shared()))
    let verdict = try verdict(bytes + [0], "a.docx")
    #expect(verdict.findings.map(\.code.name).contains("ZIP-TRAILING"))
    #expect(failures(verdict) == ["assertion.collectionHash.mismatch"])
    #expect(verdict.integrity == .malformed && verdict.c2pa.state == .invalid)
    // The label of a picture in it is the picture's, and nothing of the document failed.
    var picture = ZIPFile.Entry("word/media/image1.jpg")
    picture.content = try TestFile.jpeg.signed(TestManifest(try TestPKI.shared()))
    var holding = ZIPFile.docx()
    holding.entries.append(picture)
    let inner = try self.verdict(holding.built().bytes + [0], "a.docx")
    #expect(inner.integrity == .noLabel && inner.c2pa.state == nil)
    #expect(inner.findings.map(\.code.name).contains("LABEL-INSIDE"))
    #expect(inner.unjudged == .partial && inner.conclusion(for: .valid) != .failed)
    // Without a label nothing was bound.
    let plain = try self.verdict(ZIPFile.docx().built().bytes + [0], "a.docx")
    #expect(failures(plain).isEmpty && plain.integrity == .noLabel)
  }

  @Test(
    "An ingredient whose signer has expired since leaves the asset valid; a changed one does not")
  func expiredIngredient() throws {
    let pki = try TestPKI.shared()
    let day: Int64 = 86_400
    let expiring = try pki.signer { $0.notAfter = TestPKI.now.adding(seconds: 30 * day) }
    let later = TestPKI.now.adding(seconds: 40 * day)
    for isBroken in [false, true] {
      var first = TestManifest(pki, signer: expiring)
      first.authority = nil
      first.breaksSignature = isBroken
      var second = TestManifest(pki)
      second.parent = try LineageTests.parent(of: first.sidecar(for: OfficialTests.content))
      second.actions = []
      second.authority = nil
      let verdict = try OfficialTests.verdict(
        on: second, trust: try pki.context(at: later), at: later)
      #expect(verdict.c2pa.state == (isBroken ? .invalid : .trusted))
      #expect(failures(verdict).isEmpty)
      let ingredient = try #require(verdict.c2pa.ingredients.first).failure.map(\.code)
      #expect(ingredient.contains("claimSignature.outsideValidity"))
    }
  }

  @Test("A reference that names the claim and hashes the manifest does not match")
  func mixedReference() throws {
    let pki = try TestPKI.shared()
    let store = try TestManifest(pki).sidecar(for: OfficialTests.content)
    let sound = try LineageTests.parent(of: store)
    let active = try #require(sound.ingredient.activeManifest)
    let signature = try #require(sound.ingredient.claimSignature)
    let label = try #require(active.uri?.manifest)
    var manifest = TestManifest(pki)
    manifest.actions = []
    manifest.parent = (
      Ingredient(
        relationship: .parentOf,
        manifest: (
          active: HashedURI(
            uri: JUMBF.URI(manifest: label, path: ["c2pa.claim.v2"]), hash: active.hash),
          signature: signature, results: ValidationResults(activeManifest: nil)
        )), sound.manifests
    )
    let verdict = try OfficialTests.verdict(on: manifest, trust: try pki.context())
    let codes = verdict.c2pa.ingredients.flatMap(\.failure).map(\.code)
    #expect(codes.contains("ingredient.manifest.mismatch") && verdict.c2pa.state == .invalid)
  }

  /// Actions as a writer could put them, and whether they are what the standard asks.
  static let actions: [(String, CBOR.Value, Bool)] = [
    ("a source type of its own", ["actions": [created(type)]], true),
    ("no source type", ["actions": [created(nil)]], false),
    (
      "a source type by a template for all",
      ["actions": [created(nil)], "templates": [["action": "*", "digitalSourceType": type]]], true
    ),
    (
      "a source type by a template for others",
      [
        "actions": [created(nil)],
        "templates": [["action": "c2pa.edited", "digitalSourceType": type]],
      ],
      false
    ),
    ("both languages", translated(["sourceLanguage": "en", "targetLanguage": "zh-Hant-TW"]), true),
    ("one language", translated(["targetLanguage": "ja"]), false),
    ("no parameters", translated(nil), false),
    (
      "a language in words", translated(["sourceLanguage": "en", "targetLanguage": "my own"]), false
    ),
    ("a program by its map", program([("softwareAgent", ["name": "A"])]), true),
    ("a program by its name, as in version 1", program([("softwareAgent", "A")]), true),
    ("a program by its index", program([("softwareAgentIndex", 0)]), true),
    ("a program that is not listed", program([("softwareAgentIndex", 1)]), false),
    (
      "a program in both ways",
      program([("softwareAgent", ["name": "A"]), ("softwareAgentIndex", 0)]),
      false
    ),
  ]

  @Test("Actions hold what the standard says they hold", arguments: actions)
  func action(_ name: String, _ value: CBOR.Value, _ isSound: Bool) throws {
    let pki = try TestPKI.shared()
    var manifest = TestManifest(pki)
    manifest.actionsValue = value
    let verdict = try OfficialTests.verdict(on: manifest, trust: try pki.context())
    #expect(failures(verdict) == (isSound ? [] : ["assertion.action.malformed"]), "\(name)")
    #expect(verdict.c2pa.state == (isSound ? .trusted : .invalid), "\(name)")
  }

  private static let type: CBOR.Value = .text(DigitalSourceType.digitalCreation.rawValue)

  private static func created(_ type: CBOR.Value?) -> CBOR.Value {
    .map(CBOR.Map([("action", "c2pa.created"), ("digitalSourceType", type)]))
  }

  private static func translated(_ parameters: CBOR.Value?) -> CBOR.Value {
    let action: CBOR.Value = .map(
      CBOR.Map([("action", "c2pa.translated"), ("parameters", parameters)]))
    return ["actions": [created(type), action]]
  }

  private static func program(_ fields: [(String, CBOR.Value)]) -> CBOR.Value {
    let action: CBOR.Value = .map(CBOR.Map([("action", "c2pa.edited")] + fields.map { ($0, $1) }))
    return ["actions": [created(type), action], "softwareAgents": [["name": "B"]]]
  }
}
