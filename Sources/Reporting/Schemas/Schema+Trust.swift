extension Schema {
  /// `broadseal.trust/1`.
  static let trustText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:trust:1",
      "title": "Whom a run believes, and what was found of lists; what a list says stands in the list",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.trust/1"},
        "lists": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string", "description": "the file, as it was named"},
              "nameBytes": \#(bytesPiece),
              "believed": {"type": "boolean"},
              "fault": {
                "type": "string",
                "description": "why it is not believed; absent where it is, and where it was not judged since another one is not"
              },
              "reason": {"type": "string"},
              "scheme": {"oneOf": [{"type": "string"}, {"type": "null"}]},
              "territory": {"oneOf": [{"type": "string"}, {"type": "null"}]},
              "number": {"type": "integer", "minimum": 1},
              "issued": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
              "nextUpdate": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
              "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
              "draft": {"type": "boolean"},
              "pinned": {"type": "boolean", "description": "its keys are pinned"},
              "signers": {"type": "integer", "minimum": 0},
              "recognisedBy": {"type": "array", "items": {"type": "string"}},
              "inForce": {"type": "boolean"},
              "endings": {
                "type": "array",
                "items": {"type": "string"},
                "description": "what of it ends soon; sentences in English, as notes"
              },
              "notes": {"type": "array", "items": {"type": "string"}}
            },
            "required": ["name", "believed", "endings", "notes"],
            "additionalProperties": false
          }
        },
        "anchors": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string"},
              "nameBytes": \#(bytesPiece),
              "address": {"type": "string"},
              "fetched": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
              "certificates": {"type": "array", "items": {"$ref": "#/$defs/certificate"}},
              "endings": {"type": "array", "items": {"type": "string"}},
              "notes": {"type": "array", "items": {"type": "string"}}
            },
            "required": ["name", "certificates", "endings", "notes"],
            "additionalProperties": false
          }
        },
        "byHand": {
          "type": "array",
          "items": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
          "description": "certificates that are accepted by hand"
        },
        "purposes": {
          "type": "array",
          "items": {"type": "string"},
          "description": "trust show: object identifiers of the purposes of which a signer must have one"
        },
        "tool": \#(toolPiece)
      },
      "required": ["schema", "lists", "anchors", "byHand", "tool"],
      "additionalProperties": false,
      "$defs": {
        "certificate": \#(certificatePiece)
      }
    }

    """#

  /// `broadseal.fetched/1`.
  static let fetchedText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:fetched:1",
      "title": "A public list of anchors that was fetched, or which there are",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.fetched/1"},
        "name": {"type": "string"},
        "output": {"type": "string"},
        "outputBytes": \#(bytesPiece),
        "option": {"type": "string", "description": "of verify and audit, for which it is"},
        "certificates": {"type": "integer", "minimum": 0},
        "new": {"type": "integer", "minimum": 0},
        "gone": {"type": "integer", "minimum": 0},
        "lists": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string"},
              "title": {"type": "string"},
              "option": {"type": "string"},
              "address": {"type": "string"}
            },
            "required": ["name", "title", "option", "address"],
            "additionalProperties": false
          }
        },
        "tool": \#(toolPiece)
      },
      "required": ["schema", "tool"],
      "additionalProperties": false,
      "oneOf": [{"required": ["name", "output", "option", "certificates"]}, {"required": ["lists"]}]
    }

    """#

  /// `broadseal.fingerprint/1`.
  static let fingerprintText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:fingerprint:1",
      "title": "The keys of a list, and the digest that stands for them",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.fingerprint/1"},
        "scheme": {"type": "string"},
        "threshold": {"type": "integer", "minimum": 1},
        "keys": {
          "type": "array",
          "items": \#(keyPiece)
        },
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "same": {"type": "boolean", "description": "whether it is the one of --compare"},
        "tool": \#(toolPiece)
      },
      "required": ["schema", "scheme", "threshold", "keys", "fingerprint", "tool"],
      "additionalProperties": false
    }

    """#
}
