package dot

import (
	"cmp"
	"slices"
)

// depths counts how many zones there are from the outside to each zone, itself included.
func depths(zones []zone) []int {
	out := make([]int, len(zones))
	for i := range zones {
		n := 0
		z := int32(i)
		for ; z >= 0 && out[z] == 0; z = zones[z].parent {
			n++
		}
		if z >= 0 {
			n += out[z]
		}
		for z = int32(i); z >= 0 && out[z] == 0; z = zones[z].parent {
			out[z] = n
			n--
		}
	}
	return out
}

// around finds for each zone the innermost one that is shown: itself or one around it.
func (s *summary) around() []int32 {
	order := make([]int32, len(s.zones))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(s.depth[a], s.depth[b]) })
	out := make([]int32, len(s.zones))
	for _, z := range order {
		out[z] = z
		if s.depth[z] > s.limit {
			out[z] = out[s.zones[z].parent]
		}
	}
	return out
}

// parents says which zones have others inside that are shown.
func (s *summary) parents() []bool {
	out := make([]bool, len(s.zones))
	for i := range s.zones {
		if p := s.zones[i].parent; p >= 0 && s.depth[i] <= s.limit {
			out[p] = true
		}
	}
	return out
}
