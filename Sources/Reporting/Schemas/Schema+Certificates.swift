extension Schema {
  /// `broadseal.certificates/1`.
  static let certificatesText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:certificates:1",
      "title": "What files of keys and certificates hold, and which rules a certificate keeps",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.certificates/1"},
        "certificates": {"type": "array", "items": {"$ref": "#/$defs/certificate"}},
        "accepted": {
          "type": "boolean",
          "description": "keys check: nothing stands in the way, and a list accepts it where lists were given"
        },
        "checks": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "title": {"type": "string"},
              "rules": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "state": {"enum": ["holds", "broken", "unchecked"]},
                    "text": {"type": "string"}
                  },
                  "required": ["state", "text"],
                  "additionalProperties": false
                }
              }
            },
            "required": ["title", "rules"],
            "additionalProperties": false
          }
        },
        "files": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "path": {"type": "string"},
              "pathBytes": \#(bytesPiece),
              "privateKey": \#(keyPiece),
              "certificates": {"type": "array", "items": {"$ref": "#/$defs/certificate"}}
            },
            "required": ["path", "certificates"],
            "additionalProperties": false
          },
          "description": "keys show"
        },
        "tool": \#(toolPiece)
      },
      "required": ["schema", "tool"],
      "additionalProperties": false,
      "oneOf": [{"required": ["certificates", "accepted", "checks"]}, {"required": ["files"]}],
      "$defs": {
        "certificate": \#(certificatePiece)
      }
    }

    """#
}
