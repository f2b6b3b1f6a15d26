# Everything that is done with this repository. `make` lists it.
GO ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME ?= 30s

export CGO_ENABLED = 0

.PHONY: help build demo test lint generate pins golden fuzz bench eval mutate cover clean
.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## build bin/tmodel and bin/tmodel-render
	$(GO) build -trimpath -o bin/ ./cmd/...

demo: build ## analyze the example; the reports are in tmodel-out/
	bin/tmodel analyze examples/image-classifier.yaml
	@echo
	@echo "The report is tmodel-out/report.md, the diagram tmodel-out/diagram.svg, the matrix tmodel-out/risk-matrix.svg."

test: ## run all tests
	$(GO) test ./...

lint: ## gofmt, vet, staticcheck
	@files=$$(gofmt -l $$(git ls-files '*.go' 2>/dev/null || find . -name '*.go')); \
	  if [ -n "$$files" ]; then echo "gofmt would change:"; echo "$$files"; exit 1; fi
	$(GO) vet ./...
	$(GO) vet -tags bench ./internal/bench
	$(GO) run $(STATICCHECK) ./...

generate: ## compile catalogs/*.yaml into Go and into the schema of systems
	$(GO) run ./internal/catalog/gen

pins: ## accept what ATLAS now says of the ids that rules cite; first read what tmodel catalog lint catalogs says
	$(GO) test ./internal/catalog/lint -run TestPins -pins

golden: ## rewrite golden files; look at the diff before you commit it
	$(GO) test $$(grep -rl --include='*_test.go' 'tmodel/internal/golden"' internal | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

fuzz: ## run every fuzz target for FUZZTIME each
	@for f in $$(grep -rl --include='*_test.go' 'func Fuzz' internal cmd); do \
	  for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/p' $$f); do \
	    echo "$$f $$name"; $(GO) test ./$$(dirname $$f) -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) || exit 1; \
	  done; done

bench: ## measure whole runs against the budgets; takes some minutes
	$(GO) test ./internal/bench -run TestBudgets -tags bench -v -count=1 -timeout 20m

eval: ## measure the rules on real systems; ARGS=-v says what is missed and what each rule does
	$(GO) run ./internal/eval/run $(ARGS)

mutate: ## take each clause of each rule away and say what no example notices; ARGS="AG-01 agents.yaml" for some rules or files
	$(GO) run ./internal/mutate/run $(ARGS)

cover: ## statement coverage of internal/, generated files left out
	$(GO) test -coverpkg=./internal/... -coverprofile=coverage.out ./... > coverage.log || { grep -vE "^ok|no test files" coverage.log; exit 1; }
	@$(GO) tool cover -func=coverage.out | tail -1

clean: ## remove what was built
	rm -rf bin tmodel-out coverage.out coverage.log
