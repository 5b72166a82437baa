import BroadsealBytes
import BroadsealTrust
import BroadsealVerifying
import Glibc
import TestSupport
import Testing

/// Files of others that are official where a list names their sealer, changed by chance: one byte or a few, a
/// piece taken out or put in, the numbers of a signature, or an update that replaces an object.
@Suite(
  "Mutants of sealed PDFs", .enabled(if: !SealRow.all.isEmpty, "the shared corpus is absent"))
struct SealMutantTests {
  /// How many are made of all files together. `BROADSEAL_MUTANTS=10000` makes more of them.
  private static let count =
    unsafe getenv("BROADSEAL_MUTANTS").flatMap { unsafe Int(String(cString: $0)) } ?? 300

  private static let names = [
    "vbuch+node-signpdf__signed.pdf", "vbuch+node-signpdf__signed-once.pdf",
    "MatthiasValvekens+pyHanko__pades-with-old-style-signing-cert-attr.pdf",
    "MatthiasValvekens+pyHanko__certified-with-indirect-refs-in-dir.pdf",
    "open-eid+SiVa__pdf_with_reason_and_location.pdf", "esig+dss__rotate90_top-left-signed.pdf",
    "esig+dss__Signature-P-HU_MIC-1.pdf", "esig+dss__pkcs7.pdf",
    "pdfcpu+pdfcpu__testPAdES_BLT.pdf", "esig+dss__pdf-signed-original.pdf",
    "esig+dss__pades-bes.pdf", "usgpo+uslm__CRPT-108hrpt150.pdf",
    "esig+dss__check_custom_10_20.pdf", "usgpo+uslm__CRPT-113srpt310.pdf",
  ]

  /// One file with the trust that makes it official.
  private struct Sealed {
    let bytes: [UInt8]
    let verifier: Verifier
    /// The signature's own value, which no signature covers.
    let hole: Range<Int>
    /// Where what it covers ends: what came later is nobody's word, and may be anything.
    let end: Int
    /// Numbers of pages and of the catalog.
    let objects: [Int]
    /// Where its newest cross-reference stands, and its catalog.
    let section: Int
    let root: String?
  }

  private static func sealed(_ name: String) throws -> Sealed? {
    let path = FilePath((Corpus.folder ?? "") + "/seals/files/" + name)
    let verifier = Verifier(
      trust: try SealAttackTests.context(recognising: path),
      at: UTCTime(secondsSinceEpoch: 1_795_824_000))
    guard let bytes = Scratch.bytes(of: path.display),
      case let verdict = verifier.session().verify(bytes: bytes, named: "a.pdf"),
      verdict.origin?.status == .official, let signature = verdict.pdfSignatures.last,
      let word = bytes[signature.offset...].firstRange(of: Array("/Contents".utf8)),
      let start = bytes[word.upperBound...].firstIndex(of: UInt8(ascii: "<")),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    let root = text.matches(of: /\/Root (\d+ 0 R)/).last.map { String($0.1) }
    let wanted = text.matches(of: /(\d+) 0 obj\s*<<[^>]{0,200}\/Type ?\/(Page|Catalog)\b/)
    let objects = wanted.compactMap { Int($0.1) }
    return Sealed(
      bytes: bytes, verifier: verifier, hole: start..<end + 1, end: signature.coveredEnd,
      objects: objects,
      section: LaterRevision.section(of: bytes), root: root)
  }

  /// A mutant of what was sealed; nil where chance came to the same file, or to the value of the signature.
  private static func mutant(of file: Sealed, by chance: inout Damage) -> [UInt8]? {
    var bytes = file.bytes
    let place = Int.random(in: 0..<file.end, using: &chance)
    guard !file.hole.contains(place) else { return nil }
    switch Int.random(in: 0..<10, using: &chance) {
    case 0..<4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
    case 4:
      let end = min(bytes.count, place + Int.random(in: 1...64, using: &chance))
      guard !(place..<end).overlaps(file.hole) else { return nil }
      bytes.removeSubrange(place..<end)
    case 5:
      let end = min(bytes.count, place + Int.random(in: 1...64, using: &chance))
      bytes.insert(contentsOf: file.bytes[place..<end], at: place)
    case 6: bytes = Array(bytes[..<place])
    case 7:
      guard let range = bytes.firstRange(of: Array("/ByteRange".utf8))?.upperBound,
        let digit = bytes[range..<min(bytes.count, range + 40)].indices.filter({
          (0x30...0x39).contains(bytes[$0])
        }).randomElement(using: &chance)
      else { return nil }
      bytes[digit] = UInt8.random(in: 0x30...0x39, using: &chance)
    default:
      guard let root = file.root, let object = file.objects.randomElement(using: &chance) else {
        return nil
      }
      let new = ["null", "<< >>", "[]", "<< /Type /Page >>", "(text)"].randomElement(using: &chance)
      let start = bytes.count + 1
      bytes += Array("\n\(object) 0 obj\n\(new ?? "null")\nendobj\n".utf8)
      let table = bytes.count
      let update =
        "xref\n\(object) 1\n\(LaterRevision.padded(start)) 00000 n \ntrailer\n"
        + "<< /Size 9999 /Root \(root) /Prev \(file.section) >>\nstartxref\n\(table)\n%%EOF\n"
      bytes += Array(update.utf8)
    }
    return bytes == file.bytes ? nil : bytes
  }

  @Test("are never official, and none is said to cover what it does not")
  func mutants() throws {
    let files = try Self.names.compactMap(Self.sealed).prefix(10)
    #expect(files.count == 10)
    var chance = Damage(seed: 7)
    var made = 0
    let time = try ContinuousClock().measure {
      while made < Self.count {
        let file = try #require(files.randomElement(using: &chance))
        guard let mutant = Self.mutant(of: file, by: &chance) else { continue }
        made += 1
        let verdict = file.verifier.session().verify(bytes: mutant, named: "a.pdf")
        let isOfficial = verdict.origin?.status == .official
        let covers = verdict.pdfSignatures.filter { $0.coverage == .file }
        if isOfficial || covers.contains(where: { $0.coveredEnd != mutant.count }) {
          Issue.record("mutant \(made): \(verdict.pdfSignatures)")
        }
      }
    }
    print("\(made) mutants of \(files.count) sealed files, none official: \(time)")
  }
}
