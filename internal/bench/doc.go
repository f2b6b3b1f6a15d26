// Package bench holds the whole-program budgets: processor time and memory of complete runs of tmodel, next to the time
// that yaml.v3 takes to parse the same bytes. It has no code but tests; `make bench` runs them with the build tag bench.
//
// TMODEL_BIN names a program to measure instead of one that is built from this checkout.
package bench
