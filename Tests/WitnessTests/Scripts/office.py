#!/usr/bin/env python3
"""python-docx, openpyxl and python-pptx say what text a package holds.

Reads a JSON array of paths on standard input; writes a JSON array of { "text": text or null,
"error": text or null } in the same order. A library's refusal is an answer too: the question is
whether it is the same before a package was labelled and after.
"""
import json
import sys

import docx
import openpyxl
import pptx


def text_of_docx(path):
    body = docx.Document(path)
    cells = [cell.text for table in body.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in body.paragraphs] + cells)


def text_of_xlsx(path):
    book = openpyxl.load_workbook(path)
    return "\n".join(f"{sheet.title} {cell.coordinate} {cell.value}" for sheet in book.worksheets
                     for row in sheet.iter_rows() for cell in row if cell.value is not None)


def text_of_pptx(path):
    return "\n".join(shape.text_frame.text for slide in pptx.Presentation(path).slides
                     for shape in slide.shapes if shape.has_text_frame)


READERS = {"docx": text_of_docx, "xlsx": text_of_xlsx, "pptx": text_of_pptx}


def judge(path):
    try:
        return {"text": READERS[path.rsplit(".", 1)[-1]](path), "error": None}
    except Exception as error:  # the samples are not all sound
        return {"text": None, "error": type(error).__name__}


json.dump([judge(path) for path in json.load(sys.stdin)], sys.stdout)
