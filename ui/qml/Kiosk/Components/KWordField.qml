// A field with the words that it stands beside, as the English of a translation; under it what is wrong with it.
import QtQuick
import Kiosk.Theme

Item {
    id: entry

    property string label
    property string beside
    property string besideTongue // the language of those words, where that is not the page's
    property string note
    property string wrong
    property alias tongue: labelled.tongue
    property bool bare: false // words alone, as where they do not fit beside a field
    property alias text: labelled.text
    property alias hidden: labelled.hidden
    property alias severalLines: labelled.severalLines
    readonly property bool halves: !bare && beside !== ""
    readonly property real half: (width - 2 * Theme.gap) / 2
    readonly property bool marked: !bare && wrong !== ""
    readonly property bool remarked: !bare && note !== ""
    readonly property real under: (remarked ? Theme.tight + remark.tall : 0) + (marked ? Theme.tight + trouble.tall : 0)
    // A text of several lines is seen whole, or as many whole lines of it as half a page holds.
    readonly property int most: Math.max(1, Math.floor((Theme.bodyHeight / 2 - 2 * Theme.padding) / labelled.lineHeight))
    readonly property real whole: Math.min(most, labelled.written.lineCount) * labelled.lineHeight + 2 * Theme.padding
    readonly property real fieldHeight: labelled.height + under
    property bool keepWithNext: bare
    readonly property real widest: Math.max(Theme.mm(halves || bare || severalLines ? 220 : 110), Theme.measure.width(label, Theme.bodyPixels, 400) + 2)
    readonly property string spoken: bare ? source.spoken : [halves ? source.spoken : "", labelled.spoken || label, note, wrong].filter(words => words).join("\n")

    signal pressed
    signal edited(string text)
    signal entered

    implicitHeight: bare ? source.tall : Math.max(fieldHeight, halves ? source.tall : 0)

    KText {
        id: source

        x: Theme.mirrored ? entry.width - width : 0
        y: entry.halves ? Math.max(0, Math.min(labelled.over + Theme.padding, entry.height - tall)) : 0
        width: Math.min(entry.halves ? entry.half : entry.width, Theme.measure.readable(entry.beside, Theme.bodyPixels, 400))
        visible: entry.beside !== ""
        text: entry.beside
        tongue: entry.besideTongue
        pixels: Theme.bodyPixels
        color: Theme.quiet
    }
    KLabelledField {
        id: labelled

        x: Theme.mirrored ? 0 : entry.width - width
        width: entry.halves ? entry.half : entry.width
        height: Math.max(implicitHeight, severalLines ? over + entry.whole : 0)
        visible: !entry.bare
        cell: false
        label: entry.label
        name: entry.label
        wrong: entry.wrong !== ""
        onPressed: entry.pressed()
        onEdited: text => entry.edited(text)
        onEntered: entry.entered()
    }
    KText {
        id: trouble

        x: labelled.x + (Theme.mirrored ? 0 : sign.width + Theme.tight)
        y: labelled.height + Theme.tight
        width: labelled.width - sign.width - Theme.tight
        visible: entry.marked
        text: entry.wrong
        color: Theme.stop
        weight: 700
    }
    KIcon {
        id: sign

        x: Theme.mirrored ? labelled.x + labelled.width - width : labelled.x
        y: trouble.y + (trouble.lineHeight - height) / 2
        visible: entry.marked
        name: "danger"
        tint: Theme.stop
        extent: Math.round(Theme.bodyPixels * 1.1)
    }
    KText {
        id: remark

        x: labelled.x
        y: labelled.height + (entry.marked ? Theme.tight + trouble.tall : 0) + Theme.tight
        width: labelled.width
        visible: entry.remarked
        text: entry.note
        color: Theme.quiet
    }
}
