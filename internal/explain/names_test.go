package explain

import (
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
)

// TestEveryWordIsReached: each name of each sort has a page under its sort, and under the name alone it is either told
// or named at the foot.
func TestEveryWordIsReached(t *testing.T) {
	c := catalogs.Shipped()
	p := &page{c: c}
	names := Names(c)
	for _, sort := range slices.Concat(sorts...) {
		if len(p.words(sort)) == 0 {
			t.Errorf("there is no %s", sort)
		}
		for _, id := range p.words(sort) {
			scoped, ok := Page(c, sort+":"+id)
			if !ok {
				t.Errorf("%s:%s has no page", sort, id)
			}
			alone, _ := Page(c, id)
			told := strings.Contains(alone, scoped)
			foot := strings.Join(strings.Fields(alone[max(0, strings.LastIndex(alone, "Other things")):]), " ")
			if named := strings.Contains(foot, " "+sort+":"+id); told == named {
				t.Errorf("%s:%s is on the page of the name alone: %v, at its foot: %v", sort, id, told, named)
			}
			if told != slices.Contains(names, id) && told == slices.Contains(names, sort+":"+id) {
				t.Errorf("%s:%s is completed as neither", sort, id)
			}
		}
	}
}

// TestValuesAreExplained: a value's page has each fact that has it, with the meaning there.
func TestValuesAreExplained(t *testing.T) {
	c := catalogs.Shipped()
	for name, want := range map[string]string{"textual": "role_marks By words", "open": "on_failure The rest goes on", "anonymous": "trust of an actor Anybody",
		"vendor": "origin of an asset Bought", "shared": "trust of a zone Others", "no": "cites_sources"} {
		text, ok := Page(c, "value:"+name)
		if text = strings.Join(strings.Fields(text), " "); !ok || !strings.Contains(text, want) {
			t.Errorf("%s has no %q: %s", name, want, text)
		}
	}
}

// TestKeysAreExplained: a key's page says where it stands, and has the keys below it.
func TestKeysAreExplained(t *testing.T) {
	c := catalogs.Shipped()
	for name, want := range map[string]string{"objectives": "statement* What should be so.", "loss": "In objectives of system:", "key:sensitivity": "availability",
		"key:trust": "In zones: Who can be inside.", "out_of_scope": "In actors, zones, assets,", "data_flows": "In the file:"} {
		text, ok := Page(c, name)
		if text = strings.Join(strings.Fields(text), " "); !ok || !strings.Contains(text, want) {
			t.Errorf("%s has no %q: %s", name, want, text)
		}
	}
	for _, name := range []string{"key:nothing", "kind:egress", "fact:agent", "value:", "family:model"} {
		if _, ok := Page(c, name); ok {
			t.Errorf("%s has a page", name)
		}
	}
}
