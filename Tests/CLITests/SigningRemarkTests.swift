import BroadsealOpenSSL
import BroadsealReporting
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("What an officer should hear before it is too late is said")
struct SigningRemarkTests {
  private let desk = Desk.shared

  private func sign(_ options: [String], to folder: Scratch) -> Command.Outcome {
    Command.run(
      [
        "sign", desk.scratch("photo.jpg"), "--profile", desk.profile(), "--official", "-o",
        folder("out.jpg"),
      ] + options)
  }

  @Test(
    "AI without its system or its use, and a person in the place of a role, are noted",
    arguments: [
      (["--ai", "altered"], "neither which system nor what for"),
      (["--ai", "altered", "--ai-scope", "summary"], nil),
      (["--ai", "generated", "--ai-system", "Painter"], nil),
      (["--ai", "none"], nil),
      (["--ai", "none", "--editorial-responsibility", "Ada Example"], "like a person's name"),
      (["--ai", "none", "--editorial-responsibility", "Press Officer"], nil),
    ] as [([String], String?)])
  func notes(options: [String], words: String?) {
    let folder = Scratch()
    let outcome = sign(options, to: folder)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    if let words {
      #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    } else {
      #expect(!outcome.errorText.contains("note: "), "\(outcome.errorText)")
    }
  }

  @Test(
    "names are told from roles",
    arguments: [
      ("Ada Example", true), ("Dr. Example", true), ("Ada B. Example", true), ("山田さん", true),
      ("見本花子", true), ("Press Officer", false), ("Head of Records", false), ("広報課長", false),
      ("editor", false), ("Duty Editor", false), ("NOAA", false), ("Web team", false),
      ("文書管理者", false), ("The State Archive", false), ("Tanaka Hanako", true),
    ])
  func names(role: String, isName: Bool) {
    #expect(RoleText.looksLikeName(role) == isName)
  }

  @Test("a certificate that ends soon is named, and keys check refuses it when it was asked")
  func expiry() {
    let folder = Scratch()
    let chain = desk.scratch("keys/us/chain.pem")
    let far = sign(["--ai", "none", "--expires-within", "36500"], to: folder)
    #expect(far.code == 0)
    #expect(far.errorText.contains("chain.pem: the certificate of "), "\(far.errorText)")
    #expect(far.errorText.contains("have it renewed"))
    #expect(Command.run("keys", "check", chain).code == 0)
    #expect(Command.run("keys", "check", chain, "--expires-within", "36500").code == 1)
    #expect(Command.run("keys", "check", chain, "--expires-within", "0").code == 0)
    #expect(Command.run("keys", "check", chain, "--expires-within", "-1").code == 2)
  }

  @Test("keys check names purposes, refuses TLS alone, and sees what other users may read")
  func certificates() throws {
    let folder = Scratch()
    let key = folder("key.pem")
    for (purpose, code, words) in [
      ("serverAuth,clientAuth", 1, "it is for TLS connections alone"),
      ("1.3.6.1.5.5.7.3.36", 0, "document signing (1.3.6.1.5.5.7.3.36)"),
    ] as [(String, Int32, String)] {
      let made = Command.shell(
        """
        cd '\(folder.path)' && openssl ecparam -name prime256v1 -genkey -noout -out ca.key \
        && openssl req -x509 -new -key ca.key -subj '/O=Example/CN=CA' -days 400 -out ca.pem \
          -addext keyUsage=critical,keyCertSign 2>/dev/null \
        && openssl ecparam -name prime256v1 -genkey -noout -out key.pem && chmod 644 key.pem \
        && openssl req -new -key key.pem -subj '/O=Example/CN=Seal' -out leaf.csr \
        && printf 'basicConstraints=critical,CA:FALSE\\nkeyUsage=critical,digitalSignature\\n\
        extendedKeyUsage=\(purpose)\\nauthorityKeyIdentifier=keyid\\n' > leaf.ext \
        && openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 300 \
          -extfile leaf.ext -out leaf.pem 2>/dev/null
        """)
      #expect(made.code == 0, "\(made.errorText)")
      let outcome = Command.run("keys", "check", folder("leaf.pem"), "--key", key)
      #expect(outcome.code == code, "\(outcome.text)")
      #expect(outcome.text.contains(words), "\(outcome.text)")
      #expect(outcome.text.contains("other users may read it"))
      #expect(outcome.text.contains("it ends below "))
    }
  }
}
