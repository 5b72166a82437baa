import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealSigning
import BroadsealTrust
import TestSupport

/// What fuzzing starts from: built from the demonstration and the samples, never fetched.
package enum FuzzSeeds {
  /// Sound inputs for `target`.
  package static func of(_ target: FuzzTarget) throws -> [[UInt8]] {
    switch target {
    case .pdf:
      [SmallPDF.bytes([:])] + (try labelled("a.pdf", SmallPDF.bytes([:])))
        + (try labelled("press-release.pdf"))
    case .png: try labelled("a.png", SmallPicture.png)
    case .jpeg: try labelled("a.jpg", SmallPicture.jpeg)
    case .tiff: try labelled("a.tiff", SmallPicture.tiff) + [SmallPicture.tiff]
    case .gif: try labelled("a.gif", SmallPicture.gif) + [SmallPicture.gif]
    case .jxl: try labelled("a.jxl", SmallPicture.jxl) + [SmallPicture.jxl]
    case .bmff:
      try labelled("a.mp4", MediaFile.film) + labelled("a.avif", MediaFile.picture([1, 2]))
        + [MediaFile.segment(1), MediaFile.opening()]
    case .ttf: try labelled("a.ttf", SmallFont.trueType) + [SmallFont.trueType]
    case .doc: [CompoundFile.word.bytes, CompoundFile.encrypted.bytes]
    case .svg: try labelled("a.svg", Array(drawing.utf8))
    case .html: try labelled("press-release.html") + [Desk.sample("press-release.html")]
    case .zip: try labelled("press-release.docx") + [Desk.sample("press-release.docx")]
    case .text: try labelled("press-release.txt") + [Array("à la carte\n".utf8)]
    case .markdown: try labelled("press-release.md") + [Desk.sample("press-release.md")]
    case .wav: try labelled("a.wav", RIFFFile.wav([RIFFFile.list("INFO", [])]))
    case .webp: try labelled("a.webp", RIFFFile.webp())
    case .avi: try labelled("a.avi", RIFFFile.avi(more: [RIFFFile.form("AVIX", [])]))
    case .mp: try labelled("a.mp3", SoundFile.mp3)
    case .flac: try labelled("a.flac", SoundFile.tag(version: 4, []) + SoundFile.flac())
    case .ogg: try labelled("a.ogg", OGGFile.speech)
    case .rtf: ShownSeeds.rtf
    case .xml: ShownSeeds.xml
    case .csv: ShownSeeds.csv
    case .office: ShownSeeds.office
    case .page: ShownSeeds.page
    case .tar: archives
    case .store, .jumbf: [try store()]
    case .cbor, .claim: try boxes(of: store()).cbor
    case .signature: [try boxes(of: store()).signature]
    case .json: [FuzzWorld.pki.demo.usList, Array(#"{"a":[1,-2.5e3,true,null,"\u00e9"]}"#.utf8)]
    case .profile: try profiles()
    case .list:
      [FuzzWorld.pki.demo.usList, FuzzWorld.pki.demo.jpList, FuzzWorld.pki.demo.us.pinned.pem]
    case .plan: try plans()
    case .evidence: [try evidence()]
    case .keys: try KeySeeds.keys()
    case .certificate: FuzzWorld.pki.demo.us.signer.chain.map(\.der)
    case .ocsp: [try KeySeeds.response()]
    case .crl: [try KeySeeds.list()]
    case .stamp: [try KeySeeds.token()]
    case .seal: [try KeySeeds.seal()]
    }
  }

  /// A sample, or other content, with an official label; of the carriers' own, so that the store is in it.
  private static func labelled(_ name: String, _ content: [UInt8]? = nil) throws -> [[UInt8]] {
    let input = FuzzWorld.scratch.write(content ?? Desk.sample(name), to: "in/" + name)
    let output = FuzzWorld.scratch("out-" + name)
    _ = try signer().sign(
      SigningRequest(
        input: FilePath(input), destination: .file(FilePath(output)), label: label))
    guard let bytes = Scratch.bytes(of: output) else { return [] }
    return [bytes]
  }

  /// The profiles of the demonstration, which stand in the folder in which the profile is read.
  private static func profiles() throws -> [[UInt8]] {
    let folder = FuzzWorld.scratch("demo")
    try DemoPKI.make(in: FilePath(folder), now: TestPKI.now)
    return ["us", "ai-service"].compactMap { Scratch.bytes(of: folder + "/\($0)/ISSUER.toml") }
  }

  /// A plan, and the same as it stands in an approval.
  private static func plans() throws -> [[UInt8]] {
    let input = FilePath(FuzzWorld.scratch.write([1, 2, 3], to: "planned.csv"))
    let request = SigningRequest(input: input, destination: .inPlace, label: label)
    let plan = try SigningPlan(
      request, inputs: [input], certificate: FuzzWorld.pki.demo.us.signer.certificate)
    let payload = Base64.encode(plan.bytes, alphabet: .url)
    let approved = """
      {"payload":"\(payload)","signatures":[{"protected":"eyJhbGciOiJFUzI1NiJ9","signature":"AAAA"}]}
      """
    return [plan.bytes, Array(approved.utf8)]
  }

  private static let archives: [[UInt8]] = [
    TarFile().with(records: [("comment", "x")], type: "g")
      .with(records: [("path", "in/a.txt"), ("mtime", "1.5"), ("size", "3")])
      .with("a", Array("one".utf8)).with("b.txt", type: "1", target: "in/a.txt").ended(),
    TarFile().with("in/", type: "5", mark: TarFile.gnu)
      .with("././@LongLink", Array("in/long.txt\u{0}".utf8), type: "L", mark: TarFile.gnu)
      .with("cut", Array("two".utf8), mark: TarFile.gnu).bytes,
  ]

  private static func store() throws -> [UInt8] { try madeStore.get() }

  private static let madeStore = Result {
    let bytes = try labelled("store.png", SmallPicture.png)[0]
    let document = try Document(ByteSource(bytes: bytes), path: "store.png")
    guard case .found(let located)? = try document.carrier?.locate() else {
      throw BrokenPromise("no store in a signed picture")
    }
    return located.bytes
  }

  private static func boxes(of store: [UInt8]) throws -> (cbor: [[UInt8]], signature: [UInt8]) {
    let manifest = try ManifestStore(parsing: store).active
    let claim = try manifest.claim.get().bytes
    let assertions = manifest.assertions.flatMap { assertion in
      assertion.superbox.boxes.filter { $0.type == .cbor }.map { Array($0.payload) }
    }
    return ([claim] + assertions, Array(try manifest.signature.get().bytes))
  }

  private static func evidence() throws -> [UInt8] {
    let demo = FuzzWorld.pki.demo
    return try EvidenceBundle(
      document: String(repeating: "0", count: 64), manifest: "urn:c2pa:0", created: TestPKI.now,
      certificates: demo.us.signer.chain.map(\.der), authorities: demo.tsa.chain.map(\.der),
      lists: [EvidenceBundle.List(name: "us.json", bytes: demo.usList)],
      responses: [try KeySeeds.response()], revocationLists: [try KeySeeds.list()]
    ).text()
  }

  private static func signer() throws -> Signer {
    let demo = FuzzWorld.pki.demo
    let authority = try LocalTimeStampAuthority(key: demo.tsa.key, certificates: demo.tsa.chain)
    return try Signer(
      credential: Credential(key: demo.us.signer.key, certificates: demo.us.signer.chain),
      timeStamping: .authorities([.local(authority)], allowMissing: false),
      inspection: Inspection(
        existing: { _, _ in RecordedValidation(success: [], informational: [], failure: []) },
        fresh: { _, _ in nil }),
      environment: Environment(now: { TestPKI.now }))
  }

  private static var label: Label {
    Label(
      official: OfficialOrigin(
        jurisdiction: "US",
        agency: OfficialOrigin.Agency(id: "demo.us.press-office", english: "Demo Press Office")),
      ai: AIStatement(.none))
  }

  static let drawing = """
    <?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"><!-- a -->\
    <title>a</title><g a='&lt;'><![CDATA[b]]><text>日</text></g></svg>
    """
}
