"""What marks a compiled catalogue file, and which records it may hold."""

#: Changes whenever the tables of the catalogue change.
FORMAT = "1"
#: Of the SQLite file; "pkbi" in ASCII.
APPLICATION_ID = 0x706B6269
#: SemVer of the schemas, the same as in their ``$id``; a catalogue of another major is refused.
SCHEMA_VERSION = "1.0.0"
