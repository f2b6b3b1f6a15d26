package diag

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Nearest is the candidate that got was most likely meant to be, or "" when none is near enough: one mistyped
// letter in a short word, more in a long one, never half of the letters. Letter case and separators count for
// nothing. Failing that it is the one candidate that has got as a part, or is a part of it: "classifier" for
// "classifier-api". Ties go to the candidate that sorts first. What says the opposite is never near.
func Nearest(got string, candidates []string) string {
	if len(got) > longest {
		return ""
	}
	word := fold(got)
	var count letters
	count.add(word, 1)
	limit := tolerance(utf8.RuneCountInString(word))
	best, bestDistance, part := "", limit+1, []string(nil)
	for _, c := range candidates {
		if count.apart(c) > bestDistance {
			if partOf(word, c) {
				part = append(part, c)
			}
			continue
		}
		folded := fold(c)
		d := distance(word, folded)
		nearer := d < bestDistance || d == bestDistance && d <= limit && c < best
		switch {
		case nearer && alike(word, folded) && !opposite(word, folded, d):
			best, bestDistance = c, d
		case partOf(word, folded):
			part = append(part, c)
		}
	}
	if slices.Sort(part); best == "" && len(slices.Compact(part)) == 1 {
		return part[0]
	}
	return best
}

// longest is how long a word may be that we guess about.
const longest = 200

// distance is how many edits two words are apart. It is out of reach when half of the letters differ, unless two
// neighbours have changed places.
func distance(a, b string) int {
	d := levenshtein.ComputeDistance(a, b)
	if 2*d >= max(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) && d > 0 && !(d == 2 && swapped(a, b)) {
		return longest
	}
	return d
}

// alike says whether each part of a compound is near to its counterpart: docker-registry is no misspelled
// model-registry, though most of its letters are the same.
func alike(a, b string) bool {
	as, bs := strings.Split(a, "-"), strings.Split(b, "-")
	if len(as) == 1 && len(bs) == 1 {
		return true
	}
	if len(as) != len(bs) { // a separator that is missing, or one too many
		return levenshtein.ComputeDistance(strings.Join(as, ""), strings.Join(bs, "")) <= 1
	}
	for i := range as {
		d := levenshtein.ComputeDistance(as[i], bs[i])
		long := max(utf8.RuneCountInString(as[i]), utf8.RuneCountInString(bs[i]))
		if d > max(long/3, 1) && !(d == 2 && swapped(as[i], bs[i])) && !stem(as[i], bs[i]) || opposite(as[i], bs[i], d) {
			return false
		}
	}
	return true
}

// stem says whether two words begin alike, and only end differently: limit, limiting, limitation.
func stem(a, b string) bool {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= 4 && 2*n >= max(len(a), len(b))
}

// swapped says whether two words differ in the order of two neighbours.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// tolerance is how many edits a word of that many letters may be away: two swapped letters are two edits.
func tolerance(letters int) int {
	switch {
	case letters == 0:
		return 0
	case letters <= 3:
		return 1
	}
	return min(max(letters/3, 2), 5)
}

// letters counts the letters of a word, folded into few classes; separators and what is not ASCII count for nothing.
type letters [32]int16

func (l *letters) add(word string, by int16) {
	for i := range len(word) {
		if c := word[i]; c < utf8.RuneSelf && c != '-' && c != '_' && c != ' ' {
			l[c&31] += by
		}
	}
}

// apart is a distance that a candidate has at the least. It is cheap, and rules most candidates out.
func (l letters) apart(candidate string) int {
	l.add(candidate, -1)
	more, less := 0, 0
	for _, n := range l {
		more, less = more+max(int(n), 0), less+max(-int(n), 0)
	}
	return max(more, less)
}

// fold makes letter case and the choice of separator count for nothing.
func fold(s string) string { return folder.Replace(strings.ToLower(s)) }

var folder = strings.NewReplacer("_", "-", " ", "-")

// partOf says whether one of two words is made of whole parts of the other.
func partOf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := strings.Index(b, a)
	if i < 0 || len(a) < 3 || len(a) == len(b) || i > 0 && b[i-1] != '-' || i+len(a) < len(b) && b[i+len(a)] != '-' {
		return false
	}
	return !slices.ContainsFunc(strings.Split(b[:i]+b[i+len(a):], "-"), func(part string) bool { return slices.Contains(denials, part) })
}

// DidYouMean is a hint that names the nearest candidate, or lists the candidates when none is near and they are few.
func DidYouMean(got string, candidates []string) string {
	if near := Nearest(got, candidates); near != "" {
		return "did you mean " + Quote(near) + "?"
	}
	if len(candidates) == 0 || len(candidates) > 12 {
		return ""
	}
	return "expected one of: " + strings.Join(candidates, ", ")
}

// Quote puts user text in quotation marks, with control characters made visible and long text cut.
func Quote(s string) string { return `"` + Visible(Clip(s, 60)) + `"` }

// Clip cuts text to so many characters.
func Clip(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	n, cut := 0, 0
	for i := range s {
		if n == limit-3 {
			cut = i
		}
		if n++; n > limit {
			return s[:cut] + "..."
		}
	}
	return s
}
