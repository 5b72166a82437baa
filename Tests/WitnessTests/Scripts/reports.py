"""Holds reports of an audit against the schemas of others, and reads the CSV as Python does.

Request: {"schemas": folder, "sarif": path, "junit": path, "csv": path}; answer: the faults of each, and
the rows of the CSV without its remarks. Or {"own": folder with schemas of ours, "documents": paths}: the
faults of each document, of every line of one in `ndjson`, by the schema that its member `schema` names."""
import csv
import json
import pathlib
import sys

from jsonschema import validators
from lxml import etree

request = json.load(sys.stdin)
if "own" in request:
    checkers = {}
    for path in pathlib.Path(request["own"]).iterdir():
        schema = json.loads(path.read_text(encoding="utf-8"))
        validators.Draft202012Validator.check_schema(schema)
        checkers[f"broadseal.{path.stem}/1"] = validators.Draft202012Validator(schema)
    faults, names = [], []
    for path in map(pathlib.Path, request["documents"]):
        text = path.read_text(encoding="utf-8")
        for part in text.splitlines() if path.suffix == ".ndjson" else [text]:
            document = json.loads(part)
            names.append(document["schema"])
            faults += [f"{path.name}: {fault.json_path}: {fault.message[:200]}"
                       for fault in checkers[document["schema"]].iter_errors(document)]
    json.dump({"faults": faults, "names": sorted(set(names)), "count": len(names)}, sys.stdout)
    sys.exit()
schemas = pathlib.Path(request["schemas"])
schema = json.loads((schemas / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
checker = validators.validator_for(schema)(schema)
sarif = json.loads(pathlib.Path(request["sarif"]).read_text(encoding="utf-8"))
answer = {"sarif": [fault.message[:300] for fault in checker.iter_errors(sarif)]}
document = etree.parse(request["junit"])
for name in ["junit-windyroad", "junit-jenkins-10"]:
    xsd = etree.XMLSchema(etree.parse(str(schemas / (name + ".xsd"))))
    xsd.validate(document)
    answer[name] = [str(fault) for fault in xsd.error_log]
with open(request["csv"], encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(line for line in file if not line.startswith('"# ')))
answer["rows"] = [{key: value for key, value in row.items() if key in
                   ("path", "integrity", "integrity_text", "severity")} for row in rows]
answer["formulas"] = [cell for row in rows for cell in row.values()
                      if cell and cell[0] in "=+-@\t\r"]
json.dump(answer, sys.stdout)
