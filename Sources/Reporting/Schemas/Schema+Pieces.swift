/// Pieces that several schemas hold, each whole: no schema needs another file to be read.
extension Schema {
  private static let time =
    #"{"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"}"#
  private static let digest = #"{"type": "string", "pattern": "^[0-9a-f]{64}$"}"#

  /// A public key: its kind, and the digest of it.
  static let keyPiece = #"""
    {
      "type": "object",
      "properties": {"key": {"type": "string"}, "spki": \#(digest)},
      "required": ["key", "spki"],
      "additionalProperties": false
    }
    """#

  /// A certificate.
  static let certificatePiece = #"""
    {
      "type": "object",
      "properties": {
        "subject": {"type": "string", "description": "its maker's words; so is issuer"},
        "issuer": {"type": "string"},
        "serial": {"type": "string"},
        "notBefore": \#(time),
        "notAfter": \#(time),
        "key": {"type": "string"},
        "spki": \#(digest),
        "sha256": \#(digest),
        "authority": {"type": "boolean"},
        "purposes": {"type": "array", "items": {"type": "string"}}
      },
      "required": [
        "subject", "issuer", "serial", "notBefore", "notAfter", "key", "spki", "sha256", "authority"
      ],
      "additionalProperties": false
    }
    """#
}
