extension Schema {
  /// Parts of a verdict that stand in it at several places, for `$defs` of its schema.
  static let partDefinitions = #"""
        "time": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
        "period": {
          "type": "object",
          "properties": {"from": {"$ref": "#/$defs/time"}, "to": {"$ref": "#/$defs/time"}},
          "required": ["from", "to"],
          "additionalProperties": false
        },
        "aiStatus": {
          "enum": ["none-declared", "generated", "altered", "unknown", "conflict", "not-stated"]
        },
        "agency": {
          "type": "object",
          "properties": {
            "id": {"type": "string"},
            "names": {"type": "object", "additionalProperties": {"type": "string"}}
          },
          "required": ["id", "names"],
          "additionalProperties": false
        },
        "list": {
          "type": "object",
          "properties": {
            "name": {"type": "string"},
            "sequence": {"type": "integer"},
            "recognisedBy": {"type": "string"},
            "issued": {"$ref": "#/$defs/time"},
            "nextUpdate": {"$ref": "#/$defs/time"}
          },
          "required": ["name", "sequence"],
          "additionalProperties": false
        },
        "status": {
          "type": "object",
          "properties": {
            "code": {"type": "string"},
            "url": {"type": "string"},
            "explanation": {"type": "string"}
          },
          "required": ["code"],
          "additionalProperties": false
        },
        "signer": {
          "type": "object",
          "properties": {
            "subject": {"type": "string"},
            "name": {"type": "string", "description": "common name and organisation"},
            "spki": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "algorithm": {"type": "string"},
            "notAfter": {"$ref": "#/$defs/time"}
          },
          "required": ["subject", "name", "spki", "algorithm"],
          "additionalProperties": false
        },
        "reason": {
          "type": "object",
          "properties": {
            "code": {"type": "string", "pattern": "^[A-Z0-9]+(-[A-Z0-9]+)*$"},
            "explanation": {"type": "string"}
          },
          "required": ["code", "explanation"],
          "additionalProperties": false
        },
        "ingredient": {
          "type": "object",
          "properties": {
            "assertion": {"type": "string"},
            "relationship": {"type": "string"},
            "manifest": {"type": "string"},
            "title": {"type": "string"},
            "success": {"type": "array", "items": {"$ref": "#/$defs/status"}},
            "informational": {"type": "array", "items": {"$ref": "#/$defs/status"}},
            "failure": {"type": "array", "items": {"$ref": "#/$defs/status"}},
            "recordedFailure": {"type": "array", "items": {"$ref": "#/$defs/status"}}
          },
          "required": ["assertion", "informational", "failure", "recordedFailure"],
          "additionalProperties": false
        },
    """#
}
