// Package schemas holds the published JSON Schemas.
package schemas

import _ "embed"

// System describes a system file. `make generate` writes it from system.base.json and catalogs/vocabulary.yaml. It asks
// for the words yes and no: true and false, which tmodel reads as these with a warning (TM-W501), are errors by it, so
// that editors show what the warning says.
//
//go:embed system.schema.json
var System []byte

// SystemRun is System without what does not run. `make generate` writes it too, so that a start reads less.
//
//go:embed system.run.json
var SystemRun []byte

// Report describes register.json.
//
//go:embed report.schema.json
var Report []byte

// Rules describes a file of catalogs/stride-ai.
//
//go:embed rules.schema.json
var Rules []byte

// Controls describes a file of catalogs/controls.
//
//go:embed controls.schema.json
var Controls []byte

// Diagnostics describes what `tmodel validate -f json` prints.
//
//go:embed diagnostics.schema.json
var Diagnostics []byte

// Vocabulary describes catalogs/vocabulary.yaml.
//
//go:embed vocabulary.schema.json
var Vocabulary []byte

// Atlas describes atlas/content.yaml of a catalogue.
//
//go:embed atlas.schema.json
var Atlas []byte

// AtlasAliases describes atlas/aliases.yaml of a catalogue.
//
//go:embed atlas-aliases.schema.json
var AtlasAliases []byte

// AtlasPins describes atlas/pins.yaml of a catalogue.
//
//go:embed atlas-pins.schema.json
var AtlasPins []byte

// Framework describes a file of frameworks of a catalogue.
//
//go:embed framework.schema.json
var Framework []byte

// Unseen describes frameworks/unseen.yaml of a catalogue.
//
//go:embed unseen.schema.json
var Unseen []byte
