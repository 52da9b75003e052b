"""Writes the package's bill of materials to stdout: CycloneDX 1.6 (ECMA-424) in JSON, from the lock. `bill.py VERSION EPOCH`."""

import json
import sys
import uuid
from datetime import UTC, datetime
from typing import Any

from lock import Locked, runtime


def bill(version: str, epoch: int) -> dict[str, Any]:
    """Everything that the package brings along; the same for the same lock and moment."""
    packages = runtime()
    name = "pkg:generic/handover-kiosk@" + version
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, name + "".join(one.line for one in packages)).urn,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).isoformat().replace("+00:00", "Z"),
            "component": {
                "type": "application",
                "bom-ref": name,
                "name": "handover-kiosk",
                "version": version,
                "licenses": [{"expression": "Apache-2.0"}],
            },
        },
        "components": [_component(one) for one in packages],
        "dependencies": [
            {"ref": name, "dependsOn": [_ref(one) for one in packages if "handover-kiosk" in one.via]},
            *(
                {"ref": _ref(one), "dependsOn": [_ref(other) for other in packages if one.name in other.via]}
                for one in packages
            ),
        ],
    }


def _component(one: Locked) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": _ref(one),
        "name": one.name,
        "version": one.version,
        "purl": _ref(one),
    }


def _ref(one: Locked) -> str:
    return f"pkg:pypi/{one.name}@{one.version}"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(sys.argv[1], int(sys.argv[2])), indent=1) + "\n")
