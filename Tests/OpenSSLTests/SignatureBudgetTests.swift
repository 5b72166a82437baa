import BroadsealBytes
import Testing

@testable import BroadsealOpenSSL

@Suite("A file pays for each signature check, and nothing is proved on credit")
struct SignatureBudgetTests {
  @Test("what was not paid for is not proved, and without a budget everything is")
  func paying() throws {
    let key = try PrivateKey.generate(.es256)
    let message = Array("a message".utf8)
    let signature = try key.sign(message, with: .es256)
    func holds() -> Bool { key.publicKey.verify(signature, of: message, with: .es256) }
    let budget = SignatureBudget(2)
    #expect(budget.spending { [holds(), holds()] } == [true, true])
    #expect(!budget.isSpent, "the last one was paid for")
    #expect(budget.spending { [holds(), SignatureBudget.isSpent] } == [false, true])
    #expect(budget.isSpent)
    #expect(holds() && !SignatureBudget.isSpent, "outside of it nothing is counted")
  }

  @Test("certificates, chains and lists of an issuer are paid for alike")
  func everything() throws {
    let pki = try LocalPKI()
    let leaf = try pki.issue(try PrivateKey.generate(.es256).publicKey)
    let anchors = try AnchorStore([pki.root])
    let list = try RevocationListBuilder(thisUpdate: pki.from, nextUpdate: pki.to)
      .list(of: pki.authority, key: pki.authorityKey)
    let checks: [() -> Bool] = [
      { leaf.isIssued(by: pki.authority) }, { pki.root.isSelfSigned },
      { list.answer(for: leaf, issuer: pki.authority) != nil },
      {
        (try? CertificateChain.validate(
          leaf: leaf, intermediates: [pki.authority], anchors: anchors, at: pki.now
        ).get()) != nil
      },
    ]
    for check in checks {
      let rich = SignatureBudget()
      #expect(rich.spending(check))
      #expect(rich.rest < SignatureBudget.ofFile)
      #expect(!SignatureBudget(0).spending(check))
    }
    // A name that does not fit costs nothing.
    let budget = SignatureBudget(0)
    #expect(!budget.spending { pki.root.isIssued(by: pki.authority) })
    #expect(!budget.isSpent)
  }

  @Test("a check costs what its key costs")
  func costs() throws {
    #expect(PublicKey.cost(ofRSA: 2_048, exponent: 17) == 1)
    #expect(PublicKey.cost(ofRSA: 4_096, exponent: 17) == 1)
    #expect(PublicKey.cost(ofRSA: 16_384, exponent: 64) > 50)
    #expect(PublicKey.cost(ofRSA: 3_072, exponent: 3_072) > 80)
    #expect(try PrivateKey.generate(.es256).publicKey.cost == 1)
    #expect(try PrivateKey.generate(.es384).publicKey.cost > 1)
  }
}
