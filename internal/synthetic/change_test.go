package synthetic

import (
	"bytes"
	"cmp"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// readExample reads a system that a person wrote.
func readExample(t *testing.T) []byte {
	t.Helper()
	text, err := os.ReadFile("../../examples/image-classifier.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// canonical decodes a system with every list sorted, so that only meaning is compared.
func canonical(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return sortLists(v)
}

func sortLists(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = sortLists(v[k])
		}
	case []any:
		for i := range v {
			v[i] = sortLists(v[i])
		}
		slices.SortFunc(v, func(a, b any) int { return cmp.Compare(text(a), text(b)) })
	}
	return v
}

// text returns a value as YAML, which has sorted keys.
func text(v any) string {
	b, _ := yaml.Marshal(v)
	return string(b)
}

func TestShuffleKeepsMeaning(t *testing.T) {
	for _, in := range [][]byte{System(Options{Components: 60, Seed: 1}), readExample(t)} {
		out := Shuffle(in, 9)
		if !reflect.DeepEqual(canonical(t, in), canonical(t, out)) {
			t.Error("the meaning changed")
		}
		if !bytes.Equal(out, Shuffle(in, 9)) || bytes.Equal(out, Shuffle(in, 10)) {
			t.Error("the seed does not decide the order")
		}
		check(t, out)
	}
}

func TestRemoveFlow(t *testing.T) {
	in := System(Options{Components: 20, Seed: 1})
	n := Flows(in)
	gone := read(t, in).Flows[2].ID
	out := RemoveFlow(in, 2)
	if Flows(out) != n-1 || strings.Contains(string(out), "id: "+gone+",") {
		t.Errorf("%d of %d flows are left, %q should have gone", Flows(out), n, gone)
	}
	if Flows(RemoveFlow(in, n)) != n || Flows(RemoveFlow(in, -1)) != n {
		t.Error("a flow that is not there was removed")
	}
	if Flows([]byte("tmodel: 1\n")) != 0 || Flows(RemoveFlow([]byte("tmodel: 1\n"), 0)) != 0 {
		t.Error("a system without flows has some")
	}
}

func TestRenameKeepsOrderAndReferences(t *testing.T) {
	for _, in := range [][]byte{System(Options{Components: 200, Seed: 4}), readExample(t)} {
		out := Rename(in)
		before, after := read(t, in), read(t, out)
		for i, a := range before.Components {
			for j, b := range before.Components {
				if cmp.Compare(a.ID, b.ID) != cmp.Compare(after.Components[i].ID, after.Components[j].ID) {
					t.Fatalf("%q and %q changed their order", a.ID, b.ID)
				}
			}
		}
		if after.System.ID == before.System.ID || after.Components[0].ID == before.Components[0].ID {
			t.Error("an id was not renamed")
		}
		if before.Controls[0].Use != after.Controls[0].Use {
			t.Error("a control of the library was renamed")
		}
		if twice := Rename(out); !bytes.Equal(out, twice) {
			t.Error("renaming again changed something, so a reference was left behind")
		}
		check(t, out)
	}
}

func TestRaiseControl(t *testing.T) {
	in := []byte("tmodel: 1\ncontrols:\n  - {use: a, on: [x, y], state: planned, evidence: wiki}\n  - {use: b, on: [x], state: verified}\n")
	cases := []struct{ name, use, on, state, want string }{
		{"new", "c", "x", "implemented", "a[x y]planned b[x]verified c[x]implemented"},
		{"new on another element", "b", "y", "absent", "a[x y]planned b[x]verified b[y]absent"},
		{"one of several", "a", "y", "verified", "a[x]planned b[x]verified a[y]verified"},
		{"already higher", "b", "x", "planned", "a[x y]planned b[x]verified"},
		{"as high", "a", "x", "planned", "a[x y]planned b[x]verified"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, k := range read(t, RaiseControl(in, c.use, c.on, c.state)).Controls {
				got = append(got, k.Use+"["+strings.Join(k.On, " ")+"]"+k.State)
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %s, want %s", s, c.want)
			}
		})
	}
	first := read(t, RaiseControl([]byte("tmodel: 1\n"), "a", "x", "planned")).Controls
	if len(first) != 1 || first[0].State != "planned" {
		t.Errorf("the first control of a system became %v", first)
	}
}

func TestChangesPanicOnWhatIsNoSystem(t *testing.T) {
	for _, bad := range []string{"", "- a", "a: [", "x"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q was taken for a system", bad)
				}
			}()
			Shuffle([]byte(bad), 1)
		}()
	}
}
