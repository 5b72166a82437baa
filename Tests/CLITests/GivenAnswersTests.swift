import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Answers about revocation, given in files")
struct GivenAnswersTests {
  private let desk = Desk.shared
  private let folder = Scratch()
  private let chain: String

  init() { chain = desk.scratch("keys/us/chain.pem") }

  private func check(_ options: [String]) -> Command.Outcome {
    Command.run(["keys", "check", chain] + options)
  }

  @Test("several lists in one PEM file are as good as each in its own")
  func bundle() {
    let lists = ["us/ca/issuing.crl", "us/ca/root.crl"].map { desk.scratch("keys/" + $0) }
    let whole = lists.flatMap { PEM.text("X509 CRL", Scratch.bytes(of: $0) ?? []) }
    let anchors = ["--anchors", desk.scratch("keys/us/ca/root.pem")]
    let one = check(["--crl", folder.write(whole, to: "both.pem")] + anchors)
    let two = check(lists.flatMap { ["--crl", $0] } + anchors)
    #expect(one.text == two.text && one.code == two.code, "\(one.text)\(one.errorText)")
    #expect(one.text.contains("it is not revoked"), "\(one.text)")
    #expect(one.text.contains("authority"), "\(one.text)")
    // One that is damaged is no shorter bundle.
    folder.write(whole + PEM.text("X509 CRL", [0x30, 0x01]), to: "cut.pem")
    #expect(check(["--crl", folder("cut.pem")]).code == 2)
  }

  @Test("one given for the other, and a certificate, are named, with the option that takes them")
  func exchanged() {
    let ca = desk.scratch("keys/us/ca/issuing.pem")
    let made = Command.shell(
      """
      cd '\(folder.path)' && : > index.txt && openssl ocsp -issuer '\(ca)' -cert '\(chain)' -no_nonce -reqout r.der &&
      openssl ocsp -index index.txt -CA '\(ca)' -rsigner '\(ca)' -rkey '\(desk.scratch("keys/us/ca/issuing.key.pem"))' \
        -reqin r.der -respout o.der
      """)
    #expect(folder.read("o.der") != nil, "\(made)")
    let list = desk.scratch("keys/us/ca/issuing.crl")
    for (option, file, words) in [
      ("--ocsp", list, "this is a revocation list, and no OCSP response\nhint: --crl takes"),
      (
        "--crl", folder("o.der"),
        "this is an OCSP response, and no revocation list\nhint: --ocsp takes"
      ),
      ("--ocsp", ca, "this is a certificate, and no OCSP response\n"),
      ("--crl", chain, "this is a certificate, and no revocation list\n"),
    ] {
      let outcome = check([option, file])
      #expect(outcome.code == 2 && outcome.errorText.contains(words), "\(outcome.errorText)")
    }
  }
}
