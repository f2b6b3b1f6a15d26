package reach

// Strength says how much of an asset comes to be known.
type Strength uint8

// The strengths, weakest first. None is no knowledge.
const (
	NoStrength Strength = iota
	Aggregate           // sums, counts, labels
	Inferable           // can be estimated from a model fitted to it, from vectors, gradients or answers
	Repeatable          // a language element can say it, or it can be put together from what was derived
	Verbatim            // as it is
	strengths  = int(Verbatim) + 1
)

var strengthWords = [strengths]string{"none", "aggregate", "inferable", "repeatable", "verbatim"}

// String is the strength's word.
func (s Strength) String() string { return strengthWords[s] }

// Strengths are the words of all strengths, weakest first.
func Strengths() []string { return strengthWords[1:] }

// ParseStrength reads a strength's word.
func ParseStrength(s string) (Strength, bool) {
	for i, w := range strengthWords[1:] {
		if w == s {
			return Strength(i + 1), true
		}
	}
	return NoStrength, false
}
