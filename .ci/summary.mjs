// Prints the last line of a CI run, `N passed, N failed`, and fails where a test or a step did, or none ran.
import { readFileSync } from 'node:fs';

const [file, failedSteps] = [process.argv[2], Number(process.argv[3])];
let passed = 0;
let failed = failedSteps;
try {
  const results = JSON.parse(readFileSync(file, 'utf8'));
  passed = results.numPassedTests;
  failed += results.numFailedTests;
} catch (error) {
  console.log(`no test results: ${error.message}`);
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
