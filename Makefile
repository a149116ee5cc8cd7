# Every target does its own set-up (.ci/setup): a fresh Debian or Ubuntu with Python 3.11 is enough.
# ARGS are handed on:  make run ARGS="my-event/ --window 1280x800"   make test ARGS="tests/forms -x"

SHELL = /bin/sh
python = .venv/bin/python
offscreen = QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software

.PHONY: help setup run test test-at check tidy gallery pictures listen strings faults monkey day bench scale bundle wheelhouse

help:
	@echo "make run      open the kiosk on the practice event"
	@echo "make test     every test"
	@echo "make test-at  an outside assistive client does a whole visit; installs what that takes"
	@echo "make check    ruff, mypy, qmllint and qmlformat, without changing anything"
	@echo "make tidy     let ruff and qmlformat put the code in order"
	@echo "make gallery  a picture of every page, in pictures/"
	@echo "make pictures the pictures of the README, in docs/pictures"
	@echo "make listen   the practice event as it sounds in each language, as WAV files in listen/"
	@echo "make strings  draw new words into the catalogues, and compile them"
	@echo "make faults   the storage's fault tests in full, and docs/reliability.md with what was counted"
	@echo "make monkey   20,000 random acts on the real window"
	@echo "make bundle   a folder that runs without Python, in dist/, and a try of it"
	@echo "make wheelhouse  every wheel for an install without network, in wheelhouse/"
	@echo "make day      ten hours of a stall, 10,000 visits, restarts and a pulled stick"
	@echo "make bench    measurements beside their floors, in docs/performance.md"
	@echo "make scale    past one office, in docs/scale.md; with PostgreSQL where psql (or PSQL) reaches one"

setup:
	@sh .ci/setup

run: setup
	@$(python) -m kiosk $(ARGS)

# The residents who only hear send tens of thousands of keys and touches: they have fresh processes of their own.
unseen = tests/journeys/test_unseen.py

test: setup
ifeq ($(strip $(ARGS)),)
	@$(offscreen) $(python) -m pytest -n auto $(unseen)
	@$(offscreen) $(python) -m pytest -n auto --dist loadgroup --ignore $(unseen)
else
	@$(offscreen) $(python) -m pytest -n auto --dist loadgroup $(ARGS)
endif

test-at:
	@sh .ci/setup screen assistive
	@$(python) -m pytest tests/at $(ARGS)

check: setup
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	@$(python) .ci/qml.py

tidy: setup
	$(python) -m ruff check --fix
	$(python) -m ruff format
	@$(python) .ci/qml.py --mend

gallery: setup
	@$(offscreen) $(python) -m ui.making.gallery pictures $(ARGS)

pictures: setup
	@$(offscreen) $(python) -m ui.making.pictures docs/pictures

listen: setup
	@$(python) -m kiosk.speech.listen listen

strings: setup
	@$(python) -m ui.making.strings $(ARGS)

faults:
	@sh .ci/setup faults
	@KIOSK_KILLS=1000 KIOSK_CUTS=3000 KIOSK_TORN=300 KIOSK_FLIPS=1000 KIOSK_FAULTS_REPORT=docs/reliability.md \
		$(offscreen) $(python) -m pytest tests/faults $(ARGS)

day: setup
	@KIOSK_VISITS=10000 $(offscreen) $(python) -m pytest tests/journeys/test_a_day.py $(ARGS)

monkey: setup
	@$(offscreen) $(python) -m ui.residents.monkey $(ARGS)

bench:
	@sh .ci/setup faults
	@$(python) -m pip install --quiet --disable-pip-version-check --editable '.[bench]' || \
		echo "DuckDB and elementpath could not be installed: the rows beside them are left out."
	@$(python) -m benchmarks $(ARGS)

scale: setup
	@$(python) -m benchmarks.scale $(ARGS)

bundle: setup
	@$(python) -m pip install --quiet --disable-pip-version-check '.[bundle]'
	@$(python) -m PyInstaller --noconfirm --log-level WARN --workpath build/bundle .ci/bundle/event-kiosk.spec
	@du -sh dist/event-kiosk
	@KIOSK_BUNDLE=dist/event-kiosk $(python) -m pytest tests/packaging/test_bundle.py

wheelhouse: setup
	@$(python) -m pip wheel --quiet --disable-pip-version-check --wheel-dir wheelhouse .
	@du -sh wheelhouse
	@echo "To install or update from it: python3 -m pip install --upgrade --no-index --find-links wheelhouse event-kiosk"
