extension Schema {
  /// `broadseal.approval/1`; it holds the schema of the plan whole.
  static var approvalText: String {
    #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:approval:1",
      "title": "A plan that was approved",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.approval/1"},
        "plan": {"$ref": "urn:broadseal:plan:3"},
        "planSHA256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "output": {"type": "string"},
        "outputBytes": \#(bytesPiece),
        "role": {"type": "string"},
        "record": {"type": "string"},
        "time": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
        "tool": \#(toolPiece)
      },
      "required": ["schema", "plan", "planSHA256", "output", "role", "record", "time", "tool"],
      "additionalProperties": false,
      "$defs": {
        "plan": \#(planText)
      }
    }

    """#
  }

  /// `broadseal.runs/1`.
  static let runsText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:runs:1",
      "title": "Runs of a history, or what changed between two",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.runs/1"},
        "runs": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "number": {"type": "integer", "minimum": 1},
              "started": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
              "state": {"enum": ["done", "accepted", "open", "broken-off"]},
              "files": {"type": "integer", "minimum": 0},
              "errors": {
                "type": "integer", "minimum": 0, "description": "findings; of a run that came to its end"
              },
              "warnings": {"type": "integer", "minimum": 0},
              "roots": {"type": "array", "items": {"type": "string"}},
              "rootsBytes": \#(bytesListPiece)
            },
            "required": ["number", "started", "state", "files", "roots"],
            "additionalProperties": false
          }
        },
        "from": {"type": "integer", "minimum": 1},
        "to": {"type": "integer", "minimum": 1},
        "changes": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "path": {"type": "string"},
              "pathBytes": \#(bytesPiece),
              "kinds": {"type": "array", "items": {"type": "string"}}
            },
            "required": ["path", "kinds"],
            "additionalProperties": false
          }
        },
        "tool": \#(toolPiece)
      },
      "required": ["schema", "tool"],
      "additionalProperties": false,
      "oneOf": [{"required": ["runs"]}, {"required": ["from", "to", "changes"]}]
    }

    """#

  /// `broadseal.policy/1`.
  static let policyText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:policy:1",
      "title": "What is wrong with a policy, or what its rules say of a file",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.policy/1"},
        "policy": {"type": "string"},
        "policyBytes": \#(bytesPiece),
        "rules": {"type": "integer", "minimum": 0},
        "waivers": {"type": "integer", "minimum": 0},
        "path": {"type": "string"},
        "pathBytes": \#(bytesPiece),
        "kept": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "rule": {"type": "string"},
              "state": {"enum": ["other-files", "does-not-apply", "kept", "open"]},
              "finding": {"$ref": "#/$defs/finding"}
            },
            "required": ["rule", "state"],
            "additionalProperties": false
          },
          "description": "policy explain: every rule, in the policy's order"
        },
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "tool": \#(toolPiece)
      },
      "required": ["schema", "findings", "tool"],
      "additionalProperties": false,
      "oneOf": [{"required": ["policy", "rules", "waivers"]}, {"required": ["path", "kept"]}],
      "$defs": {
        "finding": {
          "type": "object",
          "properties": {
            "rule": {"type": "string"},
            "kind": {"type": "string"},
            "severity": {"enum": ["note", "warning", "error"]},
            "explanation": {"type": "string"}
          },
          "required": ["rule", "kind", "severity", "explanation"],
          "additionalProperties": false
        }
      }
    }

    """#

  /// `broadseal.codes/1`.
  static let codesText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:codes:1",
      "title": "What codes mean, and what to do",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.codes/1"},
        "codes": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "code": {"type": "string"},
              "nature": {"type": "string"},
              "meaning": {"$ref": "#/$defs/words"},
              "todo": {"$ref": "#/$defs/words"}
            },
            "required": ["code", "nature", "meaning", "todo"],
            "additionalProperties": false
          }
        },
        "tool": \#(toolPiece)
      },
      "required": ["schema", "codes", "tool"],
      "additionalProperties": false,
      "$defs": {
        "words": {
          "type": "object",
          "properties": {"en": {"type": "string"}, "ja": {"type": "string"}},
          "required": ["en", "ja"],
          "additionalProperties": false
        }
      }
    }

    """#

  /// `broadseal.verification/1`.
  static let verificationText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:verification:1",
      "title": "Whether a folder holds the reports that were signed",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.verification/1"},
        "folder": {"type": "string"},
        "folderBytes": \#(bytesPiece),
        "reports": {"type": "integer", "minimum": 0},
        "faults": {"type": "array", "items": {"type": "string"}},
        "unsigned": {"type": "array", "items": {"type": "string"}},
        "unsignedBytes": \#(bytesListPiece),
        "agency": {"oneOf": [{"type": "string"}, {"type": "null"}]},
        "time": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
        "exit": {"type": "integer"},
        "tool": \#(toolPiece)
      },
      "required": ["schema", "folder", "reports", "faults", "unsigned", "agency", "exit", "tool"],
      "additionalProperties": false
    }

    """#
}
