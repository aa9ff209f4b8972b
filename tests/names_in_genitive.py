"""The persons and places whose genitives the tests try."""

from workbench.glossary import Entry, Glossary

PERSONS = [
    Entry(("Lukaschenko", "Alexander Lukaschenko"), "Lukashenko", kind="person"),
    Entry(("Nawalny",), "Navalny", kind="person"),
    Entry(("Putin",), "Putin", kind="person"),
]
PLACES = [
    Entry((german,), english, kind="place")
    for german, english in [
        ("Deutschland", "Germany"),
        ("Syrien", "Syria"),
        ("Minsk", "Minsk"),
        ("Russland", "Russia"),
        ("Kreml", "Kremlin"),
        ("Vatikan", "Vatican"),
        ("Rhein", "Rhine"),
        ("Dnjepr", "Dnieper"),
        ("Sahel", "Sahel"),
        ("Kuba", "Cuba"),
        ("Bergkarabach", "Nagorno-Karabakh"),
        ("Transnistrien", "Transnistria"),
        ("Europa", "Europe"),
        ("Slowakei", "Slovakia"),
        ("Irak", "Iraq"),
        ("Krim", "Crimea"),
        ("Mongolei", "Mongolia"),
    ]
]
GLOSSARY = Glossary([*PERSONS, *PLACES])
