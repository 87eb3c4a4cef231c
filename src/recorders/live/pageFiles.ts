import { readFileSync } from 'node:fs';
import { ThermoError } from '../../error.js';

/** The page as it is sent. */
export interface PageFiles {
  readonly html: string;
  readonly script: Buffer;
}

/** The folder of the built page, the same from the compiled file and from its source. */
const folder = new URL('../../../dist/page/', import.meta.url);

/** @throws ThermoError when the page has not been built */
export function pageFiles(): PageFiles {
  try {
    return { html, script: readFileSync(new URL('page.js', folder)) };
  } catch (error) {
    throw new ThermoError('the live page is not built: run `npm run build` in the package', { cause: error });
  }
}

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>tfjs-thermo</title>
<link rel="icon" href="data:,">
<script type="module" src="/page.js"></script>
</head>
<body></body>
</html>
`;
