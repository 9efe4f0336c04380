"""Analysis of a letter template: names, attributes, comparisons, and rendering of all branches at once."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wizard.export.letter.template import template_environment

if TYPE_CHECKING:
    from jinja2 import Template, nodes


FAILURES = (ArithmeticError, AttributeError, LookupError, RuntimeError, SyntaxError, TypeError, ValueError)
"""Exceptions that rendering can raise besides TemplateError: a template is a small program."""


class NameReference(NamedTuple):
    """A name on a line of a template; `detail` is the attribute or the word compared with it, or ""."""

    line: int
    name: str
    detail: str = ""


@lru_cache(maxsize=256)
def parse_template(text: str) -> "nodes.Template | None":
    """Parse the text, or return None if it is no valid template. Cached."""
    from jinja2 import TemplateSyntaxError

    try:
        tree = template_environment().parse(text)
        referenced_names(tree)
    except (TemplateSyntaxError, RecursionError):  # unmatched braces, or an unknown filter
        return None
    return tree


@lru_cache(maxsize=256)
def referenced_names(tree: "nodes.Template") -> tuple[NameReference, ...]:
    """Return every name that the template takes from outside, with the first line that uses it. Cached."""
    from jinja2 import meta, nodes

    undeclared = meta.find_undeclared_variables(tree)
    references = sorted(NameReference(node.lineno, node.name) for node in tree.find_all(nodes.Name) if node.name in undeclared)
    return tuple({reference.name: reference for reference in reversed(references)}.values())


def attribute_accesses(tree: "nodes.Template") -> frozenset[NameReference]:
    """Return every `name.attribute` of a name from outside."""
    from jinja2 import nodes

    undeclared = {name for _, name, _ in referenced_names(tree)}
    accesses = ((node.lineno, node.node, node.attr) for node in tree.find_all(nodes.Getattr))
    return frozenset(
        NameReference(line, owner.name, part)
        for line, owner, part in accesses
        if isinstance(owner, nodes.Name) and owner.name in undeclared
    )


def compared_words(tree: "nodes.Template") -> frozenset[NameReference]:
    """Return the words that values are compared with, as in `last == "refused"` or `tone.id == "formal"`."""
    from jinja2 import nodes

    comparisons: list[NameReference] = []
    for node in tree.find_all(nodes.Compare):
        operands = [node.expr, *(comparison.expr for comparison in node.ops)]
        compared = [name for operand in operands for name in _compared_names(operand)]
        words = [word for operand in operands for word in _constant_words(operand)]
        comparisons += [NameReference(node.lineno, name, word) for name in compared for word in words]
    return frozenset(comparisons)


def _compared_names(operand: "nodes.Expr") -> Iterator[str]:
    from jinja2 import nodes

    if isinstance(operand, nodes.Name):
        yield operand.name
    elif isinstance(operand, nodes.Getattr) and isinstance(operand.node, nodes.Name):
        yield f"{operand.node.name}.{operand.attr}"


def _constant_words(operand: "nodes.Expr") -> Iterator[str]:
    from jinja2 import nodes

    for node in operand.items if isinstance(operand, nodes.List | nodes.Tuple) else [operand]:
        if isinstance(node, nodes.Const) and isinstance(node.value, str):
            yield node.value


def render_all_branches(text: str, values: Mapping[str, object]) -> str | Exception:
    """Render the template with every condition evaluated and every branch taken, or return the error."""
    from jinja2 import TemplateError

    try:
        return _with_all_branches(text).render(values)
    except (TemplateError, *FAILURES) as error:
        return error


def _with_all_branches(text: str) -> "Template":
    from jinja2 import nodes

    # `{% if test %}A{% else %}B{% endif %}` becomes `{% if true %}{% if test %}{% endif %}AB{% endif %}`:
    # the test is evaluated, so that its errors are found, and then all branches are rendered in order.
    tree = template_environment().parse(text)
    for node in list(tree.find_all(nodes.If)):
        evaluated = nodes.If(node.test, [], [], [], lineno=node.lineno)
        node.test = nodes.Const(True, lineno=node.lineno)
        node.body, node.elif_, node.else_ = [evaluated, *node.body, *node.elif_, *node.else_], [], []
    return template_environment().from_string(tree)
