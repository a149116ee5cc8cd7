// The voice: say it again, slower or faster, quieter or louder, or stop.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    hasBack: false
    forwardName: qsTr("Done")
    forwardIcon: "done"
    sideName: qsTr("Stop reading aloud")
    sideIcon: "listen-off"
    onSide: model.stopListening()
    columns: Theme.columnsFor(buttons.model.map(button => button.name), Theme.buttonChrome, 2)

    KProse {
        heading: true
        close: true
        text: qsTr("Reading aloud")
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.model.voiceNotice
        colour: Theme.stop
        weight: 700
    }
    KProse {
        close: true
        text: page.model.voiceLine
    }
    Repeater {
        id: buttons

        model: [
            {
                name: qsTr("Slower"),
                icon: "minus",
                act: () => page.model.slower()
            },
            {
                name: qsTr("Faster"),
                icon: "plus",
                act: () => page.model.faster()
            },
            {
                name: qsTr("Quieter"),
                icon: "minus",
                act: () => page.model.quieter()
            },
            {
                name: qsTr("Louder"),
                icon: "plus",
                act: () => page.model.louder()
            },
            {
                name: qsTr("Say it again"),
                icon: "listen",
                act: () => page.model.again()
            },
            {
                name: qsTr("Read on"),
                icon: "play",
                hint: qsTr("From where it stopped."),
                act: () => page.model.goOn()
            },
            {
                name: qsTr("Press at once"),
                icon: page.model.oneTap ? "check-filled" : "check-empty",
                hint: qsTr("For somebody who sees the screen."),
                on: page.model.oneTap,
                act: () => page.model.setOneTap()
            }
        ]
        delegate: KButton {
            required property var modelData
            property bool cell: true
            readonly property int tallest: Math.max(implicitHeight, Theme.mm(20))

            name: modelData.name
            hint: modelData.hint ?? ""
            icon: modelData.icon
            Accessible.checkable: modelData.on !== undefined
            Accessible.checked: modelData.on === true
            onPressed: modelData.act()
        }
    }
}
