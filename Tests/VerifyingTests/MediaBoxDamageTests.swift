import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealVerifying
import TestSupport
import Testing

/// A labelled film that breaks off, or has a wrong bit, somewhere: it is never official, and nothing stops.
@Suite("Damaged films")
struct MediaBoxDamageTests {
  private static let film: [UInt8] = {
    var manifest = TestPKI.sharedManifest
    manifest?.signatureSize = 3_400
    return (try? manifest?.embedded(in: MediaFile.film, as: BMFFCarrier.self)) ?? []
  }()

  private static func verdict(_ bytes: [UInt8], _ session: VerifierSession) throws -> Verdict {
    session.verify(try Document(ByteSource(bytes: bytes), path: "release.mp4"))
  }

  private static func session() throws -> VerifierSession {
    let options = VerifierOptions(looksForSidecar: false, digestsFile: false)
    return Verifier(
      trust: try TestPKI.shared().context(), at: TestPKI.now, options: options
    ).session()
  }

  /// Where boxes begin and end, also those inside the description of the film, and their headers.
  private static func boundaries() throws -> [Int] {
    let boxes = try BMFFCarrier(ByteSource(bytes: film)).boxes
    var search = MediaBoxSearch(boxes, of: ByteSource(bytes: film))
    var waiting = boxes.roots
    var places: Set<Int> = []
    while let box = waiting.popLast() {
      places.formUnion([box.range.start, box.content.start, box.range.end])
      waiting += try search.children(of: box)
    }
    return places.filter { $0 < film.count }.sorted()
  }

  @Test("a film that breaks off at any boundary is not official")
  func boundary() throws {
    let session = try Self.session()
    #expect(try Self.verdict(Self.film, session).origin?.status == .official)
    let places = try Self.boundaries()
    #expect(places.count > 10)
    for place in places {
      let verdict = try Self.verdict(Array(Self.film[..<place]), session)
      #expect(verdict.origin?.status != .official && verdict.integrity != .intact, "\(place)")
    }
  }

  @Test("a film with a wrong bit anywhere is not official")
  func flips() throws {
    let session = try Self.session()
    var state: UInt64 = 0x5DEE_CE66
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<500 {
      var changed = Self.film
      let place = next(changed.count)
      changed[place] ^= UInt8(1 << next(8))
      let verdict = try Self.verdict(changed, session)
      #expect(verdict.origin?.status != .official, "\(place)")
    }
  }

  @Test("boxes may not be so many, so deep or so long that a verdict takes long")
  func costs() throws {
    let session = try Self.session()
    let deep = (0..<10_000).flatMap {
      MediaFile.number(UInt32(8 * (10_000 - $0))) + Array("trak".utf8)
    }
    let places = (0..<100_000).flatMap { _ in MediaFile.number(UInt32.max) }
    let table = MediaFile.box("stco", [0, 0, 0, 0] + MediaFile.number(UInt32.max) + places)
    for more in [MediaFile.box("moov", deep), MediaFile.box("moov", table)] {
      let taken = try ComputingTime.spent {
        let verdict = try Self.verdict(Self.film + more, session)
        #expect(verdict.integrity == .altered)
        let carrier = try BMFFCarrier(ByteSource(bytes: Self.film + more))
        _ = try? carrier.reserve(1_000, insisting: true)
      }
      #expect(taken < .seconds(10), "\(taken)")
    }
  }
}

extension TestPKI {
  /// An official manifest of the demonstration.
  fileprivate static var sharedManifest: TestManifest? {
    (try? TestPKI.shared()).map { TestManifest($0) }
  }
}
