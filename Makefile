# Each target sets up what it needs; `make` alone says what there is.
SHELL := /bin/bash
RELEASE := .build/release/broadseal
VENV := .venv

.PHONY: help demo release test witness spark bench lint circles docs fuzz packages install deb tarball

help:
	@echo "make demo     build, make demo keys, sign and verify the samples, audit the folder"
	@echo "make test     install what the tests need, then run all of them, and the examples"
	@echo "make witness  let the heavy programs judge: LibreOffice, Poppler, ExifTool, FFmpeg, axe"
	@echo "make spark    audit on an Apache Spark cluster, one worker killed: the verdicts of one run"
	@echo "make fuzz     give every parser damaged bytes for a minute each (FOR=60)"
	@echo "make bench    compare speed and memory with the peer and the physical floor (BENCH='--only media')"
	@echo "make install  put program, manual pages and completions below PREFIX=/usr/local"
	@echo "make deb      a package for Debian 12; make tarball: one with OpenSSL inside"
	@echo "make docs     write the pages that the program knows better, and those for programmers (.build-docs/pages)"
	@echo "make circles  folders and files that need each other, from the last debug build"
	@echo "make lint     formatting, floors, file sizes, documentation"

packages:
	@Scripts/packages build

# The C++ runtime is linked in, as Swift's is: finding its symbols was a sixth of a start.
RUNTIME := $(CURDIR)/.build/runtime
release: packages
	@mkdir -p $(RUNTIME) && ln -sf $$($(CC) -print-file-name=libstdc++.a) $(RUNTIME)/
	swift build -c release --static-swift-stdlib --disable-local-rpath --product broadseal -Xswiftc -L$(RUNTIME)

# What is there is installed as it is, so that root needs no Swift.
install:
	@[ -x $(RELEASE) ] || $(MAKE) release
	Scripts/install $(RELEASE) $(or $(PREFIX),/usr/local)

deb: release
	@Scripts/package deb $(RELEASE) .build/packages

# In this folder the linker finds archives only, and pkg-config leads to it.
ARCHIVES := $(CURDIR)/.build/archives
tarball: packages
	@mkdir -p $(ARCHIVES)
	@for pair in libssl:ssl libcrypto:crypto zlib:z sqlite3:sqlite3 :stdc++; do \
	  ln -sf $$($(CC) -print-file-name=lib$${pair#*:}.a) $(ARCHIVES)/; \
	  [ -z "$${pair%:*}" ] || printf 'Name: %s\nDescription: archives\nVersion: 1\nLibs: -L%s -l%s -lm\n' \
	    $${pair%:*} $(ARCHIVES) $${pair#*:} >$(ARCHIVES)/$${pair%:*}.pc; done
	swift build -c release --static-swift-stdlib --disable-local-rpath --product broadseal \
	  --scratch-path .build/portable --pkg-config-path $(ARCHIVES)
	@Scripts/package tarball .build/portable/release/broadseal .build/packages

demo: release
	@Scripts/demo $(RELEASE)

$(VENV)/complete: Scripts/packages
	@Scripts/packages test
	@Scripts/packages venv $(VENV)

test: packages $(VENV)/complete
	BROADSEAL_VENV=$(CURDIR)/$(VENV) BROADSEAL_REQUIRE_WITNESSES=1 swift test
	@Scripts/examples .build/debug/broadseal

witness: release $(VENV)/complete
	@Scripts/packages witness $(VENV)
	@Scripts/witness $(RELEASE) $(VENV)
	@Scripts/witness-media $(RELEASE) $(VENV)
	@Scripts/witness-reports $(RELEASE) $(VENV)

spark: release $(VENV)/complete
	@Scripts/packages spark $(VENV)
	@Scripts/spark $(RELEASE) $(VENV)

bench: release $(VENV)/complete
	@Scripts/packages bench
	@$(VENV)/bin/python Benchmarks/bench.py $(RELEASE) $(BENCH)

fuzz: packages
	@Scripts/fuzz $(or $(FOR),60)

docs: demo
	@Scripts/documentation
	BROADSEAL_WRITE_PAGES=1 swift test --filter 'ThreatDocumentTests|CodePageTests|FormatPageTests|PeerPageTests'
	python3 Scripts/picture.py Documentation/verify.svg 84 $(RELEASE) verify \
	  Samples/signed/official/press-release.pdf Samples/signed/ai/river.jpg \
	  Samples/signed/tampered.pdf Samples/river.jpg --trust-dir Keys/demo/trust

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Examples/Package.swift Examples/Sources
	@python3 Scripts/floors.py

circles:
	@python3 Scripts/circles.py
