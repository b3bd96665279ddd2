#!/bin/sh
# The commands of this house. The first one used makes .venv, with nothing but Python and a package index.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")"

help() {
    cat <<'END'
Usage: ./do COMMAND

  demo    audit the example and say where the report is
  test    run the tests (RINGTRUE_FAST=1 leaves out the slow ones; more arguments go to pytest)
  spark   add Spark to .venv, as an engine; the tests then include it (half a gigabyte, and needs Java)
  lint    check style and types
  docs    write the reference pages again from the code
  bench   measure time and memory; ./do bench detection: what the catalogue finds of planted faults;
          ./do bench reports, kills, large, workbench/load, workbench/kills, spark_scale: the rest of the page of results
  lock    choose requirements anew (needs uv)
  clean   remove everything that these commands made

The first use sets up .venv in this folder. PYTHON=/path/to/python chooses another Python.
END
}

stop() {
    printf './do: %s\n' "$*" >&2
    exit 2
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3 python3.14 python3.13 python3.12 python3.11; fi
    for python in "$@"; do
        if is_new_enough "$python"; then return; fi
    done
    stop "Ringtrue needs Python 3.11 or newer, and none was found as: $*.
Debian 12, Ubuntu 24.04 and newer, as root:  apt install python3 python3-venv
Ubuntu 22.04, as root:                       apt install python3.11 python3.11-venv
Or name one yourself:                        PYTHON=/path/to/python ./do demo"
}

make_environment() {
    rm -rf .venv
    "$python" -m venv --without-pip .venv || {
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        stop "$python cannot make a virtual environment. On Debian or Ubuntu, as root:  apt install python$version-venv"
    }
    .venv/bin/python bootstrap/install_pip.py || exit 2
}

install() {
    .venv/bin/python -m pip install --quiet --no-user --disable-pip-version-check "$@" ||
        stop "pip could not install what is needed; its message is above. It uses your own pip settings (index, proxy)."
}

state() {
    echo "$1 in $PWD: $(cat "requirements/$1.txt" pyproject.toml bootstrap/SHA256SUMS | cksum)"
}

is_ready() {
    grep -qxF "$(state "$1")" .venv/ready 2>/dev/null && .venv/bin/python -c 'import pip' 2>/dev/null
}

# Makes .venv anew unless it stands: "run" for audits, "dev" for the checks too. What says that it stands goes first
# and comes last, so a break half-way is never taken for a whole.
set_up() {
    if is_ready "$1"; then return; fi
    find_python
    echo "Setting up .venv with $("$python" -V) ..." >&2
    rm -f .venv/ready
    make_environment
    install --require-hashes -r "requirements/$1.txt"
    install --no-deps --no-build-isolation --editable .
    { state run; state "$1"; } > .venv/ready
    echo "Ready: .venv/bin/ringtrue" >&2
}

demo() {
    set_up run
    rm -rf demo-audit
    status=0
    .venv/bin/ringtrue audit examples/northwind --out demo-audit || status=$?
    [ "$status" -le 1 ] || exit "$status" # 1: there are leads, as there should be
    for report in demo-audit/reports/*.html; do
        [ -f "$report" ] || stop "the audit wrote no report"
        echo "Open in a browser: $PWD/$report"
    done
}

test_all() {
    set_up dev
    if [ "${RINGTRUE_FAST:-}" = 1 ]; then set -- -m "not slow and not browser and not spark" "$@"; fi
    .venv/bin/python -m pytest --numprocesses auto --dist worksteal "$@"
}

spark() {
    set_up dev
    if is_ready spark; then return; fi
    install --require-hashes --no-build-isolation -r requirements/spark.txt
    state spark >> .venv/ready
}

lint() {
    set_up dev
    failed=0
    .venv/bin/ruff check . || failed=1
    .venv/bin/ruff format --check . || failed=1
    .venv/bin/mypy || failed=1
    return "$failed"
}

docs() {
    set_up dev
    .venv/bin/python docs/generate
}

bench() {
    set_up dev
    case "${1:-}" in
        "" | -*) .venv/bin/python benchmarks/run.py "$@" ;;
        detection) shift && .venv/bin/python benchmarks/detection --out benchmarks/detection/results.json "$@" ;;
        *) local what=$1 && shift && .venv/bin/python "benchmarks/$what.py" "$@" ;;
    esac
}

lock() {
    command -v uv >/dev/null || stop "uv is not installed; see docs/how-to/lock-requirements.md"
    compile() {
        uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
            --custom-compile-command "./do lock" --group build "$@" pyproject.toml
    }
    compile --output-file requirements/run.txt --extra workbench
    compile --output-file requirements/dev.txt --constraint requirements/run.txt --extra workbench --extra dev
    compile --output-file requirements/spark.txt --constraint requirements/run.txt --extra spark
}

clean() {
    rm -rf .venv demo-audit benchmarks/.peers build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis src/*.egg-info
    find . -name __pycache__ -type d -prune -exec rm -rf {} +
}

command=${1:-help}
[ $# -eq 0 ] || shift
case $command in
    test) test_all "$@" ;;
    demo | spark | lint | docs | bench | lock | clean) "$command" "$@" ;;
    help | -h | --help) help ;;
    *) help >&2; stop "there is no command $command" ;;
esac
