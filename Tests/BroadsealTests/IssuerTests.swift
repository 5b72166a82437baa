import Broadseal
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@Suite("An issuer made of a profile")
struct IssuerTests {
  private let scratch = Scratch()
  private let seen: SeenLists

  init() throws {
    try DemoPKI.make(in: FilePath(scratch("keys")), now: SystemClock.now)
    seen = SeenLists(in: FilePath(scratch("seen")))
    scratch.write(
      Scratch.bytes(of: Corpus.packageFolder + "/Samples/river.jpg") ?? [], to: "river.jpg")
  }

  private func issuer(
    _ profile: String = "keys/us/ISSUER.toml", passphrases: Passphrases = .none
  ) throws(SigningError) -> Issuer {
    try Issuer(profile: FilePath(scratch(profile)), passphrases: passphrases, seen: seen)
  }

  /// Adds a table to the demonstration's profile.
  private func add(_ text: String) {
    let profile = scratch.read("keys/us/ISSUER.toml") ?? []
    scratch.write(profile + Array("\n\(text)\n".utf8), to: "keys/us/ISSUER.toml")
  }

  private func expectRefusal(
    _ kind: SigningError.Kind, _ words: String, _ profile: String = "keys/us/ISSUER.toml"
  ) {
    let error = #expect(throws: SigningError.self) { try issuer(profile) }
    #expect(error?.kind == kind && error?.description.contains(words) == true, "\(error as Any)")
  }

  @Test("signs as official, with the profile's key, time and agency, and reads back by its lists")
  func official() throws {
    let issuer = try issuer()
    #expect(issuer.verifier.notes.isEmpty)
    let result = try issuer.signer.sign(
      SigningRequest(
        input: FilePath(scratch("river.jpg")), destination: .file(FilePath(scratch("signed.jpg"))),
        label: try issuer.officialLabel(ai: AIStatement(.none))))
    let verdict = issuer.verifier.verify(result.output)
    #expect(verdict.isOfficial && result.isOfficial == true)
    #expect(verdict.origin?.agency?.id == "demo.us.press-office")
    #expect(scratch.names(in: "seen").contains("trust-sequences.json"))
    // A verifier of today comes to the same, and keeps a record of the lists too.
    let today = try Verifier(
      trust: TrustStore(folder: FilePath(scratch("keys/trust"))),
      seen: SeenLists(in: FilePath(scratch("own"))))
    #expect(today.notes.isEmpty && today.verify(result.output).isOfficial)
    #expect(scratch.names(in: "own").contains("trust-sequences.json"))
  }

  @Test("asks for the passphrase of an encrypted key, and for nothing else")
  func passphrase() throws {
    let pki = try TestPKI.shared()
    let profile = """
      schema = 1
      [key]
      path = "key.pem"
      certificates = "chain.pem"
      [timestamp]
      key = "keys/tsa/authority.pem"
      """
    scratch.write(
      try pki.demo.us.signer.key.pem(passphrase: Array("open sesame".utf8)), to: "key.pem")
    scratch.write(pki.demo.us.signer.chain.flatMap(\.pem), to: "chain.pem")
    scratch.write(Array(profile.utf8), to: "ISSUER.toml")
    let wanted = scratch("key.pem")
    _ = try issuer(
      "ISSUER.toml",
      passphrases: Passphrases { key in key == wanted ? Array("open sesame".utf8) : nil })
    expectRefusal(.passphrase, "key.pem", "ISSUER.toml")
    scratch.write(
      Array(
        (profile.replacing("[timestamp]", with: "passphrase-file = \"word\"\n[timestamp]")).utf8),
      to: "ISSUER.toml")
    scratch.write(Array("open sesame\n".utf8), to: "word")
    _ = try issuer("ISSUER.toml")
  }

  @Test("refuses a profile that leaves out what is needed, or asks for a second person")
  func incomplete() throws {
    expectRefusal(.profile, "no such file", "keys/us/OTHER.toml")
    scratch.write(Array("schema = 1\n".utf8), to: "empty.toml")
    expectRefusal(.profile, "the profile has no [key]", "empty.toml")
    let service = try issuer("keys/ai-service/ISSUER.toml")
    let error = #expect(throws: SigningError.self) {
      try service.officialLabel(ai: AIStatement(.none))
    }
    #expect(error?.kind == .profile)
    add("[approval]\napprovers = \"chain.pem\"")
    expectRefusal(.profile, "a second person")
  }

  @Test("refuses a list that cannot be believed, and a responder that does not answer")
  func unbelieved() throws {
    let list = scratch.read("keys/trust/government/us.json") ?? []
    add("[revocation]\nstaple = true\nresponder = \"http://127.0.0.1:9/\"")
    expectRefusal(.revocation, "127.0.0.1")
    scratch.write(list.dropLast(20), to: "keys/trust/government/us.json")
    expectRefusal(.trust, "us.json")
  }

  @Test("finds what a profile names beside the profile itself, through a symbolic link too")
  func link() throws {
    let place = scratch("ISSUER.toml")
    #expect(unsafe symlink("keys/us/ISSUER.toml", place) == 0)
    #expect(try issuer("ISSUER.toml").profile.agency?.id == "demo.us.press-office")
  }
}
