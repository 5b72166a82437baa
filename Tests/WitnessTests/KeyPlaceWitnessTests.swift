import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct KeyPlaceWitnessTests {
  /// Where the agency's key is.
  enum Place: String, CaseIterable {
    case token, encryptedPEM, pkcs12, program
  }

  @Test(
    "both verifiers trust a PDF whatever kept the key that signed it, as do readers its PDF signature"
  )
  func places() throws {
    let pki = try DemoPKI.today()
    let scratch = Scratch()
    let token = SoftToken()
    let signer = pki.us.signer
    token.add(try signer.key.pem(), label: "agency")
    scratch.write(signer.chain.flatMap(\.pem), to: "chain.pem")
    scratch.write(try signer.key.pem(), to: "key.pem")
    scratch.write(try signer.key.pem(passphrase: Array("open sesame".utf8)), to: "encrypted.pem")
    scratch.write(try pki.tsa.key.pem() + pki.tsa.chain.flatMap(\.pem), to: "tsa.pem")
    scratch.write(Array("open sesame\n".utf8), to: "word")
    scratch.write(Array("\(SoftToken.pin)\n".utf8), to: "pin")
    scratch.write(
      Array("schema = 1\n[timestamp]\nkey = \"tsa.pem\"\n".utf8), to: "ISSUER.toml")
    let packed = TestSupport.Command.shell(
      "cd '\(scratch.path)' && openssl pkcs12 -export -inkey key.pem -in chain.pem -out key.p12 "
        + "-passout file:word")
    #expect(packed.code == 0, "\(packed.errorText)")
    var jobs: [Witness.Job] = []
    for place in Place.allCases {
      let chain = ["--certificates", scratch("chain.pem")]
      let word = ["--passphrase-file", scratch("word")]
      let options =
        switch place {
        case .token:
          ["--key", token.address("agency"), "--passphrase-file", scratch("pin")] + chain
        case .encryptedPEM: ["--key", scratch("encrypted.pem")] + word + chain
        case .pkcs12: ["--key", scratch("key.p12")] + word
        case .program:
          ["--signer", "openssl dgst -sha256 -sign \(scratch("key.pem"))"] + chain
        }
      for joint in [[], ["--pades"]] {
        let output = scratch(place.rawValue + "\(joint.count).pdf")
        let outcome = TestSupport.Command.run(
          [
            "sign", Corpus.packageFolder + "/Samples/press-release.pdf", "--ai", "none",
            "--profile",
          ]
            + [scratch("ISSUER.toml"), "-o", output] + options + joint, variables: token.variables)
        #expect(outcome.code == 0, "\(place): \(outcome.errorText)")
        jobs.append(Witness.Job(path: output, format: "application/pdf"))
        guard !joint.isEmpty else { continue }
        let report = TestSupport.Command.shell("pdfsig -nocert '\(output)'")
        #expect(String(decoding: report.output, as: UTF8.self).contains("Signature is Valid"))
      }
    }
    let verdicts = try Witness.judge(
      jobs, anchors: pki.claimAnchors, stamps: pki.tsaAnchors)
    for (job, verdicts) in zip(jobs, verdicts) {
      #expect(verdicts.count == 2)
      for (verifier, verdict) in verdicts {
        #expect(verdict.isTrusted && verdict.isStamped, "\(job.path) \(verifier): \(verdict)")
      }
    }
  }
}
