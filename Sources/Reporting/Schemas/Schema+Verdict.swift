extension Schema {
  /// `broadseal.verdict/1`.
  static let verdictText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:verdict:1",
      "title": "Verdict on one file",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.verdict/1"},
        "path": {
          "type": "string",
          "description": "as given; if not UTF-8, bytes as \\xNN and backslashes doubled"
        },
        "pathBytes": \#(bytesPiece),
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "size": {"type": "integer", "minimum": 0},
        "format": {"type": "string"},
        "mediaType": {"type": "string"},
        "detached": {
          "type": "boolean",
          "description": "the label came from a file beside the document"
        },
        "skipped": {
          "enum": ["symbolic-link", "special", "archive"],
          "description": "why nothing was judged, when that is by rule and no fault"
        },
        "integrity": {
          "enum": [
            "intact", "intact-revision", "altered", "no-label", "unread", "malformed",
            "unreadable"
          ],
          "description": "no-label is said only of files that were looked into; else unread"
        },
        "conclusion": {
          "enum": [
            "satisfied", "failed", "incomplete", "unlabelled", "unrecognised", "stale-trust"
          ],
          "description": "what it amounts to for somebody who asks for an official label; absent if skipped"
        },
        "unjudged": {
          "enum": [
            "unreadable", "changed", "encrypted", "too-large", "partial", "not-read"
          ],
          "description": "why the file was not looked into, or not everywhere"
        },
        "drift": {
          "type": "object",
          "description": "what changed since an earlier audit; absent where nothing did",
          "properties": {
            "kinds": {
              "type": "array",
              "items": {
                "enum": [
                  "label-lost", "document-lost", "still-lost", "removed", "verdict", "signer", "bytes",
                  "list", "new"
                ]
              }
            },
            "was": {
              "type": "object",
              "properties": {
                "sha256": {"type": "string"},
                "integrity": {"type": "string"},
                "origin": {"type": "string"},
                "ai": {"type": "string"},
                "agency": {"type": "string"},
                "signer": {"type": "string"},
                "list": {"type": "string"}
              },
              "required": ["integrity", "origin", "ai"],
              "additionalProperties": false
            }
          },
          "required": ["kinds"],
          "additionalProperties": false
        },
        "audit": {
          "type": "array",
          "description": "what an audit has to say against the file, the gravest first",
          "items": {"$ref": "#/$defs/auditFinding"}
        },
        "origin": {
          "type": "object",
          "properties": {
            "basis": {
              "enum": ["label", "seal"],
              "description": "whether a label says who issued it, or a PDF signature"
            },
            "status": {"enum": ["official", "recognised-tool", "known", "unrecognised", "none"]},
            "agency": {"$ref": "#/$defs/agency"},
            "jurisdiction": {"type": "string"},
            "list": {"$ref": "#/$defs/list"},
            "signer": {"$ref": "#/$defs/signer"},
            "via": {
              "const": "identity",
              "description": "official by a cawg.identity in the manifest; signer is its holder"
            },
            "claimSigner": {"$ref": "#/$defs/signer"},
            "reasons": {"type": "array", "items": {"$ref": "#/$defs/reason"}},
            "withdrawn": {
              "type": "object",
              "description": "that a list took its trust from the key, or from one that vouches for it",
              "properties": {
                "since": {"$ref": "#/$defs/time"},
                "reason": {"enum": ["stolen", "authority-stolen", "unspecified", "ended"]}
              },
              "required": ["since", "reason"],
              "additionalProperties": false
            },
            "evidence": {
              "type": "object",
              "description": "what official rests on, by kept evidence and as of a moment",
              "properties": {
                "judged": {"$ref": "#/$defs/time"},
                "list": {"$ref": "#/$defs/period"},
                "signer": {"$ref": "#/$defs/period"},
                "authority": {"$ref": "#/$defs/period"},
                "answers": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "thisUpdate": {"$ref": "#/$defs/time"},
                      "nextUpdate": {"$ref": "#/$defs/time"}
                    },
                    "required": ["thisUpdate"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["judged", "list", "signer", "answers"],
              "additionalProperties": false
            }
          },
          "required": ["basis", "status", "reasons"],
          "additionalProperties": false
        },
        "ai": {
          "type": "object",
          "properties": {
            "status": {"$ref": "#/$defs/aiStatus"},
            "stated": {
              "$ref": "#/$defs/aiStatus",
              "description": "what the label of this version states, where an earlier one or a part says more"
            },
            "system": {"type": "string"},
            "version": {"type": "string"},
            "provider": {"type": "string"},
            "scope": {"type": "string"},
            "basis": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "place": {"type": "string"},
                  "field": {"type": "string"},
                  "value": {"type": "string"},
                  "reading": {"$ref": "#/$defs/aiStatus"}
                },
                "required": ["place", "field", "value", "reading"],
                "additionalProperties": false
              }
            },
            "hints": {"type": "array", "items": {"$ref": "#/$defs/reason"}}
          },
          "required": ["status", "basis", "hints"],
          "additionalProperties": false
        },
        "time": {
          "type": "object",
          "properties": {
            "trusted": {
              "type": "string",
              "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"
            },
            "authority": {"type": "string"},
            "claimed": {
              "type": "string",
              "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"
            }
          },
          "required": [],
          "additionalProperties": false
        },
        "statement": {"$ref": "#/$defs/statement"},
        "c2pa": {
          "type": "object",
          "properties": {
            "state": {"enum": ["Trusted", "Valid", "WellFormed", "Invalid", null]},
            "specVersion": {"type": "string"},
            "activeManifest": {"type": "string"},
            "success": {"type": "array", "items": {"$ref": "#/$defs/status"}},
            "informational": {"type": "array", "items": {"$ref": "#/$defs/status"}},
            "failure": {"type": "array", "items": {"$ref": "#/$defs/status"}},
            "ingredients": {"type": "array", "items": {"$ref": "#/$defs/ingredient"}}
          },
          "required": ["state", "informational", "failure", "ingredients"],
          "additionalProperties": false
        },
        "pdfSignatures": {
          "type": "array",
          "description": "signatures of the PDF itself; whom to believe is not judged",
          "items": {"$ref": "#/$defs/pdfSignature"}
        },
        "label": {"$ref": "#/$defs/labelledRevision"},
        "findings": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "code": {"type": "string"},
              "severity": {"enum": ["note", "warning", "error"]},
              "place": {"type": "string"},
              "explanation": {"type": "string"}
            },
            "required": ["code", "severity", "explanation"],
            "additionalProperties": false
          }
        },
        "limits": {"type": "array", "items": {"type": "string"}},
        "tool": \#(toolPiece)
      },
      "required": [
        "schema",
        "path",
        "format",
        "mediaType",
        "integrity",
        "c2pa",
        "findings",
        "limits",
        "tool"
      ],
      "additionalProperties": false,
      "$defs": {
    \#(Schema.partDefinitions)
    \#(Schema.statementDefinition)
    \#(Schema.auditDefinitions)
    \#(Schema.pdfDefinitions)
      }
    }

    """#
}
