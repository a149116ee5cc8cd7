// Takes strokes of a finger or a pen: SVG path text, in thousandths of its width (ui/viewmodels/question/sketch.py).
import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

Item {
    id: strokes

    property string path // what is drawn already
    property string open // the stroke under the finger
    property point last
    readonly property int nearest: 4 // thousandths between two points that are worth keeping
    // A dot is a stroke of one point; a line of no length is not painted, so it is shown a thousandth long.
    readonly property string painted: (path + open).replace(/M(\d+) (\d+)(?=M|$)/g, (dot, x, y) => `${dot}L${Number(x) + 1} ${y}`)

    signal drawn(string path) // all of it, once the finger is lifted

    function go(x: real, y: real) {
        const scale = 1000 / Math.max(1, width);
        const here = Qt.point(Math.round(Math.min(Math.max(x, 0), width) * scale), Math.round(Math.min(Math.max(y, 0), height) * scale));
        if (open !== "" && Math.abs(here.x - last.x) + Math.abs(here.y - last.y) < nearest)
            return;
        open += `${open ? "L" : "M"}${here.x} ${here.y}`;
        last = here;
    }

    function lift() {
        const all = path + open;
        open = "";
        drawn(all);
    }

    Shape {
        anchors.fill: parent

        ShapePath {
            scale: Qt.size(strokes.width / 1000, strokes.width / 1000)
            strokeColor: Theme.ink
            strokeWidth: Theme.focusWidth
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: strokes.painted
            }
        }
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => {
            strokes.open = "";
            strokes.go(mouse.x, mouse.y);
        }
        onPositionChanged: mouse => strokes.go(mouse.x, mouse.y)
        onReleased: mouse => {
            strokes.go(mouse.x, mouse.y);
            strokes.lift();
        }
        onCanceled: strokes.open = ""
    }
}
