"""What a step says beside its text: until when, by whom, and what the new cases show."""

from ringtrue.method.follow_up.effectiveness import upper_bound
from ringtrue.model.follow_up import Response
from ringtrue.reports.language import Words
from ringtrue.reports.numbers import plural, share


def effect(response: Response, told: Words) -> str:
    """The dates and numbers of a step in a line; empty where it has none."""
    found = []
    if response.due_on:
        found.append(told(f"Due on {response.due_on}."))
    if response.effective is not None:
        found.append(told("Effective." if response.effective else "Not effective."))
    seen = response.new_cases
    if seen:
        counted = f"{plural(seen.repeats, 'repeat')} in {plural(seen.cases, 'new case')} since {seen.since}"
        bound = f"a rate of at most {share(upper_bound(seen))} ({seen.confidence * 100:g}\u00a0% confidence)"
        found.append(told(f"{counted}, {bound}."))
    if response.without_cases:
        found.append(response.without_cases)
    return " ".join(found)
