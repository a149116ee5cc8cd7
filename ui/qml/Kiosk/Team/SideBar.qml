// The team's sections, at the start side; a strip with a menu where letters are too large for that.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

FocusScope {
    id: side

    required property var team

    property real windowWidth: 0
    property real windowHeight: 0
    readonly property var sections: team.sections
    readonly property real widestName: sections.reduce((most, one) => Math.max(most, Theme.measure.width(one.badge ? one.name + "  " + one.badge : one.name, Theme.bodyPixels, 700)), Theme.measure.width(team.line, Theme.bodyPixels, 400))
    readonly property real barWidth: Math.max(widestName + 2 * Theme.padding, leave.implicitWidth) + 2 * Theme.gap + 2
    readonly property bool strip: barWidth > windowWidth * 0.32
    readonly property int tall: Math.max(Theme.target, Theme.linePixels(Theme.bodyPixels) + Theme.tight)
    readonly property real step: tall + Theme.gap
    readonly property real room: windowHeight - who.tall - leave.height - 4 * Theme.gap
    readonly property int fitting: Math.max(2, Math.floor((room + Theme.gap) / step))
    readonly property bool several: sections.length > fitting
    readonly property int aPage: several ? fitting - 1 : Math.max(1, sections.length)
    property int part: Math.max(0, Math.floor(sections.findIndex(one => one.chosen) / aPage))

    width: strip ? windowWidth : barWidth
    height: strip ? Math.max(Theme.mainTarget, menu.implicitHeight) + 2 * Theme.tight : windowHeight

    Rectangle {
        anchors.fill: parent
        color: Theme.panel
        border.width: Qt.colorEqual(Theme.panel, Theme.paper) ? Theme.edgeWidth : 0
        border.color: Theme.panelInk
    }
    KText {
        id: who

        anchors.left: side.strip ? menu.right : parent.left
        anchors.right: side.strip ? back.left : parent.right
        anchors.leftMargin: side.strip ? Theme.gap : Theme.gap + Theme.padding
        anchors.rightMargin: Theme.gap
        y: side.strip ? (parent.height - height) / 2 : Theme.gap
        text: side.team.line
        color: Theme.panelInk
        visible: !side.strip || implicitWidth <= width
        wrapMode: Text.NoWrap
    }
    KButton {
        id: menu

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: side.strip
        name: qsTr("Menu")
        icon: "team"
        onPressed: side.team.enter("menu")
    }
    Repeater {
        model: side.strip ? [] : side.sections.slice(side.part * side.aPage, (side.part + 1) * side.aPage)
        delegate: KSideButton {
            required property var modelData
            required property int index

            anchors.left: parent?.left
            anchors.right: parent?.right
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.gap
            y: who.y + who.tall + Theme.gap + index * side.step
            height: side.tall
            name: modelData.badge ? modelData.name + ", " + modelData.badge : modelData.name
            words: modelData.name
            badge: modelData.badge
            chosen: modelData.chosen
            onPressed: side.team.enter(modelData.id)
        }
    }
    KSideButton {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        y: who.y + who.tall + Theme.gap + side.aPage * side.step
        height: side.tall
        visible: side.several && !side.strip
        name: qsTr("More sections")
        onPressed: side.part = (side.part + 1) * side.aPage >= side.sections.length ? 0 : side.part + 1
    }
    KButton {
        id: back

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: side.strip
        name: qsTr("Back to residents")
        icon: "home"
        kind: "finish"
        iconOnly: menu.width + wordyWidth + 3 * Theme.margin > side.width
        onPressed: side.team.leave()
    }
    KSideButton {
        id: leave

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        visible: !side.strip
        finish: true
        name: qsTr("Back to residents")
        onPressed: side.team.leave()
    }
}
