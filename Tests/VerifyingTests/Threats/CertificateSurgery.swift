import BroadsealBytes
import BroadsealTrust
import TestSupport

@testable import BroadsealOpenSSL

/// Issues certificates anew with parts that no builder of the house writes.
enum CertificateSurgery {
  /// The parts of a certificate that its issuer signs, each one whole DER element, in their order.
  struct Parts {
    /// `[0] version`.
    var version: [UInt8]
    var serial: [UInt8]
    var algorithm: [UInt8]
    var issuer: [UInt8]
    var validity: [UInt8]
    var subject: [UInt8]
    var key: [UInt8]
    /// `[3] extensions`.
    var extensions: [UInt8]

    var signed: [UInt8] {
      DERWriter.sequence([
        version, serial, algorithm, issuer, validity, subject, key, extensions,
      ])
    }
  }

  /// `credential` with its certificate signed anew by `issuer` after a change.
  ///
  /// - Parameter sign: makes the signature of what is signed; nil: ECDSA with the issuer's key.
  static func reissued(
    _ credential: DemoCredential, by issuer: DemoCredential,
    sign: (([UInt8]) throws -> [UInt8])? = nil, _ change: (inout Parts) -> Void
  ) throws -> [Certificate] {
    let leaf = try Certificate(der: reissuedDER(credential, by: issuer, sign: sign, change))
    return [leaf] + credential.chain.dropFirst()
  }

  /// The same certificate alone, which no program need be able to read.
  static func reissuedDER(
    _ credential: DemoCredential, by issuer: DemoCredential,
    sign: (([UInt8]) throws -> [UInt8])? = nil, _ change: (inout Parts) -> Void
  ) throws -> [UInt8] {
    var parts = try parts(of: credential.certificate)
    change(&parts)
    let signed = parts.signed
    let raw = try sign?(signed) ?? issuer.key.sign(signed, with: .es256)
    let signature = sign == nil ? ECDSASignature(raw: raw, curve: .p256)?.der ?? [] : raw
    return DERWriter.sequence([signed, parts.algorithm, DERWriter.bitString(signature)])
  }

  /// A name of raw steps: each step holds attributes of a type and of a DER value.
  static func name(_ steps: [[(type: String, tag: UInt8, value: [UInt8])]]) -> [UInt8] {
    DERWriter.sequence(
      steps.map { step in
        DERWriter.set(
          step.map { attribute in
            DERWriter.sequence([
              DERWriter.objectIdentifier(attribute.type),
              DERWriter.element(attribute.tag, attribute.value),
            ])
          })
      })
  }

  /// An `AlgorithmIdentifier` without parameters.
  static func algorithm(_ identifier: String) -> [UInt8] {
    DERWriter.sequence([DERWriter.objectIdentifier(identifier)])
  }

  /// A sequence around `elements`.
  static func sequence(_ elements: [UInt8]...) -> [UInt8] { DERWriter.sequence(elements) }

  /// An element with this tag.
  static func element(_ tag: UInt8, _ contents: [UInt8]) -> [UInt8] {
    DERWriter.element(tag, contents)
  }

  /// A name that lies below nothing else, in the form that name constraints have.
  static func directoryName(_ name: DistinguishedName) -> [UInt8] {
    DERWriter.element(DERTag.context(4), name.der)
  }

  private static func parts(of certificate: Certificate) throws -> Parts {
    var outer = DERReader(certificate.der)
    var whole = try outer.enter()
    var reader = try whole.enter()
    func element() throws -> [UInt8] {
      let (tag, contents) = try reader.next()
      return DERWriter.element(tag, contents)
    }
    return Parts(
      version: try element(), serial: try element(), algorithm: try element(),
      issuer: try element(), validity: try element(), subject: try element(),
      key: try element(), extensions: try element())
  }
}
