import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport

/// Keys in every form, and what authorities say, made by `openssl`.
enum KeySeeds {
  static func keys() throws -> [[UInt8]] {
    try prepare()
    for command in [
      "pkcs12 -export -inkey key.pem -in chain.pem -passout pass:pw -out a.p12",
      "pkcs8 -topk8 -in key.pem -passout pass:pw -out a.pem",
      "pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out a.der",
      "ec -in key.pem -out b.pem", "crl2pkcs7 -nocrl -certfile chain.pem -out a.p7b",
      "crl2pkcs7 -nocrl -certfile chain.pem -outform DER -out b.p7b",
    ] { run(command) }
    return ["key.pem", "chain.pem", "a.p12", "a.pem", "a.der", "b.pem", "a.p7b", "b.p7b"]
      .compactMap { FuzzWorld.scratch.read($0) }
  }

  static func response() throws -> [UInt8] { try madeResponse.get() }

  private static let madeResponse = Result {
    try prepare()
    run("ocsp -issuer issuer.pem -cert leaf.pem -reqout request.der -no_nonce")
    FuzzWorld.scratch.write(Array("".utf8), to: "ocsp.txt")
    run(
      "ocsp -index ocsp.txt -rsigner issuer.pem -rkey issuer.key.pem -CA issuer.pem "
        + "-reqin request.der -respout response.der -ndays 7")
    return FuzzWorld.scratch.read("response.der") ?? []
  }

  static func list() throws -> [UInt8] { try madeList.get() }

  private static let madeList = Result {
    try prepare()
    FuzzWorld.scratch.write(Array("".utf8), to: "index.txt")
    FuzzWorld.scratch.write(
      Array("[ca]\ndefault_ca=a\n[a]\ndatabase=index.txt\ndefault_md=sha256\n".utf8), to: "ca.cnf")
    run(
      "ca -gencrl -config ca.cnf -cert issuer.pem -keyfile issuer.key.pem -crldays 7 -out crl.pem")
    return FuzzWorld.scratch.read("crl.pem") ?? []
  }

  static func token() throws -> [UInt8] {
    let tsa = FuzzWorld.pki.demo.tsa
    let authority = try TimeStampAuthority(
      key: tsa.key, certificate: tsa.certificate, chain: Array(tsa.chain.dropFirst()))
    return try authority.stamp(Digest.of([1, 2, 3], .sha256), at: TestPKI.now).der
  }

  static func seal() throws -> [UInt8] {
    try prepare()
    FuzzWorld.scratch.write([1, 2, 3], to: "content")
    run(
      "cms -sign -binary -in content -signer leaf.pem -inkey key.pem -certfile issuer.pem "
        + "-outform DER -out seal.der")
    return FuzzWorld.scratch.read("seal.der") ?? []
  }

  /// The files that `openssl` reads; written once, because several targets ask at a time.
  private static func prepare() throws { try prepared.get() }

  private static let prepared = Result {
    let country = FuzzWorld.pki.demo.us
    let scratch = FuzzWorld.scratch
    scratch.write(try country.signer.key.pem(), to: "key.pem")
    scratch.write(country.signer.chain.flatMap(\.pem), to: "chain.pem")
    scratch.write(country.signer.certificate.pem, to: "leaf.pem")
    scratch.write(country.issuing.certificate.pem, to: "issuer.pem")
    scratch.write(try country.issuing.key.pem(), to: "issuer.key.pem")
  }

  private static func run(_ command: String) {
    let folder = FuzzWorld.scratch.path
    let status = unsafe system("cd '\(folder)' && openssl \(command) >/dev/null 2>&1 </dev/null")
    precondition(status == 0, "openssl \(command)")
  }
}
