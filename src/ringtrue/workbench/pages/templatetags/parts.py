"""Parts that pages repeat: a field of a form, a form, a table, the turning of pages."""

from typing import Any

from django import template

from ringtrue.workbench.pages.codes import coded
from ringtrue.workbench.pages.language import told as in_language

register = template.Library()


@register.filter
def told(text: Any) -> str:
    """A sentence of the library in the language of the page; what is not known stays as it is."""
    return in_language(text) if text not in (None, "") else ""


@register.filter(name="coded")
def coded_words(name: Any) -> str:
    """The words of a fixed name or reason that a record holds."""
    return coded(str(name)) if name not in (None, "") else ""


@register.inclusion_tag("parts/field.html")
def field(bound: Any) -> dict[str, Any]:
    """A field with its label, help and errors."""
    grouped = bound.widget_type in ("radioselect", "checkboxselectmultiple")
    return {"field": bound, "grouped": grouped, "alone": bound.widget_type == "checkbox"}


@register.inclusion_tag("parts/errors.html")
def errors(form: Any) -> dict[str, Any]:
    """The summary of what is wrong in a form, with links to the fields."""
    return {"form": form}


@register.inclusion_tag("parts/pages.html", takes_context=True)
def turning(context: dict[str, Any], page: Any) -> dict[str, Any]:
    """Links to the page before and after, the filter kept."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {"page": page, "query": query.urlencode()}
