/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

export function eachTime(times: number, work: () => unknown): number[] {
  return Array.from({ length: times }, () => timed(work));
}

export async function eachTimeAsync(
  times: number,
  work: (place: number) => Promise<unknown>,
): Promise<number[]> {
  const took: number[] = [];
  for (let place = 0; place < times; place += 1) {
    const startedAt = performance.now();
    await work(place);
    took.push(performance.now() - startedAt);
  }
  return took;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @param part 0.95: what 95 of 100 do not exceed */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** Milliseconds of processor time this process has used in all its threads: steadier than the clock on a busy machine. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The most memory this process has had, in megabytes. */
export function peakMemory(): number {
  // Kilobytes on every system (libuv).
  return process.resourceUsage().maxRSS / 1024;
}
