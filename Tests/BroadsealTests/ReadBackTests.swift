import Broadseal
import BroadsealNotes
import TestSupport
import Testing

@Suite("Reading back what was signed")
struct ReadBackTests {
  private let desk: FrontDesk

  init() throws { desk = try FrontDesk() }

  @Test("accepts an official label that the given list knows")
  func official() throws {
    let result = try desk.signer(ReadBack(desk.verifier)).sign(desk.request("river.jpg"))
    #expect(desk.verifier.verify(result.output).origin?.status == .official)
  }

  @Test("refuses an official label that the given list does not know, and writes nothing")
  func unknown() throws {
    let request = desk.request("river.jpg", agency: "demo.us.somebody-else")
    let error = #expect(throws: SigningError.self) {
      try desk.signer(ReadBack(desk.verifier)).sign(request)
    }
    #expect(error?.kind == .readBack)
    #expect(desk.scratch.names == ["river.jpg"])
    // Without a list nobody can say so.
    #expect(try desk.signer(nil).sign(request).output == FilePath(desk.scratch("signed-river.jpg")))
  }

  @Test("refuses an official label to a document whose name contradicts its content")
  func misnamed() throws {
    let request = desk.request("river.jpg", as: "river.png")
    let error = #expect(throws: SigningError.self) { try desk.signer(nil).sign(request) }
    #expect(error?.kind == .refused && error?.code?.name == "FILE-TYPE-MISMATCH")
    #expect(desk.scratch.names == ["river.png"])
  }
}
