/// The grammar of official documents: numbers, dates, titles, captions, enumerators, annex notes.
