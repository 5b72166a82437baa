/// Object identifiers of the purposes that C2PA names (RFC 5280 §4.2.1.12, C2PA 2.4 §14.5.1).
package enum Purpose {
  /// Signing C2PA claims: `c2pa-kp-claimSigning`.
  package static let claimSigning = "1.3.6.1.4.1.62558.2.1"
  /// Signing documents (RFC 9336).
  package static let documentSigning = "1.3.6.1.5.5.7.3.36"
  /// Protecting mail.
  package static let emailProtection = "1.3.6.1.5.5.7.3.4"
  /// Making time stamps; must stand alone.
  package static let timeStamping = "1.3.6.1.5.5.7.3.8"
  /// Answering OCSP requests; must stand alone.
  package static let ocspSigning = "1.3.6.1.5.5.7.3.9"
  /// Any purpose at all; forbidden.
  package static let any = "2.5.29.37.0"
}
