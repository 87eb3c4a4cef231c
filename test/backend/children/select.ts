import { selectBackend } from '../../../src/network/backend/index.js';

try {
  const choice = await selectBackend({ backend: process.argv[2] ?? 'auto' });
  process.stdout.write(JSON.stringify(choice));
} catch (error) {
  process.stdout.write(JSON.stringify({ refused: (error as Error).message }));
}
