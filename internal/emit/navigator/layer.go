package navigator

// layer is what is written of the layer format.
type layer struct {
	Name                          string       `json:"name"`
	Versions                      versions     `json:"versions"`
	Domain                        string       `json:"domain"`
	Description                   string       `json:"description"`
	Sorting                       int          `json:"sorting"`
	Layout                        layout       `json:"layout"`
	HideDisabled                  bool         `json:"hideDisabled"`
	Techniques                    []technique  `json:"techniques"`
	Gradient                      gradient     `json:"gradient"`
	Legend                        []legendItem `json:"legendItems"`
	Metadata                      []pair       `json:"metadata"`
	SelectTechniquesAcrossTactics bool         `json:"selectTechniquesAcrossTactics"`
	SelectSubtechniquesWithParent bool         `json:"selectSubtechniquesWithParent"`
}

// versions has none of ATT&CK, so that a navigator takes the content that it has.
type versions struct {
	Navigator string `json:"navigator"`
	Layer     string `json:"layer"`
}

type layout struct {
	Layout    string `json:"layout"`
	ShowID    bool   `json:"showID"`
	ShowName  bool   `json:"showName"`
	Aggregate string `json:"aggregateFunction"`
	Expanded  string `json:"expandedSubtechniques"`
}

type technique struct {
	ID                string  `json:"techniqueID"`
	Score             float64 `json:"score"`
	Color             string  `json:"color"`
	Comment           string  `json:"comment"`
	Enabled           bool    `json:"enabled"`
	Metadata          []pair  `json:"metadata"`
	ShowSubtechniques bool    `json:"showSubtechniques"`
}

type gradient struct {
	Colors []string `json:"colors"`
	Min    float64  `json:"minValue"`
	Max    float64  `json:"maxValue"`
}

type legendItem struct {
	Label string `json:"label"`
	Color string `json:"color"`
}

type pair struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}
