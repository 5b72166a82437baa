import BroadsealBytes
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("Arguments keep their bytes through the parser")
struct ArgumentTextTests {
  @Test(
    "there and back",
    arguments: [
      [], Array("a.pdf".utf8), Array("日本語".utf8), [0xFF], [0x61, 0xC3, 0x62], [0xED, 0xA0, 0x80],
      Array("\u{10FF41}".utf8), [0xF4, 0x8F, 0xBD, 0x81, 0xFF], Array(0x01...0xFF),
    ] as [[UInt8]])
  func roundTrip(bytes: [UInt8]) {
    #expect(ArgumentText.decode(ArgumentText.encode(bytes)) == bytes)
  }

  @Test("ordinary text is itself, and what is not is no text")
  func plain() {
    #expect(ArgumentText.encode(Array("--ai=日本".utf8)) == "--ai=日本")
    #expect(PlainText(argument: ArgumentText.encode([0xFF])) == nil)
    #expect(PathArgument(argument: ArgumentText.encode([0xFF]))?.path.bytes == [0xFF])
  }

  /// Whether a process may hide `/proc` from another one here.
  private static let canHide = Command.shell("unshare -m mount -t tmpfs none /proc").code == 0

  @Test(
    "Without /proc nothing is judged, and the run does not end with 0",
    .enabled(if: canHide, "no mount namespace of our own"))
  func noProcesses() {
    let outcome = Command.shell(
      "unshare -m /bin/sh -c 'mount -t tmpfs none /proc && exec \(Command.executable) verify a.pdf'"
    )
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("the arguments cannot be read"))
    #expect(outcome.output.isEmpty)
  }
}
