"""Locators as people write them: ``para. 5``, ``art. 42``, ``pp. 3-5``, ``annex 2``, ``ch. VII``."""

from __future__ import annotations

import re

from peacekeeping_bib.errors import StyleError

# CSL 1.0.2 locator labels with the words and abbreviations that stand for them, singular and plural.
LABELS: dict[str, tuple[str, ...]] = {
    "appendix": ("appendix", "appendices", "app", "annex", "annexes", "annexe"),
    "article-locator": ("article", "articles", "art", "arts"),
    "book": ("book", "books", "bk", "bks"),
    "chapter": ("chapter", "chapters", "chap", "chaps", "ch", "chs"),
    "column": ("column", "columns", "col", "cols"),
    "equation": ("equation", "equations", "eq", "eqs"),
    "figure": ("figure", "figures", "fig", "figs"),
    "folio": ("folio", "folios", "fol", "fols"),
    "issue": ("issue", "issues", "no", "nos"),
    "line": ("line", "lines", "l", "ll"),
    "note": ("note", "notes", "n", "nn", "fn", "footnote"),
    "page": ("page", "pages", "p", "pp", "с"),
    "paragraph": ("paragraph", "paragraphs", "para", "paras", "par", "¶", "¶¶"),
    "part": ("part", "parts", "pt", "pts"),
    "rule": ("rule", "rules", "r", "rr"),
    "section": ("section", "sections", "sec", "secs", "§", "§§"),
    "sub-verbo": ("sub verbo", "s.v", "sv", "s.vv"),
    "supplement": ("supplement", "supplements", "suppl", "supp"),
    "table": ("table", "tables", "tbl", "tbls"),
    "title-locator": ("title", "titles", "tit", "tits"),
    "verse": ("verse", "verses", "v", "vv"),
    "volume": ("volume", "volumes", "vol", "vols"),
}
_LABEL_OF = {word: label for label, words in LABELS.items() for word in words}
_FORM = re.compile(
    r"(?P<label>(?:sub verbo|s\.vv?|[^\W\d_][^\d\s.]*+|[¶§]+)\.?)\s*(?P<value>\w.*)", re.IGNORECASE
)


def parse_locator(text: str) -> tuple[str, str]:
    """Split a locator into CSL label and value.

    Args:
        text: Such as ``paras. 5-7``; a bare number is a page.

    Returns:
        The label and the value, ``("paragraph", "5-7")``.

    Raises:
        StyleError: The label is not known, or there is no value.
    """
    stripped = text.strip()
    if stripped[:1].isdigit() or (stripped and re.fullmatch(r"[ivxlcdm]+", stripped)):
        return "page", stripped
    found = _FORM.fullmatch(stripped)
    label = _LABEL_OF.get(found["label"].rstrip(".").lower()) if found else None
    if found is None or label is None:
        known = ", ".join(
            f"{words[0]}" + (f" ({words[2]}.)" if len(words) > 2 else "") for words in LABELS.values()
        )
        what = (
            "has no number after its label"
            if stripped.rstrip(".").lower() in _LABEL_OF
            else "has no known label"
        )
        raise StyleError(f"locator {text!r} {what}: write for example 'para. 5'; the labels are {known}")
    return label, found["value"].strip()
