"""What other people's tools make of the profiles: xsdata, JAXB and xmlschema.

Each of them is given every profile as a user would give it, and has to see a tree with plain members;
every sample goes through its classes and comes back as it was.
"""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from lxml import etree

from tests.metadata.test_boomi_table import PAIRS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generated" / "twilio_ops"
PROFILES = sorted((PACKAGE / "profiles").glob("*/*.xsd"))
JARS = Path("/usr/share/java")
NEEDED = (
    *("jaxb-api", "jaxb-core", "jaxb-runtime", "jaxb-xjc", "xsom", "codemodel", "rngom", "txw2"),
    *("dtd-parser", "relaxngDatatype", "xml-resolver", "javax.activation", "stax-ex"),
    *("istack-commons-runtime", "istack-commons-tools", "FastInfoset"),
)
XS = "{http://www.w3.org/2001/XMLSchema}"

pytestmark = pytest.mark.slow


def sample_of(profile: Path) -> Path:
    """The sample of a profile."""
    return PACKAGE / "samples" / profile.parent.name / f"{profile.stem}.xml"


def distinct() -> list[Path]:
    """The profiles, without those that say the same as one before: an object's answers are alike."""
    return list({path.read_bytes(): path for path in reversed(PROFILES)}.values())


def infoset(element: etree._Element) -> Any:
    """What a document holds, without what is blank between elements."""
    text = element.text or ""
    return element.tag, text if len(element) == 0 else "", [infoset(each) for each in element]


def test_every_profile_has_a_sample() -> None:
    """None is left out of what follows."""
    assert len(PROFILES) > 250
    assert [] == [path.name for path in PROFILES if not sample_of(path).is_file()]


def _contents(profile: Path) -> dict[str, list[tuple[str, str]]]:
    """Of each type of a profile, its members: each element, and what a class makes of it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in etree.parse(profile).getroot().iterchildren(f"{XS}complexType"):
        rows: list[tuple[str, str]] = []
        for row in kind.iterfind(f"*/{XS}element"):
            many = row.get("maxOccurs", "1") != "1"
            optional = row.get("minOccurs") == "0"
            name = str(row.get("name"))
            rows.append((name, "many" if many else "optional" if optional else "one"))
        found[str(kind.get("name"))] = rows
    return found


def _members(cls: Any) -> list[tuple[str, str]]:
    """The members of a class of xsdata: each element's name, and what it is."""
    found: list[tuple[str, str]] = []
    hints = typing.get_type_hints(cls)
    for each in fields(cls):
        assert "Element" == each.metadata["type"], (cls, each.name)
        hint = hints[each.name]
        origin = typing.get_origin(hint)
        if origin is list:
            kind = "many"
        elif origin in (typing.Union, types.UnionType) and each.default is None:
            (inner,) = (one for one in typing.get_args(hint) if one is not type(None))
            assert isinstance(inner, type) and inner is not object, (cls, each.name, hint)
            kind = "optional"
        else:
            assert isinstance(hint, type) and hint is not object, (cls, each.name, hint)
            assert MISSING is each.default, (cls, each.name)
            kind = "one"
        found.append((each.metadata["name"], kind))
    return found


@pytest.fixture(scope="module")
def made_by_xsdata(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Path, str]]:
    """The package that xsdata makes of each profile; it is laid out by nothing, to save the time."""
    pytest.importorskip(
        "xsdata.codegen",
        reason="xsdata is not here; `pip install --require-hashes -r locks/proof.lock`",
    )
    from xsdata.codegen.transformer import ResourceTransformer
    from xsdata.formats.dataclass.generator import DataclassGenerator
    from xsdata.models.config import GeneratorConfig, StructureStyle

    folder = tmp_path_factory.mktemp("xsdata")
    made: dict[Path, str] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)  # it writes where it is
        patch.syspath_prepend(str(folder))
        patch.setattr(DataclassGenerator, "ruff_code", lambda self, paths: None)
        for number, path in enumerate(distinct()):
            config = GeneratorConfig()
            config.output.package = made[path] = f"profile_{number}"
            config.output.structure_style = StructureStyle.SINGLE_PACKAGE
            ResourceTransformer(config).process([path.as_uri()])
        yield made
        for name in [name for name in sys.modules if name.startswith("profile_")]:
            del sys.modules[name]


