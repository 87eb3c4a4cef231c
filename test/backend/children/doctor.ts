import { runDoctor } from '../../../src/cli/doctor.js';

await runDoctor(process.argv[2] === '--json' ? { json: true } : {});
