extension Schema {
  /// `broadseal.plan/3`.
  static let planText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:plan:3",
      "title": "What one run of sign is about to do, for a second person to approve",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.plan/3"},
        "certificate": {
          "type": "string",
          "pattern": "^[0-9a-f]{64}$",
          "description": "SHA-256 of the signer's certificate"
        },
        "signer": {
          "type": "string",
          "pattern": "^[0-9a-f]{64}$",
          "description": "SHA-256 of its public key, which may not approve"
        },
        "approvers": {
          "oneOf": [
            {"type": "null"},
            {"type": "array", "items": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}
          ],
          "description": "SHA-256 of the public keys of those who may approve; null: said when the plan is carried out"
        },
        "identity": {
          "oneOf": [
            {"type": "null"},
            {
              "type": "object",
              "properties": {
                "certificate": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "roles": {"type": "array", "items": {"type": "string"}},
                "encoding": {"type": "string"}
              },
              "required": ["certificate", "roles", "encoding"],
              "additionalProperties": false
            }
          ]
        },
        "run": {
          "type": "object",
          "properties": {
            "timeStamp": {"enum": ["required", "optional", "none"]},
            "readBack": {"type": "boolean"}
          },
          "required": ["timeStamp", "readBack"],
          "additionalProperties": false
        },
        "form": {"enum": ["automatic", "embedded", "sidecar"]},
        "label": {
          "type": "object",
          "properties": {
            "official": {
              "type": "object",
              "properties": {
                "jurisdiction": {"type": "string"},
                "agency": {
                  "type": "object",
                  "properties": {
                    "id": {"type": "string"},
                    "en": {"type": "string"},
                    "ja": {"type": "string"}
                  },
                  "required": ["id"],
                  "additionalProperties": false
                },
                "office": {"type": "string"},
                "reference": {"type": "string"},
                "url": {"type": "string"},
                "language": {"type": "string"}
              },
              "required": ["jurisdiction", "agency"],
              "additionalProperties": false
            },
            "ai": {
              "type": "object",
              "properties": {
                "use": {"enum": ["none", "generated", "altered"]},
                "scope": {"type": "string"},
                "provider": {"type": "string"},
                "system": {"type": "string"},
                "version": {"type": "string"},
                "uniqueID": {"type": "string"},
                "editorialResponsibility": {"type": "string"},
                "deepfake": {"type": "boolean"},
                "humanReview": {"type": "boolean"},
                "review": {
                  "type": "object",
                  "properties": {
                    "role": {"type": "string"},
                    "time": {
                      "type": "string",
                      "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"
                    },
                    "version": {"type": "string"}
                  },
                  "required": [],
                  "additionalProperties": false
                }
              },
              "required": ["use"],
              "additionalProperties": false
            },
            "supersedes": {"type": "string"}
          },
          "required": ["ai"],
          "additionalProperties": false
        },
        "document": {
          "type": "object",
          "properties": {
            "source": {"type": "string"},
            "title": {"type": "string"},
            "language": {"type": "string"},
            "actions": {"type": "array", "items": {"type": "string"}},
            "allActionsIncluded": {"type": "boolean"},
            "strictContent": {"type": "boolean"},
            "acceptBrokenParent": {"type": "boolean"},
            "pades": {"type": "boolean"},
            "parent": {"$ref": "#/$defs/file"}
          },
          "required": ["source", "actions", "allActionsIncluded"],
          "additionalProperties": false
        },
        "files": {"type": "array", "items": {"$ref": "#/$defs/file"}}
      },
      "required": [
        "schema",
        "certificate",
        "signer",
        "approvers",
        "identity",
        "run",
        "form",
        "label",
        "document",
        "files"
      ],
      "additionalProperties": false,
      "$defs": {
        "file": {
          "type": "object",
          "properties": {
            "path": {"type": "string"},
            "pathBytes": \#(bytesPiece),
            "size": {"type": "integer", "minimum": 0},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "sidecar": {
              "oneOf": [{"type": "null"}, {"type": "string", "pattern": "^[0-9a-f]{64}$"}],
              "description": "SHA-256 of the label beside it"
            }
          },
          "required": ["size", "sha256", "sidecar"],
          "additionalProperties": false
        }
      }
    }

    """#

  /// What `approve` writes.
  static let approvedText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:approved:1",
      "title": "A plan with the signatures of those who approved it: a JSON Web Signature (RFC 7515, section 7.2.1) of type broadseal-plan+jws",
      "type": "object",
      "properties": {
        "payload": {"type": "string", "description": "the plan, byte for byte, in base64url"},
        "signatures": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "protected": {
                "type": "string",
                "description": "alg, kid, typ and org.broadseal.approval with role, record and time, in base64url"
              },
              "signature": {"type": "string"}
            },
            "required": ["protected", "signature"],
            "additionalProperties": false
          }
        }
      },
      "required": ["payload", "signatures"],
      "additionalProperties": false
    }

    """#
}
