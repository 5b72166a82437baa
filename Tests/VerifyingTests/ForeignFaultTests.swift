import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealVerifying
import TestSupport
import Testing

/// Each input that brought a parser of others down is read or refused here: at once, and never official.
@Suite("What parsers of others fell over")
struct ForeignFaultTests {
  @Test(
    "is judged within five seconds of computing, and never official", arguments: ForeignFault.all)
  func judged(_ fault: ForeignFault) throws {
    let pki = try TestPKI.shared()
    let input = try fault.input(pki)
    let session = Verifier(trust: try pki.context(), at: TestPKI.now).session()
    let start = ComputingTime.now
    let document = try Document(ByteSource(bytes: input.content), path: FilePath(input.name))
    let verdict =
      input.sidecar.map { session.verify(document, sidecar: $0) } ?? session.verify(document)
    // A copy and a signature of the same file must not fall over it either.
    if let carrier = document.carrier {
      _ = try? carrier.reserve(1_000, insisting: true)
      _ = try? carrier.removal()
      _ = try? carrier.namedBoxes()
      _ = try? carrier.references()
    }
    let time = ComputingTime.now - start
    #expect(time < .seconds(5), "\(time)")
    #expect(verdict.origin?.status != .official || fault.integrity == ["intact"])
    #expect(fault.integrity.contains(verdict.integrity.rawValue), "\(verdict.integrity)")
  }

  @Test("without its fault the file would be official")
  func sound() throws {
    let pki = try TestPKI.shared()
    let bytes = try TestManifest(pki).embedded(in: RIFFFile.wav(), as: RIFFCarrier.self)
    let verdict = Verifier(trust: try pki.context(), at: TestPKI.now).session()
      .verify(try Document(ByteSource(bytes: bytes), path: "a.wav"))
    #expect(verdict.origin?.status == .official)
  }
}
