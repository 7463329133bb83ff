// The grammar of official documents: numbers, dates, titles, captions, enumerators, annex notes.
//
// Every matcher reads a `MatchText` (or a few leading scalars) in one pass, without regular expressions,
// and answers in scalars of the text as written, so that a finding can point at the very characters.
