#!/usr/bin/env node
import { dropUnread } from './dropUnread.js';
import { program } from './program.js';
import { failWith } from './failWith.js';

dropUnread(process.stdout, process.stderr);
await program()
  .parseAsync()
  .catch((error: unknown) => failWith(error));
