"""What stands in a template: the names in it, their parts, what they are compared with, and all its branches at once."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wizard.export.letter.template import template_environment

if TYPE_CHECKING:
    from jinja2 import Template, nodes


FAILURES = (ArithmeticError, AttributeError, LookupError, RuntimeError, SyntaxError, TypeError, ValueError)
"""What a template can raise besides errors of its own: it is a small program."""


class NameReference(NamedTuple):
    """A name on a line, with what is asked of it: one of its parts, or whether it is a certain word."""

    line: int
    name: str
    asked: str = ""


@lru_cache(maxsize=256)
def parse_template(text: str) -> "nodes.Template | None":
    """The text as a tree, or None where it is no template."""
    from jinja2 import TemplateSyntaxError

    try:
        tree = template_environment().parse(text)
        referenced_names(tree)
    except (TemplateSyntaxError, RecursionError):  # braces that do not match, or a filter that is none
        return None
    return tree


@lru_cache(maxsize=256)
def referenced_names(tree: "nodes.Template") -> tuple[NameReference, ...]:
    """Every value that the text asks for, on the first line that does; what it sets itself is none."""
    from jinja2 import meta, nodes

    asked = meta.find_undeclared_variables(tree)
    found = sorted(NameReference(each.lineno, each.name) for each in tree.find_all(nodes.Name) if each.name in asked)
    return tuple({each.name: each for each in reversed(found)}.values())


def attribute_accesses(tree: "nodes.Template") -> frozenset[NameReference]:
    """Every `value.part`."""
    from jinja2 import nodes

    asked = {name for _, name, _ in referenced_names(tree)}
    found = ((each.lineno, each.node, each.attr) for each in tree.find_all(nodes.Getattr))
    return frozenset(
        NameReference(line, of.name, part) for line, of, part in found if isinstance(of, nodes.Name) and of.name in asked
    )


def compared_words(tree: "nodes.Template") -> frozenset[NameReference]:
    """Every word that a value is compared with: `last == "refused"`, `"refused" in happened`, `tone.id == "formal"`."""
    from jinja2 import nodes

    found = []
    for each in tree.find_all(nodes.Compare):
        sides = [each.expr, *(operand.expr for operand in each.ops)]
        compared = [name for side in sides for name in _compared(side)]
        words = [word for side in sides for word in _words(side)]
        found += [NameReference(each.lineno, name, word) for name in compared for word in words]
    return frozenset(found)


def _compared(side: "nodes.Expr") -> Iterator[str]:
    from jinja2 import nodes

    if isinstance(side, nodes.Name):
        yield side.name
    elif isinstance(side, nodes.Getattr) and isinstance(side.node, nodes.Name):
        yield f"{side.node.name}.{side.attr}"


def _words(side: "nodes.Expr") -> Iterator[str]:
    from jinja2 import nodes

    for each in side.items if isinstance(side, nodes.List | nodes.Tuple) else [side]:
        if isinstance(each, nodes.Const) and isinstance(each.value, str):
            yield each.value


def render_all_branches(text: str, values: Mapping[str, object]) -> str | Exception:
    """The text with every condition asked and every branch taken, one after the other; or what goes wrong on the way."""
    from jinja2 import TemplateError

    try:
        return _every_branch(text).render(values)
    except (TemplateError, *FAILURES) as error:
        return error


def _every_branch(text: str) -> "Template":
    from jinja2 import nodes

    tree = template_environment().parse(text)
    for each in list(tree.find_all(nodes.If)):
        asked = nodes.If(each.test, [], [], [], lineno=each.lineno)
        each.test = nodes.Const(True, lineno=each.lineno)
        each.body, each.elif_, each.else_ = [asked, *each.body, *each.elif_, *each.else_], [], []
    return template_environment().from_string(tree)
