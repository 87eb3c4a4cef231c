/** The line that says where a report is; nothing where none was written. */
export function reportLine(report: string | null): string {
  return report === null ? '' : `report: ${report}\n`;
}
