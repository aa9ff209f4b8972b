"""Two tables with a German column and an empty English one: a CSV and the rows of a sheet."""

from __future__ import annotations

from datetime import date

from tests.xlsx_files import Value, rich

CSV = """\
Nr.;Deutsch;English;Datum;"Formel; roh"
1;"Die Lage; ruhig";;12.03.2024;=SUM(A1:A9)
2;Er sagte „ja“;"old";"13,5";'-x

3;"Zwei
Zeilen";;;
4;12,5;;;
5;https://a.example;;;
6;Kurz
"""

SHEET: list[list[Value]] = [
    ["de", "en", "Zahl"],
    ["Die Lage ist ruhig.", None, 12],
    [rich("Das ", ("b", "neue"), " Gesetz"), "alt", date(2024, 3, 12)],
    ["Zwei\nZeilen", None, "=C2*2"],
    [12.5, None, None],
    ["Unter Verbundenem", None, None],
]
