"""How many records to look at, what a sample allows to be said, and which records a plan takes."""

from ringtrue.statistics.sampling.bayes import beta_size, probability_below, probability_below_in
from ringtrue.statistics.sampling.bounds import accept_risk, upper_bound, upper_bound_in
from ringtrue.statistics.sampling.looks import Look, real_risk, upper_bound_of_looks
from ringtrue.statistics.sampling.pps import PpsDesign, PpsEstimate, design_pps, estimate_pps, systematic
from ringtrue.statistics.sampling.sites import Stage, sites_to_visit, sites_to_visit_at_random
from ringtrue.statistics.sampling.sizes import attribute_size, deviants, discovery_size
from ringtrue.statistics.sampling.strata import (
    StratifiedEstimate,
    Stratum,
    allocate,
    estimate_strata,
    stratified_size,
)
from ringtrue.statistics.sampling.two_stage import first_look, second_look

__all__ = [
    "Look",
    "PpsDesign",
    "PpsEstimate",
    "Stage",
    "StratifiedEstimate",
    "Stratum",
    "accept_risk",
    "allocate",
    "attribute_size",
    "beta_size",
    "design_pps",
    "deviants",
    "discovery_size",
    "estimate_pps",
    "estimate_strata",
    "first_look",
    "probability_below",
    "probability_below_in",
    "real_risk",
    "second_look",
    "sites_to_visit",
    "sites_to_visit_at_random",
    "stratified_size",
    "systematic",
    "upper_bound",
    "upper_bound_in",
    "upper_bound_of_looks",
]
