"""Write what a finished package contains as SPDX 2.3, beside it: FILE.spdx.json.

    python resources/packaging/sbom.py FILE ...

FILE is a wheel, an installer (.exe) or a Debian package (.deb). Versions are the lock file's,
licences those of NOTICE, the rest is in components.toml; the SPDX project's own library checks the
result before it is written. The same file and sources give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

from license_expression import LicenseExpression
from locked import ROOT, LockedPackage, locked_packages
from notice import NOTICE, SHIPPED_OF_PACKAGES, components, rows
from packaging.markers import Marker
from spdx_tools.common.spdx_licensing import spdx_licensing
from spdx_tools.spdx.model import (
    Actor,
    ActorType,
    Checksum,
    ChecksumAlgorithm,
    CreationInfo,
    Document,
    ExternalPackageRef,
    ExternalPackageRefCategory,
    Package,
    PackagePurpose,
    Relationship,
    RelationshipType,
    SpdxNoAssertion,
)
from spdx_tools.spdx.writer.json.json_writer import write_document_to_file

KINDS = {".whl": "wheel", ".exe": "installer", ".deb": "deb"}
PLATFORMS = {
    "installer": {"sys_platform": "win32", "python_version": "3.12", "os_name": "nt"},
    "deb": {"sys_platform": "linux", "python_version": "3.11", "os_name": "posix"},
}
"""The Python that is frozen; a wheel is installed by many."""
MACHINES = {"platform_machine": "x86_64", "implementation_name": "cpython"}
MACHINES |= {"platform_python_implementation": "CPython"}
PUBLISHER = Actor(ActorType.ORGANIZATION, "B-news.id")


def document(file: Path) -> Document:
    """The document about one finished package. Raises ``KeyError`` for another kind of file."""
    kind = KINDS[file.suffix]
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    root = Package(
        spdx_id="SPDXRef-bnews-desk",
        name="bnews-desk",
        version=version(),
        file_name=file.name,
        download_location=SpdxNoAssertion(),
        supplier=PUBLISHER,
        files_analyzed=False,
        checksums=[Checksum(ChecksumAlgorithm.SHA256, digest)],
        license_declared=spdx_licensing.parse("GPL-3.0-or-later"),
        primary_package_purpose=(
            PackagePurpose.INSTALL if kind == "installer" else PackagePurpose.APPLICATION
        ),
    )
    parts = [*locked_parts(kind), *other_parts(kind), *data_parts()]
    link = RelationshipType.DEPENDS_ON if kind == "wheel" else RelationshipType.CONTAINS
    relations = [Relationship("SPDXRef-DOCUMENT", RelationshipType.DESCRIBES, root.spdx_id)]
    for part in parts:
        is_data = part.spdx_id.startswith("SPDXRef-data-")
        relation = RelationshipType.CONTAINS if is_data else link
        relations.append(Relationship(root.spdx_id, relation, part.spdx_id))
    about = CreationInfo(
        spdx_version="SPDX-2.3",
        spdx_id="SPDXRef-DOCUMENT",
        name=file.name,
        document_namespace=f"https://b-news.id/spdx/{file.name}-{digest[:16]}",
        creators=[PUBLISHER, Actor(ActorType.TOOL, "bnews-desk-sbom")],
        created=source_time(),
    )
    return Document(about, packages=[root, *parts], relationships=relations)


def locked_parts(kind: str) -> list[Package]:
    """The packages of the lock file that are in a package of this kind, or that a wheel needs."""
    licences = rows(NOTICE.read_text(encoding="utf-8"))
    found = locked_packages("program")
    if kind in PLATFORMS:
        found = [package for package in found if holds(package, PLATFORMS[kind])]
        found += [p for p in locked_packages("packages") if p.name in SHIPPED_OF_PACKAGES]
    return [
        Package(
            spdx_id=f"SPDXRef-{package.name}-{package.version}",
            name=package.name,
            version=package.version,
            download_location=SpdxNoAssertion(),
            files_analyzed=False,
            license_declared=spdx_licensing.parse(licences[package.name, package.version]),
            comment=f"Where {package.marker}" if kind == "wheel" and package.marker else None,
            external_references=[
                ExternalPackageRef(
                    ExternalPackageRefCategory.PACKAGE_MANAGER,
                    "purl",
                    f"pkg:pypi/{package.name}@{package.version}",
                )
            ],
        )
        for package in found
    ]


def holds(package: LockedPackage, platform: dict[str, str]) -> bool:
    """Whether the package is installed on that platform."""
    values = {**MACHINES, **platform, "python_full_version": f"{platform['python_version']}.9"}
    return package.marker is None or Marker(package.marker).evaluate(values)


def other_parts(kind: str) -> list[Package]:
    """What components.toml names for this kind of package."""
    entries = [part for part in components()["component"] if kind in part["packages"]]
    versions = {package.name: package.version for package in locked_packages("program")}
    if kind in PLATFORMS:
        here = (p for p in locked_packages("program") if holds(p, PLATFORMS[kind]))
        versions |= {package.name: package.version for package in here}
    return [
        Package(
            spdx_id=f"SPDXRef-part-{re.sub('[^A-Za-z0-9.]+', '-', part['name'])}",
            name=part["name"],
            version=versions["pyside6-essentials"] if part["name"] == "Qt" else part.get("version"),
            download_location=SpdxNoAssertion(),
            homepage=part["home"],
            files_analyzed=False,
            license_declared=licence(part["licence"]),
            comment=part["origin"],
        )
        for part in entries
    ]


def data_parts() -> list[Package]:
    """The folders of resources/, each with its own origin and licence."""
    return [
        Package(
            spdx_id=f"SPDXRef-data-{folder}",
            name=f"resources/{folder}",
            download_location=SpdxNoAssertion(),
            files_analyzed=False,
            license_declared=licence(entry["licence"]),
            comment=entry["origin"],
        )
        for folder, entry in components()["data"].items()
    ]


def licence(expression: str) -> LicenseExpression | SpdxNoAssertion:
    """A licence for the library, which has a value of its own for one that has no SPDX name."""
    return SpdxNoAssertion() if expression == "NOASSERTION" else spdx_licensing.parse(expression)


def version() -> str:
    """The program's version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    text = (ROOT / project["tool"]["hatch"]["version"]["path"]).read_text(encoding="utf-8")
    return re.findall(r'__version__ = "(.+)"', text)[0]


def source_time() -> datetime:
    """``SOURCE_DATE_EPOCH``, else the time of the last commit."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        call = ["git", "log", "-1", "--format=%ct"]
        seconds = subprocess.run(  # noqa: S603 - the words are this project's own
            call, cwd=ROOT, capture_output=True, encoding="utf-8", check=True
        ).stdout
    return datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)


def main(names: list[str]) -> int:
    for name in names:
        file = Path(name)
        target = file.with_name(f"{file.name}.spdx.json")
        write_document_to_file(document(file), str(target), validate=True)
        print(target)
    return 0 if names else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
