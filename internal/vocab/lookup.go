package vocab

import (
	"cmp"
	"slices"
	"strings"
)

// Component is the kind of that id, or nil.
func (v *Vocabulary) Component(id string) *Kind { return kind(v.Components, id) }

// Asset is the kind of that id, or nil.
func (v *Vocabulary) Asset(id string) *Kind { return kind(v.Assets, id) }

// Stage is the kind of that id, or nil.
func (v *Vocabulary) Stage(id string) *Kind { return kind(v.Stages, id) }

func kind(list []Kind, id string) *Kind {
	i, ok := slices.BinarySearchFunc(list, id, func(k Kind, id string) int { return cmp.Compare(k.ID, id) })
	if !ok {
		return nil
	}
	return &list[i]
}

// Fact is the fact of that id, or nil.
func (v *Vocabulary) Fact(id string) *Fact {
	i, ok := slices.BinarySearchFunc(v.Facts, id, func(f Fact, id string) int { return cmp.Compare(f.ID, id) })
	if !ok {
		return nil
	}
	return &v.Facts[i]
}

// Families are the ids of all families that have a kind, sorted.
func (v *Vocabulary) Families() []string {
	var out []string
	for _, k := range v.Components {
		out = append(out, k.Family)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Family is the family of that id, or nil.
func (v *Vocabulary) Family(id string) *Family {
	i, ok := slices.BinarySearchFunc(v.Groups, id, func(f Family, id string) int { return cmp.Compare(f.ID, id) })
	if !ok {
		return nil
	}
	return &v.Groups[i]
}

// HasControl says whether a control of that id is shipped.
func (v *Vocabulary) HasControl(id string) bool {
	_, ok := slices.BinarySearch(v.Controls, id)
	return ok
}

// ParseTrust reads a rung's word; NoTrust when there is none.
func (v *Vocabulary) ParseTrust(word string) Trust { return Trust(slices.Index(v.Trust, word)) }

// TrustWord is the word of a rung.
func (v *Vocabulary) TrustWord(t Trust) string {
	if t < 0 || int(t) >= len(v.Trust) {
		return "nobody"
	}
	return v.Trust[t]
}

// OfZone is the trust that a zone's word stands for.
func (v *Vocabulary) OfZone(word string) Trust { return trustOf(v.ZoneTrust, word) }

// OfOrigin is the trust that an origin's word stands for.
func (v *Vocabulary) OfOrigin(word string) Trust { return trustOf(v.OriginTrust, word) }

func trustOf(list []Mapping, word string) Trust {
	for _, m := range list {
		if m.Word == word {
			return m.Trust
		}
	}
	return NoTrust
}

// HasFact says whether the fact can be asked of the kind.
func (k *Kind) HasFact(id string) bool {
	_, ok := slices.BinarySearch(k.Facts, id)
	return ok
}

// Originates says whether components of this kind can be where an asset of that kind begins.
func (k *Kind) Originates(asset string) bool {
	if k.MakesAll {
		return true
	}
	_, ok := slices.BinarySearch(k.Makes, asset)
	return ok
}

// Executes says whether components of this kind run code of that kind of asset.
func (k *Kind) Executes(asset string) bool {
	_, ok := slices.BinarySearch(k.Runs, asset)
	return ok
}

// IDs are the ids of kinds, in order.
func IDs(kinds []Kind) []string {
	out := make([]string, len(kinds))
	for i := range kinds {
		out[i] = kinds[i].ID
	}
	return out
}

// Meaning is what one of the values means.
func (f *Fact) Meaning(value int) string {
	if value >= len(f.Means) {
		return ""
	}
	return f.Means[value]
}

// List has the values in one line: commas between them where they stand best first, strokes where they have no order.
func (f *Fact) List() string { return List(f.Values, f.Unordered == "") }

// List joins words in the same way.
func List(words []string, ordered bool) string {
	if ordered {
		return strings.Join(words, ", ")
	}
	return strings.Join(words, " / ")
}

// FactIDs are the ids of all facts, in order.
func (v *Vocabulary) FactIDs() []string {
	out := make([]string, len(v.Facts))
	for i := range v.Facts {
		out[i] = v.Facts[i].ID
	}
	return out
}

// Words are the words of a mapping, in its order.
func Words(list []Mapping) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].Word
	}
	return out
}
