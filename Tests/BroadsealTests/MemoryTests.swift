import Broadseal
import BroadsealNotes
import TestSupport
import Testing

@Suite("What comes in memory")
struct MemoryTests {
  private let desk: FrontDesk

  init() throws { desk = try FrontDesk() }

  @Test("is judged as the file of the same bytes, and one flipped byte is altered")
  func bytes() throws {
    let result = try desk.signer(nil).sign(desk.request("press-release.pdf"))
    var bytes = try #require(desk.scratch.read("signed-press-release.pdf"))
    let fromDisk = desk.verifier.verify(result.output)
    let fromMemory = desk.verifier.verify(bytes: bytes, named: "signed-press-release.pdf")
    #expect(fromMemory.origin?.status == .official && fromMemory.sha256 == fromDisk.sha256)
    #expect(fromMemory.origin == fromDisk.origin && fromMemory.ai == fromDisk.ai)
    bytes[bytes.count / 3] ^= 1
    #expect(desk.verifier.verify(bytes: bytes, named: "a.pdf").integrity == .altered)
  }

  @Test("is not official under a name that its content contradicts")
  func misnamed() throws {
    _ = try desk.signer(nil).sign(desk.request("press-release.pdf"))
    let bytes = try #require(desk.scratch.read("signed-press-release.pdf"))
    let verdict = desk.verifier.verify(bytes: bytes, named: "picture.png")
    #expect(verdict.integrity == .intact && verdict.origin?.status != .official)
  }

  @Test("takes a label that comes along, and finds none on the disk by its name")
  func sidecar() throws {
    var request = desk.request("river-levels.csv")
    request.form = .sidecar
    let result = try desk.signer(nil).sign(request)
    let bytes = try #require(Scratch.bytes(of: request.input.display))
    let label = try #require(Scratch.bytes(of: result.output.display))
    let name = request.input.display
    #expect(desk.verifier.verify(bytes: bytes, named: name, sidecar: label).integrity == .intact)
    #expect(desk.verifier.verify(request.input, sidecar: label).isDetached)
    desk.scratch.write(label, to: "river-levels.csv.c2pa")
    #expect(desk.verifier.verify(request.input).integrity == .intact)
    #expect(desk.verifier.verify(bytes: bytes, named: name).integrity == .noLabel)
  }

  @Test("is unreadable where the label that comes along is none, or the bytes are too many")
  func limits() throws {
    let empty = desk.verifier.verify(bytes: [1], named: "a.csv", sidecar: [])
    #expect(empty.integrity == .unreadable)
    #expect(empty.findings.map(\.code.name) == ["SIDECAR-UNREADABLE"])
    let small = try Verifier(
      trust: TrustStore(), at: FrontDesk.time, options: VerifierOptions(maximumSize: 3))
    #expect(small.verify(bytes: [1, 2, 3, 4]).findings.map(\.code.name) == ["FILE-SIZE"])
    #expect(small.verify(bytes: [1, 2, 3]).integrity == .noLabel)
  }

  @Test("is a key that is told apart by the kind of its fault, without the name of a file")
  func keys() throws {
    let pem = try desk.pem()
    func fault(_ key: [UInt8], _ certificates: [UInt8]?) -> SigningError? {
      do throws(SigningError) {
        _ = try Credential.load(key: key, certificates: certificates)
        return nil
      } catch { return error }
    }
    let foreign = fault(pem.key, pem.foreign)
    #expect(foreign?.kind == .certificate && foreign?.path == nil)
    #expect(fault(pem.key, nil)?.kind == .certificate)
    #expect(fault(pem.chain, nil)?.kind == .credential)
    #expect(fault(Array("no key".utf8), nil)?.kind == .credential)
    #expect(fault([], nil)?.kind == .credential)
  }
}
