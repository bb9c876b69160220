"""Documents about Iraq in, maps out: the places they name, the incidents they report, each with its evidence.

The verbs are imported when they are first used, so `import geoiraq` costs nothing geographic.

Examples
--------
>>> import geoiraq
>>> geoiraq.resolve("K-1 base in Kirkuk").name
'K-1 Air Base'
"""

from typing import TYPE_CHECKING

import lazy_loader as _lazy

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = _lazy.attach(
    __name__,
    submod_attrs={
        "documents.document": ["Document"],
        "errors": [
            "GazetteerError",
            "GeocodingError",
            "GeoiraqError",
            "InputError",
            "InputWarning",
            "OutputError",
            "ReviewError",
        ],
        "incidents.extract": ["extract"],
        "maps": ["incident_map"],
        "maps.own_layer": ["add_layer"],
        "maps.still": ["still"],
        "places.gazetteer": ["Gazetteer", "gazetteer"],
        "places.geocoding.geocoder": ["IraqGeocoder"],
        "places.place": ["Place"],
        "places.recognition.recognise": ["Mention", "find_places"],
        "places.resolution": ["Candidate", "Resolution"],
        "places.resolve": ["resolve"],
    },
)

if TYPE_CHECKING:
    from geoiraq.documents.document import Document as Document
    from geoiraq.errors import GazetteerError as GazetteerError
    from geoiraq.errors import GeocodingError as GeocodingError
    from geoiraq.errors import GeoiraqError as GeoiraqError
    from geoiraq.errors import InputError as InputError
    from geoiraq.errors import InputWarning as InputWarning
    from geoiraq.errors import OutputError as OutputError
    from geoiraq.errors import ReviewError as ReviewError
    from geoiraq.incidents.extract import extract as extract
    from geoiraq.maps import incident_map as incident_map
    from geoiraq.maps.own_layer import add_layer as add_layer
    from geoiraq.maps.still import still as still
    from geoiraq.places.gazetteer import Gazetteer as Gazetteer
    from geoiraq.places.gazetteer import gazetteer as gazetteer
    from geoiraq.places.geocoding.geocoder import IraqGeocoder as IraqGeocoder
    from geoiraq.places.place import Place as Place
    from geoiraq.places.recognition.recognise import Mention as Mention
    from geoiraq.places.recognition.recognise import find_places as find_places
    from geoiraq.places.resolution import Candidate as Candidate
    from geoiraq.places.resolution import Resolution as Resolution
    from geoiraq.places.resolve import resolve as resolve
