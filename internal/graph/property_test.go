package graph_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/source"
	"tmodel/internal/synthetic"
	"tmodel/internal/vocab"
)

// TestShufflingChangesOnlySpans holds the law that the order in the file means nothing.
func TestShufflingChangesOnlySpans(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := synthetic.System(synthetic.Options{Components: rapid.IntRange(1, 40).Draw(r, "components"), Seed: rapid.Uint64().Draw(r, "system")})
		one, saidOne := shape(t, text)
		two, saidTwo := shape(t, synthetic.Shuffle(text, rapid.Uint64().Draw(r, "shuffle")))
		if one != two {
			r.Errorf("graphs differ: %s", difference(one, two))
		}
		if saidOne != saidTwo {
			r.Errorf("said\n%s\nand\n%s", saidOne, saidTwo)
		}
	})
}

// shape is a graph and what is said about it, without places.
func shape(t testing.TB, text []byte) (built, said string) {
	g, list := resolve(t, string(text))
	var out strings.Builder
	dump(&out, reflect.ValueOf(*g))
	var lines []string
	for _, d := range list {
		if d.Severity == diag.Error {
			t.Fatalf("%v", d)
		}
		lines = append(lines, fmt.Sprint(d.Code, d.Message, d.Hint))
	}
	slices.Sort(lines)
	return out.String(), strings.Join(lines, "\n")
}

var skipped = []reflect.Type{reflect.TypeFor[source.Span](), reflect.TypeFor[*source.File](), reflect.TypeFor[*vocab.Vocabulary](), reflect.TypeFor[map[string]graph.Ref]()}

// dump writes all values but places. The lists of words that the graph has resolved, and facts, are written sorted.
func dump(out *strings.Builder, v reflect.Value) {
	switch {
	case slices.Contains(skipped, v.Type()):
	case v.Kind() == reflect.Pointer:
		if !v.IsNil() {
			dump(out, v.Elem())
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fmt.Fprintf(out, "%s(", v.Type().Field(i).Name)
			dump(out, v.Field(i))
			out.WriteString(")")
		}
	case v.Kind() == reflect.Slice:
		parts := make([]string, v.Len())
		for i := range parts {
			var part strings.Builder
			dump(&part, v.Index(i))
			parts[i] = part.String()
		}
		if e := v.Type().Elem(); e == reflect.TypeFor[model.Text]() || e == reflect.TypeFor[model.Fact]() || e == reflect.TypeFor[model.Objective]() {
			slices.Sort(parts)
		}
		out.WriteString(strings.Join(parts, "\n"))
	default:
		fmt.Fprint(out, v.Interface())
	}
}

func difference(one, two string) string {
	a, b := strings.Split(one, "\n"), strings.Split(two, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] + "\n" + b[i]
		}
	}
	return "one is longer"
}
