"""Parses a file with rapidyaml as often as asked and prints the microseconds of each time: rapidyaml.py FILE TIMES."""

import sys
import time

try:
    import ryml
except ImportError:
    sys.exit("rapidyaml is not there: pip install rapidyaml")

with open(sys.argv[1], "rb") as file:
    text = file.read()
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    ryml.parse_in_arena(text)
    print(round((time.perf_counter() - start) * 1e6))
