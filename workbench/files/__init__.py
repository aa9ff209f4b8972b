"""The doors to the disk: whatever a project holds is read and written through these.

`read_regular` takes in any file without ever waiting for it. `write_inside` is for what the program writes by itself:
it stays in the project's folder and goes through no symbolic link. `write_atomically` is for a file that the user
named (`-o FILE`): there a link is followed, since it is the user's own.
"""

from workbench.files.conflict import Versions, versions
from workbench.files.free import must_be_free
from workbench.files.inside import (
    OWN_FOLDERS,
    append_inside,
    create_inside,
    in_the_way,
    make_folder_inside,
    remove_inside,
    remove_litter,
    write_inside,
    write_linked,
)
from workbench.files.reading import opened_regular, read_regular, read_start, stamp
from workbench.files.writing import told_as_problem, write_atomically

__all__ = [
    "OWN_FOLDERS",
    "Versions",
    "append_inside",
    "create_inside",
    "in_the_way",
    "make_folder_inside",
    "must_be_free",
    "opened_regular",
    "read_regular",
    "read_start",
    "remove_inside",
    "remove_litter",
    "stamp",
    "told_as_problem",
    "versions",
    "write_atomically",
    "write_inside",
    "write_linked",
]
