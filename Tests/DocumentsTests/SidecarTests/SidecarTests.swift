import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct SidecarTests {
  private let folder = TemporaryFolder()

  @Test func `a sidecar has the whole name of its asset and .c2pa`() {
    #expect(Sidecar.path(for: "dir/a.b.pdf") == "dir/a.b.pdf.c2pa")
    #expect(Sidecar.isSidecar("a.pdf.c2pa") && !Sidecar.isSidecar("a.pdf"))
    #expect(!Sidecar.isSidecar(".c2pa"))
  }

  @Test func `a sidecar is read whole, and a missing one is no error`() throws {
    folder.write([1, 2, 3], as: "a.txt.c2pa")
    #expect(try Sidecar.find(for: folder.file("a.txt")) == [1, 2, 3])
    #expect(try Sidecar.find(for: folder.file("b.txt")) == nil)
  }

  @Test func `an empty or a huge sidecar is refused without being read`() throws {
    folder.write([], as: "a.c2pa")
    var output = try AtomicOutput(folder.file("b.c2pa"), overwrites: false)
    try output.skip(StoreLimits.maximumSize + 1)
    try output.commit()
    for name in ["a.c2pa", "b.c2pa"] {
      let fault = #expect(throws: DocumentError.self) { try Sidecar.read(folder.file(name)) }
      let code = if case .malformed(let code, _) = fault { code.name } else { "" }
      #expect(code == "SIDECAR-SIZE")
    }
  }
}
