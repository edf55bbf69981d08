/**
 * The file of another thread, next to the one that starts it: as source while developing and as a bundle when packaged.
 * @param from the starting file's `import.meta.url`
 */
export function threadFile(from: string, name: string): URL {
  return new URL(`${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from);
}
