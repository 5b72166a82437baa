extension Schema {
  /// `broadseal.run/1`.
  static let runText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:run:1",
      "title": "What a report says of its run",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.run/1"},
        "started": {
          "$ref": "#/$defs/time",
          "description": "absent where a moment to judge by was named: no clock was read"
        },
        "judgedAt": {"$ref": "#/$defs/time"},
        "tool": \#(toolPiece),
        "command": {
          "type": "array",
          "description": "without what says how fast or how loud, and where reports go",
          "items": {"type": "string"}
        },
        "roots": {"type": "array", "items": {"type": "string"}},
        "rootsBytes": \#(bytesListPiece),
        "policy": {
          "type": "object",
          "properties": {
            "builtIn": {"type": "boolean", "description": "the rules that hold without a policy"},
            "name": {"type": "string"},
            "nameBytes": \#(bytesPiece),
            "sha256": {"$ref": "#/$defs/digest"}
          },
          "required": ["builtIn"],
          "additionalProperties": false
        },
        "trust": {
          "$ref": "#/$defs/digest",
          "description": "over everything that was believed, anchors too"
        },
        "lists": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string"},
              "territory": {"type": "string"},
              "sequence": {"type": "integer"},
              "sha256": {"$ref": "#/$defs/digest", "description": "of the signed payload"},
              "issued": {"$ref": "#/$defs/time"},
              "nextUpdate": {"$ref": "#/$defs/time"}
            },
            "required": ["name", "territory", "sequence", "sha256", "issued", "nextUpdate"],
            "additionalProperties": false
          }
        },
        "baseline": {"type": "integer", "description": "number of the run compared with"},
        "seed": {
          "type": "integer",
          "description": "of a sample: --seed with it draws the same files of the same folders"
        }
      },
      "required": [
        "schema", "judgedAt", "tool", "command", "roots", "policy", "trust", "lists"
      ],
      "additionalProperties": false,
      "$defs": {
        "time": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
        "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
      }
    }

    """#
}
