// One clause of the charter: a picture and plain words; on the last page, where all of it can be read.
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    readonly property bool beside: Theme.step < 2 && !Theme.narrow && model.picture !== ""

    forwardName: qsTr("Next")
    hasForward: !model.last
    onForward: model.forward()
    onBack: model.back()

    KClause {
        wanted: page.beside
        part: page.model.part
        title: page.model.heading
        words: page.model.text
        picture: page.model.picture
    }
    KPicture {
        wanted: !page.beside && page.model.picture !== ""
        source: page.model.picture
        words: page.model.heading
    }
    KProse {
        text: page.beside ? "" : page.model.part
        colour: Theme.action
        weight: 700
        close: true
    }
    KProse {
        heading: true
        text: page.beside ? "" : page.model.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.beside ? "" : page.model.text
        pixels: Theme.choicePixels
    }
    KQrCard {
        property bool wanted: page.model.address !== ""

        text: page.model.address
        caption: page.model.address
    }
}
