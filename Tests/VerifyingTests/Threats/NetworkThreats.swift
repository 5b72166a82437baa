import BroadsealBytes
import BroadsealCBOR
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import Glibc
import TestSupport

/// T-83 and T-84: whatever a file names, nobody is asked, and nobody private even on request.
enum NetworkThreats {
  static let runs: [ThreatRun] = silent + spelled

  /// A run of `verify` over a file that must open no socket.
  private static func silent(
    _ threat: Threat, _ attack: String, _ exit: Int32, _ name: String,
    _ content: @escaping @Sendable (TestPKI) throws -> [UInt8]
  ) -> ThreatRun {
    ThreatRun(threat, attack, exit, says: nil) { folder in
      let pki = try TestPKI.shared()
      ThreatTrust.demo(pki).write(to: folder)
      return [
        "verify", folder.write(try content(pki), to: name), "--trust-dir", folder("trust"), "--at",
        TestPKI.now.rfc3339, "-f", "json",
      ]
    }
  }

  private static let address = "http://127.0.0.1:9"

  private static let silent: [ThreatRun] = [
    silent(.requests, "an HTML page that links to its manifest", 4, "a.html") { _ in
      Array(
        """
        <!DOCTYPE html><html><head><title>a</title>
        <link rel="c2pa-manifest" href="\(address)/a.c2pa"></head><body>b</body></html>
        """.utf8)
    },
    silent(.requests, "a Markdown text with a manifest block that is an address", 1, "a.md") { _ in
      Array(
        "<!-- -----BEGIN C2PA MANIFEST----- \(address)/a.c2pa -----END C2PA MANIFEST----- -->\n"
          .utf8)
    },
    silent(.requests, "a drawing with dcterms:provenance", 4, "a.svg") { _ in
      Array(
        """
        <svg xmlns="http://www.w3.org/2000/svg"><metadata>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:dcterms="http://purl.org/dc/terms/"
         dcterms:provenance="\(address)/a.c2pa"/></rdf:RDF></metadata></svg>
        """.utf8)
    },
    silent(.requests, "an XML document whose type stands on a server", 4, "a.xml") { _ in
      Array("<!DOCTYPE a SYSTEM \"\(address)/a.dtd\"><a>&b;</a>\n".utf8)
    },
    silent(.requests, "a signer's certificate that names a responder of the cloud", 0, "a.png") {
      pki in
      let signer = try pki.signer { $0.ocspURL = "http://169.254.169.254/latest/meta-data/" }
      return try TestFile.png.signed(TestManifest(pki, signer: signer))
    },
    silent(.requests, "an identity that rests on documents of the network", 0, "a.png") { pki in
      var manifest = TestManifest(pki)
      manifest.identity = { IdentityThreats.foreign(IdentityAssertion.aggregationType, $0) }
      return try TestFile.png.signed(manifest)
    },
    silent(.tracking, "an icon and an external reference that stand on a server", 0, "a.png") {
      pki in
      var manifest = TestManifest(pki)
      manifest.further = [
        (
          "c2pa.external-reference",
          .cbor([
            "location": [
              "url": .text(address + "/seen.png"), "alg": "sha256",
              "hash": .bytes([UInt8](repeating: 1, count: 32)),
            ]
          ]), .created
        )
      ]
      manifest.rewriteClaim = { claim in
        .map(
          CBOR.Map(
            (claim.map?.entries ?? []).map { entry in
              guard entry.key.text == "claim_generator_info" else { return entry }
              return CBOR.Map.Entry(
                key: entry.key,
                value: [
                  "name": "test", "version": "1", "icon": ["url": .text(address + "/icon.png")],
                ])
            }))
      }
      return try TestFile.png.signed(manifest)
    },
    silent(.tracking, "a page of pictures, styles and scripts from servers", 4, "a.html") { _ in
      Array(
        """
        <!DOCTYPE html><html><head><title>a</title><base href="\(address)/">
        <link rel="stylesheet" href="a.css"><script src="a.js"></script></head>
        <body><img src="\(address)/a.png"></body></html>
        """.utf8)
    },
  ]

  /// A responder that a certificate names, which even `--online` does not ask.
  private static func refused(_ attack: String, _ url: String, says words: String) -> ThreatRun {
    ThreatRun(.requests, attack, 5, says: words) { folder in
      let pki = try DemoPKI.today()
      var builder = DemoPeriod(now: pki.start.adding(seconds: 3_600))
        .signer(DemoAgency.us.subject, years: 1)
      builder.extendedKeyUsage = DemoPKI.signerPurposes
      builder.policies = [DemoPKI.policy]
      builder.ocspURL = url
      let signer = try DemoCredential(builder, issuer: pki.us.issuing)
      var manifest = TestManifest(try TestPKI.shared(), signer: signer)
      manifest.authority = pki.tsa
      manifest.stampTime = pki.start.adding(seconds: 3_600)
      folder.write(pki.usList, to: "trust/government/us.json")
      folder.write(pki.us.pinned.pem, to: "trust/government/us.keys.pem")
      return [
        "verify", folder.write(try TestFile.png.signed(manifest), to: "a.png"), "--trust-dir",
        folder("trust"), "--online", "ocsp", "--strict",
      ]
    }
  }

  private static let spelled: [ThreatRun] =
    [
      ("--online: the cloud's own address", "http://169.254.169.254/"),
      ("--online: this machine", "http://127.0.0.1:9/"),
      ("--online: this machine by name", "http://localhost:9/"),
      ("--online: this machine in one number", "http://2130706433:9/"),
      ("--online: this machine in hexadecimal", "http://0x7f.1:9/"),
      ("--online: this machine in IPv6", "http://[::1]:9/"),
      ("--online: this machine in IPv6 around IPv4", "http://[::ffff:127.0.0.1]:9/"),
      ("--online: a private network", "http://10.0.0.1:9/"),
      ("--online: a private network in IPv6", "http://[fd00::1]:9/"),
      ("--online: a network of a provider", "http://100.64.0.1:9/"),
      ("--online: no address", "http://0.0.0.0:9/"),
    ].map { refused($0.0, $0.1, says: "is not a public address") }
    + [
      ("--online: a file", "file:///etc/passwd"), ("--online: gopher", "gopher://127.0.0.1/"),
      ("--online: FTP", "ftp://127.0.0.1/"),
    ].map { refused($0.0, $0.1, says: "only http:// and https:// addresses") }
    + [
      refused(
        "--online: a name in front of the address", "http://nist.gov@127.0.0.1:9/",
        says: "an address with a user or a password in it is not supported")
    ]
}
