import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

struct DemoPKITests {
  @Test("The demonstration's own lists are believed, and its agencies match their scopes")
  func demoMatches() throws {
    let pki = try TestPKI.shared()
    let context = try pki.context()
    #expect(context.government.map(\.scheme) == [pki.demo.us, pki.demo.jp].map(\.pinned.scheme))
    for country in [pki.demo.us, pki.demo.jp] {
      let list = try #require(context.government.first { $0.scheme == country.pinned.scheme })
      let chain = try #require(pki.chain(of: country.signer, to: list.claimAnchors))
      #expect(chain.last == country.issuing.certificate)
      let entry = try #require(context.governmentEntries(forChain: chain).first)
      #expect(entry.mismatches(chain: chain).isEmpty)
      #expect(entry.isGranted(at: TestPKI.now))
      #expect(entry.scope.agency.id == country.scope.agency.id)
      #expect(context.withdrawals.isEmpty)
      let tsa = try #require(pki.chain(of: pki.demo.tsa, to: list.tsaAnchors))
      let anchor = try #require(tsa.last)
      #expect(list.believes(timeStampAnchor: anchor, at: TestPKI.now))
    }
    #expect(context.government.map(\.isPinned) == [true, true])
    #expect(context.government[1].grants.map(\.by) == [pki.demo.us.pinned.scheme])
    #expect(context.government[0].grants.isEmpty)
  }

  @Test("The AI service is known and on no government list")
  func aiService() throws {
    let pki = try TestPKI.shared()
    let context = try pki.context()
    let chain = try #require(pki.chain(of: pki.demo.aiService, to: context.claimAnchors))
    #expect(context.governmentEntries(forChain: chain).isEmpty)
    for list in context.government {
      #expect(pki.chain(of: pki.demo.aiService, to: list.claimAnchors) == nil)
    }
  }

  @Test("Every signer of the demonstration follows the certificate profile of C2PA")
  func profile() throws {
    let demo = try TestPKI.shared().demo
    for credential in [demo.us.signer, demo.jp.signer, demo.aiService] {
      #expect(CertificateProfile.violations(of: credential.certificate).isEmpty)
      for authority in credential.chain.dropFirst() {
        #expect(CertificateProfile.violations(ofAuthority: authority).isEmpty)
      }
    }
  }

  @Test("The folder is what Keys/demo.json describes")
  func description() throws {
    let scratch = Scratch()
    try DemoPKI.make(in: FilePath(scratch("demo")), now: TestPKI.now)
    let source = try ByteSource(path: Corpus.packageFolder + "/Keys/demo.json")
    let all = try #require(ByteRange(start: 0, length: source.size))
    let expected = try JSON.Reader.parse(try source.read(all))
    let found = try DemoDescription.value(of: scratch, folder: "demo")
    #expect(found == expected, "the folder is\n\(JSON.Writer.write(found, pretty: true))")
  }

  @Test("The folder is a trust folder, and its keys are their certificates' own")
  func folderWorks() throws {
    let scratch = Scratch()
    try DemoPKI.make(in: FilePath(scratch("a/b/demo/")), now: TestPKI.now)
    let context = try TrustContext(
      try TrustFolder.read(FilePath(scratch("a/b/demo/trust"))), at: TestPKI.now)
    #expect(context.government.count == 2)
    for name in ["us", "jp", "ai-service"] {
      let key = try PrivateKey(
        pem: try #require(scratch.read("a/b/demo/\(name)/key.pem")), passphrase: nil)
      let chain = try Certificate.list(
        pem: try #require(scratch.read("a/b/demo/\(name)/chain.pem")))
      #expect(key.belongs(to: chain[0]))
      #expect(!chain.contains { $0.isSelfIssued })
      let proved = CertificateChain.validate(
        leaf: chain[0], intermediates: Array(chain.dropFirst()),
        anchors: try #require(context.claimAnchors), at: TestPKI.now)
      #expect(throws: Never.self) { try proved.get() }
    }
    #expect(scratch.names == ["a"])
  }

  @Test(
    "A folder that holds anything is never written to",
    arguments: ["demo/us/key.pem", "demo/notes.txt", "demo"])
  func occupied(_ name: String) throws {
    let scratch = Scratch()
    scratch.write([1], to: name)
    #expect(throws: DemoError.self) {
      try DemoPKI.make(in: FilePath(scratch("demo")), now: TestPKI.now)
    }
    #expect(scratch.read(name) == [1])
    #expect(scratch.names == ["demo"])
  }

  @Test("An empty folder is filled")
  func empty() throws {
    let scratch = Scratch()
    _ = unsafe mkdir(scratch("demo"), 0o755)
    try DemoPKI.make(in: FilePath(scratch("demo")), now: TestPKI.now)
    #expect(scratch.read("demo/us/key.pem") != nil)
  }

  @Test("A run that fails leaves nothing behind")
  func failure() throws {
    let scratch = Scratch()
    // A file stands where a folder on the way would have to be.
    scratch.write([1], to: "file")
    #expect(throws: DemoError.self) {
      try DemoPKI.make(in: FilePath(scratch("file/demo")), now: TestPKI.now)
    }
    #expect(scratch.names == ["file"])
    let folder = try NewFolder(FilePath(scratch("half")))
    try folder.write("a/b.txt", [1], mode: 0o600)
    #expect(throws: DemoError.self) { try folder.write("a/b.txt", [1], mode: 0o600) }
    #expect(scratch.names.count == 2)
  }
}
