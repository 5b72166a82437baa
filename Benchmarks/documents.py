"""Documents: one huge file, a large Office file, sealed PDF, and an officer's tree of PDF."""

import shutil

from house import fresh, megabytes, run
from inputs import big_docx, big_png, pdf
from measuring import alone, one, pair


def huge(bench):
    """One huge file: a PNG, and anything else by sidecar."""
    work = bench.work
    source, copy, signed = work / "huge.png", work / "copy", work / "huge.signed.png"
    big_png(source, bench.options.huge)
    size = megabytes(source)
    beside = work / "huge.bin.c2pa"

    def clear():
        for path in (copy, signed, beside):
            path.unlink(missing_ok=True)

    def floor(path):
        return [["cp", path, copy], bench.digest(path)]

    bench.row(f"sign a PNG of {size}, wall", "cp + openssl dgst",
              pair([*bench.sign, source, "-o", signed], floor(source), 3, "wall", before=clear),
              2, 40, unit="s")
    clear()
    run(*bench.sign, source, "-o", signed)
    bench.row(f"verify a PNG of {size}, wall", "openssl dgst",
              pair([bench.ours, "verify", signed, *bench.anchors], [bench.digest(signed)], 5,
                   "wall"), 1.15, 40, unit="s")
    signed.unlink()
    blob = source.rename(work / "huge.bin")
    bench.row(f"sign any file of {size} by sidecar, wall", "cp + openssl dgst",
              pair([*bench.sign, blob, "--sidecar"], floor(blob), 3, "wall", before=clear), 2, 40,
              unit="s")
    run(*bench.sign, blob, "--sidecar", "--force")
    bench.row(f"verify any file of {size} beside its sidecar, wall", "openssl dgst",
              pair([bench.ours, "verify", blob, *bench.anchors], [bench.digest(blob)], 5, "wall"),
              1.15, 40, unit="s")
    clear()
    blob.unlink()


def office(bench):
    """A DOCX of 20 MB, which the peer does not read."""
    work = bench.work
    report, copy, signed = work / "report.docx", work / "copy", work / "report.signed.docx"
    big_docx(report, 20_000_000)

    def clear():
        for path in (copy, signed):
            path.unlink(missing_ok=True)

    bench.row(f"sign a DOCX of {megabytes(report)}, wall", "cp + openssl dgst",
              pair([*bench.sign, report, "-o", signed],
                   [["cp", report, copy], bench.digest(report)], 15, "wall", before=clear), 2, 40)
    clear()
    run(*bench.sign, report, "-o", signed)
    bench.row("verify one such DOCX, wall", "openssl dgst",
              pair([bench.ours, "verify", signed, *bench.anchors], [bench.digest(signed)], 15,
                   "wall"), 1.35, 40)
    # Ten in one run on both sides: hashing 20 MB takes little longer than starting a program.
    reports = [work / f"report-{number}.docx" for number in range(10)]
    for path in reports:
        shutil.copy(signed, path)
    bench.row("verify ten such DOCX in one run, CPU a file", "openssl dgst",
              pair([bench.ours, "verify", *reports, *bench.anchors], [bench.digest(*reports)], 15,
                   "cpu", batch=10), 1.3, 40)


def seal(source, target, chain, key, field="Gazette"):
    """Seals a PDF with pyHanko, as a gazette does that knows nothing of labels."""
    from pyhanko.keys import load_certs_from_pemder, load_private_key_from_pemder
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore
    certificates = list(load_certs_from_pemder([str(chain)]))
    signer = signers.SimpleSigner(
        signing_cert=certificates[0],
        signing_key=load_private_key_from_pemder(str(key), passphrase=None),
        cert_registry=SimpleCertificateStore.from_certs(certificates[1:]))
    metadata = signers.PdfSignatureMetadata(
        field_name=field, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES)
    with open(source, "rb") as document, open(target, "wb") as output:
        signers.sign_pdf(IncrementalPdfFileWriter(document), metadata, signer=signer, output=output)


def sealed(bench):
    """Sealed PDF of 1 MB, each another: half of them much text, half of them pictures."""
    gazette, count = bench.keys / "gazette", 40
    with bench.memory() as folder:
        files, draft = folder / "files", folder / "draft.pdf"
        files.mkdir()
        for number in range(count):
            text = number % 2 == 0
            pdf(draft, 330 if text else 20, 6 if text else 24, seed=number)
            seal(draft, files / f"{number:03d}.pdf", gazette / "chain.pem", gazette / "key.pem")
        draft.unlink()
        paths = sorted(files.iterdir())
        size = sum(path.stat().st_size for path in paths) / count / 1e6
        bench.row(f"audit sealed PDF of {size:.1f} MB, one worker, wall a file", "openssl dgst",
                  pair([bench.ours, "audit", "-q", "-j", "1", files, "--fail-on", "none",
                        "--government", gazette / "gazette.json"], [bench.digest(*paths)],
                       bench.options.runs, "wall", batch=count), limit=20)
    sealed_often(bench)


def sealed_often(bench):
    """PDF of 1 MB with 25 seals, and with a seal, a form of 1,200 fields and another seal."""
    gazette, count = bench.keys / "gazette", 10
    kinds = [("25 seals", 25, 0), ("2 seals and a form of 1,200 fields", 2, 1200)]
    for what, seals, fields in kinds:
        with bench.memory() as folder:
            first, second = folder / "a.pdf", folder / "b.pdf"
            pdf(first, 20, 18 if seals > 2 else 20, fields=fields)
            for number in range(seals):
                seal(first, second, gazette / "chain.pem", gazette / "key.pem", f"Seal{number}")
                first, second = second, first
            files = folder / "files"
            files.mkdir()
            for number in range(count):
                shutil.copy(first, files / f"{number:03d}.pdf")
            paths = sorted(files.iterdir())
            size = paths[0].stat().st_size / 1e6
            bench.row(f"audit PDF of {size:.1f} MB with {what}, one worker, CPU a file",
                      "openssl dgst",
                      pair([bench.ours, "audit", "-q", "-j", "1", files, "--fail-on", "none",
                            "--government", gazette / "gazette.json"], [bench.digest(*paths)],
                           bench.options.runs, "cpu", batch=count), limit=20)


def tree(bench):
    """An officer's night: PDF in folders, with time stamps; the same as a list; the night after."""
    count = bench.options.tree
    with bench.memory() as folder:
        root, flat, target = folder / "tree", folder / "flat", folder / "target"
        flat.mkdir()
        one_page = folder / "page.pdf"
        for number in range(count):
            place = root / f"{number % 20:02d}"
            place.mkdir(parents=True, exist_ok=True)
            pdf(one_page, 1, 0, seed=number)
            shutil.copy(one_page, place / f"{number:05d}.pdf")
            shutil.copy(one_page, flat / f"{number:05d}.pdf")
        sign = [*(word for word in bench.official if word != "--no-verify")]
        whole = [*sign, root, "--output-dir", target]
        listed = [*sign, *sorted(flat.iterdir()), "--output-dir", target]
        measured = {"figure": "wall", "good": (0,), "batch": count}
        bench.row(f"sign {count:,} PDF of a tree with time stamps, wall a file",
                  "the same files as a list",
                  pair(whole, [listed], 2, before=lambda: fresh(target), **measured), 1.2, 40,
                  unit="us")
        fresh(target)
        first = one(whole)["wall"] / count
        second = alone(whole, 2, **measured)
        second |= {"theirs": first, "ratio": second["ours"] / first}
        bench.row("the same once more, with nothing to do", "the first time", second, 0.25, 40,
                  unit="us")
