package extract

import "testing"

// TestNameBook: a book forgets rather than grows, and what it says stays.
func TestNameBook(t *testing.T) {
	var book nameBook
	first := book.name("Angela Merkel")
	if !first.known() || first != book.name("Angela Merkel") {
		t.Error("Angela Merkel is not known")
	}
	for i := range 2 * maxBooked {
		book.name(string(rune('a'+i%26)) + dayNumber(i).String())
	}
	if len(book) > maxBooked {
		t.Errorf("%d names", len(book))
	}
	if again := book.name("Angela Merkel"); !again.known() || again.key() != first.key() {
		t.Error("Angela Merkel is another one")
	}
}
