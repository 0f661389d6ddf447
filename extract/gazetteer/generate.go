// Package gazetteer is what the program knows of the world beside the words of
// its languages: cities with their names, and the well-known series of
// meetings. Cities are looked up where they lie in the binary; nothing is
// unpacked or indexed when the program starts.
package gazetteer

//go:generate go run ./internal/gen -sources sources
