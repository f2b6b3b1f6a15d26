package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
)

// TestFilesSayWhatTheyAreAbout: each file of rules or controls does in its first line, and every record is in one.
func TestFilesSayWhatTheyAreAbout(t *testing.T) {
	c := catalogs.Shipped()
	records := map[string]int{}
	for i := range c.Prose {
		records[load.Rules+"/"+c.Prose[i].Part]++
	}
	for i := range c.ControlProse {
		records[load.Controls+"/"+c.ControlProse[i].Part]++
	}
	for _, p := range c.Parts {
		if !strings.HasSuffix(p.Is, ".") || records[p.Dir+"/"+p.ID] == 0 {
			t.Errorf("%s/%s has %d records and says %q", p.Dir, p.ID, records[p.Dir+"/"+p.ID], p.Is)
		}
		delete(records, p.Dir+"/"+p.ID)
	}
	if len(records) > 0 {
		t.Errorf("no part is called %v", records)
	}
	if !slices.IsSortedFunc(c.Parts, func(a, b catalog.Part) int { return strings.Compare(a.Dir+"/"+a.ID, b.Dir+"/"+b.ID) }) {
		t.Error("parts are in disorder")
	}
}
