import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

@Suite("One changed byte")
struct FlipTests {
  /// What a reader takes away from a verdict: if it stays the same on a changed file, the change
  /// went unnoticed.
  struct Impression: Equatable {
    let integrity: Integrity
    let origin: Origin.Status?
    let ai: AIUse.Status?
    let time: UTCTime?

    init(_ verdict: Verdict) {
      integrity = verdict.integrity
      origin = verdict.origin?.status
      ai = verdict.ai?.status
      time = verdict.time?.trusted
    }
  }

  private static func session() throws -> VerifierSession {
    let options = VerifierOptions(looksForSidecar: false, digestsFile: false)
    return Verifier(
      trust: try TestPKI.shared().context(), at: TestPKI.now, options: options
    ).session()
  }

  private static func official() throws -> TestManifest {
    var manifest = TestManifest(try TestPKI.shared())
    manifest.signatureSize = 3_400
    return manifest
  }

  private static func judge(
    _ bytes: [UInt8], as file: TestFile, _ session: VerifierSession
  ) throws -> Impression {
    Impression(session.verify(try Document(ByteSource(bytes: bytes), path: file.name)))
  }

  /// Positions whose change is neutral, with the proof.
  ///
  /// JPEG, bytes 6 and 7 of the first APP11 segment (`En`, ISO 19566-5 §D.2): a number that tells
  /// apart several boxes that are interleaved in one file. The file has one box in one segment, so
  /// that every number means the same; nothing is read from it.
  static func neutral(in bytes: [UInt8], _ file: TestFile) -> Set<Int> {
    guard file == .jpeg,
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: [0xFF, 0xEB]) })
    else { return [] }
    return [start + 6, start + 7]
  }

  /// Whether two texts in Base64 differ only in bits of the time stamp that nothing is read from.
  ///
  /// A changed letter of the text changes other bits of the store than the lowest of a byte. Two
  /// kinds of them are neutral: the case of letters in the name of the authority's issuer in the
  /// SignerInfo, which no signature covers (RFC 5652 §5.3), since names are compared without case
  /// (RFC 5280 §7.1), while the certificate itself is in the token and under its issuer's
  /// signature; and the bit in the tag of a SET of the token that says it has parts, since all
  /// that is hashed is encoded anew, with the tag as it must be (RFC 5652 §5.4).
  static func isNeutral(_ one: [UInt8], _ two: [UInt8], _ file: TestFile) throws -> Bool {
    guard let one = try store(in: one, file),
      let two = try store(in: two, file), one.count == two.count
    else { return false }
    func places(of part: [UInt8]) -> [Int] {
      one.indices.filter { one[$0...].starts(with: part) }
    }
    // The name begins with its country, and has the organisation and the authority's root in it.
    let name = Array("Time-Stamp Authority (invented)".utf8)
    let names = places(of: name)
    let signedData = Hex.decode("06092a864886f70d010702") ?? []
    guard let token = places(of: signedData).first, let first = names.dropLast().last,
      let last = names.last
    else { return false }
    let issuer = (first - 32)..<(last + name.count + " root".utf8.count)
    return one.indices.allSatisfy { index in
      let isLetter = (0x41...0x5A).contains(one[index] & 0xDF)
      return one[index] == two[index]
        || one[index] ^ two[index] == 0x20
          && (index > token && one[index] == 0x31 || issuer.contains(index) && isLetter)
    }
  }

  private static func store(in bytes: [UInt8], _ file: TestFile) throws -> [UInt8]? {
    let document = try Document(ByteSource(bytes: bytes), path: file.name)
    guard case .found(let store)?? = try? document.carrier?.locate() else { return nil }
    return store.bytes
  }

  @Test("Every changed byte of an official file is noticed", arguments: TestFile.allCases)
  func flips(_ file: TestFile) throws {
    try FlipTests.expectNoticed(in: try file.signed(try FlipTests.official()), file)
  }

  @Test("Every changed byte of an official file with a stapled response is noticed")
  func stapled() throws {
    let pki = try TestPKI.shared()
    var manifest = try FlipTests.official()
    let response = try RevocationCheckTests.maker(RevocationCheckTests.cases[0], pki).response()
    manifest.headers = [
      (HeaderLabel.revocationValues, .map(["ocspVals": .array([.bytes(response)])]))
    ]
    manifest.signatureSize = 4_800
    try FlipTests.expectNoticed(in: try TestFile.png.signed(manifest), .png)
  }

  /// The inside of the label, of which each fifth byte is changed: it is the same in every format, and in one of
  /// them every byte of it is.
  private static func sampled(of bytes: [UInt8], _ file: TestFile) throws -> Range<Int> {
    let document = try Document(ByteSource(bytes: bytes), path: file.name)
    guard file != .png, case .found(let store)? = try document.carrier?.locate(),
      store.extent.length > 1_000
    else { return 0..<0 }
    return (store.extent.start + 200)..<(store.extent.end - 200)
  }

  private static func expectNoticed(in bytes: [UInt8], _ file: TestFile) throws {
    let session = try FlipTests.session()
    let whole = try FlipTests.judge(bytes, as: file, session)
    try #require(whole.integrity == .intact && whole.origin == .official)
    let neutral = FlipTests.neutral(in: bytes, file)
    let sampled = try FlipTests.sampled(of: bytes, file)
    for index in bytes.indices where !sampled.contains(index) || index % 5 == 0 {
      var changed = bytes
      changed[index] ^= 0x01
      let impression = try FlipTests.judge(changed, as: file, session)
      if neutral.contains(index) {
        #expect(impression == whole, "byte \(index) of the \(file.rawValue) is not neutral")
      } else if impression == whole {
        #expect(
          try FlipTests.isNeutral(bytes, changed, file),
          "byte \(index) of the \(file.rawValue) changed unnoticed")
      } else {
        #expect(
          impression.origin != .official && impression != whole,
          "byte \(index) of the \(file.rawValue) changed unnoticed")
      }
    }
  }

  @Test("A file cut off anywhere is never official and never intact", arguments: TestFile.allCases)
  func truncations(_ file: TestFile) throws {
    let bytes = try file.signed(try FlipTests.official())
    let session = try FlipTests.session()
    for length in bytes.indices {
      let impression = try FlipTests.judge(Array(bytes[..<length]), as: file, session)
      #expect(impression.origin != .official, "cut at byte \(length)")
      #expect(impression.integrity != .intact, "cut at byte \(length)")
    }
  }

  @Test(
    "A thousand damaged copies of a text are judged, and none is official",
    arguments: [TestFile.md, .txt])
  func damages(_ file: TestFile) throws {
    let bytes = try file.signed(try FlipTests.official())
    let session = try FlipTests.session()
    let whole = try FlipTests.judge(bytes, as: file, session)
    var state: UInt64 = 0x2545_F491
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<1_000 {
      var damaged = bytes
      for _ in 0...next(4) { damaged[next(bytes.count)] ^= UInt8(1 + next(255)) }
      guard damaged != bytes else { continue }
      let impression = try FlipTests.judge(damaged, as: file, session)
      // Damage to the time stamp alone leaves the rest as it was signed, without a trusted time.
      #expect(impression.origin != .official && impression != whole, "round \(round)")
    }
  }

  @Test("Padding of a signature that holds more than zeros is a mismatch")
  func padding() throws {
    let bytes = try TestFile.jpeg.signed(try FlipTests.official())
    let session = try FlipTests.session()
    let mark = Array("cpad".utf8)
    let start = try #require(bytes.indices.last { bytes[$0...].starts(with: mark) })
    var changed = bytes
    changed[start + 40] = 0x41
    let document = try Document(ByteSource(bytes: changed), path: TestFile.jpeg.name)
    let verdict = session.verify(document)
    #expect(verdict.integrity == .altered)
    #expect(verdict.c2pa.failure.map(\.code).contains("assertion.dataHash.mismatch"))
  }
}
