/**
 * Divides each column by its standard deviation and returns the sum of the logarithms of what they were divided by. A
 * column without spread is left as it is.
 */
export function standardise(points: Float64Array, rows: number, columns: number): number {
  let logScale = 0;
  for (let column = 0; column < columns; column += 1) {
    let sum = 0;
    for (let i = column; i < rows * columns; i += columns) sum += points[i]!;
    const mean = sum / rows;
    let squares = 0;
    for (let i = column; i < rows * columns; i += columns) squares += (points[i]! - mean) ** 2;
    const deviation = Math.sqrt(squares / rows);
    if (deviation === 0) continue;
    for (let i = column; i < rows * columns; i += columns) points[i]! /= deviation;
    logScale += Math.log(deviation);
  }
  return logScale;
}
