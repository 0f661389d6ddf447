package model

// Envelope is all that was found in one document, on one line. A Failure without its place is the
// envelope of one that could not be read.
type Envelope struct {
	Doc   string   `json:"doc" doc:"the document's name: its id, or the file, or path:line"`
	Facts []Record `json:"facts" doc:"its records, as they are without the envelope; none for a blank line"`
}

// Failure says why there are no records of a document.
type Failure struct {
	Doc   string `json:"doc" doc:"the document's name: its id, or the file, or path:line"`
	File  string `json:"file,omitempty" doc:"the file that the document is a line of"`
	Line  int    `json:"line,omitempty" doc:"the document's line in the file, from 1"`
	Error string `json:"error" doc:"why there are no records of the document"`
}

// AppendJSON appends the envelope as one JSON object, without a line end. It always has both keys.
func (e *Envelope) AppendJSON(dst []byte) []byte {
	l := line{b: append(dst, '{'), first: true}
	l.key("doc")
	l.b = appendString(l.b, e.Doc)
	l.key("facts")
	l.b = append(l.b, '[')
	for i, r := range e.Facts {
		if i > 0 {
			l.b = append(l.b, ',')
		}
		l.b = r.AppendJSON(l.b)
	}
	l.b = append(l.b, ']')
	return l.close()
}

// AppendJSON appends the failure as one JSON object, without a line end.
func (f *Failure) AppendJSON(dst []byte) []byte {
	l := line{b: append(dst, '{'), first: true}
	l.key("doc")
	l.b = appendString(l.b, f.Doc)
	l.str("file", f.File)
	if f.Line > 0 {
		l.int("line", f.Line)
	}
	l.key("error")
	l.b = appendString(l.b, f.Error)
	return l.close()
}
