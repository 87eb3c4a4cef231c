import { runSetup } from '../../../src/cli/setup.js';

await runSetup();
