// A page of a table: as many rows as its height holds, each a control with a name, and the columns that fit.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: table

    property var columns: [] // of {name, letters}
    property var rows: [] // of {key, cells}
    property int first: 0 // the first column that is shown
    readonly property int line: Theme.linePixels(Theme.bodyPixels)
    readonly property int rowHeight: Math.max(Theme.target, line + 2 * Theme.tight)
    readonly property int headHeight: height < line + Theme.tight + rowHeight ? 0 : line + Theme.tight
    readonly property real step: rowHeight + Theme.gap
    readonly property int fits: Math.max(1, Math.floor((height - headHeight + Theme.gap) / step))
    readonly property var placed: place()
    readonly property int after: placed.length ? placed[placed.length - 1].column + 1 : 0
    readonly property bool whole: placed.length >= columns.length

    signal opened(string key)

    // As many columns as stand side by side at a width that reads well; what is left over goes to all of them.
    function place(): var {
        const inner = width - 2 * Theme.padding;
        const found = [];
        let used = 0;
        for (let column = first < columns.length ? first : 0; column < columns.length; column++) {
            const letters = Math.max(6, columns[column].letters + 1);
            const wide = Math.min(inner, 10 * Theme.bodyPixels, letters * Theme.bodyPixels * 0.56 + Theme.padding);
            if (found.length && used + wide > inner)
                break;
            found.push({
                column: column,
                wide: wide
            });
            used += wide;
        }
        const more = Math.max(0, inner - used) / Math.max(1, found.length);
        let x = Theme.padding;
        for (const one of found) {
            one.wide += more;
            one.x = x;
            x += one.wide;
        }
        return found;
    }
    function across(one: var): real {
        return Theme.mirrored ? width - one.x - one.wide + Theme.padding : one.x;
    }
    function told(cells: var): string {
        return placed.filter(one => cells[one.column]).map(one => columns[one.column].name + ": " + cells[one.column]).join(". ");
    }

    implicitHeight: headHeight + step
    Accessible.role: Accessible.Table
    Accessible.name: columns.map(column => column.name).join(", ")

    Repeater {
        model: table.placed
        delegate: KText {
            required property var modelData

            x: table.across(modelData)
            width: modelData.wide - Theme.padding
            visible: table.headHeight > 0
            text: Theme.measure.fitted(table.columns[modelData.column]?.name ?? "", Theme.bodyPixels, 700, width)
            weight: 700
            color: Theme.quiet
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Repeater {
        model: table.rows
        delegate: KPressable {
            id: row

            required property var modelData
            required property int index

            y: table.headHeight + index * table.step
            width: table.width
            height: table.rowHeight
            visible: index < table.fits
            name: table.told(modelData.cells) || qsTr("Nothing was said")
            onPressed: table.opened(modelData.key)

            Rectangle {
                anchors.fill: parent
                radius: Theme.radius / 2
                color: row.down ? Theme.actionSoft : Theme.card
                border.width: Theme.edgeWidth
                border.color: Theme.edge
            }
            Repeater {
                model: table.placed
                delegate: KText {
                    required property var modelData

                    x: table.across(modelData)
                    y: (row.height - tall) / 2
                    width: modelData.wide - Theme.padding
                    text: Theme.measure.fitted(row.modelData.cells[modelData.column] ?? "", Theme.bodyPixels, 400, width)
                    color: row.down ? Theme.actionSoftInk : Theme.ink
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
