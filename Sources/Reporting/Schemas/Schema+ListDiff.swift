extension Schema {
  /// `broadseal.listdiff/1`.
  static let listdiffText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:listdiff:1",
      "title": "What two editions of a trust list say differently",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.listdiff/1"},
        "from": {"$ref": "#/$defs/edition"},
        "to": {"$ref": "#/$defs/edition"},
        "lost": {
          "type": "array",
          "items": {"type": "string"},
          "description": "what --accept-loss takes, one for each change that loses something"
        },
        "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}},
        "tool": \#(toolPiece)
      },
      "required": ["schema", "from", "to", "lost", "changes", "tool"],
      "additionalProperties": false,
      "$defs": {
        "edition": {
          "type": "object",
          "properties": {
            "name": {"type": "string", "description": "the file, as it was named"},
            "nameBytes": \#(bytesPiece),
            "scheme": {
              "oneOf": [{"type": "string"}, {"type": "null"}],
              "description": "English SchemeName"
            },
            "number": {"type": "integer", "minimum": 1},
            "issued": {"$ref": "#/$defs/time"},
            "nextUpdate": {"$ref": "#/$defs/time"},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "signed": {"type": "boolean", "description": "whether it carries a signature, good or bad"}
          },
          "required": ["name", "scheme", "number", "issued", "nextUpdate", "sha256", "signed"],
          "additionalProperties": false
        },
        "time": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
        "change": {
          "type": "object",
          "properties": {
            "kind": {
              "type": "string",
              "description": "what became different; later versions may know more kinds"
            },
            "loss": {"type": "boolean", "description": "whether something is lost by it"},
            "id": {
              "type": "string",
              "description": "an agency's id, SHA-256 of a key, or a serial number"
            },
            "agency": {"type": "string"},
            "place": {"type": "string", "description": "organisation and service; untrusted text"},
            "member": {"type": "string", "description": "member of the list or of a scope"},
            "before": {"type": "array", "items": {"type": "string"}},
            "after": {"type": "array", "items": {"type": "string"}}
          },
          "required": ["kind", "loss", "before", "after"],
          "additionalProperties": false
        }
      }
    }

    """#
}
