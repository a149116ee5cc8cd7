// The five rungs, always all shown with their words; the promised one is filled and ticked.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Flow {
    id: rungs

    readonly property int inset: Theme.mm(Theme.step > 1 ? 1.6 : 2.4)
    property var names: [] // {id, name, chosen}
    readonly property string spoken: names.filter(rung => rung.chosen).map(rung => qsTr("This is: %1.").arg(rung.name)).join(" ")

    signal explained

    spacing: Theme.gap

    Repeater {
        model: rungs.names
        delegate: KPressable {
            id: chip

            required property var modelData
            readonly property bool chosen: modelData.chosen
            readonly property real natural: Theme.measure.width(modelData.name, Theme.bodyPixels, chosen ? 700 : 400)

            name: chosen ? qsTr("%1, what we promise here").arg(modelData.name) : modelData.name
            implicitWidth: Math.min(rungs.width, Math.max(Theme.target, natural + 2 * rungs.inset + (chosen ? tick.width + Theme.tight : 0)))
            implicitHeight: Math.max(Theme.target, label.implicitHeight)
            around: height / 2
            onPressed: rungs.explained()

            Rectangle {
                anchors.fill: parent
                radius: Math.min(height, Theme.target) / 2
                color: chip.chosen ? Theme.action : Theme.paper
                border.width: Theme.edgeWidth
                border.color: chip.chosen ? Theme.action : Theme.edge
            }
            KIcon {
                id: tick

                anchors.left: parent.left
                anchors.leftMargin: rungs.inset
                anchors.verticalCenter: parent.verticalCenter
                visible: chip.chosen
                name: "tick"
                tint: Theme.actionInk
                extent: Math.round(Theme.bodyPixels * 0.9)
            }
            KText {
                id: label

                anchors.verticalCenter: parent.verticalCenter
                anchors.right: parent.right
                anchors.rightMargin: rungs.inset
                width: parent.width - 2 * rungs.inset - (chip.chosen ? tick.width + Theme.tight : 0) + 2
                text: chip.modelData.name
                weight: chip.chosen ? 700 : 400
                horizontalAlignment: Text.AlignHCenter
                color: chip.chosen ? Theme.actionInk : Theme.quiet
                Accessible.ignored: true
            }
        }
    }
}
