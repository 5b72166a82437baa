import BroadsealBytes
import CBroadsealOpenSSL

/// Who a certificate is about, or who issued it (RFC 5280 §4.1.2.4).
package struct DistinguishedName: Hashable, Sendable {
  /// The attributes in the order of the certificate.
  package let attributes: [NameAttribute]

  /// A name to write, one attribute a step.
  package init(_ attributes: [NameAttribute]) {
    self.attributes = attributes
  }

  /// The name as OpenSSL decoded it.
  init(_ name: OpaquePointer?) {
    let count = unsafe max(0, X509_NAME_entry_count(name))
    attributes = (0..<count).compactMap { index in
      guard let entry = unsafe X509_NAME_get_entry(name, index),
        let value = unsafe X509_NAME_ENTRY_get_data(entry)
      else { return nil }
      let type = unsafe DER.dotted(X509_NAME_ENTRY_get_object(entry))
      let (text, kind) = unsafe Self.text(of: value)
      return NameAttribute(type, value: text, kind: kind)
    }
  }

  /// Every value of one attribute type, in order.
  package func values(of objectIdentifier: String) -> [String] {
    attributes.filter { $0.objectIdentifier == objectIdentifier }.map(\.value)
  }

  /// The first common name.
  package var commonName: String? { values(of: NameAttribute.commonName).first }

  /// The first organisation.
  package var organization: String? { values(of: NameAttribute.organization).first }

  /// The first country.
  package var country: String? { values(of: NameAttribute.country).first }

  /// The name in DER, one attribute a step.
  var der: [UInt8] { DERWriter.sequence(attributes.map { DERWriter.set([$0.der]) }) }

  private static func text(
    of value: UnsafeMutablePointer<ASN1_STRING>
  ) -> (String, NameAttribute.Kind) {
    let kind: NameAttribute.Kind
    switch unsafe ASN1_STRING_type(value) {
    case V_ASN1_UTF8STRING: kind = .utf8
    case V_ASN1_PRINTABLESTRING, V_ASN1_NUMERICSTRING: kind = .printable
    case V_ASN1_IA5STRING, V_ASN1_VISIBLESTRING: kind = .ia5
    case V_ASN1_T61STRING, V_ASN1_BMPSTRING, V_ASN1_UNIVERSALSTRING: kind = .legacy
    default: kind = .opaque
    }
    let raw = unsafe DER.bytes(of: value)
    let opaque = "#" + Hex.encode(raw)
    guard kind != .opaque else { return (opaque, kind) }
    let converted = OpenSSLError.quietly {
      try? unsafe DER.encode("read name") { unsafe ASN1_STRING_to_UTF8($0, value) }
    }
    guard let converted, let text = String(validating: converted, as: UTF8.self) else {
      return raw.isEmpty ? ("", kind) : (opaque, .opaque)
    }
    return (text, kind)
  }
}

extension DistinguishedName: CustomStringConvertible {
  /// In the manner of RFC 4514: last attribute first, special characters escaped.
  package var description: String {
    attributes.reversed().map { "\($0.name)=\(Self.escaped($0.value))" }.joined(separator: ", ")
  }

  private static func escaped(_ value: String) -> String {
    let last = value.unicodeScalars.count - 1
    var text = ""
    for (index, scalar) in value.unicodeScalars.enumerated() {
      if scalar.value == 0 {
        text += "\\00"
        continue
      }
      let special =
        switch scalar {
        case "\"", "+", ",", ";", "<", ">", "\\": true
        case "#": index == 0
        case " ": index == 0 || index == last
        default: false
        }
      if special { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
