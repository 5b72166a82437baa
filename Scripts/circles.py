#!/usr/bin/env python3
"""Finds circles: folders of one target, or single files, that need each other.

Reads the compiler's own index of the last debug build, so that an arrow is a symbol that is really
used: `A.swift -> B.swift: Name` means that A names something that B defines. Run from the package
folder after `swift build`. A circle between folders of a target is a fault; a circle between files
is one unless Scripts/circles.allowed names its files with the reason. The files of one type,
`Type.swift` and `Type+Topic.swift`, count as one. Ends 1 when there is a fault.

`--arrows PATH` prints what the files below PATH use outside of it, and who uses them.
"""

import collections
import ctypes
import pathlib
import shutil
import sys

ROOT = pathlib.Path.cwd().resolve()
ALLOWED = ROOT / "Scripts/circles.allowed"
MOST_CIRCLES_OF_FILES = 3
DEFINES, REFERS, RECORD = 0b11, 0b100, 2


class Text(ctypes.Structure):
    """A string of the index library: a pointer and a length, without a closing zero."""
    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.data, self.length).decode() if self.length else ""


class Index:
    """The index store of the last debug build, through libIndexStore of the toolchain."""

    def __init__(self):
        folder = next((path for path in (ROOT / ".build").glob("*/debug/index/store")), None)
        if folder is None:
            sys.exit("circles: no index; run `swift build` first")
        swiftc = pathlib.Path(shutil.which("swiftc")).resolve()
        self.library = ctypes.CDLL(str(swiftc.parent.parent / "lib/libIndexStore.so"))
        self.store = self.call("store_create", ctypes.c_void_p, str(folder).encode(), None)

    def call(self, name, result, *arguments):
        function = getattr(self.library, f"indexstore_{name}")
        function.restype = result
        return function(*[ctypes.c_void_p(a) if isinstance(a, int) else a for a in arguments])

    def each(self, name, of, visit, *more):
        """Calls `visit` with every element that the library's `name` hands out."""
        kind = Text if name == "store_units_apply_f" else ctypes.c_void_p
        callback = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, kind)(
            lambda _, element: visit(element) or True)
        self.call(name, ctypes.c_bool, of, *more, None, callback)

    def records(self):
        """The newest record of each source file that still exists."""
        units, records = [], {}
        self.each("store_units_apply_f", self.store, lambda name: units.append(str(name)),
                  ctypes.c_uint(0))
        for unit in units:
            reader = self.call("unit_reader_create", ctypes.c_void_p, self.store, unit.encode(), None)
            if not reader:
                continue

            def note(dependency):
                if self.call("unit_dependency_get_kind", ctypes.c_int, dependency) != RECORD:
                    return
                path = pathlib.Path(
                    str(self.call("unit_dependency_get_filepath", Text, dependency)))
                if path.is_relative_to(ROOT / "Sources") and path.exists():
                    name = str(self.call("unit_dependency_get_name", Text, dependency))
                    records[path.relative_to(ROOT)] = name

            self.each("unit_reader_dependencies_apply_f", reader, note)
            self.call("unit_reader_dispose", None, reader)
        return records

    def occurrences(self, record, visit):
        """Calls `visit` with the identity, the name and the roles of each symbol of a file."""
        reader = self.call("record_reader_create", ctypes.c_void_p, self.store, record.encode(), None)
        if not reader:
            return

        def note(occurrence):
            symbol = self.call("occurrence_get_symbol", ctypes.c_void_p, occurrence)
            visit(str(self.call("symbol_get_usr", Text, symbol)),
                  str(self.call("symbol_get_name", Text, symbol)),
                  self.call("occurrence_get_roles", ctypes.c_uint64, occurrence))

        self.each("record_reader_occurrences_apply_f", reader, note)
        self.call("record_reader_dispose", None, reader)


def arrows():
    """From each file to each file that it needs, with the names that it uses there."""
    index, home, uses = Index(), {}, collections.defaultdict(dict)
    records = index.records()
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        if path.relative_to(ROOT) not in records:
            sys.exit(f"circles: {path.relative_to(ROOT)} is not in the index; run `swift build` first")
    for path, record in records.items():
        def note(usr, name, roles, path=path):
            if roles & DEFINES:
                home.setdefault(usr, path)
            if roles & REFERS:
                uses[path][usr] = name
        index.occurrences(record, note)
    found = collections.defaultdict(set)
    for path, symbols in uses.items():
        for usr, name in symbols.items():
            if usr in home and home[usr] != path:
                found[path, home[usr]].add(name)
    return found


