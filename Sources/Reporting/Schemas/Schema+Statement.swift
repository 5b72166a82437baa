extension Schema {
  /// What a verdict says of a label's words, for `$defs` of its schema.
  static let statementDefinition = #"""
          "statement": {
            "type": "object",
            "description": "what the label says beside the use of AI; its signer alone stands behind it",
            "properties": {
              "official": {
                "type": "object",
                "description": "the claim to be official; origin says whether a list vouches for it",
                "properties": {
                  "jurisdiction": {"type": "string"},
                  "agency": {"$ref": "#/$defs/agency"},
                  "office": {"type": "string"},
                  "reference": {"type": "string"},
                  "url": {"type": "string"}
                },
                "required": ["jurisdiction", "agency"],
                "additionalProperties": false
              },
              "title": {"type": "string"},
              "language": {"type": "string"},
              "humanReview": {"type": "boolean"},
              "review": {
                "type": "object",
                "description": "who reviewed it, when, and which version",
                "properties": {
                  "role": {"type": "string"},
                  "time": {"$ref": "#/$defs/time"},
                  "version": {"type": "string"}
                },
                "required": ["role"],
                "additionalProperties": false
              },
              "editorialResponsibility": {"type": "string"},
              "deepfake": {"type": "boolean"},
              "approval": {
                "type": "object",
                "properties": {
                  "role": {"type": "string"},
                  "record": {"type": "string"},
                  "time": {"$ref": "#/$defs/time"}
                },
                "required": ["role", "record", "time"],
                "additionalProperties": false
              },
              "supersedes": {"type": "string"},
              "earlier": {
                "type": "array",
                "description": "earlier versions whose labels came along, the newest first",
                "items": {
                  "type": "object",
                  "properties": {
                    "manifest": {"type": "string"},
                    "label": {"enum": ["holds", "does-not-hold", "unproved"]},
                    "reference": {"type": "string"},
                    "title": {"type": "string"},
                    "time": {"$ref": "#/$defs/time"},
                    "signer": {"$ref": "#/$defs/signer"},
                    "standing": {
                      "enum": ["listed", "withdrawn", "unlisted", "not-judged"],
                      "description": "whether a list that was given knows who signed that version"
                    },
                    "agency": {"$ref": "#/$defs/agency"},
                    "claimed": {"$ref": "#/$defs/agency"}
                  },
                  "required": ["manifest", "label"],
                  "additionalProperties": false
                }
              }
            },
            "additionalProperties": false
          },
    """#
}
