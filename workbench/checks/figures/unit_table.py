"""Units, currencies, per cent: what each measures, and how German and English write it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, how many of the dimension's base it is, and how both languages write it (patterns)."""

    dimension: str
    factor: Decimal
    german: str
    english: str


def _unit(dimension: str, factor: str, german: str, english: str) -> Unit:
    return Unit(dimension, Decimal(factor), german, english)


UNITS: dict[str, Unit] = {
    "percent": _unit("share", "1", r"%(?:ig\w*)?|Prozent|prozentig\w*|v\.\s?H\.", r"%|per[\s-]?cent|pct|percentage"),
    "permille": _unit("share", "1", r"‰|Promille", r"‰|per\s?mille?|per\s(?:thousand|1,?000)|parts\sper\sthousand"),
    "points": _unit(
        "share", "1", r"Prozentpunkte?n?|Basispunkte?n?", r"percentage[\s-]points?|(?:basis\s|base\s)?points?|pp"
    ),
    "eur": _unit("money", "0", r"€|Euros?|EUR", r"€|euros?|EUR"),
    "dollar": _unit("money", "0", r"(?:US|C|A|HK|NZ)?\$|(?:US-)?Dollars?n?|USD",
        r"(?:US|C|A|HK|NZ)?\$|dollars?|USD|bucks"),
    "gbp": _unit("money", "0", r"£|Pfund\sSterling|GBP", r"£|pounds?\ssterling|GBP|sterling|quid"),
    "chf": _unit("money", "0", r"CHF|SFr\.?|(?:Schweizer\s)?Franken", r"CHF|SFr|(?:Swiss\s)?francs?"),
    "rub": _unit("money", "0", r"₽|Rubeln?|RUB", r"₽|r(?:o)?ubles?|RUB"),
    "uah": _unit("money", "0", r"₴|Hryw?nj?[aeis]\w*|Griwn\w+|UAH", r"₴|hryvn[iy]as?|hryvni|UAH"),
    "pln": _unit("money", "0", r"Z[lł]oty|PLN", r"z[lł]otys?|PLN"),
    "yen": _unit("money", "0", r"¥|Yen|Yuan|JPY|CNY|Renminbi", r"¥|yen|yuan|JPY|CNY|renminbi"),
    "kr": _unit("money", "0", r"Kronen?|SEK|NOK|DKK|CZK", r"CZK|crowns?|krone[rn]?|kron[ao]r?|SEK|NOK|DKK"),
    "cent": _unit("money", "0", r"Cents?|Kopeken", r"cents?|kopecks?|kopeks?|c"),
    "m": _unit("length", "1", r"Metern?s?|m", r"met(?:re|er)s?|m"),
    "km": _unit("length", "1000", r"Kilometern?s?|km", r"kilomet(?:re|er)s?|km|kms|k"),
    "cm": _unit("length", "0.01", r"Zentimetern?s?|cm", r"centimet(?:re|er)s?|cm"),
    "mm": _unit("length", "0.001", r"Millimetern?s?|mm", r"millimet(?:re|er)s?|mm"),
    "mile": _unit("length", "1609.344", r"Meilen?", r"miles?|mi"),
    "foot": _unit("length", "0.3048", r"Fuß|Fuss", r"feet|foot|ft|['′](?=[0-9])"),
    "inch": _unit("length", "0.0254", r"Zoll", r"inch(?:es)?|ins?\."),
    "yard": _unit("length", "0.9144", r"Yards?", r"yards?|yds?"),
    "m2": _unit("area", "1", r"Quadratmetern?s?|m²|m2|qm",
        r"(?:square|sq\.?)\s?(?:met(?:re|er)s?|m)|met(?:re|er)s?\ssquared|m²|m2|sqm"),
    "km2": _unit(
        "area", "1000000", r"Quadratkilometern?s?|km²|km2|qkm", r"(?:square|sq\.?)\s?(?:kilomet(?:re|er)s?|km)|km²|km2"
    ),
    "ha": _unit("area", "10000", r"Hektar|ha", r"hectares?|ha"),
    "acre": _unit("area", "4046.86", r"Acres?|Morgen\sLand", r"acres?"),
    "mile2": _unit("area", "2589988", r"Quadratmeilen?", r"(?:square|sq\.?)\s?mi(?:les?)?"),
    "foot2": _unit("area", "0.092903", r"Quadratfuß|Quadratfuss", r"(?:square|sq\.?)\s?(?:feet|foot|ft)"),
    "m3": _unit("volume", "1000", r"Kubikmetern?s?|m³|m3|cbm", r"cubic\s?met(?:re|er)s?|m³|m3"),
    "litre": _unit("volume", "1", r"Litern?s?|l", r"lit(?:re|er)s?|l"),
    "gallon": _unit("volume", "3.9", r"Gallonen?", r"gallons?"),
    "pint": _unit("volume", "0.52", r"Pints?", r"pints?"),
    "barrel": _unit("volume", "159", r"Barrels?|Fass", r"barrels?"),
    "kg": _unit("mass", "1", r"Kilogramm|Kilos?|kg", r"kilogram(?:me)?s?|kilos?|kgs?"),
    "g": _unit("mass", "0.001", r"Gramm|g", r"gram(?:me)?s?|g"),
    "tonne": _unit("mass", "1000", r"Tonnen?|t", r"tonn?es?|tons?|t"),
    "lb": _unit("mass", "0.4536", r"Pfund", r"pounds?|lbs?"),
    "ounce": _unit("mass", "0.02835", r"Unzen?", r"ounces?|oz"),
    "stone": _unit("mass", "6.35", r"Stones?", r"stones?|st"),
    "kmh": _unit(
        "speed", "1", r"km/h|kmh|Stundenkilometern?s?|Kilometern?\s(?:pro|in\sder)\sStunde|Tempo",
        r"km/h|kmh|kph|(?:kilomet(?:re|er)s?|km)\s(?:per|an)\shour",
    ),
    "mph": _unit("speed", "1.609", r"mph|Meilen\s(?:pro|in\sder)\sStunde", r"mph|miles\s(?:per|an)\shour"),
    "knot": _unit("speed", "1.852", r"Knoten", r"knots?"),
    "celsius": _unit("temperature", "1", r"[°º]\s?C|Grad\sCelsius", r"[°º]\s?C|degrees?\s(?:Celsius|centigrade|C\b)"),
    "fahrenheit": _unit("temperature", "1", r"[°º]\s?F|Grad\sFahrenheit", r"[°º]\s?F|degrees?\s(?:Fahrenheit|F\b)"),
    "degree": _unit("temperature", "1", r"[°º]|Grade?n?", r"[°º]|degrees?"),
    "kw": _unit("power", "1", r"kW|Kilowatt", r"kW|kilowatts?"),
    "mw": _unit("power", "1000", r"MW|Megawatt", r"MW|megawatts?"),
    "gw": _unit("power", "1000000", r"GW|Gigawatt", r"GW|gigawatts?"),
    "ps": _unit("power", "0.7355", r"PS", r"hp|PS|bhp|horse\s?power"),
    "kwh": _unit("energy", "1", r"kWh|Kilowattstunden?", r"kWh|kilowatt[\s-]hours?"),
    "mwh": _unit("energy", "1000", r"MWh|Megawattstunden?", r"MWh|megawatt[\s-]hours?"),
    "gwh": _unit("energy", "1000000", r"GWh|Gigawattstunden?", r"GWh|gigawatt[\s-]hours?"),
    "twh": _unit("energy", "1000000000", r"TWh|Terawattstunden?", r"TWh|terawatt[\s-]hours?"),
    "second": _unit("minutes", "0.0166667", r"Sekunden?|Sek\.|s", r"seconds?|secs?|s"),
    "minute": _unit("minutes", "1", r"Minuten?|Min\.|minütig\w*", r"minutes?|mins?"),
    "hour": _unit("minutes", "60", r"Stunden?|Std\.|stündig\w*", r"hours?|hrs?"),
    "day": _unit("minutes", "1440", r"Tagen?s?|Tage|tägig\w*", r"days?"),
    "week": _unit("minutes", "10080", r"Wochen?|wöchig\w*", r"weeks?"),
    "month": _unit("months", "1", r"Monate?n?s?|monatig\w*", r"months?"),
    "year": _unit("months", "12", r"Jahre?n?s?|jährig\w*", r"years?|yrs?|year-olds?"),
    "decade": _unit("months", "120", r"Jahrzehnte?n?s?", r"decades?"),
}  # fmt: skip
"""All units, by a name that is used here only."""