def circles(graph):
    """Tarjan's strongly connected components of more than one node, without recursion."""
    number, low, stack, held, found = {}, {}, [], set(), []
    for start in sorted(graph):
        if start in number:
            continue
        work = [(start, iter(sorted(graph[start])))]
        number[start] = low[start] = len(number)
        stack.append(start), held.add(start)
        while work:
            node, below = work[-1]
            step = next((n for n in below if n not in number or n in held), None)
            if step is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == number[node]:
                    ring = stack[stack.index(node):]
                    del stack[stack.index(node):]
                    held.difference_update(ring)
                    if len(ring) > 1:
                        found.append(sorted(ring))
            elif step in number:
                low[node] = min(low[node], number[step])
            else:
                number[step] = low[step] = len(number)
                stack.append(step), held.add(step)
                work.append((step, iter(sorted(graph.get(step, ())))))
    return found


def allowed():
    """The circles of files that have a reason: a line of names, then lines that say why."""
    rings = []
    for line in ALLOWED.read_text().splitlines() if ALLOWED.exists() else []:
        if line and not line.startswith((" ", "#")):
            rings.append(frozenset(pathlib.Path(name) for name in line.split()))
    return rings


def room(path):
    """The file that stands for all files of one type."""
    return path.with_name(path.stem.split("+")[0] + ".swift")


def fold(found):
    """The same arrows between the folders of a target."""
    folders, reasons = collections.defaultdict(set), collections.defaultdict(list)
    for (upper, lower), names in found.items():
        if upper.parent != lower.parent and upper.parts[1] == lower.parts[1]:
            folders[upper.parent].add(lower.parent)
            reasons[upper.parent, lower.parent].append((upper, lower, sorted(names)))
    return folders, reasons


def cuts(folders, ring, reasons):
    """The arrows within a circle, those first that leave least of it when they are cut."""
    def left(cut):
        rest = {upper: {lower for lower in folders[upper] if lower in ring and (upper, lower) != cut}
                for upper in ring}
        return sum(map(len, circles(rest)))
    within = [pair for pair in reasons if pair[0] in ring and pair[1] in ring]
    return sorted(within, key=lambda pair: (left(pair), len(reasons[pair]), pair))


def main():
    found = arrows()
    if sys.argv[1:2] == ["--arrows"]:
        place = pathlib.Path(sys.argv[2])
        for (upper, lower), names in sorted(found.items()):
            if upper.is_relative_to(place) != lower.is_relative_to(place):
                print(f"{upper} -> {lower}: {', '.join(sorted(names)[:4])}")
        return 0
    folders, reasons = fold(found)
    faults = 0
    for ring in circles(folders):
        faults += 1
        print(f"circle of {len(ring)} folders: {', '.join(map(str, ring))}")
        for upper, lower in cuts(folders, ring, reasons)[:8]:
            for top, bottom, names in reasons[upper, lower][:3]:
                print(f"  {top} -> {bottom}: {', '.join(names[:3])}")
    files = collections.defaultdict(set)
    for upper, lower in found:
        if upper.parts[1] == lower.parts[1] and room(upper) != room(lower):
            files[room(upper)].add(room(lower))
    known = allowed()
    rings = circles(files)
    for ring in rings:
        if frozenset(ring) not in known:
            faults += 1
            print(f"circle of {len(ring)} files: {', '.join(map(str, ring))}")
    if len(known) > MOST_CIRCLES_OF_FILES:
        faults += 1
        print(f"{ALLOWED.name}: {len(known)} circles, {MOST_CIRCLES_OF_FILES} are the most")
    for ring in known:
        if sorted(ring) not in rings:
            faults += 1
            print(f"{ALLOWED.name}: no longer a circle: {', '.join(map(str, sorted(ring)))}")
    if not faults:
        print(f"circles: none between folders, {len(rings) or 'none'} between files"
              + (", each with its reason" if rings else ""))
    return 1 if faults else 0


sys.exit(main())
