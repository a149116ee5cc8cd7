// Content cut into pages by measured height: what does not fit goes to the next page, at the same size (row 17).
import QtQuick
import Kiosk.Theme

Item {
    id: pages

    property int current: 0
    property int columns: 1
    property real spacing: Theme.gap
    property string continued: "" // with %1 %2 %3, over the later pages of a list of choices
    readonly property int count: Math.max(1, breaks.count)
    readonly property string spoken: breaks.spoken[current] ?? ""
    default property alias blocks: holder.data

    signal arranged

    function arrange() {
        const headerHeight = continued ? Theme.linePixels(Theme.bodyPixels) + Theme.tight : 0;
        const rows = rowsOf(wanted());
        const placed = [];
        const spoken = [];
        let page = 0;
        let y = 0;
        for (let place = 0; place < rows.length; place++) {
            const row = rows[place];
            const next = rows[place + 1];
            const room = pages.height - (page > 0 ? headerHeight : 0);
            const needed = row.height + (row.keep && next && row.height + spacing + next.height <= room ? spacing + next.height : 0);
            if (y > 0 && y + needed > room) {
                page += 1;
                y = 0;
            }
            const top = y + (page > 0 ? headerHeight : 0);
            for (const part of row.parts)
                placed.push({
                    block: part.block,
                    page: page,
                    x: part.x,
                    y: top,
                    height: row.height
                });
            y += row.height + (row.close ? Theme.tight : spacing);
            spoken[page] = (spoken[page] ?? []).concat(row.parts.map(part => part.block.spoken ?? "").filter(words => words));
        }
        breaks.placed = placed;
        breaks.spoken = Array.from(spoken, words => (words ?? []).join(" "));
        breaks.count = page + 1;
        current = Math.min(current, page);
        show();
        arranged();
    }
    function wanted(): var {
        const blocks = [];
        for (const child of holder.children) {
            if (child instanceof Repeater || child.wanted === false) {
                child.visible = false;
                continue;
            }
            if (!breaks.known.includes(child)) {
                breaks.known.push(child);
                child.implicitHeightChanged.connect(pages.arrangeSoon);
                child.wantedChanged?.connect(pages.arrangeSoon);
            }
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
            if (cell && open !== null && open.parts.length < columns) {
                open.parts.push({
                    block: block,
                    x: open.parts.length * (cellWidth + Theme.gap)
                });
                open.height = Math.max(open.height, block.implicitHeight);
                continue;
            }
            const row = {
                parts: [
                    {
                        block: block,
                        x: 0
                    }
                ],
                height: block.implicitHeight,
                keep: block.keepWithNext === true,
                close: block.close === true
            };
            rows.push(row);
            open = cell ? row : null;
        }
        return rows;
    }
    function show() {
        let first = 0, last = 0, cells = 0;
        for (const part of breaks.placed) {
            const here = part.page === current;
            part.block.visible = here;
            part.block.x = Theme.mirrored ? pages.width - part.x - part.block.width : part.x;
            part.block.y = part.y;
            if (part.block.cell !== undefined)
                part.block.height = part.height;
            if (part.block.cell === true) {
                cells += 1;
                if (here) {
                    first = first || cells;
                    last = cells;
                }
            }
        }
        header.text = current > 0 && continued && first ? continued.arg(first).arg(last).arg(cells) : "";
    }
    function arrangeSoon() {
        soon.start();
    }

    onCurrentChanged: show()
    onWidthChanged: arrangeSoon()
    onHeightChanged: arrangeSoon()
    onColumnsChanged: arrangeSoon()
    onContinuedChanged: arrangeSoon()
    Component.onCompleted: arrange()

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
