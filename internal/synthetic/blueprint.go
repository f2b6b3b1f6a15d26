package synthetic

// theme is what a product is about.
type theme struct{ stem, title string }

// blueprint describes one kind of product. Its parts name each other by role; a role that the product does not have is
// looked up in the division, then in the whole shop. Lists of roles are separated by spaces.
type blueprint struct {
	weight     int // how often it is built, relative to the others
	themes     []theme
	user       string // actors that the role "user" may stand for
	components []componentPart
	assets     []assetPart
	flows      []flowPart
	stages     []stagePart
	offers     []offer // what others may use
	takes      string  // components that use what others offer
}

// componentPart is a component. Zone is "" (the product's own), "data" (restricted), or a zone of the shop.
type componentPart struct {
	role, kind, name, zone string
	facts                  string // facts that always hold: "task=classify egress=open"
	runsOn                 string // role of a host
	optional               bool   // left out of half of the products, and where there is no room
}

// assetPart is an asset. At names its holders.
type assetPart struct{ role, kind, name, at, origin, facts, opens string }

// flowPart is a data flow; it is left out when one of its ends is.
type flowPart struct{ from, to, carries, returns string }

// stagePart is a stage of the pipeline, present in percent of the products.
type stagePart struct {
	role, kind, on, consumes, produces string
	percent                            int
}

// offer is a component of the product and an asset that it can send to others.
type offer struct{ component, asset string }

// blueprints are the products that a shop of any size is made of.
var blueprints = []*blueprint{
	&imageClassifier, &chatbot, &toolAgent, &fraudScoring, &forecasting, &paperwork, &operations,
	&reporting, &portal, &exporting,
}

// required is the least number of components that the product has.
func (p *blueprint) required() int {
	n := 0
	for _, c := range p.components {
		if !c.optional {
			n++
		}
	}
	return n
}

// choose returns a product that there is room for.
func (s *shop) choose() *blueprint {
	var fitting []*blueprint
	for _, p := range blueprints {
		n := p.required()
		if n > s.left() || n > 1 && s.size < smallest {
			continue
		}
		for range p.weight {
			fitting = append(fitting, p)
		}
	}
	return pick(s, fitting)
}
