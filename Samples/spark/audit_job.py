#!/usr/bin/env python3
"""Audits a list of files on an Apache Spark cluster, and writes the verdicts as Parquet.

Usage: audit_job.py LIST OUTPUT --broadseal PROGRAM [--partitions N] [-- OPTIONS OF AUDIT]

LIST names a file a line, by paths that every worker can open (a shared file system, or a bucket that is
mounted). Each task hands its share of the names to one `broadseal audit --files-from - -o ndjson=-`,
which answers each name with a line, and ends with the counts. A task whose program did not answer for
every name fails, and Spark gives its share to somebody else: what a worker wrote before it died counts for
nothing, because Spark gives a task's files their names only when the task is done.

OUTPUT becomes a folder of Parquet, by the first axis of the verdicts: `integrity=altered/…`. The column
`verdict` is the line of the program, byte for byte (schema broadseal.verdict/1); the others are taken from it
for queries. What stands behind `--` goes to every audit: lists, a policy, `--at`, which makes all tasks
judge by one moment; without it the job names the moment at which it began.
"""

import argparse
import datetime
import json
import subprocess
import sys
import tempfile
import threading

from pyspark.sql import SparkSession
from pyspark.sql.types import LongType, StringType, StructField, StructType

COLUMNS = StructType([
    StructField("path", StringType(), False), StructField("integrity", StringType(), False),
    StructField("unjudged", StringType()), StructField("origin", StringType()),
    StructField("agency", StringType()), StructField("ai", StringType()),
    StructField("severity", StringType()), StructField("rules", StringType()),
    StructField("size", LongType()), StructField("sha256", StringType()),
    StructField("verdict", StringType(), False)])
# How an audit that answered for every name may end: nothing, something wrong, something not looked into.
ANSWERED = (0, 1, 3)


def row(line):
    """The columns of one verdict."""
    verdict = json.loads(line)
    origin, findings = verdict.get("origin") or {}, verdict.get("audit") or []
    counting = [finding for finding in findings if "waiver" not in finding]
    return (verdict["path"], verdict["integrity"], verdict.get("unjudged"),
            origin.get("status", "none"), (origin.get("agency") or {}).get("id"),
            (verdict.get("ai") or {}).get("status", "not-stated"),
            counting[0]["severity"] if counting else None,
            " ".join(finding["rule"] for finding in counting) or None,
            verdict.get("size"), verdict.get("sha256"), line)


def audit(names, command):
    """The rows of one task; raises where the program did not answer for every name."""
    names = list(names)
    if not names:
        return
    for name in names:
        # Spark reads text; of a name in other bytes it would hand on another name.
        if "\ufffd" in name:
            raise ValueError(f"a name in the list is not UTF-8: {name!r}")
    with tempfile.TemporaryFile() as errors:
        program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=errors)

        def feed():
            try:
                for name in names:
                    program.stdin.write(name.encode() + b"\0")
                program.stdin.close()
            except BrokenPipeError:
                pass  # The program ended early; how, its exit code says.

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        answered, summary = 0, None
        for line in program.stdout:
            text = line.decode("utf-8").rstrip("\n")
            if text.startswith('{"schema":"broadseal.verdict/1"'):
                answered += 1
                yield row(text)
            elif text.startswith('{"schema":"broadseal.summary/1"'):
                summary = json.loads(text)
        code = program.wait()
        feeder.join()
        errors.seek(0)
        said = errors.read()[-2000:].decode("utf-8", "replace")
    if code not in ANSWERED or not summary or not summary["complete"] or answered != len(names):
        raise RuntimeError(f"broadseal answered for {answered} of {len(names)} names and ended "
                           f"{code}: {said}")


def main():
    words = sys.argv[1:]
    at = words.index("--") if "--" in words else len(words)
    options, further = words[:at], words[at + 1:]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("list")
    parser.add_argument("output")
    parser.add_argument("--broadseal", default="broadseal", help="the program on every worker")
    parser.add_argument("--partitions", type=int, default=0,
                        help="shares of the list; some per core, so that a lost one costs little")
    chosen = parser.parse_args(options)
    if "--at" not in further:
        now = datetime.datetime.now(datetime.timezone.utc)
        further += ["--at", now.strftime("%Y-%m-%dT%H:%M:%SZ")]
    # One worker a task: Spark keeps the cores busy. -q: the lines say it all.
    command = [chosen.broadseal, "audit", "--files-from", "-", "-0", "-o", "ndjson=-", "-q",
               "-j", "1", *further]
    session = SparkSession.builder.appName("broadseal audit").getOrCreate()
    context = session.sparkContext
    # The name of a file that is named twice is judged once.
    names = context.textFile(chosen.list).filter(bool).distinct()
    shares = chosen.partitions or max(names.getNumPartitions(), 4 * context.defaultParallelism)
    rows = names.repartition(shares).mapPartitions(lambda part: audit(part, command))
    table = session.createDataFrame(rows, COLUMNS, verifySchema=False)
    table.write.mode("errorifexists").partitionBy("integrity").parquet(chosen.output)
    counts = session.read.parquet(chosen.output).groupBy("integrity", "origin").count()
    for found in sorted(counts.collect()):
        print(f"{found['integrity']:16} {found['origin']:16} {found['count']:10}")
    session.stop()


if __name__ == "__main__":
    main()
