/** A drawing with two axes, in resolved colours, so that it can be kept outside of its page. */
export interface Figure {
  readonly title: string;
  /** What a screen reader says in its place. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  readonly colours: { readonly text: string; readonly line: string; readonly surface: string };
  /** Drawn first to last. */
  readonly lines: readonly FigureLine[];
  readonly dots: readonly { readonly at: readonly [number, number]; readonly colour: string }[];
}

/** An axis of a figure. */
export interface FigureAxis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  readonly domain: readonly [number, number];
}

/** A line through points; null breaks it. */
export interface FigureLine {
  /** Shown in the legend; null keeps it out of it. */
  readonly name: string | null;
  readonly colour: string;
  /** Lengths of strokes and gaps; none is a whole line. */
  readonly dash: readonly number[];
  readonly width: number;
  readonly points: readonly (readonly [number, number] | null)[];
}
