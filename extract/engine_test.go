package extract

import "testing"

// TestPacks tries every example of every rule of the embedded packs.
func TestPacks(t *testing.T) {
	report, err := Check("")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		t.Error(p)
	}
	if report.Examples == 0 || report.Languages < 4 {
		t.Errorf("%d languages, %d examples", report.Languages, report.Examples)
	}
}
