import BroadsealBytes
import BroadsealDocuments
import BroadsealProvenance
import BroadsealSigning
import BroadsealVerifying
import TestSupport
import Testing

@Suite struct ReservationTests {
  @Test(
    "the store fills its room exactly, whatever the size of what it says",
    arguments: Fixture.carriers)
  func exact(sample: String) throws {
    let fixture = try Fixture()
    let signer = try fixture.signer(stamping: TimeStamping.none, inspection: Inspection.unchecked)
    // Every length over the steps of CBOR heads (24, 256) and past a JPEG segment (65,535).
    let lengths = Array(1...60) + Array(220...280) + [1_999, 2_000]
    for length in lengths {
      var request = fixture.request(sample, to: "out")
      request.title = String(repeating: "x", count: length)
      request.overwrites = true
      let result = try signer.sign(request)
      let document = try Document.open(result.output)
      guard case .found(let located) = try document.carrier?.locate() else {
        Issue.record("no store with a title of \(length)")
        continue
      }
      #expect(located.bytes.count == result.storeSize)
      #expect(try ManifestStore(parsing: located.bytes).active.label == result.manifest)
    }
  }

  @Test("a store that outgrows one JPEG segment is signed, and a verifier finds it whole")
  func large() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    var input = Fixture.sample("river.jpg")
    var size = 0
    for revision in 0..<20 {
      let name = "\(revision).jpg"
      size = try signer.sign(
        SigningRequest(
          input: input, destination: .file(FilePath(fixture.scratch(name))),
          label: .issued(.none))
      ).storeSize
      input = FilePath(fixture.scratch(name))
    }
    #expect(size > 65_535)
    #expect(fixture.verdict("19.jpg").c2pa.state == .trusted)
  }
}
