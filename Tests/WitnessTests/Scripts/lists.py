"""Validates lists of trusted entities with the JSON schema of ETSI TS 119 602 as C2PA publishes it.

Request: {"schemas": folder, "lists": [list, ...]}; answer: for each list the faults, none when it is
valid."""
import json
import sys

from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

FILE = "ETSI-TS-119-602-schemas/v1.1.1/1960201_json_schema/1960201_json_schema.json"


def retrieve(uri):
    with open(uri.removeprefix("file://"), encoding="utf-8") as file:
        return Resource.from_contents(json.load(file), default_specification=DRAFT7)


request = json.load(sys.stdin)
validator = Draft7Validator(
    {"$ref": "file://" + request["schemas"] + "/" + FILE},
    registry=Registry(retrieve=retrieve),
    format_checker=Draft7Validator.FORMAT_CHECKER,
)
json.dump(
    [
        [f"{'/'.join(map(str, fault.path))}: {fault.message}" for fault in validator.iter_errors(each)]
        for each in request["lists"]
    ],
    sys.stdout,
)
