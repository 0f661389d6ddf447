package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// overrides are what people correct by hand: the files of overrides/, whose
// first lines say what their columns mean.
type overrides struct {
	name    map[uint32]string // usual English names
	names   []nameOverride
	blocked map[string]bool // keys that name no city in any text
	dropped map[uint32]bool
	extra   []*city
	regions []regionRule
	known   map[uint32]bool
}

type nameOverride struct {
	id    uint32
	of    string // the English name of an extra place without an id
	name  string
	kind  uint8
	block bool
}

func readOverrides(dir string) (overrides, error) {
	o := overrides{name: map[uint32]string{}, blocked: map[string]bool{}, dropped: map[uint32]bool{}, known: map[uint32]bool{}}
	return o, errors.Join(
		readCSV(filepath.Join(dir, "names.csv"), 4, o.addName),
		readCSV(filepath.Join(dir, "places.csv"), 8, o.addPlace),
		readCSV(filepath.Join(dir, "regions.csv"), 5, o.addRegion),
	)
}

// readCSV reads a file with comment lines (#) and hands each record on.
func readCSV(path string, columns int, add func(record []string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment, r.FieldsPerRecord, r.TrimLeadingSpace = '#', columns, true
	records, err := r.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, record := range records {
		if err := add(record); err != nil {
			return fmt.Errorf("%s: %s: %w", path, strings.Join(record, ","), err)
		}
	}
	return nil
}

// addName reads what, id, languages, name.
func (o *overrides) addName(f []string) error {
	var id uint64
	if f[0] != "block" || f[1] != "" {
		var err error
		if id, err = strconv.ParseUint(f[1], 10, 32); err != nil {
			return err
		}
		o.known[uint32(id)] = true
	}
	kind := uint8(0)
	for _, tag := range strings.Fields(f[2]) {
		bit := uint8(0)
		for i, l := range languages {
			if l.tag == tag {
				bit = 1 << i
			}
		}
		if bit == 0 {
			return fmt.Errorf("no language %q", tag)
		}
		kind |= bit
	}
	if kind == 0 {
		kind = kindAllLanguages
	}
	switch f[0] {
	case "name":
		o.name[uint32(id)] = f[3]
	case "add":
		o.names = append(o.names, nameOverride{id: uint32(id), name: f[3], kind: kind})
	case "block":
		if id == 0 {
			o.blocked[fold(f[3])] = true
		} else {
			o.names = append(o.names, nameOverride{id: uint32(id), name: f[3], block: true})
		}
	case "drop":
		o.dropped[uint32(id)] = true
		delete(o.known, uint32(id))
	default:
		return fmt.Errorf("%q is not name, add, block or drop", f[0])
	}
	return nil
}

// addPlace reads id, name, country, region, latitude, longitude, population,
// other names.
func (o *overrides) addPlace(f []string) error {
	id, err := strconv.ParseUint("0"+f[0], 10, 32)
	if err != nil {
		return err
	}
	lat, err := strconv.ParseFloat(f[4], 64)
	if err != nil {
		return err
	}
	lon, err := strconv.ParseFloat(f[5], 64)
	if err != nil {
		return err
	}
	population, err := strconv.ParseUint(f[6], 10, 32)
	if err != nil {
		return err
	}
	p := &place{id: uint32(id), feature: "PPL", country: f[2], lat: lat, lon: lon, population: uint32(population), local: f[1], ascii: f[1]}
	o.extra = append(o.extra, &city{place: p, name: f[1], region: f[3]})
	for _, name := range strings.Split(f[7], "|") {
		if name != "" {
			o.names = append(o.names, nameOverride{id: p.id, of: f[1], name: name, kind: kindAllLanguages})
		}
	}
	return nil
}

// addRegion reads country, region code, first and last second-level code, name.
func (o *overrides) addRegion(f []string) error {
	r := regionRule{country: f[0], admin: f[1], name: f[4]}
	if f[2] != "" {
		var err1, err2 error
		r.from, err1 = strconv.Atoi(f[2])
		r.to, err2 = strconv.Atoi(f[3])
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
	}
	o.regions = append(o.regions, r)
	return nil
}

func (o *overrides) region(p *place) (string, bool) {
	for _, r := range o.regions {
		if r.matches(p) {
			return r.name, true
		}
	}
	return "", false
}

// mentions tells whether an override speaks of a place, which then is taken
// up whatever its size.
func (o *overrides) mentions(id uint32) bool { return o.known[id] }

// check finds overrides of places that are not there.
func (o *overrides) check(cities []*city) error {
	there := map[uint32]bool{}
	for _, c := range cities {
		if there[c.id] && c.id != 0 {
			return fmt.Errorf("overrides: place %d (%s) is there twice", c.id, c.name)
		}
		there[c.id] = true
	}
	var errs []error
	for id := range o.known {
		if !there[id] {
			errs = append(errs, fmt.Errorf("overrides: no place %d", id))
		}
	}
	return errors.Join(errs...)
}
