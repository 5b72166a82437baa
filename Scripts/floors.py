#!/usr/bin/env python3
"""Checks the house rules that the compiler does not: the floors, file sizes and documentation.

Run from the package folder. Prints one line a fault and ends 1 when there is any.
"""

import json
import pathlib
import re
import subprocess
import sys

LONGEST_FILE = 400
# Who may import what a system or another package offers.
IMPORTERS = {"CBroadsealOpenSSL": ["OpenSSL"], "CBroadsealZlib": ["Compression"],
             "CBroadsealLinux": ["Files", "Workers"], "TOMLKit": ["Settings"], "CBroadsealSQLite": ["SQLite"],
             "ArgumentParser": ["CLI"]}
# (upper, lower): the first must not reach the second, by any way.
# Reporting reaches Workers through Binding, which hashes pieces on all processors; words start no threads.
THREADLESS = {"Reporting"}
WALLS = [("Signing", "Verifying"), ("Verifying", "Signing"), ("Documents", "Provenance"),
         ("Provenance", "Documents"), ("Trust", "Provenance"), ("Trust", "Documents"),
         ("Bytes", "OpenSSL"), ("Files", "Documents"), ("Files", "OpenSSL"),
         ("Workers", "Verifying"), ("Workers", "Auditing"), ("Reporting", "Auditing"),
         ("Reporting", "Signing"),
         ("Settings", "OpenSSL"), ("Verifying", "Network"), ("Signing", "Network"),
         ("Trust", "Network"), ("Auditing", "Signing")]
IMPORT = re.compile(r"^\s*(?:@\w+ )*(?:public |package |internal |private |fileprivate )?import "
                    r"(?:struct |class |enum |func )?(\w+)", re.M)
PUBLIC = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))? )*public (?!import|extension)")
# A type that a client sees: two of one name would be ambiguous to whoever imports both modules.
PUBLIC_TYPE = re.compile(r"^public (?:final )?(?:struct|enum|class|protocol|actor|typealias) (\w+)", re.M)

faults = []
described = json.loads(subprocess.run(["swift", "package", "describe", "--type", "json"],
                                      check=True, capture_output=True, text=True).stdout)
# A floor goes by its folder: the module of Sources/Trust is BroadsealTrust.
folder = {target["name"]: pathlib.Path(target["path"]).name for target in described["targets"]}
arrows = {folder[target["name"]]: {folder[name] for name in target.get("target_dependencies", [])}
          for target in described["targets"]}


def reach(name):
    seen, todo = set(), [name]
    while todo:
        for below in arrows.get(todo.pop(), ()):
            if below not in seen:
                seen.add(below)
                todo.append(below)
    return seen


for upper, lower in WALLS:
    if lower in reach(upper):
        faults.append(f"Package.swift: {upper} reaches {lower}")
for name in arrows:
    if name in reach(name):
        faults.append(f"Package.swift: {name} reaches itself")

for path in sorted(pathlib.Path("Sources").rglob("*.swift")):
    text = path.read_text()
    floor = path.parts[1]
    allowed = arrows.get(floor, set())
    for module in IMPORT.findall(text):
        if module == "BroadsealWorkers" and floor in THREADLESS:
            faults.append(f"{path}: words start no threads")
        if module == "Foundation":
            faults.append(f"{path}: imports Foundation, which nothing here needs")
        if module in IMPORTERS and floor not in IMPORTERS[module]:
            faults.append(f"{path}: only {' and '.join(IMPORTERS[module])} imports {module}")
        if module in folder and folder[module] not in allowed:
            faults.append(f"{path}: imports {module}, which its floor does not name")

declared = {}
for path in sorted(pathlib.Path("Sources").rglob("*.swift")):
    for name in PUBLIC_TYPE.findall(path.read_text()):
        if name in declared:
            faults.append(f"{path}: {name} is public in {declared[name]} too")
        declared[name] = path

for path in sorted([*pathlib.Path("Sources").rglob("*.swift"),
                    *pathlib.Path("Tests").rglob("*.swift")]):
    lines = path.read_text().splitlines()
    if len(lines) > LONGEST_FILE:
        faults.append(f"{path}: {len(lines)} lines, {LONGEST_FILE} are the most")
    if path.parts[0] != "Sources":
        continue
    for number, line in enumerate(lines):
        if not PUBLIC.match(line):
            continue
        above = number - 1
        while above >= 0 and lines[above].lstrip().startswith("@"):
            above -= 1
        if above < 0 or not lines[above].lstrip().startswith("///"):
            faults.append(f"{path}:{number + 1}: public and undocumented: {line.strip()}")

print("\n".join(faults) if faults else
      f"floors: {len(arrows)} targets, arrows run down, every file within {LONGEST_FILE} lines")
sys.exit(1 if faults else 0)
