package html

import "golang.org/x/net/html/atom"

// tagKind is what an element means to the lines of a page.
type tagKind uint8

const (
	tagOther  tagKind = iota // text goes on through it: <b>, <em>
	tagInline                // the same, but where it begins and ends matters: <a>, <span>
	tagBlock                 // it begins and ends a line
	tagVoid                  // it has no end
	tagNoText                // what is in it is no text of the page: <svg>, <select>
)

func kindOf(a atom.Atom) tagKind {
	switch a {
	case atom.A, atom.Abbr, atom.Span, atom.Time, atom.Sup, atom.Q:
		return tagInline
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup,
		atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return tagBlock
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Frame, atom.Hr, atom.Img, atom.Input, atom.Keygen,
		atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return tagVoid
	case atom.Applet, atom.Audio, atom.Button, atom.Canvas, atom.Datalist, atom.Label, atom.Map, atom.Math, atom.Object,
		atom.Optgroup, atom.Option, atom.Progress, atom.Rp, atom.Rt, atom.Select, atom.Svg, atom.Template, atom.Video:
		return tagNoText
	}
	return tagOther
}

// closing says which open elements the beginning of another ends, and where the search for them stops.
type closing struct{ ended, within []atom.Atom }

var (
	closesParagraph = closing{[]atom.Atom{atom.P}, []atom.Atom{atom.Td, atom.Th, atom.Table, atom.Object}}
	closesItem      = closing{[]atom.Atom{atom.Li}, []atom.Atom{atom.Ul, atom.Ol, atom.Menu, atom.Dir}}
	closesTerm      = closing{[]atom.Atom{atom.Dt, atom.Dd}, []atom.Atom{atom.Dl}}
	closesCell      = closing{[]atom.Atom{atom.Td, atom.Th}, []atom.Atom{atom.Tr, atom.Table}}
	closesRow       = closing{[]atom.Atom{atom.Tr}, []atom.Atom{atom.Table}}
	closesRows      = closing{[]atom.Atom{atom.Tbody, atom.Thead, atom.Tfoot}, []atom.Atom{atom.Table}}
	closesHeading   = closing{[]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}, []atom.Atom{atom.Div, atom.Section, atom.Article, atom.Td, atom.Li}}
	closesOption    = closing{[]atom.Atom{atom.Option}, []atom.Atom{atom.Select}}
)

// closes is what the beginning of an element ends beside a paragraph.
func closes(a atom.Atom) closing {
	switch a {
	case atom.Li:
		return closesItem
	case atom.Dt, atom.Dd:
		return closesTerm
	case atom.Td, atom.Th:
		return closesCell
	case atom.Tr:
		return closesRow
	case atom.Tbody, atom.Thead, atom.Tfoot:
		return closesRows
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return closesHeading
	case atom.Option:
		return closesOption
	}
	return closing{}
}

// isCell tells whether the element is a cell of a table, out of which no end tag but a table's leads.
func isCell(tag uint32) bool {
	return tag == uint32(atom.Td) || tag == uint32(atom.Th) || tag == uint32(atom.Caption)
}

// ofTable tells whether the element is a part of a table.
func ofTable(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption:
		return true
	}
	return false
}

// headingLevel is 1 to 6 for a heading, else 0.
func headingLevel(tag uint32) int {
	switch atom.Atom(tag) {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}
