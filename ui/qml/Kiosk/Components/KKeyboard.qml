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

    implicitHeight: rows.length * rowHeight + gaps

    // The keys of a row; those of several letters, as .com, only where their letters fit: they can be typed.
    function fitting(row: var): var {
        const unitOf = keys => (keyboard.width - (keys.length - 1) * keyGap) / keys.reduce((sum, key) => sum + key.width, 0);
        const over = (key, unit) => Theme.measure.width(key.label, Theme.keyPixels, 600) + Theme.tight - key.width * unit;
        let kept = row;
        for (let tries = row.length; tries > 0; tries--) {
            const unit = unitOf(kept);
            const long = kept.filter(key => key.act === "" && key.icon === "" && key.text.length > 2 && over(key, unit) > 0);
            if (!long.length)
                break;
            const widest = long.reduce((most, key) => over(key, unit) > over(most, unit) ? key : most);
            kept = kept.filter(key => key !== widest);
        }
        return kept;
    }

    Repeater {
        model: keyboard.rows
        delegate: Item {
            id: row

            required property var modelData
            required property int index
            readonly property var keys: keyboard.fitting(modelData)
            readonly property real units: keys.reduce((sum, key) => sum + key.width, 0)
            readonly property real unit: (keyboard.width - (keys.length - 1) * keyboard.keyGap) / units

            y: index * (keyboard.rowHeight + keyboard.keyGap)
            width: keyboard.width
            height: keyboard.rowHeight

            Row {
                anchors.fill: parent
                spacing: keyboard.keyGap
                LayoutMirroring.enabled: false // keys stand as the layout says, on mirrored pages too

                Repeater {
                    model: row.keys
                    delegate: KPressable {
                        id: key

                        required property var modelData
                        readonly property bool function_: modelData.act !== ""
                        readonly property bool main: modelData.act === "done"
                        readonly property color ink: main ? Theme.actionInk : function_ ? Theme.actionSoftInk : Theme.ink
                        readonly property bool worded: modelData.icon === "" || Theme.measure.width(modelData.label, Theme.keyPixels, 700) + Theme.tight <= width && modelData.label !== ""

                        name: modelData.name
                        width: row.unit * modelData.width
                        height: keyboard.rowHeight
                        around: Theme.radius / 2
                        onPressed: keyboard.keyPressed(modelData)

                        Rectangle {
                            anchors.fill: parent
                            radius: Theme.radius / 2
                            color: key.down ? Theme.finish : key.main ? Theme.action : key.function_ ? Theme.actionSoft : Theme.card
                            border.width: Theme.edgeWidth
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
