import { join } from 'node:path';

/** The paths of what a study's folder holds beside the files of every run. */
export function studyFiles(folder: string): { readonly results: string; readonly report: string } {
  return { results: join(folder, 'report.json'), report: join(folder, 'report.html') };
}
