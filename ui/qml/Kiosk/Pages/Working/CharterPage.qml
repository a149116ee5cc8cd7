// One clause of the charter: a picture and plain words; on the last page, where all of it can be read.
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    readonly property bool beside: Theme.step < 2 && !Theme.narrow && model.picture !== ""

    readonly property bool low: Theme.pageHeight < Theme.pageWidth // no room for a large picture over the words
    readonly property bool titled: !beside && low && model.part === "" && model.picture !== "" // the heading has the picture

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
        wanted: !page.beside && !page.low && page.model.picture !== ""
        source: page.model.picture
        words: page.model.heading
    }
    KTitle {
        wanted: !page.beside && !page.titled && page.model.part !== ""
        picture: page.low ? page.model.picture : ""
        text: page.model.part
    }
    KTitle {
        wanted: page.titled
        picture: page.model.picture
        text: page.model.heading
        pixels: Theme.headingPixels
        weight: 800
        level: true
        color: Theme.ink
        Accessible.role: Accessible.Heading
    }
    KProse {
        heading: true
        text: page.beside || page.titled ? "" : page.model.heading
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
