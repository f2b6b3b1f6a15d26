package synthetic

import "strings"

// flow adds a data flow, with what is known of its transport; it adds none where an end is missing.
func (p *product) flow(from, to string, carries, returns []string) {
	if from == "" || to == "" || from == to {
		return
	}
	f := &flow{from: from, to: to, carries: carries, returns: returns}
	f.id = p.unique(from + "-to-" + strings.TrimPrefix(strings.TrimPrefix(to, p.stem+"-"), p.division.stem+"-"))
	if p.chance(70) {
		f.protocol = p.protocol(to)
	}
	if p.chance(75) {
		f.encrypted = pick(p.shop, []string{"yes", "yes", "yes", "no"})
	}
	if p.chance(75) {
		f.authentication = pick(p.shop, []string{"individual", "individual", "shared", "mutual", "none"})
	}
	if p.chance(15) {
		f.name = pick(p.shop, []string{"Nightly transfer", "Request and reply", "Called for each case", "Pushed when ready"})
	}
	p.flows = append(p.flows, f)
}

// protocols are what each kind of component speaks where it is called.
var protocols = map[string][]string{
	"database":      {"postgres", "mysql", "https"},
	"dataset-store": {"s3", "s3", "sftp"},
	"feature-store": {"grpc", "redis"},
	"vector-store":  {"postgres", "grpc", "https"},
	"telemetry":     {"otlp", "syslog", "https"},
	"trainer":       {"ssh", "https"},
	"host":          {"ssh"},
	"data-pipeline": {"kafka", "https", "jdbc"},
	"human-review":  {"https", "mail"},
}

// protocol returns what an element speaks where it is called.
func (p *product) protocol(to string) string {
	if c := p.byID[to]; c != nil && protocols[c.kind] != nil {
		return pick(p.shop, protocols[c.kind])
	}
	return pick(p.shop, []string{"https", "https", "grpc"})
}
