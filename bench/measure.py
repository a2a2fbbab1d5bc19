"""Runs a command once: measure.py STDIN STDOUT STDERR COMMAND.

Prints exit code, wall clock and CPU (user + system) in microseconds, peak resident memory in KiB, and when it ended in
nanoseconds of the monotonic clock. A small process does this because Linux counts the memory of the process that starts a
program as the program's own until it is replaced: no peak can be lower than that of this interpreter.
"""

import os
import shlex
import sys
import time

stdin, stdout, stderr, command = sys.argv[1:]
words = shlex.split(command)
streams = [
    (os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
    (os.POSIX_SPAWN_OPEN, 1, stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
    (os.POSIX_SPAWN_OPEN, 2, stderr, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
]
start = time.monotonic_ns()
pid = os.posix_spawnp(words[0], words, os.environ, file_actions=streams)
_, status, usage = os.wait4(pid, 0)
end = time.monotonic_ns()
cpu = int((usage.ru_utime + usage.ru_stime) * 1_000_000)
print(os.waitstatus_to_exitcode(status), (end - start) // 1000, cpu, usage.ru_maxrss, end)
