/**
 * Writes the square of the distance of each point in the plane to its nearest other.
 *
 * Points are sorted by square cells of a grid, row of cells after row; `ends` says where those of each cell end. Each point
 * looks through the cells around its own, further out until no other point can be nearer. Two infinite xs must stand behind
 * the last point: points are looked at two by two, and one too many does no harm.
 */
export function searchPlane(
  xs: usize,
  ys: usize,
  ends: usize,
  xCells: i32,
  yCells: i32,
  xOrigin: f64,
  yOrigin: f64,
  side: f64,
  squares: usize,
): void {
  let i = 0;
  for (let yCell = 0; yCell < yCells; yCell += 1) {
    for (let xCell = 0; xCell < xCells; xCell += 1) {
      for (const end = endOf(ends, yCell * xCells + xCell); i < end; i += 1) {
        const x = load<f64>(xs + ((<usize>i) << 3));
        const y = load<f64>(ys + ((<usize>i) << 3));
        // The point is not its own neighbour.
        store<f64>(xs + ((<usize>i) << 3), Infinity);
        let best: f64;
        for (let reach = 1; ;) {
          const left = max(0, xCell - reach);
          const right = min(xCells - 1, xCell + reach);
          const low = max(0, yCell - reach);
          const high = min(yCells - 1, yCell + reach);
          best = nearestIn(xs, ys, ends, xCells, left, right, low, high, x, y);
          let border = Infinity;
          if (left > 0) border = min(border, x - xOrigin - <f64>left * side);
          if (right < xCells - 1) border = min(border, xOrigin + <f64>(right + 1) * side - x);
          if (low > 0) border = min(border, y - yOrigin - <f64>low * side);
          if (high < yCells - 1) border = min(border, yOrigin + <f64>(high + 1) * side - y);
          if (best <= border * border) break;
          reach = best < Infinity ? max(reach + 1, <i32>ceil(sqrt(best) / side)) : 2 * reach;
        }
        store<f64>(xs + ((<usize>i) << 3), x);
        store<f64>(squares + ((<usize>i) << 3), best);
      }
    }
  }
}

/** The least square of a distance from (x, y) to a point in a rectangle of cells. */
function nearestIn(
  xs: usize,
  ys: usize,
  ends: usize,
  xCells: i32,
  left: i32,
  right: i32,
  low: i32,
  high: i32,
  x: f64,
  y: f64,
): f64 {
  const here = f64x2.splat(x);
  const there = f64x2.splat(y);
  let least = f64x2.splat(Infinity);
  for (let row = low; row <= high; row += 1) {
    const start = row * xCells + left;
    const end = (<usize>endOf(ends, row * xCells + right)) << 3;
    for (let j = start === 0 ? <usize>0 : (<usize>endOf(ends, start - 1)) << 3; j < end; j += 16) {
      const dx = f64x2.sub(v128.load(xs + j), here);
      const dy = f64x2.sub(v128.load(ys + j), there);
      least = f64x2.pmin(least, f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy)));
    }
  }
  return min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
}

function endOf(ends: usize, cell: i32): i32 {
  return load<i32>(ends + ((<usize>cell) << 2));
}
