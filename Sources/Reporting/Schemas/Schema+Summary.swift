extension Schema {
  /// `broadseal.summary/1`.
  static let summaryText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:summary:1",
      "title": "Counts of a run",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.summary/1"},
        "complete": {"type": "boolean", "description": "false when the run was interrupted"},
        "files": {"type": "integer", "minimum": 0},
        "bytes": {"type": "integer", "minimum": 0},
        "integrity": {
          "type": "object",
          "description": "files judged, by the first axis; so are origin, ai and c2pa",
          "properties": {
            "intact": {"type": "integer", "minimum": 0},
            "intact-revision": {"type": "integer", "minimum": 0},
            "altered": {"type": "integer", "minimum": 0},
            "no-label": {"type": "integer", "minimum": 0},
            "malformed": {"type": "integer", "minimum": 0}
          },
          "required": ["intact", "altered", "no-label", "malformed"],
          "additionalProperties": false
        },
        "unjudged": {
          "type": "object",
          "description": "files that nobody looked into, or not everywhere, by reason",
          "properties": {
            "unreadable": {"type": "integer", "minimum": 0},
            "changed": {"type": "integer", "minimum": 0},
            "encrypted": {"type": "integer", "minimum": 0},
            "too-large": {"type": "integer", "minimum": 0},
            "partial": {"type": "integer", "minimum": 0},
            "not-read": {"type": "integer", "minimum": 0}
          },
          "required": [
            "unreadable", "changed", "encrypted", "too-large", "partial", "not-read"
          ],
          "additionalProperties": false
        },
        "origin": {
          "type": "object",
          "properties": {
            "official": {"type": "integer", "minimum": 0},
            "recognised-tool": {"type": "integer", "minimum": 0},
            "known": {"type": "integer", "minimum": 0},
            "unrecognised": {"type": "integer", "minimum": 0},
            "none": {"type": "integer", "minimum": 0}
          },
          "required": ["official", "recognised-tool", "known", "unrecognised", "none"],
          "additionalProperties": false
        },
        "seals": {
          "type": "object",
          "description": "files without a label, by what their PDF signatures make of them",
          "properties": {
            "official": {"type": "integer", "minimum": 0},
            "others": {"type": "integer", "minimum": 0},
            "changed": {"type": "integer", "minimum": 0},
            "broken": {"type": "integer", "minimum": 0},
            "not-judged": {"type": "integer", "minimum": 0}
          },
          "required": ["official", "others", "changed", "broken", "not-judged"],
          "additionalProperties": false
        },
        "ai": {
          "type": "object",
          "properties": {
            "none-declared": {"type": "integer", "minimum": 0},
            "generated": {"type": "integer", "minimum": 0},
            "altered": {"type": "integer", "minimum": 0},
            "unknown": {"type": "integer", "minimum": 0},
            "conflict": {"type": "integer", "minimum": 0},
            "not-stated": {"type": "integer", "minimum": 0}
          },
          "required": [
            "none-declared",
            "generated",
            "altered",
            "unknown",
            "conflict",
            "not-stated"
          ],
          "additionalProperties": false
        },
        "c2pa": {
          "type": "object",
          "properties": {
            "Trusted": {"type": "integer", "minimum": 0},
            "Valid": {"type": "integer", "minimum": 0},
            "WellFormed": {"type": "integer", "minimum": 0},
            "Invalid": {"type": "integer", "minimum": 0}
          },
          "required": ["Trusted", "Valid", "WellFormed", "Invalid"],
          "additionalProperties": false
        },
        "conclusion": {
          "type": "object",
          "description": "files by what they amount to for somebody who asks for an official label, as in a verdict",
          "properties": {
            "satisfied": {"type": "integer", "minimum": 0},
            "failed": {"type": "integer", "minimum": 0},
            "incomplete": {"type": "integer", "minimum": 0},
            "unlabelled": {"type": "integer", "minimum": 0},
            "unrecognised": {"type": "integer", "minimum": 0},
            "stale-trust": {"type": "integer", "minimum": 0}
          },
          "required": [
            "satisfied", "failed", "incomplete", "unlabelled", "unrecognised", "stale-trust"
          ],
          "additionalProperties": false
        },
        "findings": {
          "type": "object",
          "description": "findings that no waiver covers, by severity",
          "properties": {
            "note": {"type": "integer", "minimum": 0},
            "warning": {"type": "integer", "minimum": 0},
            "error": {"type": "integer", "minimum": 0}
          },
          "required": ["note", "warning", "error"],
          "additionalProperties": false
        },
        "waived": {"type": "integer", "minimum": 0},
        "registered": {
          "type": "integer", "minimum": 0, "description": "documents in the register"
        },
        "sample": {
          "type": "object",
          "description": "atMost: share of all files that may have errors, with this confidence",
          "properties": {
            "population": {"type": "integer", "minimum": 0},
            "drawn": {"type": "integer", "minimum": 0},
            "seed": {"type": "integer"},
            "seedNamed": {
              "type": "boolean",
              "description": "it was not drawn: atMost holds if nobody knew it who named the files"
            },
            "strata": {
              "type": "integer", "minimum": 0,
              "description": "parts that were drawn from in proportion: the first folder and the extension"
            },
            "failing": {"type": "integer", "minimum": 0},
            "confidence": {"type": "number"},
            "atMost": {"type": "number"}
          },
          "required": [
            "population", "drawn", "seed", "seedNamed", "strata", "failing", "confidence",
            "atMost"
          ],
          "additionalProperties": false
        },
        "rules": {
          "type": "array",
          "description": "every rule that some file does not keep, the gravest first",
          "items": {
            "type": "object",
            "properties": {
              "rule": {"type": "string"},
              "kind": {"type": "string"},
              "severity": {"enum": ["note", "warning", "error"]},
              "files": {"type": "integer", "minimum": 1},
              "explanation": {"type": "string"},
              "controls": {"type": "array", "items": {"type": "string"}},
              "example": {"type": "string"},
              "exampleBytes": \#(bytesPiece)
            },
            "required": ["rule", "kind", "severity", "files", "explanation", "controls"],
            "additionalProperties": false
          }
        },
        "skipped": {
          "type": "object",
          "properties": {
            "symbolic-link": {"type": "integer", "minimum": 0},
            "special": {"type": "integer", "minimum": 0},
            "archive": {"type": "integer", "minimum": 0},
            "sidecar": {"type": "integer", "minimum": 0},
            "evidence": {"type": "integer", "minimum": 0}
          },
          "required": ["symbolic-link", "special", "archive", "sidecar"],
          "additionalProperties": false
        },
        "drift": {
          "type": "object",
          "description": "what changed since an earlier run; absent where there is none",
          "properties": {
            "baseline": {"type": "integer", "minimum": 1},
            "counts": {
              "type": "object",
              "additionalProperties": {"type": "integer", "minimum": 0}
            },
            "labelsLost": {"type": "array", "items": {"type": "string"}},
            "labelsLostBytes": \#(bytesListPiece),
            "documentsLost": {
              "type": "array",
              "items": {"type": "string"},
              "description": "labelled documents that are gone, told until they are back or the loss is accepted"
            },
            "documentsLostBytes": \#(bytesListPiece),
            "removed": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "path": {"type": "string"},
                  "pathBytes": \#(bytesPiece),
                  "to": {
                    "type": "string",
                    "description": "a file of the same bytes with a label: it was moved, or was there twice"
                  },
                  "toBytes": \#(bytesPiece),
                  "was": {"type": "object"}
                },
                "required": ["path"],
                "additionalProperties": false
              }
            }
          },
          "required": ["baseline", "counts", "labelsLost", "documentsLost", "removed"],
          "additionalProperties": false
        }
      },
      "required": [
        "schema",
        "complete",
        "files",
        "bytes",
        "integrity",
        "unjudged",
        "origin",
        "seals",
        "ai",
        "conclusion",
        "c2pa",
        "findings",
        "waived",
        "rules",
        "skipped"
      ],
      "additionalProperties": false
    }

    """#
}
