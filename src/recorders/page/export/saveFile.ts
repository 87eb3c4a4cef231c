/** Hands a file to the user. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[^\w.-]+/g, '-');
  link.click();
  // A browser takes the content when it follows the link, which is after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
