import BroadsealBytes
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealReporting

/// Certificates in words. Their names are an attacker's text.
enum CertificateText {
  /// Everything about one certificate, a line each.
  static func lines(_ certificate: Certificate) -> [String] {
    var lines = [
      "subject      \(Untrusted.quoted("\(certificate.subject)", in: .english))",
      "issuer       \(Untrusted.quoted("\(certificate.issuer)", in: .english))",
      "serial       \(certificate.serialHex)",
      "valid        \(certificate.notBefore.display) to \(certificate.notAfter.display)",
      "key          \(certificate.publicKey.kind), SPKI \(certificate.publicKey.spkiSHA256)",
      "fingerprint  \(certificate.sha256)",
    ]
    if let purposes = certificate.extendedKeyUsage {
      lines.append("purposes     \(purposes.map(ObjectName.text).joined(separator: ", "))")
    }
    if certificate.isCA {
      let depth = certificate.pathLength.map { ", path length \($0)" } ?? ""
      lines.append("authority    yes\(depth)")
    }
    return lines
  }

  /// The subjects of a signature's certificates, leaf first.
  static func names(of signature: Sign1) -> [String] {
    switch signature.x5chain {
    case .failure(let problem): return ["certificates  \(problem)"]
    case .success(let chain):
      return chain.certificates.map { der in
        guard let certificate = try? Certificate(der: der) else {
          return "certificate  cannot be read"
        }
        return "certificate  \(Untrusted.quoted("\(certificate.subject)", in: .english))"
      }
    }
  }

  /// The certificates of a manifest's signature, each with its PEM.
  static func chain(of manifest: Manifest, _ path: FilePath) throws(Failure) -> String {
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
        text += "certificate \(index + 1) cannot be read: \(Untrusted.line("\(error)"))\n"
      }
    }
    return text
  }
}
