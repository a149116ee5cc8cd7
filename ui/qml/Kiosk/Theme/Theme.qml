pragma Singleton
// Colours by role and sizes in millimetres (ACCESSIBILITY.md rows 16 to 22), turned into pixels here and nowhere else.

import QtQuick

QtObject {
    id: theme

    // What the resident chose, and the panel: bound in Main.qml.
    property string size: "standard"
    property string colours: "standard"
    property string script: "Latn"
    property bool mirrored: false
    property string digits: "0123456789"
    property var tongues: ({}) // script and direction of each language, for words in another than the page's
    property real pxPerMm: 5.9
    property real pageWidth: 1280
    property real pageHeight: 800
    property var measure: null // ui/painting/measure.py: widths and lines of words in these fonts

    // --- colours by role
    readonly property var roles: palettes[colours] ?? palettes["standard"]
    readonly property color paper: roles.paper
    readonly property color card: roles.card
    readonly property color ink: roles.ink
    readonly property color quiet: roles.quiet
    readonly property color action: roles.action
    readonly property color actionInk: roles.actionInk
    readonly property color actionSoft: roles.actionSoft
    readonly property color actionSoftInk: roles.actionSoftInk
    readonly property color focus: roles.focus
    readonly property color focusEdge: roles.focusEdge
    readonly property color finish: roles.finish
    readonly property color finishInk: roles.finishInk
    readonly property color edge: roles.edge
    readonly property color stop: roles.stop
    readonly property color picture: roles.picture
    readonly property real pictureShade: roles.pictureShade // over large pictures, which bring a bright ground
    readonly property color pictureInk: roles.pictureInk
    readonly property color key: roles.key // keys that write nothing
    readonly property color keyInk: roles.keyInk
    readonly property color disc: roles.disc
    readonly property color discInk: roles.discInk
    readonly property color panel: roles.panel
    readonly property color panelInk: roles.panelInk
    readonly property color panelStrong: roles.panelStrong
    readonly property color codePaper: "#FFFFFF" // of a QR code, the same in every theme
    readonly property color codeInk: "#16202A"

    readonly property var palettes: Palettes.all

    // --- heights of capitals, in mm
    readonly property int step: ["standard", "medium", "large", "largest"].indexOf(size)
    readonly property real capBody: [3.5, 4.8, 6.4, 8.5][step]
    readonly property real capChoice: [4.2, 4.8, 6.4, 8.5][step]
    readonly property real capHeading: [5.6, 6.2, 7.4, 9.0][step]
    readonly property real capKey: Math.max(4.2, capBody)
    readonly property real capNumber: [8.0, 8.5, 9.0, 9.5][step] // a point of a scale
    readonly property real capCount: [15.0, 14.0, 13.0, 12.0][step] // the seconds left
    readonly property real capReference: [10.0, 10.5, 11.0, 11.5][step]
    // Noto Sans: capitals are 0.714 of the font's size. Other scripts are set at the size that matches it.
    readonly property real capShare: 0.714

    readonly property int bodyPixels: pixels(capBody)
    readonly property int choicePixels: pixels(capChoice)
    readonly property int headingPixels: pixels(capHeading)
    readonly property int keyPixels: pixels(capKey)
    readonly property int numberPixels: pixels(capNumber)
    readonly property int countPixels: pixels(capCount)
    readonly property int referencePixels: pixels(capReference)

    // Tall scripts need more room between lines; big letters need a little less.
    readonly property real naturalShare: 1.37 // a line of Noto Sans as its designers set it

    readonly property string family: "Noto Sans" // and the other scripts behind it (ui/painting/measure.py)

    // --- room, in px
    readonly property int margin: mm(4.2)
    readonly property int gap: Math.ceil(2.5 * pxPerMm) // row 19: never less between two targets
    readonly property int tight: mm(1.4)
    readonly property int padding: mm(3.4)
    readonly property int target: Math.ceil(12.7 * pxPerMm) // row 18
    readonly property int mainTarget: Math.ceil(16 * pxPerMm) // row 18: choices and main buttons
    readonly property int choiceHeight: mainTarget + tight / 2
    readonly property int choiceTallest: Math.max(mm(22), bodyHeight / 7) // where the page has room for it
    readonly property int boxExtent: mm(8.8) // the box or ring of a choice
    readonly property int tileExtent: mm(step < 2 ? 12.5 : 13.5) // its picture
    readonly property int choiceChrome: boxExtent + 3 * padding + 2 // what a choice has beside its words
    readonly property int buttonChrome: 2 * choicePixels + 4 * padding // what a button has
    readonly property int radius: mm(3.4)
    readonly property int edgeWidth: Math.max(2, Math.round(0.5 * pxPerMm))
    readonly property int chosenWidth: 2 * edgeWidth
    readonly property int focusWidth: Math.max(2, Math.round(0.9 * pxPerMm))
    readonly property int focusLine: Math.max(2, Math.round(focusWidth / 3)) // on either side of it
    readonly property int focusRoom: focusWidth + 2 * focusLine // what the ring takes round a control
    readonly property bool narrow: pageWidth / bodyPixels < 34 // one column, rows stacked
    readonly property int longestLine: 38 * bodyPixels // row 38: about 80 characters

    readonly property real contentWidth: pageWidth - 2 * margin
    readonly property real bottomHeight: mainTarget + 2 * tight
    property real topHeight: target + 2 * tight // the top bar says how tall it is
    property bool titleShown: true // and whether the event's name had room there
    property bool lineShown: true // and who is asking
    readonly property real bodyHeight: pageHeight - topHeight - bottomHeight - margin - gap

    // A number as the resident's language writes it.
    function number(value: int): string {
        return String(value).replace(/[0-9]/g, digit => digits[digit]);
    }
    function mm(length: real): int {
        return Math.round(length * pxPerMm);
    }
    function pixels(cap: real): int {
        return Math.ceil(cap * pxPerMm / capShare);
    }
    function linePixels(fontPixels: int): int {
        return lineOf(fontPixels, script);
    }
    function lineOf(fontPixels: int, written: string): int {
        return Math.ceil(fontPixels * (written === "Arab" ? (step > 1 ? 1.42 : 1.5) : written === "Latn" ? (step > 1 ? 1.22 : 1.3) : step > 1 ? 1.38 : 1.45));
    }
    // From the middle of a script's letters down to where they stand, of the font's size.
    function middleOf(written: string): real {
        return written === "Arab" ? 0.27 : 0.35;
    }
    // The script of words in `tongue`; the page's where they are in its own language.
    function scriptOf(tongue: string): string {
        return tongue ? tongues[tongue]?.script ?? "Latn" : script;
    }
    // Whether words in `tongue` run against the page.
    function turned(tongue: string): bool {
        return tongue !== "" && (tongues[tongue]?.ltr ?? true) === mirrored;
    }
    // Words to be spoken in a language of their own (ui/tongues.py).
    function inTongue(words: string, tongue: string): string {
        return tongue && words ? "\ue000" + tongue + "\ue001" + words + "\ue002" : words;
    }
    // Words whose hyphens end no line: "e-mail" stays whole.
    function unbroken(words: string): string {
        return words.replace(/(\S)-(?=\S)/g, "$1\u2011");
    }
    // As many columns, up to `most`, as hold every one of `names` on one line with `chrome` px beside it.
    function columnsFor(names: var, chrome: real, most: int): int {
        const widest = Math.max(0, ...names.map(name => measure.width(name, choicePixels, 700)));
        for (let columns = Math.min(most, names.length); columns > 1; columns--)
            if (widest + chrome <= (contentWidth - (columns - 1) * gap) / columns)
                return columns;
        return 1;
    }
    function axes(weight: int): var {
        return ({
                "wght": weight
            });
    }
}
