import { escaped } from '../figure/index.js';
import { style } from './style.js';

/** A whole HTML page that needs nothing else. */
export function htmlPage(title: string, body: string, ownStyle = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}${ownStyle}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
