package main

import (
	"slices"
	"strconv"
	"strings"
)

// genericRegion are the words that say what kind of region it is. English
// texts leave most of them out ("in Zhejiang"); where they belong to the name
// (Moscow Oblast beside Moscow) the overrides keep them.
var (
	genericBehind = []string{
		" Autonomous Region", " Autonomous Oblast", " Special Capital Region", " Province", " Region", " Oblast", " Governorate", " County", " Emirate", " Prefecture",
		" District", " Department", " Departement", " Municipality", " Rayon", " Raion", " State", " Canton",
		" Governate", " Division", " Parish", " Oblysy", " oblysy", " Oblasy", "-ken", " Province of", " Sahari", " Prefektur",
		" Atoll", " Dzongkhag", " Wilaya", " Judet", " Kommune", " Ulus",
	}
	genericBefore = []string{
		"Province of ", "Region of ", "State of ", "Canton of ", "Canton ", "Republic of ", "Free State of ", "Principality of ",
		"Free and Hanseatic City of ", "Special Region of ", "Imārat ", "Departamento de ", "Departamento del ", "Provincia de ",
		"Estado de ", "Muḩāfaz̧at ", "Wilāyat ", "Departement de ", "Département de ", "Municipality of ", "Autonomous Republic of ",
		"Autonomous Region of ", "Community of ", "Judeţul ", "Județul ", "Região ", "Governorate of ", "Tỉnh ",
	}
)

// region is the English name of a place's first-level region, "" when
// unknown: by the overrides, else the name of GeoNames without the word for its
// kind; where that is a transcription with marks, CLDR's spelling of it.
func (s *sources) region(p *place) string {
	if name, ok := s.overrides.region(p); ok {
		return name
	}
	name := s.catalogues["en"][p.country+"."+p.admin]
	if name == "" {
		return ""
	}
	base := bareRegion(name)
	if isPlain(base) {
		return base
	}
	var near []string
	for _, other := range s.subdivisions[p.country] {
		if alike(fold(bareRegion(other)), fold(base)) {
			near = append(near, bareRegion(other))
		}
	}
	slices.Sort(near)
	if near = slices.Compact(near); len(near) == 1 && transcribed[p.country] {
		return s.plain(near[0], p.country)
	}
	return s.plain(base, p.country)
}

// isPlain tells whether a name is written with ASCII letters only, as the
// usual English name mostly is.
func isPlain(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool { return r >= 0x80 })
}

// saysNothing are the names that need the word for their kind.
var saysNothing = words("Capital Central Centre Coast Coastal East Eastern Federal Metropolitan North Northern South Southern " +
	"Special West Western Upper Lower National New Northeastern Northwestern Southeastern Southwestern Nord Sud Est Ouest Littoral")

func bareRegion(name string) string {
	for _, ending := range genericBehind {
		if bare, ok := strings.CutSuffix(name, ending); ok && len(bare) > 2 {
			if !saysNothing[bare] {
				name = bare
			}
			break
		}
	}
	for _, beginning := range genericBefore {
		if bare, ok := strings.CutPrefix(name, beginning); ok && len(bare) > 2 {
			name = bare
			break
		}
	}
	return name
}

// regionRule names the region of a country's places by the code of the region
// and, where regions were divided since, by the range of the second code.
type regionRule struct {
	country, admin string
	from, to       int // second-level codes, both ends included; 0, 0: all
	name           string
}

func (r regionRule) matches(p *place) bool {
	if r.country != p.country || r.admin != "" && r.admin != p.admin {
		return false
	}
	if r.from == 0 {
		return true
	}
	code, err := strconv.Atoi(p.code2)
	return err == nil && r.from <= code && code <= r.to
}
