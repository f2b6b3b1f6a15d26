package sample

import "tmodel/internal/catalog"

// language has a page for one word of each sort, and one mode and strength.
var language = catalog.Language{
	Words: []catalog.WordProse{
		{Word: "not", Short: "It is not so.", Asks: "The opposite of a fact.", Binds: "Nothing.", Example: "not: {kind: gateway}"},
		{Word: "facts", Short: "A fact has one of these values.", Asks: "Facts that the kind has.", On: "component", Example: "facts: {egress: [open]}"},
		{Word: "encrypted", Short: "Whether it is encrypted.", Asks: "What the file says.", On: "flow", Example: "encrypted: [\"no\"]"},
		{Word: "holds", Short: "What lies there.", Asks: "An asset that the component keeps.", On: "component", Example: "holds: {kind: model, as: weights}"},
		{Word: "influenced", Short: "Somebody can change what it sees.", Asks: "A path leads there.", Binds: "The path.", On: "component",
			Keys:    []catalog.Term{{ID: "mode", Is: "How."}, {ID: "trust_at_most", Is: "Who."}},
			Example: "influenced: {mode: input, trust_at_most: anonymous}"},
	},
	Modes:     []catalog.Term{{ID: "input", Is: "Sent now.", More: "Labels on parcels."}, {ID: "planted", Is: "Left somewhere."}},
	Strengths: []catalog.Term{{ID: "verbatim", Is: "Word for word."}},
}
