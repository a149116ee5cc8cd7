// The keyboard on the screen: ordinary kit controls, their layout as data (assets/keyboards).
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: keyboard

    property var rows: [] // rows of {label, name, text, act, icon, width}
    readonly property real rowHeight: Math.max(Theme.target, Math.min(Theme.mm(17), Theme.linePixels(Theme.keyPixels) + Theme.tight))
    readonly property real keyGap: Theme.gap

    signal keyPressed(var key)

    implicitHeight: rows.length * rowHeight + (rows.length - 1) * keyGap

    Repeater {
        model: keyboard.rows
        delegate: Item {
            id: row

            required property var modelData
            required property int index
            readonly property real units: modelData.reduce((sum, key) => sum + key.width, 0)
            readonly property real unit: (keyboard.width - (modelData.length - 1) * keyboard.keyGap) / units

            y: index * (keyboard.rowHeight + keyboard.keyGap)
            width: keyboard.width
            height: keyboard.rowHeight

            Row {
                anchors.fill: parent
                spacing: keyboard.keyGap
                LayoutMirroring.enabled: false // keys stand as the layout says, on mirrored pages too

                Repeater {
                    model: row.modelData
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
