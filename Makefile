MVN ?= mvn -B -ntp

.PHONY: help run check format test bench dist db-reset docs schema

help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | column -t -s "$$(printf '\t')"

run: ## Start Oroshi at http://localhost:8080 with an embedded database and demo partners
	$(MVN) spring-boot:run

check: ## Compile with all checks, run every test, check the format: what CI runs
	$(MVN) verify

format: ## Put the sources in their one format
	$(MVN) -q spotless:apply

test: ## Run one test class: make test T=RefusalTest
	$(MVN) -q test -Dtest=$(T)

bench: ## Run the benchmarks and print their table (see docs/performance.md)
	bench/run

dist: ## Make target/dist: Oroshi unpacked, with a start script and the cache that lets it start quickly
	packaging/dist

db-reset: ## Throw the embedded database away; the next start makes a new one
	@echo "This deletes $${OROSHI_HOME:-$$HOME/.oroshi}. Press Enter to go on, Ctrl-C to keep it." && read -r _
	rm -rf "$${OROSHI_HOME:-$$HOME/.oroshi}"

docs: ## Write the module diagrams anew
	$(MVN) -q test -Dtest=ArchitectureTest && cp target/modules/components.puml docs/modules/

schema: ## Write docs/schema.txt anew
	$(MVN) -q test -Dtest=SchemaDumpTest || cp target/schema.txt docs/
