import { prepareBackend } from '../../../src/network/backend/index.js';

await prepareBackend((line) => process.stdout.write(`${line}\n`));
