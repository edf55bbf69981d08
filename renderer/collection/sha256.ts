/**
 * SHA-256 (FIPS 180-4) of something that comes piece by piece: the browser's own only takes a whole, and a file of 50 MB is not
 * to be held at once. Some 200 MB a second.
 */
export class Sha256 {
  readonly #state = Uint32Array.of(
    0x6a09e667,
    0xbb67ae85,
    0x3c6ef372,
    0xa54ff53a,
    0x510e527f,
    0x9b05688c,
    0x1f83d9ab,
    0x5be0cd19,
  );
  readonly #schedule = new Uint32Array(64);
  readonly #rest = new Uint8Array(64);
  #restLength = 0;
  #bytes = 0;

  update(part: Uint8Array): void {
    this.#bytes += part.length;
    let at = 0;
    if (this.#restLength > 0) {
      at = Math.min(64 - this.#restLength, part.length);
      this.#rest.set(part.subarray(0, at), this.#restLength);
      this.#restLength += at;
      if (this.#restLength < 64) return;
      this.#block(this.#rest, 0);
    }
    for (; at + 64 <= part.length; at += 64) this.#block(part, at);
    this.#rest.set(part.subarray(at));
    this.#restLength = part.length - at;
  }

  /** Lower-case hexadecimal. Nothing can be added afterwards. */
  digest(): string {
    const bits = BigInt(this.#bytes) * 8n;
    const padding = new Uint8Array((this.#restLength < 56 ? 56 : 120) - this.#restLength + 8);
    padding[0] = 0x80;
    new DataView(padding.buffer).setBigUint64(padding.length - 8, bits);
    this.update(padding);
    return [...this.#state].map((word) => word.toString(16).padStart(8, '0')).join('');
  }

  #block(bytes: Uint8Array, start: number): void {
    const w = this.#schedule;
    for (let t = 0, at = start; t < 16; t += 1, at += 4) {
      w[t] =
        ((bytes[at] ?? 0) << 24) |
        ((bytes[at + 1] ?? 0) << 16) |
        ((bytes[at + 2] ?? 0) << 8) |
        (bytes[at + 3] ?? 0);
    }
    for (let t = 16; t < 64; t += 1) {
      const early = w[t - 15] ?? 0;
      const late = w[t - 2] ?? 0;
      const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      w[t] = (w[t - 16] ?? 0) + s0 + (w[t - 7] ?? 0) + s1;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = this.#state;
    for (let t = 0; t < 64; t += 1) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[t] ?? 0) + (w[t] ?? 0)) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    for (const [place, word] of [a, b, c, d, e, f, g, h].entries()) {
      this.#state[place] = (this.#state[place] ?? 0) + word;
    }
  }
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const roundConstants = Uint32Array.from(firstPrimes(64), (prime) => {
  // Newton's method in integers: the cube root of prime * 2^96, of which the low 32 bits are the fraction.
  const wanted = BigInt(prime) << 96n;
  let root = 1n << 36n;
  for (;;) {
    const next = (2n * root + wanted / (root * root)) / 3n;
    if (next >= root) return Number(root & 0xffff_ffffn);
    root = next;
  }
});

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
