#!/usr/bin/env node
import { dropUnread } from './dropUnread.js';
import { program } from './program.js';
import { failWith } from './failWith.js';

dropUnread(process.stdout, process.stderr);
let names: readonly string[] = [];
await program()
  .hook('preAction', (_, { options }) => void (names = options.map((option) => option.attributeName())))
  .parseAsync()
  .catch((error: unknown) => failWith(error, names));
