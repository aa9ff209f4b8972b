"""What may follow the cursor while English is typed: from the glossary, the memories, the draft and the package.

Plain text in, suggestions out; only `at_desk` knows a session, and only `from_package` opens a model.
"""
