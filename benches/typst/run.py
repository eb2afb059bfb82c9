"""Compiles Typst markup for the benchmark beside it: reads names of files, one a line, and answers each with two numbers:
the milliseconds that it took, and those of all processors together.

The clock runs around what Typst does: finding the fonts, laying out, writing the PDF to memory. The start of Python
and the loading of the package are not counted.
"""

import sys
import time

import typst

fonts, standards = sys.argv[1], [name for name in sys.argv[2].split(",") if name]
print("typst", typst.__version__, flush=True)
for line in sys.stdin:
    source, out = line.rstrip("\n").split("\t")
    start, worked = time.perf_counter(), time.process_time()
    pdf = typst.compile(
        source, font_paths=[fonts], ignore_system_fonts=True, format="pdf", pdf_standards=standards
    )
    spent, worked = time.perf_counter() - start, time.process_time() - worked
    with open(out, "wb") as file:
        file.write(pdf)
    print(spent * 1000, worked * 1000, flush=True)
