import BroadsealBytes
import BroadsealFiles
import Glibc
import TestSupport
import Testing

@Suite("Names in a folder that is asked about again and again")
struct FolderGlanceTests {
  private let scratch = Scratch()
  private var folder: FilePath { FilePath(scratch("documents")) }

  private init() {
    for name in ["a.pdf", "a.P7S", "b.p7s", "p7s", "c.xml"] {
      scratch.write("x".utf8, to: "documents/" + name)
    }
  }

  /// Gives the folder a time of that many seconds ago.
  private func settle(_ seconds: Int) {
    let times = [timespec(tv_sec: time(nil) - seconds, tv_nsec: 0)]
    #expect(unsafe utimensat(AT_FDCWD, scratch("documents"), times + times, 0) == 0)
  }

  private func asked(_ glance: inout FolderGlance, times: Int = 40) -> [Set<[UInt8]>?] {
    (0..<times).map { _ in glance.names(in: folder) }
  }

  private func names(_ texts: String...) -> Set<[UInt8]> { Set(texts.map { Array($0.utf8) }) }

  @Test("is listed when it was asked about often enough, and never before")
  func listed() {
    settle(60)
    var glance = FolderGlance(endings: [Array(".p7s".utf8)])
    let answers = asked(&glance)
    #expect(answers.first == .some(nil))
    #expect(answers.last == names("a.p7s", "b.p7s"))
    #expect(glance.names(in: FilePath(scratch("nowhere"))) == nil)
  }

  @Test("is not believed once a name came or went")
  func changed() {
    settle(60)
    var glance = FolderGlance(endings: [Array(".p7s".utf8)])
    #expect(asked(&glance).last == names("a.p7s", "b.p7s"))
    scratch.write("x".utf8, to: "documents/d.p7s")
    #expect(asked(&glance).allSatisfy { $0 == nil })
    settle(30)
    #expect(asked(&glance).last == names("a.p7s", "b.p7s", "d.p7s"))
  }

  @Test("is not listed while it changes, nor by a time of the future", arguments: [0, -3_600])
  func unsettled(_ seconds: Int) {
    settle(seconds)
    var glance = FolderGlance(endings: [Array(".p7s".utf8)])
    #expect(asked(&glance).allSatisfy { $0 == nil })
  }

  @Test("is not listed for the sake of a few documents where it holds very many names")
  func large() {
    for number in 0..<2_000 { scratch.write([UInt8](), to: "documents/\(number).txt") }
    settle(60)
    var glance = FolderGlance(endings: [Array(".p7s".utf8)])
    #expect(asked(&glance, times: 30).allSatisfy { $0 == nil })
    #expect(asked(&glance, times: 40).last == names("a.p7s", "b.p7s"))
  }
}
