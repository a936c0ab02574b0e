"""The public interface used from many threads and processes at once."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from numcheck import Document, check, extract

TEXTS = [
    "Sales rose from 40 to 60, up 30%. Of the 50 shops, 12 closed and 40 stayed open.",
    "Officials said 3,000 marched; organisers put the crowd at nearly 10,000.",
    "The 12 km (20 mile) road cost £3.4m, or about £283,000 a kilometre.",
    "Born in 1950, she died in 2001 at the age of 63. The rate fell 2 percentage points to 4%.",
]


def work(number: int) -> str:
    """Everything that one caller does, as JSON."""
    text = TEXTS[number % len(TEXTS)]
    documents = [Document(id=f"{place}", text=f"{text} {place} people saw it.") for place in "123"]
    figures = [figure.to_dict() for document in documents for figure in extract(document)]
    report = check(documents, against=[Document(id="source", text=TEXTS[0])]).to_dict()
    return json.dumps([figures, report])


def test_eight_threads_get_what_one_gets() -> None:
    expected = [work(number) for number in range(len(TEXTS))] * 4
    with ThreadPoolExecutor(8) as pool:
        assert expected == list(pool.map(work, range(len(expected))))


@pytest.mark.parametrize("interval", ["1e-2", "1e-3", "1e-4"])
def test_threads_that_are_the_first_to_use_numcheck_do_not_disturb_each_other(
    interval: str,
) -> None:
    program = (
        "import sys; sys.path.insert(0, '.'); sys.setswitchinterval(float(sys.argv[1]))\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from tests.trust.test_concurrency import work\n"
        "with ThreadPoolExecutor(8) as pool: print(*set(pool.map(work, [0] * 8)), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, interval], capture_output=True, text=True, check=True
    )
    assert work(0) + "\n" == done.stdout


def test_four_processes_get_what_one_gets() -> None:
    expected = [work(number) for number in range(len(TEXTS))]
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert expected == list(pool.map(work, range(len(expected))))


def test_importing_numcheck_starts_and_changes_nothing() -> None:
    program = (
        "import os, sys, threading, signal, locale, warnings, logging\n"
        "def state(): return (dict(os.environ), os.getcwd(), threading.active_count(),\n"
        "    signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM),\n"
        "    locale.setlocale(locale.LC_ALL), list(warnings.filters), sys.getrecursionlimit(),\n"
        "    logging.getLogger().handlers, list(sys.path), sys.excepthook, list(sys.meta_path))\n"
        "before = state()\n"
        "opened = []\n"
        "sys.addaudithook(lambda name, given: opened.append(str(given[0]))\n"
        "    if name == 'open' and isinstance(given[1], str) and given[1][:1] in 'wax' else None)\n"
        "import numcheck\n"
        "assert before == state()\n"
        "print([name for name in opened if '__pycache__' not in name])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "[]\n" == done.stdout
