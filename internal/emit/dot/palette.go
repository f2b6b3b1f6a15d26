package dot

import "tmodel/internal/vocab"

// The colours differ in lightness as well as in hue, so that they stay apart in grey print and for the colour-blind;
// words and shapes say the same again.
const (
	ink       = "#1F2933"
	faint     = "#52606D"
	outline   = "#5F7385"
	paper     = "#FFFFFF"
	veil      = "#FFFFFFB0" // lets a little through
	aiFill    = "#DCE9F7"
	actorFill = "#E9ECEF"
	flowLine  = "#3E4C59"
	stageLine = "#5B4B8A"
	hostLine  = "#7B8794"
	exposure  = "#B3261E"
)

// style is how something of a level looks.
type style struct{ fill, text, border, width string }

// styles are indexed by level; the first is for what has no open threat.
var styles = [vocab.Critical + 1]style{
	{paper, ink, outline, "1"},
	{"#D9E2EC", ink, outline, "1.3"},
	{"#F4C95D", ink, "#8A6100", "1.8"},
	{"#B5432A", paper, "#B5432A", "2.4"},
	{"#5B0F1A", paper, "#5B0F1A", "3"},
}

// ground is the fill and the border of a trust boundary.
type ground struct{ fill, border string }

// grounds are indexed by trust + 1: the first is for a trust that nobody gave. Less trusted is warmer.
var grounds = [vocab.TrustLevels + 1]ground{
	{"#F7F7F7", "#7B8794"},
	{"#FCF0E1", "#A65A00"},
	{"#FBF6DC", "#8A7400"},
	{"#F5EFF8", "#75528A"},
	{"#EDF3F8", "#3F6C94"},
	{"#E6F3F0", "#2B7265"},
}
