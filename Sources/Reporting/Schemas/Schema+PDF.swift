import BroadsealVerifying

/// What `broadseal.verdict/1` says of the signatures and revisions of a PDF.
extension Schema {
  /// Every class of change, as the program knows them.
  private static let changes = LaterRevisions.Change.allCases
    .map { "\"\($0.rawValue)\"" }.joined(separator: ", ")

  /// Members of `$defs`.
  static let pdfDefinitions = #"""
            "change": {
              "enum": [\#(Schema.changes)],
              "description": "the strongest change by later revisions"
            },
            "rule": {"type": "string", "pattern": "^(FORM|FILE|OBJ|SIG)-\\d+$"},
            "pdfSignature": {
              "type": "object",
              "properties": {
                "field": {"type": "string"},
                "format": {"type": "string", "description": "SubFilter, as it stands there"},
                "status": {
                  "enum": ["intact", "broken", "loose", "empty", "unchecked", "malformed"],
                  "description": "what was computed; broken is said of nothing else"
                },
                "doubts": {
                  "type": "array",
                  "items": {"type": "string"},
                  "description": "what two readers could take differently"
                },
                "weak": {"type": "array", "items": {"type": "string"}},
                "stampFault": {"type": "string"},
                "explanation": {"type": "string"},
                "covers": {"enum": ["file", "revision", "part"]},
                "coveredEnd": {"type": "integer", "minimum": 0},
                "withLabel": {
                  "type": "boolean",
                  "description": "made in one update with the label, which leaves out its room"
                },
                "subject": {"type": "string"},
                "name": {"type": "string", "description": "common name and organisation"},
                "spki": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "labelSigner": {"type": "boolean"},
                "level": {"enum": ["B-B", "B-T", "B-LT", "B-LTA", "timestamp"]},
                "trustedTime": {
                  "type": "string",
                  "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"
                },
                "after": {"$ref": "#/$defs/change"},
                "afterRule": {"$ref": "#/$defs/rule"},
                "afterReason": {"type": "string"},
                "permitted": {
                  "type": "boolean",
                  "description": "by DocMDP and FieldMDP; it makes no change a weaker one"
                },
                "docMDP": {"type": "integer", "description": "P of the signature's own DocMDP"},
                "revision": {"type": "integer", "minimum": 1},
                "revisions": {"type": "integer", "minimum": 1},
                "issuer": {"type": "string", "description": "of the signer's certificate"},
                "chain": {
                  "type": "array",
                  "description": "the signer first, an anchor that was given last",
                  "items": {
                    "type": "object",
                    "properties": {
                      "subject": {"type": "string"},
                      "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
                    },
                    "required": ["subject", "sha256"],
                    "additionalProperties": false
                  }
                },
                "chainFailure": {"type": "string"},
                "seal": {
                  "type": "object",
                  "description": "whether it is the seal of a recognised government issuer",
                  "properties": {
                    "official": {"type": "boolean"},
                    "speaks": {
                      "const": true,
                      "description": "it is the one that speaks where there is no label"
                    },
                    "reasons": {"type": "array", "items": {"$ref": "#/$defs/reason"}}
                  },
                  "required": ["official", "reasons"],
                  "additionalProperties": false
                },
                "entry": {
                  "type": "object",
                  "description": "the entry of a list that the signer matches",
                  "properties": {
                    "agency": {"$ref": "#/$defs/agency"},
                    "jurisdiction": {"type": "string"},
                    "list": {"$ref": "#/$defs/list"}
                  },
                  "required": ["agency", "jurisdiction", "list"],
                  "additionalProperties": false
                },
                "time": {
                  "type": "object",
                  "properties": {
                    "trusted": {"$ref": "#/$defs/time"},
                    "by": {"type": "string", "description": "the authority of the stamp"},
                    "claimed": {
                      "$ref": "#/$defs/time",
                      "description": "as the signer states it"
                    },
                    "notBefore": {
                      "$ref": "#/$defs/time",
                      "description": "the newest answer about revocation under the signature"
                    }
                  },
                  "additionalProperties": false
                }
              },
              "required": ["status", "explanation", "covers", "coveredEnd", "withLabel"],
              "additionalProperties": false
            },
            "labelledRevision": {
              "type": "object",
              "description": "the revision that was labelled, where later ones follow it",
              "properties": {
                "after": {"$ref": "#/$defs/change"},
                "afterRule": {"$ref": "#/$defs/rule"},
                "afterReason": {"type": "string"},
                "permitted": {
                  "type": "boolean",
                  "description": "by DocMDP and FieldMDP"
                },
                "revision": {"type": "integer", "minimum": 1},
                "revisions": {"type": "integer", "minimum": 1}
              },
              "required": ["after"],
              "additionalProperties": false
            }
    """#
}
