// Package catalogs is the shipped catalogue, compiled: the files ending in _gen.go are made from the YAML beside
// them by `make generate`.
package catalogs

import (
	_ "embed"

	"tmodel/internal/catalog"
	"tmodel/internal/vocab"
)

// Vocabulary is the words of the language. It must not be changed.
func Vocabulary() *vocab.Vocabulary { return &vocabulary }

// Shipped is the whole catalogue. It must not be changed.
func Shipped() *catalog.Catalog {
	return &catalog.Catalog{Version: catalog.Version, Vocab: &vocabulary, Risk: risk, Rules: rules, Prose: rulesProse,
		Controls: controls, ControlProse: controlsProse, Codes: codes, Language: language, Parts: parts, Atlas: atlas, Frameworks: frameworks,
		Unseen: unseen}
}

// Licence is the text of the licence of MITRE ATLAS, which goes with every copy of what is in atlas.
//
//go:embed atlas/LICENSE
var Licence string
