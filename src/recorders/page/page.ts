import { follow } from './feed/follow.js';
import { element } from './panel/element.js';
import { panel } from './panel/index.js';

const style = `
body { margin: 0; }
main > .thermo { min-height: 100vh; padding: 1rem 1.25rem 3rem; box-sizing: border-box; }
main h1 { font-size: 1.3rem; margin: 0; display: inline-block; }
main [role=status] { color: var(--muted); margin-left: 1rem; }
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);

const main = element('main');
document.body.append(main);
const shown = panel(main);
const status = element('span', { role: 'status' }, 'Connecting.');
main.firstElementChild!.prepend(element('h1', {}, 'tfjs-thermo'), status);
follow('/events', shown, (text) => {
  status.textContent = text;
});
