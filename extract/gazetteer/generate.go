// Package gazetteer is what the program knows of the world: cities with their
// names in several languages, countries with their currencies, and the
// well-known series of meetings. Everything is embedded and looked up where it
// lies; nothing is unpacked or indexed when the program starts.
package gazetteer

//go:generate go run ./internal/gen -sources sources
