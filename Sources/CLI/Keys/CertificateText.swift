import BroadsealBytes
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealReporting

/// Certificates in words. Their names are an attacker's text.
struct CertificateText {
  private let wording: Wording

  /// Words of `wording`.
  init(_ wording: Wording) { self.wording = wording }

  /// Everything about one certificate, a line each.
  func lines(_ certificate: Certificate) -> [String] {
    let (start, end) = (certificate.notBefore.display, certificate.notAfter.display)
    let key = "\(certificate.publicKey.kind), SPKI \(certificate.publicKey.spkiSHA256)"
    var lines = [
      line("subject", "主体者", quoted(certificate.subject)),
      line("issuer", "発行者", quoted(certificate.issuer)),
      line("serial", "シリアル番号", certificate.serialHex),
      line("valid", "有効期間", wording.say("\(start) to \(end)", "\(start) から \(end) まで")),
      line("key", "鍵", key),
      line("fingerprint", "フィンガープリント", certificate.sha256),
    ]
    if let purposes = certificate.extendedKeyUsage {
      lines.append(
        line(
          "purposes", "用途",
          purposes.map { ObjectName.text($0, wording) }.joined(separator: wording.say(", ", "、"))))
    }
    if certificate.isCA {
      let depth = certificate.pathLength.map {
        wording.say(", path length \($0)", "(下位の認証局は\($0)段まで)")
      }
      lines.append(line("authority", "認証局", wording.say("yes", "はい") + (depth ?? "")))
    }
    return lines
  }

  private func line(_ english: String, _ japanese: String, _ value: String) -> String {
    wording.say(english.padded(to: 13), japanese.padded(to: 20)) + value
  }

  private func quoted(_ name: DistinguishedName) -> String {
    Untrusted.quoted("\(name)", in: wording.language)
  }

  /// The subjects of a signature's certificates, leaf first.
  func names(of signature: Sign1) -> [String] {
    let title = wording.say("certificate", "証明書")
    switch signature.x5chain {
    case .failure(let problem): return ["\(title)  \(problem)"]
    case .success(let chain):
      return chain.certificates.map { der in
        guard let certificate = try? Certificate(der: der) else {
          return wording.say("certificate  cannot be read", "証明書  読み取れません")
        }
        return "\(title)  \(quoted(certificate.subject))"
      }
    }
  }

  /// The certificates of a manifest's signature, each with its PEM.
  func chain(of manifest: Manifest, _ path: FilePath) throws(Failure) -> String {
    let chain: X5Chain
    do {
      chain = try Sign1(decoding: try manifest.signature.get().bytes).x5chain.get()
    } catch {
      throw Failure(.failed, path, "the signature has no certificates that can be read")
    }
    var text = ""
    for (index, der) in chain.certificates.enumerated() {
      text += index == 0 ? "" : "\n"
      do throws(OpenSSLError) {
        let certificate = try Certificate(der: der)
        text += lines(certificate).joined(separator: "\n") + "\n"
        text += String(decoding: certificate.pem, as: UTF8.self)
      } catch {
        let reason = Untrusted.line("\(error)")
        text += wording.say(
          "certificate \(index + 1) cannot be read: \(reason)\n",
          "証明書 \(index + 1) は読み取れません: \(reason)\n")
      }
    }
    return text
  }
}
