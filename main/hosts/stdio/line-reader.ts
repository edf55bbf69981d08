const newline = 0x0a;

/** One line of input, or the news that a line was longer than allowed and has been thrown away. */
export type Line = { text: string } | { tooLong: true } | { notUtf8: true };

/**
 * Cuts chunks of bytes into lines of at most `maxBytes` (without the newline), in time linear in their length.
 *
 * A longer line is reported once and skipped to its end; what came of it before is let go, so memory stays bounded whatever is
 * sent. A last line without a newline counts as one. Lines of white space alone are left out.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line, void, void> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let skipping = false;

  function* take(part: Uint8Array): Generator<Line> {
    if (skipping || part.length === 0) return;
    length += part.length;
    if (length <= maxBytes) {
      parts.push(part);
      return;
    }
    skipping = true;
    parts = [];
    yield { tooLong: true };
  }

  function* endLine(): Generator<Line> {
    const line = skipping ? undefined : decode(Buffer.concat(parts, length));
    parts = [];
    length = 0;
    skipping = false;
    if (line) yield line;
  }

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      yield* take(chunk.subarray(start, end));
      yield* endLine();
      start = end + 1;
    }
    yield* take(chunk.subarray(start));
  }
  yield* endLine();
}

/** Undefined for a line of white space. */
function decode(bytes: Uint8Array): Line | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? undefined : { text };
  } catch {
    return { notUtf8: true };
  }
}
