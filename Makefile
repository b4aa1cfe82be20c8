# Steno: `make run` opens the shell on sessions/, `make test` runs every test. Both install what is missing.
PREFIX ?= /usr/local
NOTEBOOK ?= sessions
BUILD := .build
ifeq ($(shell uname),Linux)
# Equal functions are one, nothing is exported; relocations are packed where the C library can read them, from 2.36 on.
LINKED := -Xswiftc -use-ld=lld -Xlinker --icf=all -Xlinker --no-export-dynamic
ifeq ($(shell printf 'glibc 2.36\n%s\n' "$$(getconf GNU_LIBC_VERSION 2>/dev/null)" | sort -V | head -1),glibc 2.36)
LINKED += -Xlinker -z -Xlinker pack-relative-relocs
endif
endif
RELEASE := swift build -c release --static-swift-stdlib $(LINKED)
SOURCES := Package.swift Sources Tests templates

.PHONY: run build test unit terminal corpus agreement conformance warnings operations reports benchmarks figures recording lint format docs bench install uninstall clean help

help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: build ## build and open the shell on sessions/ (NOTEBOOK=folder for another)
	@$(BUILD)/release/steno --notebook $(NOTEBOOK)

build: ## build the release binary, the Swift library linked into it
	@scripts/bootstrap build
	$(RELEASE) --product steno

test: ## run all tests
	@scripts/bootstrap test
	$(MAKE) --no-print-directory unit terminal benchmarks

unit: ## run the Swift tests only
	swift build --build-tests --explicit-target-dependency-import-check error -Xswiftc -warnings-as-errors
	swift test --skip-build

terminal: ## run the tests that drive the program itself, through pipes and pseudo-terminals
	swift build --product steno
	swift build --product EditorProbe
	Tests/Terminal/run
	Tests/Reports/run

benchmarks: ## build what measures, so that it keeps compiling
	swift build --package-path Benchmarks
	swift build --package-path Benchmarks/Store

corpus: ## every file of the corpus (STENO_CORPUS=folder): all bytes covered, 20 random edits equal a full parse; headings
	STENO_CORPUS_ALL=1 swift test -c release -Xswiftc -enable-testing --filter 'LosslessTests|LayoutTests'

agreement: ## hold the semantic view against Asciidoctor's parser, over the corpus and its own tests (FILE=path shows one)
	@STENO_AGREEMENT=1 STENO_AGREEMENT_FILE='$(FILE)' swift test -c release -Xswiftc -enable-testing \
		--filter AgreementTests

conformance: ## measure how AsciiDoc is read beside Asciidoctor, and write docs/conformance.md (CORPUS=folder)
	swift build -c release --product ConformanceProbe
	swift build -c release --product steno
	scripts/conformance .build/release/ConformanceProbe $(or $(CORPUS),../shared/corpus) $(or $(SLICES),20000) \
		.build/release/steno

warnings: ## hold what `steno check` finds against what Asciidoctor warns of, and fix every file, over the corpus
	STENO_CORPUS_ALL=1 swift test -c release -Xswiftc -enable-testing --filter 'WarningAgreementTests|FixTests'

reports: ## the reports of others' faults, through the program (Tests/Reports/run 07: one)
	swift build --product steno
	Tests/Reports/run

operations: ## type every kind of line into every document of shared/, and hold what it makes against Asciidoctor (STRIDE=1)
	CONFIGURATION=release scripts/operations $(or $(STRIDE),1) $(or $(FOLDER),$(BUILD)/operations)

faults: ## kill it, fail its system calls, take its power away: every point of a session (about 15 minutes)
	swift build --product steno
	Tests/Faults/faults.py all

fuzz: ## ten minutes of mutated corpus through the document model (SECONDS=600 SEED=1)
	@scripts/bootstrap build
	swift build -c release --package-path Benchmarks
	Benchmarks/.build/release/bench fuzz $(or $(STENO_CORPUS),../shared/corpus) $(or $(SECONDS),600) $(or $(SEED),1)

figures: build ## measure what docs/ says in figures, and write it there (FIGURES=agreement: one)
	@scripts/bootstrap bench
	scripts/figures measure $(or $(FIGURES),agreement instructions acknowledge operations)

lint: ## check the form of the sources, and that AsciiDoc is written in one room
	swift format lint --strict --recursive $(SOURCES)
	scripts/check-literals
	scripts/figures check

format: ## bring the sources into form
	swift format format --in-place --recursive $(SOURCES)

docs: build ## generate docs/commands.md and the README's table of commands
	scripts/docs $(BUILD)/release/steno

recording: build ## record docs/steno.svg from a real session
	@scripts/bootstrap test
	scripts/record $(BUILD)/release/steno docs/steno.svg

bench: build ## measure, as ratios within one run
	@scripts/bootstrap bench
	scripts/bench $(BUILD)/release/steno

install: build ## install below PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(BUILD)/release/steno $(DESTDIR)$(PREFIX)/bin/steno

uninstall: ## remove what install put below PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/steno

clean: ## remove what was built
	rm -rf $(BUILD)
