import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@testable import BroadsealSigning

@Suite("A program that holds the key")
struct SignerCommandTests {
  let pki: TestPKI
  let scratch = Scratch()
  let message = Array("to be signed".utf8)

  init() throws {
    pki = try TestPKI.shared()
    scratch.write(try pki.demo.us.signer.key.pem(), to: "key.pem")
  }

  /// A program of the shell in the folder.
  private func program(_ lines: String, seconds: Int = 20) throws -> SignerCommand {
    let path = scratch.write(Array("#!/bin/sh\n\(lines)\n".utf8), to: "sign")
    #expect(unsafe chmod(path, 0o755) == 0)
    return try SignerCommand(words: [path], timeLimit: seconds)
  }

  private func sign(
    _ command: SignerCommand, _ algorithm: SignatureAlgorithm = .es256, by key: PublicKey? = nil
  ) throws(SigningError) -> [UInt8] {
    try SigningKey.command(command, key ?? pki.demo.us.signer.key.publicKey)
      .sign(message, with: algorithm)
  }

  @Test("a signature in DER and the same as r and s are both taken, and come out raw")
  func forms() throws {
    let command = try program("openssl dgst -sha256 -sign '\(scratch("key.pem"))'")
    let key = pki.demo.us.signer.key.publicKey
    #expect(key.verify(try sign(command), of: message, with: .es256))
    scratch.write(try pki.demo.us.signer.key.sign(message, with: .es256), to: "raw")
    let raw = try program("cat >/dev/null; cat '\(scratch("raw"))'")
    #expect(try sign(raw) == scratch.read("raw"))
  }

  @Test(
    "every algorithm can be had from a program, which is told which one is wanted",
    arguments: [SignatureAlgorithm.es384, .ps256, .ed25519])
  func algorithms(algorithm: SignatureAlgorithm) throws {
    let signer = try pki.signer(algorithm: algorithm)
    scratch.write(try signer.key.sign(message, with: algorithm), to: algorithm.name)
    let command = try program("cat '\(scratch.path)'/$BROADSEAL_ALGORITHM")
    let signature = try sign(command, algorithm, by: signer.key.publicKey)
    #expect(signature == scratch.read(algorithm.name))
    let credential = try Credential(
      key: .command(command, signer.key.publicKey), certificates: signer.chain)
    #expect(credential.algorithm == algorithm)
  }

  @Test(
    "a program that gives no signature of the certificate's is told apart, and soon",
    arguments: [
      ("cat", "not the certificate's signature"), ("true", "wrote no signature"),
      ("openssl rand 64", "not the certificate's signature"),
      ("echo first >&2; echo no card >&2; exit 3", "ended with code 3: no card"),
      ("kill -9 $$", "was ended by a signal"),
      ("cat /dev/zero", "more than any signature"),
      ("cat /dev/zero >&2", "did not answer within 1 s"),
      ("sleep 60", "did not answer within 1 s"),
      ("exec >&- 2>&-; sleep 60", "did not answer within 1 s"),
      ("trap '' TERM; while :; do :; done", "did not answer within 1 s"),
    ])
  func wrong(lines: String, words: String) throws {
    let command = try program(lines, seconds: words.contains("1 s") ? 1 : 30)
    let clock = ContinuousClock()
    let start = clock.now
    let error = #expect(throws: SigningError.self) { try sign(command) }
    #expect(error?.kind == .signer)
    #expect(error?.reason.contains(words) == true, "\(String(describing: error))")
    #expect(clock.now - start < .seconds(40))
  }

  @Test("a program that does not read what is to be signed is heard all the same")
  func deaf() throws {
    scratch.write(try pki.demo.us.signer.key.sign(message, with: .es256), to: "raw")
    let command = try program("exec <&-; cat '\(scratch("raw"))'")
    #expect(try sign(command) == scratch.read("raw"))
  }

  @Test("what the program leaves running is killed with it, and holds nothing up")
  func group() throws {
    let pid = scratch("pid")
    for (lines, seconds) in [("sleep 300 & echo $! >'\(pid)'; wait", 1), ("exit 1", 20)] {
      let command = try program(
        lines == "exit 1" ? "sleep 300 & echo $! >'\(pid)'; exit 1" : lines, seconds: seconds)
      #expect(throws: SigningError.self) { try sign(command) }
      let text = String(decoding: scratch.read("pid") ?? [], as: UTF8.self).prefix { $0.isNumber }
      let left = try #require(pid_t(text))
      var waited = 0
      while kill(left, 0) == 0, !SignerCommandTests.isZombie(left), waited < 200 {
        usleep(10_000)
        waited += 1
      }
      #expect(kill(left, 0) != 0 || SignerCommandTests.isZombie(left))
    }
  }

  /// Whether a process is dead and only waits to be noticed.
  private static func isZombie(_ process: pid_t) -> Bool {
    let stat = String(
      decoding: Scratch.bytes(of: "/proc/\(process)/stat") ?? [], as: UTF8.self)
    return stat.contains(") Z ")
  }

  @Test("a long message reaches a slow reader whole")
  func long() throws {
    let long = [UInt8](repeating: 0x61, count: 300_000)
    let command = try program("sleep 0.3; wc -c | tr -d ' \\n'")
    #expect(
      try command.answer(to: long, algorithm: .es256) == Array("300000".utf8))
  }

  @Test("many programs at once do not hold each other's pipes")
  func parallel() async throws {
    let command = try program("openssl dgst -sha256 -sign '\(scratch("key.pem"))'", seconds: 60)
    let key = pki.demo.us.signer.key.publicKey
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { [message] in
          guard let signature = try? SigningKey.command(command, key).sign(message, with: .es256)
          else { return false }
          return key.verify(signature, of: message, with: .es256)
        }
      }
      for await done in group { #expect(done) }
    }
  }

  @Test("a program that is not there, or a line that a shell would read otherwise, is refused")
  func lines() throws {
    let absent = try SignerCommand(line: "/nonexistent/sign  --slot\t1")
    #expect(absent.words == ["/nonexistent/sign", "--slot", "1"])
    let error = #expect(throws: SigningError.self) { try sign(absent) }
    #expect(error?.kind == .credential)
    #expect(error?.reason.contains("no such file or directory") == true)
    for line in ["", " ", "a 'b c'", "a \"b\"", "a\\ b", "a `b`", "a\nb"] {
      #expect(throws: SigningError.self) { try SignerCommand(line: line) }
    }
    for seconds in [0, -1, 3_601] {
      #expect(throws: SigningError.self) { try SignerCommand(line: "a", timeLimit: seconds) }
    }
    let folder = FilePath("/etc/agency")
    #expect(try SignerCommand(line: "bin/sign", folder: folder).words == ["/etc/agency/bin/sign"])
    #expect(try SignerCommand(line: "sign", folder: folder).words == ["sign"])
    #expect(try SignerCommand(line: "/bin/sign", folder: folder).words == ["/bin/sign"])
  }
}
