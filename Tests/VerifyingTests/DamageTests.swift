import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealProvenance
import BroadsealVerifying
import Glibc
import TestSupport
import Testing

/// Every parser that a label passes through, under damage by chance. A trap ends the test run, and a
/// change that goes unnoticed is named by its seed.
@Suite("Damage by chance")
struct DamageTests {
  /// Rounds for each kind of file; `BROADSEAL_DAMAGE_ROUNDS` asks for more.
  static let rounds =
    unsafe getenv("BROADSEAL_DAMAGE_ROUNDS").flatMap { unsafe Int(String(cString: $0)) } ?? 250

  private func session() throws -> VerifierSession {
    let options = VerifierOptions(looksForSidecar: false, digestsFile: false)
    return Verifier(trust: try TestPKI.shared().context(), at: TestPKI.now, options: options)
      .session()
  }

  private func manifest() throws -> TestManifest {
    var manifest = TestManifest(try TestPKI.shared())
    manifest.signatureSize = 3_400
    return manifest
  }

  @Test("A damaged file is judged or refused, and never official", arguments: TestFile.allCases)
  func files(_ format: TestFile) throws {
    let sound = try format.signed(try manifest())
    let session = try session()
    let whole = session.verify(try Document(ByteSource(bytes: sound), path: format.name))
    #expect(whole.origin?.status == .official)
    let neutral = FlipTests.neutral(in: sound, format)
    var judged = 0
    for seed in 0..<UInt64(DamageTests.rounds) {
      var damage = Damage(seed: seed)
      let bytes = damage.strike(sound)
      let isNeutral =
        bytes.count == sound.count
        && bytes.indices.allSatisfy { neutral.contains($0) || bytes[$0] == sound[$0] }
      if isNeutral { continue }
      if try FlipTests.isNeutral(sound, bytes, format) { continue }
      let verdict = session.verify(try Document(ByteSource(bytes: bytes), path: format.name))
      #expect(verdict.origin?.status != .official, "seed \(seed)")
      judged += 1
    }
    #expect(judged > DamageTests.rounds / 2)
  }

  /// How many manifests stand below the active one, and of what kind it is.
  enum Line: String, CaseIterable {
    case alone, child, update
  }

  private func sidecar(_ line: Line) throws -> [UInt8] {
    let first = try manifest().sidecar(for: OfficialTests.content)
    if line == .alone { return first }
    var next = try manifest()
    next.isUpdate = line == .update
    next.parent = try LineageTests.parent(of: first)
    next.actions = line == .update ? [Action("c2pa.published")] : []
    return try next.sidecar(for: OfficialTests.content)
  }

  @Test(
    "A damaged label beside its file is judged or refused, and never official",
    arguments: Line.allCases)
  func sidecars(_ line: Line) throws {
    let sound = try sidecar(line)
    #expect(try StoreSurgery.verdict(on: sound).origin?.status == .official)
    let session = try session()
    var reached = 0
    for seed in 0..<UInt64(DamageTests.rounds) {
      var damage = Damage(seed: seed)
      let bytes = damage.strike(sound)
      if bytes == sound { continue }
      let document = try Document(ByteSource(bytes: OfficialTests.content), path: "release.txt")
      let verdict = session.verify(document, sidecar: bytes)
      #expect(verdict.origin?.status != .official, "seed \(seed)")
      if verdict.c2pa.activeManifest != nil { reached += 1 }
    }
    #expect(reached > DamageTests.rounds / 20, "too little of the damage reached the manifest")
  }
}