def test_xsdata_makes_plain_members_and_reads_and_writes_samples(
    made_by_xsdata: dict[Path, str],
) -> None:
    """Of every type a class, of every element a member: optional, needed, or a list where repeated."""
    from xsdata.formats.dataclass.context import XmlContext
    from xsdata.formats.dataclass.parsers import XmlParser
    from xsdata.formats.dataclass.parsers.config import ParserConfig
    from xsdata.formats.dataclass.serializers import XmlSerializer

    for path, name in made_by_xsdata.items():
        package = importlib.import_module(name)
        classes: list[Any] = [each for each in vars(package).values() if is_dataclass(each)]
        expected = _contents(path)
        found = {each.__qualname__: _members(each) for each in classes}
        for kind, rows in expected.items():
            assert rows in found.values(), (path.name, kind)
        sample = etree.parse(sample_of(path)).getroot()
        roots = [each for each in classes if sample.tag == _element_name(each)]
        assert 1 == len(roots), (path.name, roots)
        context = XmlContext()
        parser = XmlParser(context=context, config=ParserConfig(fail_on_unknown_properties=True))
        read = parser.from_string(etree.tostring(sample, encoding="unicode"), roots[0])
        written = XmlSerializer(context=context).render(read)
        assert infoset(sample) == infoset(etree.fromstring(written.encode())), path.name


def _element_name(cls: Any) -> str | None:
    if cls.__subclasses__():
        return None  # the type of the root, not the root
    meta = cls.__dict__.get("Meta")
    return str(getattr(meta, "name", cls.__name__))


def test_xmlschema_gives_scalars() -> None:
    """As a dictionary, a record has a text or nothing at each plain field: no lists of one."""
    for path in distinct():
        schema: Any = xmlschema.XMLSchema10(str(path))
        document: Any = schema.to_dict(str(sample_of(path)))
        record = document
        if path.name.endswith("response.xsd"):
            (record,) = document.values()
        rows = _contents(path)
        (root,) = schema.elements.values()
        if not rows:
            assert record is None
            continue
        kind = root.type if path.name.endswith("request.xsd") else root.type.content[0].type
        for name, occurs in rows[kind.local_name]:
            value = record.get(name)
            assert isinstance(value, list) == (occurs == "many" and value is not None), (path, name)


def _chosen() -> list[Path]:
    names = {name for name, _ in PAIRS}
    return [path for path in PROFILES if path.parent.name in names]


_INCLUDING = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{}">
  <xs:include schemaLocation="{}"/>
</xs:schema>
"""


def test_jaxb_compiles_all_of_the_connectors_profiles_together(tmp_path: Path) -> None:
    """One call of xjc compiles the 23 objects' profiles, as documented: each is included under a
    namespace of its own, which gives it a package. One alone is compiled as it is. All of it is one
    program, which takes every sample."""
    if shutil.which("java") is None or not all((JARS / f"{name}.jar").is_file() for name in NEEDED):
        pytest.skip("JAXB is not here; Debian has it in `jaxb` and `default-jdk-headless`")
    chosen = _chosen()
    assert 23 == len({path.parent for path in chosen})
    schemas, made, out = (tmp_path / name for name in ("schemas", "made", "out"))
    for folder in (schemas, made, out):
        folder.mkdir()
    rows: list[str] = []
    alone = PACKAGE / "profiles" / "Call" / "GetCall.response.xsd"
    for path in (*chosen, alone):
        package = "alone"
        if len(rows) < len(chosen):
            operation, _, way = path.stem.lower().partition(".")
            package = f"ops.{operation}.{way}"
            text = _INCLUDING.format(f"urn:ops:{operation}:{way}", path.as_uri())
            (schemas / path.name).write_text(text, encoding="utf-8")
        root = etree.parse(path).getroot().find(f"{XS}element")
        assert root is not None
        sample, written = sample_of(path), out / f"{package}.xml"
        rows.append("\t".join(map(str, (package, root.get("name"), sample, written))))
    (tmp_path / "calls").write_text(f"{schemas}\n-p\talone\t{alone}\n", encoding="utf-8")
    (tmp_path / "samples").write_text("\n".join(rows) + "\n", encoding="utf-8")
    jars = ":".join(str(JARS / f"{name}.jar") for name in NEEDED)
    program = Path(__file__).with_name("ImportProfiles.java")
    asked = [made, tmp_path / "calls", tmp_path / "samples"]
    command = ["java", "-cp", jars, str(program), *map(str, asked)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert 0 == done.returncode, done.stderr[-3000:]
    assert f"{len(chosen) + 1} samples, " in done.stdout
    for row in rows:
        _, _, given, returned = row.split("\t")
        found = infoset(etree.parse(returned).getroot())
        assert infoset(etree.parse(given).getroot()) == found, given
