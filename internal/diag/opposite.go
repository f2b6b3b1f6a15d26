package diag

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// negations begin a word that says the opposite of the rest of it.
var negations = []string{"un", "non", "not", "no", "in", "im", "ir", "dis", "de", "mis", "partly", "partially", "half", "semi", "hardly"}

// denials are the parts of a compound that take back, put off or halve what the others say: not-yet-implemented, ex-employee.
var denials = []string{"un", "non", "not", "no", "dis", "never", "without", "none", "partly", "partially", "half", "semi", "hardly", "nearly", "almost",
	"ex", "former", "formerly", "previous", "previously", "once", "old", "expired", "to", "be", "will", "soon", "being", "later", "future", "should", "maybe", "fake", "pseudo", "anti"}

// contraries begin pairs of words of which one says the opposite of the other: internal, external.
var contraries = [][2]string{{"in", "ex"}, {"im", "ex"}, {"in", "out"}, {"en", "de"}, {"on", "off"}, {"up", "down"}}

// lookalikes are pairs of words that the spelling brings together, and nothing else.
var lookalikes = [][2]string{{"internet", "internal"}, {"noone", "anyone"}, {"nobody", "anybody"}}

// opposite says whether one of two words, which are so many edits apart, is the other with a negation in front, also
// where it is misspelled, or whether they are a pair of opposites. Whoever wrote unencrypted did not mean encrypted.
func opposite(a, b string, apart int) bool {
	if apart == 0 {
		return false
	}
	return negates(a, b, apart) || negates(b, a, apart) || contrary(a, b, apart) || contrary(b, a, apart) || strings.HasSuffix(a, "less") != strings.HasSuffix(b, "less")
}

func negates(long, short string, apart int) bool {
	for _, n := range negations {
		rest, ok := strings.CutPrefix(long, n)
		if ok && len(rest) > 2 && levenshtein.ComputeDistance(strings.TrimPrefix(rest, "-"), short) < apart {
			return true
		}
	}
	rest, ok := strings.CutPrefix(long, "a") // aperiodic
	return ok && rest != "" && !strings.ContainsRune("aeiou", rune(rest[0])) && rest == short
}

func contrary(a, b string, apart int) bool {
	for _, pair := range contraries {
		x, isOne := strings.CutPrefix(a, pair[0])
		y, isOther := strings.CutPrefix(b, pair[1])
		if isOne && isOther && levenshtein.ComputeDistance(x, y) < apart {
			return true
		}
	}
	for _, pair := range lookalikes {
		if b == pair[0] && levenshtein.ComputeDistance(a, pair[1]) < apart || b == pair[1] && levenshtein.ComputeDistance(a, pair[0]) < apart {
			return true
		}
	}
	return false
}
