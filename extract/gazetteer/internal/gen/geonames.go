package main

import (
	"bytes"
	"compress/zlib"
	"debug/elf"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// place is one populated place, joined from both sources.
type place struct {
	id         uint32
	feature    string // GeoNames feature code: PPLC, PPLA, PPL, PPLX …
	country    string // ISO 3166-1 alpha-2
	admin      string // GeoNames code of the first-level region
	code2      string // GeoNames code of the second-level one
	code3      string
	lat, lon   float64
	population uint32
	timezone   string
	local      string   // the name that the table of places gives
	ascii      string   // the same without marks
	alternates []string // names in any language, untagged
}

// readCities1000 reads a dump table of GeoNames, 19 columns between tabs.
func readCities1000(path string) ([]*place, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var places []*place
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\r"), "\t")
		if len(f) != 19 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 19", path, n+1, len(f))
		}
		id, err1 := strconv.ParseUint(f[0], 10, 32)
		lat, err2 := strconv.ParseFloat(f[4], 64)
		lon, err3 := strconv.ParseFloat(f[5], 64)
		population, err4 := strconv.ParseUint(f[14], 10, 32)
		for _, err := range []error{err1, err2, err3, err4} {
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n+1, err)
			}
		}
		places = append(places, &place{
			id: uint32(id), feature: f[7], country: f[8], admin: f[10], code2: f[11], code3: f[12],
			lat: lat, lon: lon, population: uint32(population), timezone: f[17],
			local: f[1], ascii: f[2], alternates: strings.Split(f[3], ","),
		})
	}
	return places, nil
}

// readLibgeonames reads the table of cities that the shared library of
// libgeonames carries as a resource: a compressed GVariant of type
// a(sssssssudd), the seven strings being id, ASCII name or "", region code,
// region, country code, country and time zone.
func readLibgeonames(path string) ([]*place, error) {
	lib, err := elf.Open(path)
	if err != nil {
		return nil, err
	}
	defer lib.Close()
	section := lib.Section(".gresource.geonames")
	if section == nil {
		return nil, fmt.Errorf("%s: no section .gresource.geonames", path)
	}
	resource, err := section.Data()
	if err != nil {
		return nil, err
	}
	data, err := inflate(resource)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}

	// A GVariant array of elements of variable size ends with the offset of
	// the end of each; their width depends on the length of the whole.
	width := offsetWidth(len(data))
	tableStart := offset(data, len(data)-width, width)
	var places []*place
	start := 0
	for at := tableStart; at < len(data); at += width {
		end := offset(data, at, width)
		p, err := libgeonamesPlace(data[align(start, 8):end])
		if err != nil {
			return nil, fmt.Errorf("%s: place %d: %w", path, len(places), err)
		}
		places = append(places, p)
		start = end
	}
	return places, nil
}

// inflate finds the one large zlib stream of a resource bundle.
func inflate(resource []byte) ([]byte, error) {
	for at := 0; ; at++ {
		i := bytes.IndexByte(resource[at:], 0x78)
		if i < 0 {
			return nil, fmt.Errorf("no compressed table found")
		}
		at += i
		r, err := zlib.NewReader(bytes.NewReader(resource[at:]))
		if err != nil {
			continue
		}
		if data, err := io.ReadAll(r); err == nil && len(data) > 1<<20 {
			return data, nil
		}
	}
}

func libgeonamesPlace(element []byte) (*place, error) {
	// The ends of the seven strings stand at the end of the tuple, last first.
	width := offsetWidth(len(element))
	var fields [7]string
	start := 0
	for i := range fields {
		end := offset(element, len(element)-(i+1)*width, width)
		if end <= start || end > len(element) {
			return nil, fmt.Errorf("string %d ends at %d", i, end)
		}
		fields[i] = string(element[start : end-1])
		start = end
	}
	id, err := strconv.ParseUint(fields[0], 10, 32)
	if err != nil {
		return nil, err
	}
	at := align(start, 4)
	coordinates := element[align(at+4, 8):]
	return &place{
		id: uint32(id), feature: "PPL", country: fields[4], admin: fields[2], timezone: fields[6],
		population: binary.LittleEndian.Uint32(element[at:]),
		lat:        math.Float64frombits(binary.LittleEndian.Uint64(coordinates)),
		lon:        math.Float64frombits(binary.LittleEndian.Uint64(coordinates[8:])),
	}, nil
}

func align(n, to int) int { return (n + to - 1) / to * to }

func offsetWidth(length int) int {
	switch {
	case length <= math.MaxUint8:
		return 1
	case length <= math.MaxUint16:
		return 2
	}
	return 4
}

func offset(data []byte, at, width int) int {
	n := 0
	for i := width - 1; i >= 0; i-- {
		n = n<<8 | int(data[at+i])
	}
	return n
}

// catalogue is a compiled gettext file: GeoNames id, or country and region
// code with a point between, to the name in one language.
type catalogue map[string]string

// readCatalogues reads the catalogues of all languages below a locale folder.
func readCatalogues(dir string) (map[string]catalogue, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*", "LC_MESSAGES", "geonames.mo"))
	if err != nil {
		return nil, err
	}
	all := map[string]catalogue{}
	for _, path := range paths {
		c, err := readMO(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all[filepath.Base(filepath.Dir(filepath.Dir(path)))] = c
	}
	if len(all["en"]) == 0 {
		return nil, fmt.Errorf("%s: no English catalogue", dir)
	}
	return all, nil
}

func readMO(path string) (catalogue, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	word := func(at uint32) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	if len(data) < 28 || word(0) != 0x950412de {
		return nil, fmt.Errorf("no little-endian message catalogue")
	}
	text := func(table, i uint32) string {
		length, at := word(table+8*i), word(table+8*i+4)
		return string(data[at : at+length])
	}
	c := catalogue{}
	for i := range word(8) {
		if key := text(word(12), i); key != "" {
			c[key] = text(word(16), i)
		}
	}
	return c, nil
}
