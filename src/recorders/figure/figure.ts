import type { Colour } from './palette.js';

/** A place in a panel, in the units of its axes. */
export type Place = readonly [x: number, y: number];

/** A picture as plain data: panels in rows, each with its axes and what is marked in it. `drawFigure` draws it. */
export interface Figure {
  readonly title: string;
  /** What a screen reader says in its place, in a sentence or two. */
  readonly description: string;
  /** Panels side by side in a row; at least 1. */
  readonly columns: number;
  /** Width of the whole picture and height of a panel's frame, in CSS pixels. */
  readonly size: { readonly width: number; readonly panelHeight: number };
  /** The axes of every panel that has none of its own. */
  readonly x: Axis;
  readonly y: Axis;
  /** Row by row. */
  readonly panels: readonly Panel[];
  /** Without one where what surrounds it names the marks; default true. */
  readonly hasLegend?: boolean;
}

/** A part of a figure in a frame of its own. */
export interface Panel {
  /** Stands above the frame; null where the figure has but one. */
  readonly title: string | null;
  readonly x?: Axis;
  readonly y?: Axis;
  /** Drawn first to last. */
  readonly marks: readonly Mark[];
}

/** What one direction of a panel counts. */
export interface Axis {
  /** The quantity, with its unit in brackets. */
  readonly label: string;
  readonly scale: 'linear' | 'log';
  /** What it spans, where that is known; else the lines, dots and rules of all panels on it, with a margin. */
  readonly domain?: readonly [number, number];
  /** Names at places, instead of round numbers. */
  readonly ticks?: readonly { readonly at: number; readonly text: string }[];
}

/** One thing in a panel. A mark with a name stands in the legend. What is not finite, or not above 0 on a log scale, is told and not drawn. */
export type Mark = Line | Dots | Band | Rule | Stretch | Label | Cells;

/** What may stand in the legend. */
export interface Named {
  /** Null keeps it out of the legend and of the numbers. */
  readonly name: string | null;
  readonly colour: Colour;
}

/** A line through places; null breaks it. */
export interface Line extends Named {
  readonly kind: 'line';
  readonly places: readonly (Place | null)[];
  /** CSS pixels. */
  readonly width: number;
  /** Lengths of strokes and gaps; none is a whole line. */
  readonly dash: readonly number[];
  /** Of a dot at each place, in CSS pixels; without it there are none. */
  readonly radius?: number;
  /** What was left out of the places before, to be told. */
  readonly omitted?: Omitted;
}

/** How many values have no place on a scale. */
export interface Omitted {
  readonly notFinite: number;
  /** 0 and below, on a log scale. */
  readonly belowLog: number;
}

/** Places one by one. */
export interface Dots extends Named {
  readonly kind: 'dots';
  readonly places: readonly Place[];
  /** Standard error of each y, drawn as a bar to either side. */
  readonly errors?: readonly number[];
  /** CSS pixels. */
  readonly radius: number;
  readonly opacity: number;
}

/** The area between two values at each x; cut off at the frame, and left out of what an axis spans. */
export interface Band extends Named {
  readonly kind: 'band';
  readonly places: readonly (readonly [x: number, low: number, high: number])[];
  readonly opacity: number;
}

/** A straight line across the frame at a value of reference. */
export interface Rule extends Named {
  readonly kind: 'rule';
  /** The axis that the value is of. */
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly dash: readonly number[];
}

/** A part of the x axis, such as a phase of a run, named at the top of the frame where there is room. */
export interface Stretch {
  readonly kind: 'stretch';
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isShaded: boolean;
}

/** A word beside a place. */
export interface Label {
  readonly kind: 'label';
  readonly at: Place;
  readonly text: string;
  readonly colour: Colour;
}

/** Rectangles, as of a heat map. */
export interface Cells extends Named {
  readonly kind: 'cells';
  readonly cells: readonly {
    readonly x: readonly [number, number];
    readonly y: readonly [number, number];
    /** In [0, 1]. */
    readonly opacity: number;
    /** Shown to whoever points at it; null is nothing. */
    readonly text: string | null;
    /** The number that it shows; null where there is none. */
    readonly value: number | null;
  }[];
}
