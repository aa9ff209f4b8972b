"""How an exported HTML page looks: light, dark and printed on A4, in grey as well as in colours."""

STYLESHEET = """
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fff; --quiet: #5f6368; --line: #d5d7db;
  --band: #f3f4f6;
  --open: #8a4b00; --open-band: #fff4e0; --term: #0b57d0; --mark: #e8f0fe; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #17181a; --quiet: #a3a7ad; --line:
  #3a3d42;
  --band: #212327; --open: #ffc069; --open-band: #33280f; --term: #a8c7fa; --mark: #1f2d45; } }
* { box-sizing: border-box; }
body { margin: 2rem auto; padding: 0 1.25rem; max-width: 80rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 Georgia, "Times New Roman", serif; }
body.english { max-width: 44rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
.progress { margin: 0 0 1.5rem; color: var(--quiet); }
.progress.open { color: var(--open); background: var(--open-band); border-left: .25rem solid; padding:
  .5rem .75rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
col.number { width: 3rem; } col.state { width: 11rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: .5rem; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .625rem .75rem; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; font-weight: normal; }
td[lang], .english p, .english h2, .english h3 { white-space: pre-line; }
table.of-text { table-layout: auto; margin: 0 0 1rem; } table.of-text th {
  text-align: left; color: inherit; font-weight: bold; }
.english li p { margin: 0 0 .25rem; } li.outer { list-style: none; }
thead th { vertical-align: bottom; font-weight: bold; border-top: 0; border-bottom: 2px solid var(--ink); }
tbody th { color: var(--quiet); text-align: right; font-variant-numeric: tabular-nums; }
td.state b { display: block; }
td.state { font-size: .8125rem; color: var(--quiet); }
td.state p { margin: .375rem 0 0; white-space: pre-line; }
tr.open td.state b, .flag, .finding { color: var(--open); }
tr.open td.state b::before { content: "\\25CB  "; } tr.done td.state b::before { content: "\\2713  "; }
tr.open td[lang="en"] { background: var(--open-band); }
tr.skipped td, tr.skipped th { color: var(--quiet); background: var(--band); }
mark { color: inherit; background: var(--mark); text-decoration: underline dotted var(--term);
  text-underline-offset: .2em; }
.english a, td a { color: var(--term); } .english blockquote { margin: 0 0 1rem 1.5rem; color: var(--quiet); }
code { font-size: .9em; }
.terms { margin-top: 2rem; font-size: .875rem; } .terms h2 { font-size: 1rem; margin: 0 0 .5rem; }
.terms ol { margin: 0; padding-left: 2rem; columns: 26rem; column-gap: 2rem; } .terms li { break-inside: avoid; }
.places { color: var(--quiet); }
@media (max-width: 48rem) { col.state { width: 7rem; } th, td { padding: .5rem .375rem; } }
@media screen and (max-width: 40rem) {
  .bilingual table, .bilingual caption, .bilingual tbody, .bilingual tr, .bilingual td,
  .bilingual th { display: block; width: auto; }
  .bilingual thead { display: none; } .bilingual tr { border-top: 1px solid var(--line); padding: .5rem 0; }
  .bilingual tbody th { text-align: left; } .bilingual tbody th, .bilingual td { border: 0; padding: .25rem .375rem; }
}
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #999; --band: #f2f2f2; --open: #6b3a00;
  --open-band: #fff;
    --term: #000; --mark: #fff; }
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt; line-height: 1.4; }
  thead { display: table-header-group; }
  tr, .english p { break-inside: avoid; }
  h1, .progress, .english h2, .english h3 { break-after: avoid; }
  col.number { width: 12mm; } col.state { width: 38mm; }
  th, td { padding: 1.5mm 2mm; }
  td.state, .terms { font-size: 8pt; } .terms { margin-top: 6mm; } .terms h2 { break-after: avoid; }
  tr.open td[lang="en"] { border-left: .8mm solid; } tr.skipped td[lang] { font-style: italic; }
  mark[data-number]::after { content: attr(data-number); font-size: .65em; vertical-align: super; margin-left: .1em; }
}
"""

_SHEET = """@page { size: A4 %s; margin: 15mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages);
  font: 8pt Georgia, serif; } }
"""
PAPER = {"english": _SHEET % "portrait", "bilingual": _SHEET % "landscape"}
"""The sheet that a page of each kind is printed on; its pages are numbered where the browser can do that."""
