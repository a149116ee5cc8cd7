// Content cut into pages by measured height: what does not fit goes to the next page, at the same size (row 17).
import QtQuick
import Kiosk.Theme

Item {
    id: pages

    property int current: 0
    property int columns: 1
    property real spacing: Theme.gap
    property string continued: "" // with %1 %2 %3, over the later pages of a list of choices
    property real footer: 0 // px at the foot for the page's buttons
    property real alone: footer // and where one sheet holds everything
    property bool evenly: true // several sheets hold about as much each
    readonly property bool settled: !soon.running
    readonly property int count: Math.max(1, breaks.count)
    readonly property string spoken: [header.text, breaks.spoken[current] ?? ""].filter(words => words).join("\n")
    default property alias blocks: holder.data

    signal arranged

    function arrange() {
        const blocks = wanted();
        const always = blocks.filter(block => block.spare !== true);
        let sheets = dealer.deal(rowsOf(always));
        if (sheets.length > 1)
            sheets = dealer.deal(rowsOf(blocks));
        else
            blocks.filter(block => block.spare === true).forEach(block => block.visible = false);
        breaks.placed = [];
        sheets.forEach((sheet, page) => {
            for (const row of sheet.rows)
                for (const part of row.parts)
                    breaks.placed.push({
                        block: part.block,
                        page: page,
                        x: part.x,
                        y: row.y,
                        height: row.height
                    });
        });
        breaks.spoken = sheets.map((sheet, page) => breaks.placed.filter(part => part.page === page).map(part => part.block.spoken ?? "").filter(words => words).join("\n"));
        breaks.count = Math.max(1, sheets.length);
        current = Math.min(current, breaks.count - 1);
        show();
        arranged();
    }
    function wanted(): var {
        const blocks = [];
        for (const child of holder.children) {
            if (child instanceof Repeater) {
                child.visible = false;
                continue;
            }
            if (!breaks.known.includes(child)) {
                breaks.known.push(child);
                child.implicitHeightChanged.connect(pages.arrangeSoon);
                child.wantedChanged?.connect(pages.arrangeSoon);
            }
            if (child.wanted === false)
                child.visible = false;
            else
                blocks.push(child);
        }
        return blocks;
    }
    function rowsOf(blocks: var): var {
        const cellWidth = (pages.width - (columns - 1) * Theme.gap) / columns;
        const rows = [];
        let open = null;
        for (const block of blocks) {
            const cell = block.cell === true && columns > 1;
            block.width = cell ? cellWidth : Math.min(pages.width, block.widest ?? pages.width);
            block.ensurePolished(); // a Flow knows its height only then
            const joins = open !== null && (cell ? open.parts.length < columns : open.right + block.width <= pages.width);
            if (joins && open.cells === cell && (cell || block.beside === true)) {
                open.parts.push({
                    block: block,
                    x: cell ? open.parts.length * (cellWidth + Theme.gap) : open.right
                });
                open.right += block.width + Theme.gap;
                open.height = Math.max(open.height, block.tall ?? block.implicitHeight);
                open.tallest = Math.max(open.tallest, block.tallest ?? 0);
                continue;
            }
            const row = {
                parts: [
                    {
                        block: block,
                        x: 0
                    }
                ],
                height: block.tall ?? block.implicitHeight,
                tallest: block.tallest ?? 0,
                right: block.width + Theme.gap,
                cells: block.cell === true,
                keep: block.keepWithNext === true,
                fresh: block.fresh === true,
                after: block.flush === true ? 0 : block.close === true ? Theme.tight : spacing
            };
            rows.push(row);
            open = cell || block.beside === true ? row : null;
        }
        return rows;
    }
    function show() {
        let first = 0, last = 0, cells = 0;
        let above = true; // nothing but choices stands under the header
        for (const part of breaks.placed) {
            const here = part.page === current;
            part.block.visible = here;
            part.block.x = Theme.mirrored ? pages.width - part.x - part.block.width : part.x;
            part.block.y = part.y;
            if (part.block.cell !== undefined || part.block.tallest !== undefined)
                part.block.height = part.height;
            if (here && !first && part.block.cell !== true)
                above = false;
            if (part.block.cell === true) {
                cells += 1;
                if (here) {
                    first = first || cells;
                    last = cells;
                }
            }
        }
        header.text = current > 0 && continued && first && above ? continued.arg(Theme.number(first)).arg(Theme.number(last)).arg(Theme.number(cells)) : "";
    }
    function arrangeSoon() {
        soon.start();
    }
    function mark(start: int, length: int, word: string) {
        let begin = header.text ? header.text.length + 1 : 0;
        for (const part of breaks.placed) {
            const spoken = part.page === current ? part.block.spoken ?? "" : "";
            if (part.block.markStart !== undefined) {
                const place = start - begin;
                const here = spoken === part.block.Accessible.name && place >= 0 && spoken.substr(place, length) === word;
                part.block.markStart = here && start >= 0 ? place : -1;
                part.block.markLength = length;
            }
            begin += spoken ? spoken.length + 1 : 0;
        }
    }

    onCurrentChanged: show()
    onWidthChanged: arrangeSoon()
    onHeightChanged: arrangeSoon()
    onFooterChanged: arrangeSoon()
    onAloneChanged: arrangeSoon()
    onColumnsChanged: arrangeSoon()
    onContinuedChanged: arrangeSoon()
    Component.onCompleted: arrange()

    KSheets {
        id: dealer

        full: pages.height
        footer: pages.footer
        alone: pages.alone
        headerHeight: pages.continued ? Theme.linePixels(Theme.bodyPixels) + Theme.tight : 0
        evenly: pages.evenly
    }
    Timer {
        id: soon

        interval: 0
        onTriggered: pages.arrange()
    }
    QtObject {
        id: breaks

        property var placed: []
        property var spoken: []
        property var known: []
        property int count: 1
    }
    KText {
        id: header

        visible: text !== ""
        width: parent.width
        color: Theme.quiet
    }
    Item {
        id: holder

        anchors.fill: parent
        onChildrenChanged: pages.arrangeSoon()
    }
    Connections {
        target: Theme

        function onMirroredChanged() {
            pages.arrangeSoon();
        }
    }
}
