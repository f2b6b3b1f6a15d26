package sample

import "tmodel/internal/catalog"

// content is an ATLAS of a few records, so that new content changes no golden file.
var content = catalog.Atlas{Version: "2020.01", Format: "6.0.0", SHA256: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", Source: "https://example.org/atlas.yaml",
	Tactics: []catalog.Tactic{
		{ID: "AML.TA0000", Name: "Access", Order: 2},
		{ID: "AML.TA0001", Name: "Preparation", Attack: "TA0042", Order: 1},
		{ID: "AML.TA0011", Name: "Damage", Order: 3},
	},
	Techniques: []catalog.Technique{
		{ID: "AML.T0001", Name: "Watch", Tactics: []string{"AML.TA0001"}, Maturity: "feasible"},
		{ID: "AML.T0010", Name: "Bad Parts", Tactics: []string{"AML.TA0000"}, Platforms: []string{"Sorting"}, Maturity: "feasible", Attack: "T1195"},
		{ID: "AML.T0010.003", Name: "Weights", Parent: "AML.T0010", Platforms: []string{"Sorting"}, Maturity: "realized"},
		{ID: "AML.T0015", Name: "Mislead a Model", Tactics: []string{"AML.TA0000", "AML.TA0011"}, Platforms: []string{"Sorting", "Printing"}, Maturity: "realized"},
		{ID: "AML.T0040", Name: "Ask a Model", Tactics: []string{"AML.TA0000"}, Maturity: "demonstrated"},
		{ID: "AML.T0043", Name: "Prepare Inputs", Tactics: []string{"AML.TA0001"}, Maturity: "demonstrated"},
		{ID: "AML.T0043.001", Name: "By Trial", Parent: "AML.T0043", Maturity: "demonstrated"},
	},
	Mitigations: []catalog.Mitigation{
		{ID: "AML.M0003", Name: "Harden", Categories: []string{"Technical"}, Techniques: []string{"AML.T0010"}},
		{ID: "AML.M0015", Name: "Look at Inputs", Attack: "M1000", Categories: []string{"Technical"}, Phases: []string{"Running"}, Techniques: []string{"AML.T0015", "AML.T0043"}},
	},
	Aliases: []catalog.Alias{{Old: "AML.T0009", New: "AML.T0043.001", Retired: "2019.12"}, {Old: "AML.T0060", New: "AML.T0061", Retired: "2020.02"}},
}
