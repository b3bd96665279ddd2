"""Faults that can be planted, one module each; a new module is found by itself."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ringtrue.simulation.faults.fault import Fault, Planted

__all__ = ["Fault", "Planted", "all_faults"]


@cache
def all_faults() -> dict[str, Fault]:
    """Every fault by the id of the procedure that should find it, in alphabetical order."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    declared = [module.FAULT for module in modules if hasattr(module, "FAULT")]
    return {fault.procedure: fault for fault in sorted(declared, key=lambda fault: fault.procedure)}
