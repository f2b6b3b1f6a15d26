package synthetic

import "strings"

// known is the percentage of the facts that the owners of an element have written down.
const known = 45

// factSheet is a fact that can be stated of a kind, with the values that it is stated with; a value that stands
// twice comes twice as often.
type factSheet struct{ name, values string }

// factSheets are the facts for each kind of component, asset and stage.
var factSheets = map[string][]factSheet{
	"web-app": {{"interprets", "nothing markup markup"}, {"egress", "none listed open"}, {"accepts_link_input", "no yes"},
		{"serves", "one-organisation many-tenants"}, {"keeps_history", "no session"}},
	"gateway":       {{"serves", "one-organisation many-tenants"}, {"on_failure", "closed open"}, {"billing", "flat"}},
	"data-pipeline": {{"cadence", "periodic continuous"}, {"on_failure", "closed hold"}, {"collects", "needed-only everything"}, {"egress", "none listed open"}, {"privilege", "least broad"}},
	"dataset-store": {{"access_rule", "uniform per-user"}, {"serves", "one-organisation"}},
	"feature-store": {{"access_rule", "uniform"}, {"on_failure", "closed default-value"}},
	"database":      {{"access_rule", "uniform per-user per-tenant"}, {"serves", "one-organisation many-tenants"}, {"interprets", "queries"}},
	"trainer": {{"distributed", "no one-operator"}, {"egress", "none listed open open"}, {"privilege", "least broad"},
		{"accelerator", "none dedicated shared"}, {"billing", "flat per-use"}},
	"model-registry": {{"access_rule", "uniform per-user"}},
	"inference-endpoint": {{"output_detail", "label score all-scores explanation"}, {"serves", "one-organisation many-tenants"},
		{"billing", "flat per-use"}, {"known_outside", "no architecture"}, {"updates", "reviewed automatic"},
		{"on_failure", "closed default-value open"}, {"egress", "none open"}},
	"llm": {{"serves", "one-organisation many-tenants"}, {"billing", "per-use"}, {"updates", "pinned automatic"},
		{"retention", "none limited kept used-for-training"}, {"output_detail", "label"}, {"interprets", "nothing markup"}},
	"agent": {{"role_marks", "enforced textual textual"}, {"keeps_history", "no session long-term"}, {"autonomy", "asks-first supervised unattended"},
		{"acts_as", "caller own-identity shared-identity"}, {"privilege", "least broad"}, {"serves", "one-user one-organisation"}},
	"retriever":       {{"access_rule", "uniform per-user"}, {"acts_as", "caller own-identity"}},
	"vector-store":    {{"access_rule", "uniform per-tenant"}, {"serves", "one-organisation"}, {"cadence", "periodic continuous"}},
	"tool":            {{"egress", "none listed open"}, {"acts_as", "caller own-identity"}, {"privilege", "least broad"}, {"updates", "pinned automatic"}},
	"monitor":         {{"baseline", "fixed learned"}, {"on_failure", "closed open"}},
	"human-review":    {{"selects", "all sample by-threshold"}, {"on_failure", "hold open"}},
	"host":            {{"egress", "listed open"}, {"privilege", "least broad"}, {"serves", "one-organisation"}, {"accelerator", "none dedicated shared"}},
	"telemetry":       {{"access_rule", "uniform per-user"}, {"retention", "limited kept"}},
	"business-app":    {{"interprets", "nothing queries"}, {"on_failure", "closed default-value"}},
	"training-data":   {{"rights", "cleared unclear"}, {"identifiability", "anonymous pseudonymous identified"}, {"refers_to", "nothing records"}},
	"evaluation-data": {{"rights", "cleared unclear"}},
	"features":        {{"identifiability", "pseudonymous identified"}},
	"document":        {{"rights", "cleared unclear"}, {"refers_to", "nothing links records"}},
	"prompt":          {{"refers_to", "nothing links"}},
	"model":           {{"format", "data-only may-run-code"}, {"updates", "pinned reviewed"}, {"known_outside", "no architecture"}},
	"credential":      {{"stored", "vault encrypted plaintext"}},
	"log":             {{"retention", "limited kept"}},
	"collect":         {{"cadence", "periodic continuous"}},
	"prepare":         {{"cadence", "periodic"}},
	"train":           {{"cadence", "once periodic"}, {"distributed", "no one-operator"}},
	"fine-tune":       {{"cadence", "once periodic"}},
	"embed":           {{"cadence", "periodic continuous"}},
	"evaluate":        {{"judge", "metric person"}},
	"deploy":          {{"cadence", "on-demand periodic"}},
}

// complete adds to the facts that always hold some of those that can be stated of the kind; the others stay unknown.
func (s *shop) complete(kind string, facts []fact) []fact {
	for _, sheet := range factSheets[kind] {
		if s.chance(known) && !states(facts, sheet.name) {
			facts = append(facts, fact{sheet.name, pick(s, strings.Fields(sheet.values))})
		}
	}
	return facts
}

// states reports whether a fact is among others.
func states(facts []fact, name string) bool {
	for _, f := range facts {
		if f.name == name {
			return true
		}
	}
	return false
}

// parseFacts reads "task=classify egress=open".
func parseFacts(text string) []fact {
	var facts []fact
	for _, word := range strings.Fields(text) {
		name, value, _ := strings.Cut(word, "=")
		facts = append(facts, fact{name, value})
	}
	return facts
}

// sensitivity returns a rating of the three properties, for some assets.
func (s *shop) sensitivity() []fact {
	if !s.chance(55) {
		return nil
	}
	levels := []string{"low", "medium", "medium", "high"}
	return []fact{{"confidentiality", pick(s, levels)}, {"integrity", pick(s, levels)}, {"availability", pick(s, levels)}}
}
