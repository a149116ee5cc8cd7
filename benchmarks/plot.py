"""A small plot of how cost grows: both axes logarithmic, points, and the line whose slope is the exponent."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 420, 260, 78, 40, 34, 22
INK, TEAL, YELLOW, PAPER = "#16202A", "#083F3B", "#FFC83D", "#FBF8F1"


@dataclass(frozen=True)
class Growth:
    """What something cost at each size: milliseconds (or MB), from the smallest size to the largest."""

    what: str
    sizes: tuple[int, ...]
    costs: tuple[float, ...]
    of: str
    unit: str = "ms"

    @property
    def exponent(self) -> float:
        """The slope of log cost over log size, by least squares: 0 is flat, 1 is linear."""
        return fit(self.sizes, self.costs)[0]


def fit(sizes: Sequence[float], costs: Sequence[float]) -> tuple[float, float]:
    """Exponent and factor of cost = factor × size ^ exponent, by least squares on the logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(cost, 1e-9)) for cost in costs]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    exponent = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread
    return exponent, math.exp(mean_y - exponent * mean_x)


def svg(growth: Growth) -> str:
    """The plot, as a file of its own that says in words what it shows."""
    exponent, factor = fit(growth.sizes, growth.costs)
    line = [factor * size**exponent for size in growth.sizes]
    low, high = min([*growth.costs, *line]), max([*growth.costs, *line])
    low, high = (low / 2, high * 2) if high < 4 * low else (low / 1.3, high * 1.3)

    def x(size: float) -> float:
        share = math.log(size / growth.sizes[0]) / math.log(growth.sizes[-1] / growth.sizes[0])
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(cost: float) -> float:
        return TOP + (1 - math.log(cost / low) / math.log(high / low)) * (HEIGHT - TOP - BOTTOM)

    points = "".join(
        f'<circle cx="{x(size):.1f}" cy="{y(cost):.1f}" r="5" fill="{TEAL}"/>'
        for size, cost in zip(growth.sizes, growth.costs, strict=True)
    )
    ends = (growth.sizes[0], line[0], growth.sizes[-1], line[-1])
    told = "; ".join(
        f"{size:,}: {cost:.3g} {growth.unit}" for size, cost in zip(growth.sizes, growth.costs, strict=True)
    )
    head = f'xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
    font = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13" fill="{INK}" role="img"'
    sloped = f"M{x(ends[0]):.1f} {y(ends[1]):.1f}L{x(ends[2]):.1f} {y(ends[3]):.1f}"
    return f"""<svg {head} {font}>
<title>{growth.what}: exponent {exponent:.2f}</title>
<desc>{told}</desc>
<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>
<text x="{LEFT}" y="20" font-weight="bold">{growth.what}: size ^ {exponent:.2f}</text>
<path d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}" fill="none" stroke="{INK}"/>
<path d="{sloped}" stroke="{YELLOW}" stroke-width="4"/>
{points}
{"".join(_tick_x(size, x(size)) for size in growth.sizes)}
{"".join(_tick_y(cost, y(cost), growth.unit) for cost in dict.fromkeys((growth.costs[0], growth.costs[-1])))}
<text x="{WIDTH - RIGHT}" y="{HEIGHT - 6}" text-anchor="end">{growth.of}</text>
</svg>
"""


def _tick_x(size: int, at: float) -> str:
    return f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{short(size)}</text>'


def _tick_y(cost: float, at: float, unit: str) -> str:
    return f'<text x="{LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{cost:.3g} {unit}</text>'


def short(size: int) -> str:
    """1 k, 10 k, 1 M."""
    for least, sign in ((1_000_000, " M"), (1_000, " k")):
        if size >= least:
            return f"{size / least:g}{sign}"
    return str(size)
