"""What measures the build still finds the parts that it measures."""

import subprocess
import sys

import pytest
from protocol import ROOT


@pytest.mark.slow
def test_the_benchmark_of_a_build_times_each_stage():
    command = [sys.executable, "benchmarks/build.py", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    heads, figures = (line.split() for line in done.stdout.splitlines())
    seconds = dict(zip(heads, figures, strict=False))
    assert all(float(seconds[s].rstrip("s")) > 0 for s in ("read", "check", "draw", "print"))
