// Package sample is the one report that every format is tested on: a small system, a catalogue of three rules, and a
// register written by hand. No shipped rule is in it, so that a new one changes no golden file.
package sample

import (
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

const text = `tmodel: 1
system:
  id: sorter
  name: Parcel sorter
  owner: logistics
  criticality: high
  purpose: Reads the labels of parcels and sends each to a belt.
  objectives:
    - {id: right-belt, statement: A parcel lands on the right belt., loss: Late parcels and refunds., assets: [label]}
actors:
  - {id: sender, name: Sender, trust: anonymous, zone: street}
zones:
  - {id: street, trust: untrusted}
  - {id: depot, name: Depot, trust: internal}
assets:
  - {id: scan, name: Scan of a label, kind: input}
  - {id: label, name: Label, kind: prediction, sensitivity: {confidentiality: low, integrity: high, availability: high}}
  - {id: weights, name: Reader weights, kind: model, origin: community}
components:
  - {id: camera, name: Belt camera, kind: gateway, zone: depot}
  - {id: reader, name: Label reader, kind: endpoint, zone: depot, holds: [weights]}
  - {id: printer, kind: gateway, zone: depot, out_of_scope: Reviewed with the depot network.}
data_flows:
  - {id: capture, from: sender, to: camera, carries: [scan]}
  - {id: read, name: Label is read, from: camera, to: reader, carries: [scan], returns: [label], encrypted: yes, authentication: mutual}
pipeline:
  - {id: tune, kind: fine-tune, runs_on: reader, produces: [weights]}
controls:
  - {use: input-checks, on: [camera], state: planned}
  - {use: weights-signing, on: [reader], state: verified, evidence: depot/signing.tf}
`

// resolve reads a system against the words of the small catalogue.
func resolve(name, text string) (*graph.Graph, *diag.Bag) {
	bag := &diag.Bag{}
	tree := yamltree.Parse(source.New(name, []byte(text)), yamltree.DefaultLimits, bag)
	if tree == nil {
		panic("sample: " + bag.Sorted()[0].Message)
	}
	c := Catalog()
	g := graph.Build(model.Decode(tree), c.Vocab, c.ControlIDs(), bag)
	return g, bag
}
