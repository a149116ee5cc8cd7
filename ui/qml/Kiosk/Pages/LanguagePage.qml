// Every language by its English name and its own; the page changes as soon as one is pressed.
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
    sideName: qsTr("Hear the languages")
    sideIcon: "listen"
    onSide: model.hearLanguages()
    columns: Theme.columnsFor(model.languages.map(language => language.name), Theme.choiceChrome, 2)
    continued: qsTr("Languages %1–%2 of %3")

    KProse {
        heading: true
        text: qsTr("Choose your language")
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.model.unchecked
        colour: Theme.quiet
    }
    Repeater {
        model: page.model.languages
        delegate: KChoice {
            required property var modelData

            name: modelData.name
            chosen: modelData.code === page.model.language
            onPressed: page.model.speak(modelData.code)
        }
    }
}
