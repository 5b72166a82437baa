/// Pieces that several schemas hold, each whole: no schema needs another file to be read.
extension Schema {
  private static let time =
    #"{"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"}"#
  private static let digest = #"{"type": "string", "pattern": "^[0-9a-f]{64}$"}"#

  /// A path beside the member that shows it.
  static let bytesPiece =
    #"{"type": "string", "contentEncoding": "base64", "description": "the path byte for byte, where it is not UTF-8"}"#

  /// Paths beside the member that shows them.
  static let bytesListPiece =
    #"{"type": "array", "items": {"oneOf": [{"type": "string", "contentEncoding": "base64"}, {"type": "null"}]}, "description": "where one is not UTF-8: each such path byte for byte, and null for every other"}"#

  /// The program.
  static let toolPiece =
    #"{"type": "object", "properties": {"name": {"const": "broadseal"}, "version": {"type": "string"}}, "required": ["name", "version"], "additionalProperties": false}"#

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
