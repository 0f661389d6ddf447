package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"extract/input"
)

// textLine is a document as input for extract, with the text in which the places of its facts are.
type textLine struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Title string `json:"title,omitempty"`
	Date  string `json:"date,omitempty"`
	Lang  string `json:"lang,omitempty"`
	URL   string `json:"url,omitempty"`
}

// text is the subcommand that prints the text of documents as extract reads it.
func (c *command) text(ctx *cli.Context) error {
	if len(c.files) == 0 {
		return usageError{errors.New("extract text prints the text of a document; name a file, or - for standard input")}
	}
	format, err := input.ParseFormat(ctx.String("input"))
	if err != nil {
		return usageError{fmt.Errorf("--input: %w", err)}
	}
	var alone *input.Document
	for doc, err := range input.Documents(c.files, input.Options{Format: format, Stdin: c.stdin, Outputs: c.outputs()}) {
		if err == nil {
			err = doc.Open()
		}
		switch {
		case errors.Is(err, input.ErrBlankLine):
		case errors.Is(err, input.ErrEmptyFolder):
			fmt.Fprintf(c.stderr, "extract: %v\n", err)
		case err != nil:
			c.code = exitInput
			fmt.Fprintf(c.stderr, "extract: %v\n", err)
		case ctx.Bool("jsonl"):
			var b bytes.Buffer
			e := json.NewEncoder(&b)
			e.SetEscapeHTML(false)
			if err := e.Encode(textLine{doc.Name, doc.Text, doc.Title, doc.Date, doc.Lang, doc.URL}); err != nil {
				return err
			}
			if err := c.print(b.Bytes()); err != nil {
				return err
			}
		case alone != nil:
			return usageError{fmt.Errorf("there are several documents, of which %s and %s are the first; --jsonl writes each of them as a line", alone.Name, doc.Name)}
		default:
			alone = &doc
		}
	}
	if alone == nil {
		return nil
	}
	return c.print([]byte(alone.Text))
}
