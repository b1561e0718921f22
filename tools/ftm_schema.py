"""What FollowTheMoney tells of the schemata `kg.export.ftm` uses, as JSON: the test data of that exporter.

    uv run --no-project --with followthemoney==4.11.2 tools/ftm_schema.py >tests/data/ftm_schema.json

The package itself is no dependency, not even of the tests: it needs ICU's headers and a compiler to be installed.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any

from followthemoney import model  # type: ignore[import-not-found]

SCHEMATA = ("Person", "Position", "PublicBody", "Company", "Organization", "Occupancy", "Article")


def told(name: str) -> dict[str, Any]:
    """A schema's required properties, all it is a kind of, and each property's type and, for entities, range."""
    schema = model.get(name)
    properties = {
        prop.name: [prop.type.name, prop.range.name if prop.range else None]
        for prop in schema.properties.values()
        if not prop.stub
    }
    return {
        "required": sorted(schema.required),
        "kinds": sorted(kind.name for kind in schema.schemata),
        "properties": dict(sorted(properties.items())),
    }


if __name__ == "__main__":
    data = {"from": f"followthemoney {version('followthemoney')} (MIT)", **{name: told(name) for name in SCHEMATA}}
    print(json.dumps(data, indent=1))
