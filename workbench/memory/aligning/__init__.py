"""Which sentences of a German document and of its English belong together, and how a person puts that right.

Sentences in, beads out: nothing here reads a file or opens a model. What a package finds likely is asked of a `Judge`.

Method: William A. Gale and Kenneth W. Church, “A Program for Aligning Sentences in Bilingual Corpora”, Computational
Linguistics 19(1), 1993: of all ways to go through both texts in order, the one that fits best, by lengths; and by
words, as in Varga et al., “Parallel corpora for medium density languages”, RANLP 2005 (hunalign): by a dictionary, by
numbers and names.
What stays in doubt is judged by a translation, as in Sennrich and Volk, “MT-based Sentence Alignment for OCR-generated
Parallel Texts”, AMTA 2010 (Bleualign), here by a package's score for the pair.
"""

from workbench.memory.aligning.bead import Bead, Judge, Sentence, whole
from workbench.memory.aligning.known import Known
from workbench.memory.aligning.matching import aligned
from workbench.memory.aligning.table import Line, Table

__all__ = ["Bead", "Judge", "Known", "Line", "Sentence", "Table", "aligned", "whole"]
