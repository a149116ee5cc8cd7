// The strip for staff beside a preview. It has an engine, and so a Theme, of its own: a resident's size is not its size.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

Window {
    id: strip

    required property var model
    required property var measure
    required property real density // px per mm, for eyes at a desk

    title: "Preview, for staff"
    color: Theme.paper
    width: Theme.mm(150)
    visible: false

    Binding {
        target: Theme
        property: "measure"
        value: strip.measure
    }
    Binding {
        target: Theme
        property: "pxPerMm"
        value: strip.density
    }
    Binding {
        target: Theme
        property: "pageWidth"
        value: strip.width
    }
    Binding {
        target: Theme
        property: "pageHeight"
        value: strip.height
    }

    Column {
        id: head

        x: Theme.margin
        y: Theme.margin
        width: strip.width - 2 * Theme.margin
        spacing: Theme.gap

        KText {
            width: head.width
            text: "Preview, for staff. Nothing here is a real answer: it is kept as practice."
            color: Theme.quiet
        }
        KButton {
            name: "Close the preview"
            icon: "cross"
            pixels: Theme.bodyPixels
            width: Theme.measure ? Theme.measure.width(name, pixels, 700) + 4 * Theme.padding + Theme.mm(9) : 0
            height: Theme.mm(9)
            onPressed: strip.model.close()
        }
        PreviewChoices {
            title: "Language"
            options: strip.model.languages
            visible: options.length > 1
            onPicked: id => strip.model.speak(id)
        }
        PreviewChoices {
            title: "Size"
            options: strip.model.sizes
            onPicked: id => strip.model.resize(id)
        }
        PreviewChoices {
            title: "Colours"
            options: strip.model.colours
            onPicked: id => strip.model.colour(id)
        }
        PreviewChoices {
            title: "Begin"
            options: strip.model.activities
            onPicked: id => strip.model.open(id)
        }
        KText {
            width: head.width
            text: strip.model.told
            weight: 700
        }
    }
    ListView {
        id: list

        anchors.top: head.bottom
        anchors.topMargin: Theme.tight
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        x: Theme.margin
        width: strip.width - 2 * Theme.margin
        clip: true
        spacing: Theme.tight
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 4000
        model: strip.model.questions.length
        delegate: PreviewQuestion {
            required property int index
            readonly property var facts: strip.model.questions[index] ?? ({})

            width: list.width
            height: implicitHeight
            name: facts.label ?? ""
            why: facts.why ?? ""
            asked: facts.asked ?? false
            chosen: facts.chosen ?? false
            onPressed: {
                if (asked)
                    strip.model.jump(facts.path);
            }
        }
    }
}
