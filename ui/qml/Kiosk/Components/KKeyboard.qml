// The keyboard on the screen: ordinary kit controls, their layout as data (assets/keyboards).
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: keyboard

    property var rows: [] // rows of {label, name, text, act, icon, width}
    property real room: leastHeight // px that the keys may take
    readonly property real keyGap: Theme.gap
    readonly property real gaps: Math.max(0, rows.length - 1) * keyGap
    readonly property real leastRow: Math.max(Theme.target, Math.min(Theme.mm(17), Theme.linePixels(Theme.keyPixels) + Theme.tight))
    readonly property real leastHeight: rows.length * leastRow + gaps
    readonly property real rowHeight: Math.max(leastRow, Math.min(Theme.mm(17), Math.floor((room - gaps) / Math.max(1, rows.length))))

    signal keyPressed(var key)

    // Arrows go from key to key as they stand: sideways in the row, up and down to the nearest of another.
    function step(row: int, middle: real, way: int): bool {
        const next = lines.itemAt(row + way);
        if (next === null)
            return false;
        return goTo(next, middle);
    }
    function goTo(line: var, middle: real): bool {
        line.nearest(middle).forceActiveFocus(Qt.TabFocusReason);
        return true;
    }
    function keep(line: var) {
        line.keyAt(kept.place).forceActiveFocus(Qt.OtherFocusReason);
    }

    implicitHeight: rows.length * rowHeight + gaps
    QtObject {
        id: kept

        property int row: -1 // of the key that has been pressed with a key, while it is
        property int place: 0
    }

    // What a key needs to show itself: its letters, or its icon.
    function need(key: var): real {
        return key.icon ? Theme.target : Math.max(Theme.target, Theme.measure.width(key.label, Theme.keyPixels, 600) + 2 * Theme.tight);
    }
    // The keys of a row; those of several letters, as .com, and a comma only where all fit: they can be typed.
    function fitting(row: var): var {
        let kept = row;
        for (let tries = row.length; tries > 0; tries--) {
            const long = kept.filter(key => key.act === "" && (key.text.length > 2 || key.text === ","));
            const needed = kept.reduce((sum, key) => sum + need(key), (kept.length - 1) * keyGap);
            if (needed <= width || !long.length)
                break;
            const longest = long.reduce((most, key) => need(key) > need(most) ? key : most);
            kept = kept.filter(key => key !== longest);
        }
        return kept;
    }
    // Their widths: as the layout shares them out, but none less than it needs where others can spare it.
    function widths(keys: var): var {
        const unit = (width - (keys.length - 1) * keyGap) / keys.reduce((sum, key) => sum + key.width, 0);
        const shares = keys.map(key => key.width * unit);
        const spare = keys.map((key, place) => shares[place] - need(key));
        const wanting = spare.reduce((sum, room) => sum + Math.max(0, -room), 0);
        const given = spare.reduce((sum, room) => sum + Math.max(0, room), 0);
        const part = given > 0 ? Math.min(1, wanting / given) : 0;
        return shares.map((share, place) => share - Math.max(0, spare[place]) * part + (wanting ? Math.max(0, -spare[place]) * Math.min(1, given / wanting) : 0));
    }

    Repeater {
        id: lines

        model: keyboard.rows
        // Other letters have come on the same keys: whoever moves by keys stays where they were.
        onItemAdded: (index, item) => {
            if (index === kept.row)
                keyboard.keep(item);
        }
        delegate: Item {
            id: row

            required property var modelData
            required property int index
            readonly property var keys: keyboard.fitting(modelData)
            readonly property var keyWidths: keyboard.widths(keys)

            function keyAt(place: int): Item {
                return faces.itemAt(Math.min(place, faces.count - 1));
            }
            function nearest(middle: real): Item {
                let found = null;
                for (let place = 0; place < faces.count; place++) {
                    const key = faces.itemAt(place);
                    if (found === null || Math.abs(key.x + key.width / 2 - middle) < Math.abs(found.x + found.width / 2 - middle))
                        found = key;
                }
                return found;
            }

            y: index * (keyboard.rowHeight + keyboard.keyGap)
            width: keyboard.width
            height: keyboard.rowHeight

            Row {
                anchors.fill: parent
                spacing: keyboard.keyGap
                LayoutMirroring.enabled: false // keys stand as the layout says, on mirrored pages too

                Repeater {
                    id: faces

                    model: row.keys
                    delegate: KPressable {
                        id: key

                        required property var modelData
                        required property int index
                        readonly property bool function_: modelData.act !== ""
                        readonly property bool main: modelData.act === "done"
                        readonly property color ink: down ? Theme.finishInk : main ? Theme.actionInk : modelData.on ? Theme.actionSoftInk : function_ ? Theme.keyInk : Theme.ink
                        readonly property bool worded: modelData.icon === "" || Theme.measure.width(modelData.label, Theme.keyPixels, 600) + 3 * Theme.tight <= width && modelData.label !== ""

                        name: modelData.name
                        width: row.keyWidths[index]
                        height: keyboard.rowHeight
                        around: Theme.radius / 2
                        onPressed: {
                            const keys = kept; // this key may be gone after it
                            keys.row = activeFocus ? row.index : -1;
                            keys.place = index;
                            keyboard.keyPressed(modelData);
                            keys.row = -1;
                        }
                        Keys.onUpPressed: event => event.accepted = keyboard.step(row.index, x + width / 2, -1)
                        Keys.onDownPressed: event => event.accepted = keyboard.step(row.index, x + width / 2, 1)
                        Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                        Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

                        Rectangle {
                            anchors.fill: parent
                            radius: Theme.radius / 2
                            color: key.down ? Theme.finish : key.main ? Theme.action : key.modelData.on ? Theme.actionSoft : key.function_ ? Theme.key : Theme.card
                            border.width: key.modelData.on ? Theme.chosenWidth : Theme.edgeWidth
                            border.color: key.modelData.on ? Theme.action : Theme.edge
                        }
                        KText {
                            anchors.centerIn: parent
                            visible: key.worded
                            text: key.modelData.label
                            pixels: Theme.keyPixels
                            weight: 600
                            wrapMode: Text.NoWrap
                            color: key.ink
                            Accessible.ignored: true
                        }
                        KIcon {
                            anchors.centerIn: parent
                            visible: !key.worded
                            name: key.modelData.icon
                            tint: key.ink
                            extent: Theme.keyPixels
                        }
                    }
                }
            }
        }
    }
}
