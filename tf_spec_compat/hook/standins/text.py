"""Functions of many small modules of Python's library that are gone."""

from __future__ import annotations

import gettext
import html
import locale
import os
import plistlib
import re
import shlex
import unittest
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.message import Message
from typing import IO, Any

__all__ = [
    "assertDictContainsSubset",
    "dist",
    "escape",
    "findTestCases",
    "getTestCaseNames",
    "getiterator",
    "ldgettext",
    "ldngettext",
    "lgettext",
    "linux_distribution",
    "lngettext",
    "locale_format",
    "makeSuite",
    "parse_header",
    "readPlist",
    "writePlist",
]


_DEBIAN = "/etc/debian_version"


def escape(s: str, quote: bool | None = None) -> str:
    """`cgi.escape`: leaves quotes alone unless asked, and single quotes even then."""
    text = html.escape(s, quote=False)
    return text.replace('"', "&quot;") if quote else text


def parse_header(line: str) -> tuple[str, dict[str, str]]:
    """`cgi.parse_header`: the value and the options of a header like Content-Type."""
    message = Message()
    message["content-type"] = line
    parameters = message.get_params() or [("", "")]
    return parameters[0][0], dict(parameters[1:])


def lgettext(message: str) -> bytes:
    """`gettext.lgettext`: the translation in the locale's encoding."""
    return _encoded(gettext.gettext(message))


def ldgettext(domain: str, message: str) -> bytes:
    """`gettext.ldgettext`: the translation in the locale's encoding."""
    return _encoded(gettext.dgettext(domain, message))


def lngettext(msgid1: str, msgid2: str, n: int) -> bytes:
    """`gettext.lngettext`: the translation in the locale's encoding."""
    return _encoded(gettext.ngettext(msgid1, msgid2, n))


def ldngettext(domain: str, msgid1: str, msgid2: str, n: int) -> bytes:
    """`gettext.ldngettext`: the translation in the locale's encoding."""
    return _encoded(gettext.dngettext(domain, msgid1, msgid2, n))


def locale_format(
    percent: str, value: Any, grouping: bool = False, monetary: bool = False, *additional: Any
) -> str:
    """`locale.format`: formats one value.

    Raises:
      ValueError: `percent` is not exactly one specifier.
    """
    if not re.fullmatch(r"%(?:\(.*?\))?[-#0 +*.hlLdiouxXeEfFgGcrs\d]*[diouxXeEfFgGcrsa]", percent):
        raise ValueError(
            f"format() must be given exactly one %char format specifier, {percent!r} not valid"
        )
    values = (value, *additional) if additional else value
    return locale.format_string(percent, values, grouping, monetary)


def linux_distribution(
    distname: str = "",
    version: str = "",
    id: str = "",
    supported_dists: Sequence[str] = (),
    full_distribution_name: bool = True,
) -> tuple[str, str, str]:
    """`platform.linux_distribution`: name, version and code name; of `/etc/os-release` here."""
    release = _os_release()
    if release.get("ID") == "debian" and os.path.isfile(_DEBIAN):
        with open(_DEBIAN, encoding="utf-8") as file:
            return "debian", file.read().strip(), id
    name = release.get("NAME" if full_distribution_name else "ID", distname)
    return name, release.get("VERSION_ID", version), release.get("VERSION_CODENAME", id)


def dist(
    distname: str = "", version: str = "", id: str = "", supported_dists: Sequence[str] = ()
) -> tuple[str, str, str]:
    """`platform.dist`: short name, version and code name; of `/etc/os-release` here."""
    return linux_distribution(distname, version, id, supported_dists, False)


def readPlist(pathOrFile: str | IO[bytes]) -> Any:
    """`plistlib.readPlist`: reads a file, given by its path or open."""
    if isinstance(pathOrFile, str):
        with open(pathOrFile, "rb") as file:
            return plistlib.load(file)
    return plistlib.load(pathOrFile)


def writePlist(value: Any, pathOrFile: str | IO[bytes]) -> None:
    """`plistlib.writePlist`: writes a file, given by its path or open."""
    if isinstance(pathOrFile, str):
        with open(pathOrFile, "wb") as file:
            plistlib.dump(value, file)
    else:
        plistlib.dump(value, pathOrFile)


def makeSuite(
    testCaseClass: type[unittest.TestCase],
    prefix: str = "test",
    sortUsing: Callable[[str, str], int] | None = None,
    suiteClass: Callable[..., unittest.TestSuite] = unittest.TestSuite,
) -> unittest.TestSuite:
    """`unittest.makeSuite`: the tests of a class."""
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(
    module: Any,
    prefix: str = "test",
    sortUsing: Callable[[str, str], int] | None = None,
    suiteClass: Callable[..., unittest.TestSuite] = unittest.TestSuite,
) -> unittest.TestSuite:
    """`unittest.findTestCases`: the tests of a module."""
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)


def getTestCaseNames(
    testCaseClass: type[unittest.TestCase],
    prefix: str,
    sortUsing: Callable[[str, str], int] | None = None,
) -> Sequence[str]:
    """`unittest.getTestCaseNames`: the names of a class's tests."""
    return _loader(prefix, sortUsing).getTestCaseNames(testCaseClass)


def assertDictContainsSubset(
    self: unittest.TestCase,
    subset: Mapping[Any, Any],
    dictionary: Mapping[Any, Any],
    msg: Any = None,
) -> None:
    """`TestCase.assertDictContainsSubset`.

    Raises:
      AssertionError: A key is missing, or has another value.
    """
    missing = [key for key in subset if key not in dictionary]
    other = [
        f"{key!r}, expected: {value!r}, actual: {dictionary[key]!r}"
        for key, value in subset.items()
        if key in dictionary and dictionary[key] != value
    ]
    parts = [f"Missing: {','.join(map(repr, missing))}"] if missing else []
    parts += [f"Mismatched values: {','.join(other)}"] if other else []
    if parts:
        self.fail("; ".join(parts) if msg is None else f"{'; '.join(parts)} : {msg}")


def getiterator(self: Any, tag: str | None = None) -> list[Any]:
    """`ElementTree.getiterator`: the elements of a tree of XML, as a list."""
    return list(self.iter(tag))


def _encoded(text: str) -> bytes:
    return text.encode(locale.getpreferredencoding())


def _os_release() -> dict[str, str]:
    return dict(_assignments("/etc/os-release")) or dict(_assignments("/usr/lib/os-release"))


def _assignments(path: str) -> Iterator[tuple[str, str]]:
    if not os.path.isfile(path):
        return
    with open(path, encoding="utf-8") as file:
        for line in file:
            name, equals, value = line.strip().partition("=")
            if equals and not name.startswith("#"):
                yield name, "".join(shlex.split(value))


def _loader(
    prefix: str,
    sort: Callable[[str, str], int] | None,
    suite: Callable[..., unittest.TestSuite] = unittest.TestSuite,
) -> unittest.TestLoader:
    loader = unittest.TestLoader()
    loader.testMethodPrefix = prefix
    if sort is not None:
        loader.sortTestMethodsUsing = sort
    loader.suiteClass = suite
    return loader
