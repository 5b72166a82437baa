extension Schema {
  /// What an audit has to say against a file, among the definitions of `broadseal.verdict/1`.
  static let auditDefinitions = #"""
        "auditFinding": {
          "type": "object",
          "properties": {
            "kind": {
              "enum": [
                "altered", "label-fails", "label-lost", "document-lost", "claimed", "condition-fails",
                "seal-changed", "ai-conflict",
                "requirement",
                "missing", "unregistered", "undecided",
                "unreadable", "changed", "encrypted", "too-large", "partial", "not-read",
                "stray-label", "misnamed", "unrecognised", "not-official", "no-label", "unmatched", "unused-rule",
                "unlisted-agency", "ended-waiver"
              ]
            },
            "severity": {"enum": ["note", "warning", "error"]},
            "rule": {
              "type": "string",
              "description": "of the policy, or built in: BASE-ALTERED"
            },
            "title": {"type": "string"},
            "code": {"type": "string"},
            "explanation": {"type": "string"},
            "remedy": {"type": "string"},
            "shortfalls": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "key": {"type": "string"},
                  "required": {"type": "array", "items": {"type": "string"}},
                  "denied": {"type": "array", "items": {"type": "string"}},
                  "found": {"type": "array", "items": {"type": "string"}}
                },
                "required": ["key", "found"],
                "additionalProperties": false
              }
            },
            "controls": {"type": "array", "items": {"type": "string"}},
            "waiver": {
              "type": "object",
              "properties": {
                "reason": {"type": "string"},
                "owner": {"type": "string"},
                "expires": {"$ref": "#/$defs/time"}
              },
              "required": ["reason", "owner", "expires"],
              "additionalProperties": false
            }
          },
          "required": [
            "kind", "severity", "rule", "explanation", "remedy", "shortfalls", "controls"
          ],
          "additionalProperties": false
        },
    """#
}
