#!/usr/bin/env node
import { program } from './program.js';
import { failWith } from './failWith.js';

await program()
  .parseAsync()
  .catch((error: unknown) => failWith(error));
