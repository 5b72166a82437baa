import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Revocation lists")
struct RevocationListTests {
  private let pki: LocalPKI
  private let leaf: Certificate
  private let folder = Scratch()

  init() throws {
    pki = try LocalPKI(.es256, days: 36_500)
    leaf = try pki.issue(PrivateKey.generate(.es256).publicKey)
  }

  /// What `openssl ca` lists with these lines in its index, signed by `authority`.
  private func list(
    _ index: String, extensions: String = "", by authority: (Certificate, PrivateKey)? = nil,
    hash: String = "sha256"
  ) throws -> [UInt8] {
    let (certificate, key) = authority ?? (pki.authority, pki.authorityKey)
    folder.write(certificate.pem, to: "ca.pem")
    folder.write(try key.pem(), to: "ca.key")
    folder.write(Array(index.utf8), to: "index.txt")
    folder.write(Array("01\n".utf8), to: "crlnumber")
    let settings = """
      [ca]
      default_ca = own
      [own]
      database = index.txt
      crlnumber = crlnumber
      default_md = \(hash)
      default_crl_days = 7
      [extra]
      \(extensions)
      """
    folder.write(Array(settings.utf8), to: "ca.cnf")
    try folder.openssl(
      ["ca", "-gencrl", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key"]
        + ["-out", "list.pem"] + (extensions.isEmpty ? [] : ["-crlexts", "extra"]))
    return try folder.bytes("list.pem")
  }

  private func entry(_ reason: String) -> String {
    "R\t991231235959Z\t260201000000Z\(reason)\t\(leaf.serialHex.uppercased())\tunknown\t/CN=leaf\n"
  }

  @Test(
    "a certificate is on the list with its reason, or it is not",
    arguments: [
      ("", nil as Int?), (",keyCompromise", 1), (",superseded", 4), (",cessationOfOperation", 5),
    ])
  func entries(reason: String, number: Int?) throws {
    let answer = try RevocationList(list(entry(reason))).answer(for: leaf, issuer: pki.authority)
    let time = try #require(UTCTime(year: 2026, month: 2, day: 1))
    #expect(answer?.status == .revoked(at: time, reason: number))
    let other = try pki.issue(PrivateKey.generate(.es256).publicKey)
    let good = try RevocationList(folder.bytes("list.pem")).answer(
      for: other, issuer: pki.authority)
    #expect(good?.status == .good)
    #expect(good?.nextUpdate == good?.thisUpdate.adding(seconds: 7 * 86_400))
  }

  @Test("PEM and DER are the same list, and nothing may follow it")
  func forms() throws {
    let pem = try list("")
    let der = try #require(try PEM.blocks(in: pem).first?.der)
    #expect(try RevocationList(der).answer(for: leaf, issuer: pki.authority)?.status == .good)
    for wrong in [der + [0], Array(der.dropLast()), [], pem + pem, leaf.pem] {
      #expect(throws: OpenSSLError.self) { try RevocationList(wrong) }
    }
    #expect(throws: OpenSSLError.self) {
      try RevocationList([0x30] + [UInt8](repeating: 0, count: RevocationList.maximumSize))
    }
  }

  @Test("a list of another issuer, or one that another key signed, says nothing")
  func strangers() throws {
    let own = try RevocationList(list(entry("")))
    #expect(own.answer(for: leaf, issuer: pki.root) == nil)
    let other = try LocalPKI(.es256, days: 36_500)
    let forged = try RevocationList(list(entry(""), by: (other.authority, other.authorityKey)))
    #expect(forged.answer(for: leaf, issuer: pki.authority) == nil)
  }

  @Test("a list that speaks for a part, or changes another one, is not taken for the whole")
  func parts() throws {
    for extensions in [
      "issuingDistributionPoint = critical, @point\n[point]\nonlyCA = TRUE",
      "2.5.29.27 = critical, DER:020101",
    ] {
      let part = try RevocationList(list("", extensions: extensions))
      #expect(part.answer(for: leaf, issuer: pki.authority) == nil)
      let revoking = try RevocationList(list(entry(",keyCompromise"), extensions: extensions))
      #expect(revoking.answer(for: leaf, issuer: pki.authority)?.gravity == 2)
    }
  }

  @Test("a list over SHA-1 revokes, and clears nothing; one over MD5 is no list")
  func weak() throws {
    let silent = try RevocationList(list("", hash: "sha1"))
    #expect(silent.reading(of: leaf, issuer: pki.authority) == .silent(.weak))
    let revoking = try RevocationList(list(entry(",keyCompromise"), hash: "sha1"))
    let answer = revoking.answer(for: leaf, issuer: pki.authority)
    #expect(answer?.gravity == 2 && answer?.onlyRevokes == true)
    let rsa = try LocalPKI(.ps256, days: 36_500)
    let old = try RevocationList(
      list(entry(""), by: (rsa.authority, rsa.authorityKey), hash: "md5"))
    let other = try rsa.issue(PrivateKey.generate(.es256).publicKey)
    #expect(old.reading(of: other, issuer: rsa.authority) == .unproved)
  }

  @Test("no changed byte of a list takes a certificate off it")
  func everyByte() throws {
    let der = try #require(try PEM.blocks(in: list(entry(",keyCompromise"))).first?.der)
    let truth = try RevocationList(der).answer(for: leaf, issuer: pki.authority)
    for index in der.indices {
      var changed = der
      changed[index] ^= 0x02
      guard
        let answer = (try? RevocationList(changed))?.answer(for: leaf, issuer: pki.authority)
      else { continue }
      #expect(answer == truth)
    }
  }
}
