extension Schema {
  /// `broadseal.evidence/1`.
  static let evidenceText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:evidence:1",
      "title": "What was known when one document was signed",
      "description": "written with two blanks of indent and one line break at the end; no item is believed that does not prove itself",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.evidence/1"},
        "document": {
          "type": "string",
          "pattern": "^[0-9a-f]{64}$",
          "description": "SHA-256 of the document"
        },
        "manifest": {"type": "string", "description": "label of its active manifest"},
        "created": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
        "certificates": {
          "$ref": "#/$defs/items",
          "description": "the signer's chain in DER, signer first"
        },
        "authorities": {
          "$ref": "#/$defs/items",
          "description": "the time-stamp authority's chain in DER, authority first"
        },
        "lists": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string"},
              "list": {"type": "string", "contentEncoding": "base64"}
            },
            "required": ["name", "list"],
            "additionalProperties": false
          }
        },
        "responses": {"$ref": "#/$defs/items", "description": "OCSP responses in DER"},
        "revocationLists": {"$ref": "#/$defs/items", "description": "in DER or PEM"},
        "digest": {
          "type": "string",
          "pattern": "^[0-9a-f]{64}$",
          "description": "SHA-256 of the other members, in this order, as JSON without blanks"
        }
      },
      "required": [
        "schema",
        "document",
        "manifest",
        "created",
        "certificates",
        "authorities",
        "lists",
        "responses",
        "revocationLists",
        "digest"
      ],
      "additionalProperties": false,
      "$defs": {
        "items": {"type": "array", "items": {"type": "string", "contentEncoding": "base64"}}
      }
    }

    """#
}
